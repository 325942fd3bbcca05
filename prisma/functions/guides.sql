-- The parts of an approved text, of a guide or an alert, do not change under its approval.
CREATE OR REPLACE FUNCTION app.keep_approved_steps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id IN (NEW.text_id, OLD.text_id) AND e.state IN ('approved', 'superseded')) THEN
    RAISE EXCEPTION 'approved steps: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
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
