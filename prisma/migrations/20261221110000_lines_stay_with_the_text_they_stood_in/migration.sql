-- Lines of a guide or an alert stay with the text they stood in, and come back with it: none is lost when English is taken out, or when somebody
-- writes over them.

ALTER TABLE edition_text ADD COLUMN parts jsonb;
ALTER TABLE earlier_text ADD COLUMN parts jsonb;

-- The same as rows, in the order in which they stand: to be kept and put back. What a guide and an alert have is told apart by their names.
CREATE OR REPLACE FUNCTION app.parts_of(p_text uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(l.line ORDER BY l.position) FROM (
    SELECT s.position, jsonb_build_object('part', s.part, 'title', s.title, 'body', s.body, 'screen', s.screen, 'beside', s.beside) AS line FROM guide_step s WHERE s.text_id = p_text
    UNION ALL SELECT a.position, jsonb_build_object('part', a.part, 'title', a.title, 'number', a.number) FROM alert_part a WHERE a.text_id = p_text) l $$;

-- Has a text say these lines and no others. Where it says them already nothing is written.
CREATE OR REPLACE FUNCTION app.put_parts(p_text uuid, p_parts jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_parts IS NOT DISTINCT FROM app.parts_of(p_text) THEN RETURN; END IF;
  DELETE FROM guide_step WHERE text_id = p_text;
  DELETE FROM alert_part WHERE text_id = p_text;
  INSERT INTO guide_step (id, text_id, position, part, title, body, screen, beside)
    SELECT app.uuid7(), p_text, n, (l->>'part')::guide_part, l->>'title', l->>'body', l->>'screen', l->>'beside'
    FROM jsonb_array_elements(p_parts) WITH ORDINALITY x(l, n) WHERE l ? 'body';
  INSERT INTO alert_part (id, text_id, position, part, title, number)
    SELECT app.uuid7(), p_text, n, (l->>'part')::alert_part_kind, l->>'title', l->>'number'
    FROM jsonb_array_elements(p_parts) WITH ORDINALITY x(l, n) WHERE NOT l ? 'body';
END $$;

-- A text knows its lines, by whatever way they came: they are hashed with it, and kept when it is written over.
CREATE OR REPLACE FUNCTION app.text_follows_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE edition_text t SET lines = x.lines, parts = x.parts FROM (SELECT c.text_id, app.lines_of(c.text_id) AS lines, app.parts_of(c.text_id) AS parts FROM (SELECT DISTINCT text_id FROM changed) c) x
  WHERE t.id = x.text_id AND (t.lines, t.parts) IS DISTINCT FROM (x.lines, x.parts);
  RETURN NULL;
END $$;

-- Words and lines that are written over, or taken away, stay as an earlier text, whoever writes and in whatever way. Who wrote what did not
-- change stays.
CREATE OR REPLACE FUNCTION app.keep_earlier_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.title, OLD.summary, OLD.body, OLD.easy_read, OLD.what_changed) IS NOT DISTINCT FROM (NEW.title, NEW.summary, NEW.body, NEW.easy_read, NEW.what_changed)
    AND (OLD.parts IS NULL OR OLD.parts IS NOT DISTINCT FROM NEW.parts) THEN
    NEW.wrote_by_id := OLD.wrote_by_id;
    NEW.wrote_at := OLD.wrote_at;
    RETURN NEW;
  END IF;
  IF OLD.plain <> '' AND NOT app.tells_of_erased(OLD.edition_id) THEN
    INSERT INTO earlier_text (id, edition_id, locale, title, summary, body, easy_read, what_changed, parts, wrote_by_id, wrote_at)
      VALUES (app.uuid7(), OLD.edition_id, OLD.locale, OLD.title, OLD.summary, OLD.body, OLD.easy_read, OLD.what_changed, OLD.parts, OLD.wrote_by_id, OLD.wrote_at);
    DELETE FROM earlier_text t WHERE t.edition_id = OLD.edition_id AND t.locale = OLD.locale AND app.may_thin(t);
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- A text of a guide or an alert begins with the parts that come with it; or, where it was taken out of its edition, with those that it had there;
-- or with those of the edition before, in each language.
CREATE OR REPLACE FUNCTION app.steps_follow_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE before uuid := (SELECT t.id FROM edition own JOIN edition e ON e.article_id = own.article_id AND e.number < own.number
  JOIN edition_text t ON t.edition_id = e.id AND t.locale = NEW.locale WHERE own.id = NEW.edition_id ORDER BY e.number DESC LIMIT 1);
  kept jsonb := coalesce(NEW.parts, (SELECT x.parts FROM earlier_text x WHERE x.edition_id = NEW.edition_id AND x.locale = NEW.locale ORDER BY x.kept_at DESC, x.id DESC LIMIT 1));
BEGIN
  IF kept IS NOT NULL THEN PERFORM app.put_parts(NEW.id, kept); RETURN NULL; END IF;
  INSERT INTO guide_step (id, text_id, position, part, title, body, screen, beside)
    SELECT app.uuid7(), NEW.id, g.position, g.part, g.title, g.body, g.screen, g.beside FROM guide_step g WHERE g.text_id = before;
  INSERT INTO alert_part (id, text_id, position, part, title, number)
    SELECT app.uuid7(), NEW.id, l.position, l.part, l.title, l.number FROM alert_part l WHERE l.text_id = before;
  RETURN NULL;
END $$;

-- What stands knows its rows; earlier texts, which nobody kept them of, have those of the text that took their place.
ALTER TABLE edition_text DISABLE TRIGGER approved_text_fixed;
UPDATE edition_text t SET parts = app.parts_of(t.id) WHERE t.lines IS NOT NULL;
ALTER TABLE edition_text ENABLE TRIGGER approved_text_fixed;
ALTER TABLE earlier_text DISABLE TRIGGER append_only;
UPDATE earlier_text x SET parts = t.parts FROM edition_text t WHERE t.edition_id = x.edition_id AND t.locale = x.locale AND t.parts IS NOT NULL;
ALTER TABLE earlier_text ENABLE TRIGGER append_only;
