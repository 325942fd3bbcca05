-- What readers search is made once, when a text becomes public, and of what is public alone: a draft makes nobody's search slow.
CREATE TABLE derived.published_words (
  publication_id uuid PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
  title_key text NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX published_words_search ON derived.published_words USING gin (words);
DROP INDEX edition_text_search;

-- The words of some publications anew; of all without ids.
CREATE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, words)
    SELECT p.id, app.search_key(t.title), to_tsvector('simple', t.search_key) FROM publication p JOIN edition_text t ON t.id = p.text_id
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

CREATE FUNCTION app.words_follow_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.refresh_published_words(ARRAY[NEW.id]); RETURN NULL; END $$;
CREATE TRIGGER words_follow AFTER INSERT OR UPDATE OF text_id, published_at, ended_at ON publication FOR EACH ROW EXECUTE FUNCTION app.words_follow_publication();

CREATE FUNCTION app.words_follow_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[] := ARRAY (SELECT id FROM publication WHERE text_id = NEW.id AND published_at IS NOT NULL AND ended_at IS NULL);
BEGIN IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF; RETURN NULL; END $$;
CREATE TRIGGER words_follow AFTER UPDATE OF title, summary, plain ON edition_text FOR EACH ROW EXECUTE FUNCTION app.words_follow_text();

SELECT app.refresh_published_words();

CREATE VIEW app.published_words AS SELECT publication_id, title_key, words FROM derived.published_words;
GRANT SELECT ON app.published_words TO portal_app;
GRANT EXECUTE ON FUNCTION app.words_follow_publication(), app.words_follow_text() TO portal_app;
REVOKE EXECUTE ON FUNCTION app.refresh_published_words(uuid[]) FROM PUBLIC;

-- No word has a hundred letters; what has is made to keep the machine busy. Texts from before are left as they are.
ALTER TABLE edition_text ADD CONSTRAINT runs_short CHECK (title || ' ' || summary || ' ' || plain !~ '\S{101}') NOT VALID;
