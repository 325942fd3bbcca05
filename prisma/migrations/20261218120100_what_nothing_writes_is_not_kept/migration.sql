-- An alert ends with its publication, whose planned end says when (0168): a second end that nobody writes could only disagree. Nothing makes
-- addresses for looking before, so none ends. A step has its drawing; a picture of its own was never drawn, and was lost with the next writing.

ALTER TABLE "article" DROP COLUMN "alert_until"; -- and with it the constraint alert_ends

DROP TRIGGER end_preview ON publication;
DROP FUNCTION app.end_preview();

-- A new edition of a guide begins with the steps of the one before, in each language.
CREATE OR REPLACE FUNCTION app.steps_follow_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO guide_step (id, text_id, position, part, title, body, screen, beside)
    SELECT app.uuid7(), NEW.id, g.position, g.part, g.title, g.body, g.screen, g.beside FROM guide_step g
    WHERE g.text_id = (SELECT t.id FROM edition own JOIN edition e ON e.article_id = own.article_id AND e.number < own.number
      JOIN edition_text t ON t.edition_id = e.id AND t.locale = NEW.locale WHERE own.id = NEW.edition_id ORDER BY e.number DESC LIMIT 1);
  RETURN NULL;
END $$;
