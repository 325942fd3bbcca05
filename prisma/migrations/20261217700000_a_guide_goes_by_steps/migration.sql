-- A guide is a list of parts that belongs to a text: what she needs before, the steps with a drawing each, and what to do when it goes
-- wrong. It is frozen with its text and follows it into the next edition.

CREATE TYPE guide_part AS ENUM ('need', 'step', 'trouble');
ALTER TABLE guide_step ADD COLUMN part guide_part NOT NULL DEFAULT 'step', ADD COLUMN screen TEXT, ADD COLUMN beside TEXT;
CREATE UNIQUE INDEX guide_step_text_id_screen_beside_key ON guide_step (text_id, screen, beside);
ALTER TABLE guide_step ADD CONSTRAINT step_is_drawn CHECK ((part = 'step') = (screen IS NOT NULL AND beside IS NOT NULL));
ALTER TABLE guide_step ADD CONSTRAINT runs_short CHECK ((title || ' ' || body) !~ '\S{101}');
SELECT app.guard('guide_step');

ALTER TABLE article ADD COLUMN reviewed_on DATE;
ALTER TABLE article ADD CONSTRAINT review_follows CHECK (reviewed_on < review_on);
ALTER TABLE article ADD CONSTRAINT alert_ends CHECK (alert_until IS NULL OR kind = 'alert');
CREATE INDEX article_review ON article (review_on) WHERE review_on IS NOT NULL;

-- The steps of an approved text do not change under its approval.
CREATE OR REPLACE FUNCTION app.keep_approved_steps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id IN (NEW.text_id, OLD.text_id) AND e.state IN ('approved', 'superseded')) THEN
    RAISE EXCEPTION 'approved steps: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER approved_steps_fixed BEFORE INSERT OR UPDATE OR DELETE ON guide_step FOR EACH ROW EXECUTE FUNCTION app.keep_approved_steps();

-- A new edition of a guide begins with the steps of the one before, in each language.
CREATE OR REPLACE FUNCTION app.steps_follow_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO guide_step (id, text_id, position, part, title, body, screen, beside, asset_id)
    SELECT app.uuid7(), NEW.id, g.position, g.part, g.title, g.body, g.screen, g.beside, g.asset_id FROM guide_step g
    WHERE g.text_id = (SELECT t.id FROM edition own JOIN edition e ON e.article_id = own.article_id AND e.number < own.number
      JOIN edition_text t ON t.edition_id = e.id AND t.locale = NEW.locale WHERE own.id = NEW.edition_id ORDER BY e.number DESC LIMIT 1);
  RETURN NULL;
END $$;
CREATE TRIGGER steps_follow AFTER INSERT ON edition_text FOR EACH ROW EXECUTE FUNCTION app.steps_follow_edition();
