-- Places, source and model of a correction that has its hour showed with its approval, before its words. They begin with the words.

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
  RETURN NULL;
END $$;

-- What stands beside the words begins with them: at once, or at their minute.
CREATE OR REPLACE FUNCTION app.surroundings_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.take_surroundings((SELECT edition_id FROM edition_text WHERE id = NEW.text_id));
  RETURN NULL;
END $$;

-- An edition that goes on behind one that was approved and never read goes on with its places and source.
CREATE OR REPLACE FUNCTION app.carry_surroundings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.surroundings := coalesce(NEW.surroundings, (SELECT e.surroundings FROM edition e WHERE e.article_id = NEW.article_id ORDER BY e.number DESC LIMIT 1));
  RETURN NEW;
END $$;

CREATE TRIGGER surroundings_follow AFTER INSERT OR UPDATE OF published_at ON publication FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION app.surroundings_follow();
CREATE TRIGGER carry_surroundings BEFORE INSERT ON edition FOR EACH ROW EXECUTE FUNCTION app.carry_surroundings();
