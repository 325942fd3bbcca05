-- An alert says line by line how it is recognised, what to do and whom to call. The lines are frozen with their text and follow it into the
-- next edition, as the parts of a guide do. No alert goes out without them and without who verified it; those that are public stay so.

CREATE TYPE "alert_part_kind" AS ENUM ('sign', 'step', 'hotline');
CREATE TABLE "alert_part" (
  "id" UUID NOT NULL,
  "text_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "part" "alert_part_kind" NOT NULL,
  "title" TEXT NOT NULL,
  "number" TEXT,
  CONSTRAINT "alert_part_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alert_part_text_id_position_key" ON "alert_part"("text_id", "position");
ALTER TABLE "alert_part" ADD CONSTRAINT "alert_part_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "edition_text"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE alert_part ADD CONSTRAINT hotline_has_number CHECK ((part = 'hotline') = (number IS NOT NULL));
ALTER TABLE alert_part ADD CONSTRAINT runs_short CHECK (title !~ '\S{101}');
SELECT app.guard('alert_part');
GRANT SELECT, INSERT, DELETE ON alert_part TO portal_app;

-- The parts of an approved text, of a guide or an alert, do not change under its approval: app.keep_approved_steps.
CREATE TRIGGER approved_lines_fixed BEFORE INSERT OR UPDATE OR DELETE ON alert_part FOR EACH ROW EXECUTE FUNCTION app.keep_approved_steps();

-- A new edition of a guide or an alert begins with the parts of the one before, in each language.
CREATE OR REPLACE FUNCTION app.steps_follow_edition() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE before uuid := (SELECT t.id FROM edition own JOIN edition e ON e.article_id = own.article_id AND e.number < own.number
  JOIN edition_text t ON t.edition_id = e.id AND t.locale = NEW.locale WHERE own.id = NEW.edition_id ORDER BY e.number DESC LIMIT 1);
BEGIN
  INSERT INTO guide_step (id, text_id, position, part, title, body, screen, beside)
    SELECT app.uuid7(), NEW.id, g.position, g.part, g.title, g.body, g.screen, g.beside FROM guide_step g WHERE g.text_id = before;
  INSERT INTO alert_part (id, text_id, position, part, title, number)
    SELECT app.uuid7(), NEW.id, l.position, l.part, l.title, l.number FROM alert_part l WHERE l.text_id = before;
  RETURN NULL;
END $$;

-- All words of the parts of a text: steps of a guide, lines of an alert.
CREATE OR REPLACE FUNCTION app.words_of_parts(text_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT string_agg(s.title || ' ' || s.body, ' ' ORDER BY s.position) FROM guide_step s WHERE s.text_id = words_of_parts.text_id), '')
  || coalesce((SELECT ' ' || string_agg(concat_ws(' ', l.title, l.number), ' ' ORDER BY l.position) FROM alert_part l WHERE l.text_id = words_of_parts.text_id), '') $$;

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, parts, text.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(app.words_of_parts(t.id)), 'C')
      || setweight(app.search_words(t.plain), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

CREATE TRIGGER words_follow AFTER INSERT OR UPDATE OR DELETE ON alert_part FOR EACH ROW EXECUTE FUNCTION app.words_follow_step();

-- An alert goes out with how it is recognised, what to do, and who verified it, in the language in which it goes out.
CREATE OR REPLACE FUNCTION app.publish_whole_alert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM article a WHERE a.id = NEW.article_id AND a.kind = 'alert' AND (a.source_name IS NULL OR a.source_url IS NULL
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'sign')
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'step'))) THEN
    RAISE EXCEPTION 'an alert goes out whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'whole_alert', HINT = 'whole_alert'; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER whole_alert BEFORE INSERT ON publication FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION app.publish_whole_alert();
