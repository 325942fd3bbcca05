-- A second pair of eyes cannot be got around by a comma of somebody else in the next edition.

-- Who wrote what stands in an edition and nobody else has approved yet, and who sent it out at once: in it, or in an earlier one. An approval is
-- one of all words of its edition, but not of those of who gave it.
CREATE OR REPLACE FUNCTION app.unapproved_shares(p_edition uuid) RETURNS TABLE (account_id uuid, forced boolean) LANGUAGE sql STABLE AS $$
  WITH share AS (SELECT f.article_id, f.id AS edition_id, f.number AS from_number, e.number AS to_number, x.account_id, x.forced, x.at
    FROM edition e JOIN edition f ON f.article_id = e.article_id AND f.number <= e.number
      JOIN LATERAL (SELECT w.account_id, false AS forced, w.wrote_at AS at FROM edition_author w WHERE w.edition_id = f.id
        UNION ALL SELECT d.decided_by_id, true, d.decided_at FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'forced') x ON true
    WHERE e.id = p_edition)
  SELECT s.account_id, s.forced FROM share s WHERE NOT EXISTS (SELECT FROM edition g JOIN edition_decision d ON d.edition_id = g.id AND d.kind = 'approved'
    WHERE g.article_id = s.article_id AND d.decided_by_id <> s.account_id AND (g.number > s.from_number AND g.number <= s.to_number OR g.id = s.edition_id AND d.decided_at >= s.at)) $$;

-- Whoever wrote any of an article since somebody else last approved it does not approve it. Where the province has ruled for the unit that one person does
-- both, the decision names the ruling. What went out at once is approved by who neither wrote nor sent it out, whatever is ruled.
CREATE OR REPLACE FUNCTION app.approve_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE shares boolean; was_forced boolean;
BEGIN
  PERFORM FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  NEW.ruling_id := NULL;
  IF NEW.kind <> 'approved' THEN RETURN NEW; END IF;
  SELECT coalesce(bool_or(account_id = NEW.decided_by_id), false), coalesce(bool_or(forced), false) INTO shares, was_forced FROM app.unapproved_shares(NEW.edition_id);
  IF shares THEN
    SELECT r.id INTO NEW.ruling_id FROM approval_ruling r JOIN article a ON a.unit_id = r.unit_id JOIN edition e ON e.article_id = a.id
      WHERE NOT was_forced AND e.id = NEW.edition_id AND app.active_on(r.valid_from, r.valid_to, app.today());
    IF NEW.ruling_id IS NULL THEN
      RAISE EXCEPTION 'who wrote it does not approve it' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_another', HINT = 'approved_by_another';
    END IF;
  END IF;
  RETURN NEW;
END $$;
