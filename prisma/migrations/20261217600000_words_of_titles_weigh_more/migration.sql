-- A find in a title stands before one in a summary, and that before one in a text: what stands in front is kept apart, small enough to be
-- weighed for every find. Titles are found by nearly their letters too.
ALTER TABLE derived.published_words ADD COLUMN head tsvector NOT NULL DEFAULT '';
CREATE INDEX published_words_titles ON derived.published_words USING gin (title_key gin_trgm_ops);
CREATE OR REPLACE VIEW app.published_words AS SELECT publication_id, title_key, words, head FROM derived.published_words;

-- Words alone, folded, as a question is split into: "1+1" and "vneid.gov.vn" are several, and what is typed of them is found.
CREATE OR REPLACE FUNCTION app.search_words(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_tsvector('simple', regexp_replace(app.search_key(t), '[^a-z0-9]+', ' ', 'g'));

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, steps, text.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(coalesce((SELECT string_agg(s.title || ' ' || s.body, ' ' ORDER BY s.position) FROM guide_step s WHERE s.text_id = t.id), '')), 'C')
      || setweight(app.search_words(t.plain), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

CREATE OR REPLACE FUNCTION app.words_follow_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_text uuid := coalesce(NEW.text_id, OLD.text_id);
  ids uuid[] := ARRAY (SELECT id FROM publication WHERE text_id = of_text AND published_at IS NOT NULL AND ended_at IS NULL);
BEGIN IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF; RETURN NULL; END $$;
CREATE TRIGGER words_follow AFTER INSERT OR UPDATE OR DELETE ON guide_step FOR EACH ROW EXECUTE FUNCTION app.words_follow_step();

SELECT app.refresh_published_words();
ALTER TABLE derived.published_words ALTER COLUMN head DROP DEFAULT;
GRANT EXECUTE ON FUNCTION app.words_follow_step() TO portal_app;
