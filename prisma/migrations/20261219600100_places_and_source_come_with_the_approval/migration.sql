-- Places and source of an approved article changed under its approval, and readers saw it at once.

ALTER TABLE "edition" ADD COLUMN "surroundings" JSONB;
GRANT UPDATE (surroundings) ON edition TO portal_app;

-- An edition brings its places and its source with its approval: until then readers see those that were approved before.
CREATE OR REPLACE FUNCTION app.take_surroundings(p_edition uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE article a SET source_name = e.surroundings->>'sourceName', source_url = e.surroundings->>'sourceUrl' FROM edition e WHERE e.id = p_edition AND a.id = e.article_id AND e.surroundings IS NOT NULL;
  DELETE FROM article_commune c USING edition e WHERE e.id = p_edition AND c.article_id = e.article_id AND e.surroundings IS NOT NULL;
  INSERT INTO article_commune (article_id, unit_id) SELECT e.article_id, u.id FROM edition e JOIN unit u ON u.level = 'commune' AND u.id::text IN (SELECT jsonb_array_elements_text(e.surroundings->'communeIds')) WHERE e.id = p_edition;
  UPDATE edition SET surroundings = NULL WHERE id = p_edition AND surroundings IS NOT NULL;
$$;

-- The steps of an edition. An alert that goes out at once is approved from then on, so that its text stands; a second person approves it
-- afterwards. What was approved stays so: a later thought is a new edition.
CREATE OR REPLACE FUNCTION app.apply_edition_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was edition_state; last edition_decision_kind;
BEGIN
  SELECT state INTO was FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  SELECT kind INTO last FROM edition_decision WHERE edition_id = NEW.edition_id AND id <> NEW.id ORDER BY decided_at DESC, id DESC LIMIT 1;
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'approved') AND was = 'submitted')
    OR (NEW.kind = 'forced' AND was IN ('draft', 'submitted', 'returned')) OR (NEW.kind = 'approved' AND was = 'approved' AND last = 'forced')) THEN
    RAISE EXCEPTION 'a % edition cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_step', HINT = 'edition_step';
  END IF;
  IF NEW.kind = 'forced' AND NOT EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = NEW.edition_id AND a.kind = 'alert') THEN
    RAISE EXCEPTION 'only alerts go out at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'forced_alert', HINT = 'forced_alert';
  END IF;
  UPDATE edition SET state = (CASE NEW.kind WHEN 'forced' THEN 'approved' ELSE NEW.kind::text END)::edition_state WHERE id = NEW.edition_id;
  IF NEW.kind IN ('approved', 'forced') THEN PERFORM app.take_surroundings(NEW.edition_id); END IF;
  RETURN NULL;
END $$;
