-- Who wrote an alert that went out at once does not confirm it, also where the province has ruled that one person writes and approves: a ruling
-- is for texts that nobody has read yet, and of an alert readers have already been told that a second person will read it.

-- Whoever wrote in an edition since it was last approved does not approve it. Where the province has ruled for the unit that one person does
-- both, the decision names the ruling. An alert that went out at once is confirmed by who neither wrote nor sent it out, whatever is ruled.
CREATE OR REPLACE FUNCTION app.approve_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE since timestamptz; forced_by uuid;
BEGIN
  PERFORM FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  NEW.ruling_id := NULL;
  IF NEW.kind <> 'approved' THEN RETURN NEW; END IF;
  SELECT max(decided_at) INTO since FROM edition_decision WHERE edition_id = NEW.edition_id AND kind = 'approved';
  SELECT decided_by_id INTO forced_by FROM edition_decision WHERE edition_id = NEW.edition_id AND kind = 'forced' AND (since IS NULL OR decided_at > since) LIMIT 1;
  IF forced_by = NEW.decided_by_id THEN
    RAISE EXCEPTION 'an alert waits for a second person' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_another', HINT = 'approved_by_another';
  END IF;
  IF EXISTS (SELECT FROM edition_author WHERE edition_id = NEW.edition_id AND account_id = NEW.decided_by_id AND (since IS NULL OR wrote_at > since)) THEN
    SELECT r.id INTO NEW.ruling_id FROM approval_ruling r JOIN article a ON a.unit_id = r.unit_id JOIN edition e ON e.article_id = a.id
      WHERE forced_by IS NULL AND e.id = NEW.edition_id AND app.active_on(r.valid_from, r.valid_to, app.today());
    IF NEW.ruling_id IS NULL THEN
      RAISE EXCEPTION 'who wrote it does not approve it' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_another', HINT = 'approved_by_another';
    END IF;
  END IF;
  RETURN NEW;
END $$;
