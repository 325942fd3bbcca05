-- The easy-read version is approved, compared, found and hashed with its text. Of a text without one the hash stays what it was, so that no
-- translation becomes stale by this.

ALTER TABLE edition_text DROP COLUMN sha256, ADD COLUMN sha256 bytea GENERATED ALWAYS AS
  (sha256(decode(replace(title || chr(10) || summary || chr(10) || plain || coalesce(chr(10) || easy_read, ''), '\', '\\'), 'escape'))) STORED;
ALTER TABLE edition_text ADD CONSTRAINT easy_read_runs_short CHECK (easy_read !~ '\S{101}');

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, parts, text.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(app.words_of_parts(t.id)), 'C')
      || setweight(app.search_words(concat_ws(' ', t.plain, t.easy_read)), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

-- What a translation followed is compared with its easy-read version.
-- An English text follows Vietnamese words of its own article that stood there: they are kept as long as one does, for a draft is written
-- over. What was erased keeps none.
CREATE OR REPLACE FUNCTION app.keep_translation_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid := (SELECT article_id FROM edition WHERE id = NEW.edition_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.plain = '' AND OLD.plain <> '' THEN
    NEW.translated_from_id := NULL; NEW.translated_from_sha := NULL;
    DELETE FROM translation_source WHERE article_id = own;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.translated_from_sha IS DISTINCT FROM NEW.translated_from_sha THEN
    DELETE FROM translation_source s WHERE s.article_id = own AND s.sha256 = OLD.translated_from_sha AND NOT EXISTS (SELECT FROM edition_text t
      JOIN edition e ON e.id = t.edition_id WHERE e.article_id = own AND t.id <> NEW.id AND t.translated_from_sha = OLD.translated_from_sha);
  END IF;
  IF NEW.translated_from_id IS NULL AND NEW.translated_from_sha IS NULL THEN RETURN NEW; END IF;
  INSERT INTO translation_source (article_id, sha256, title, summary, plain)
    SELECT own, t.sha256, t.title, t.summary, concat_ws(chr(10), t.plain, t.easy_read) FROM edition_text t WHERE t.id = NEW.translated_from_id AND t.sha256 = NEW.translated_from_sha
      AND t.locale = 'vi' AND t.edition_id IN (SELECT id FROM edition WHERE article_id = own)
    ON CONFLICT DO NOTHING;
  IF NEW.locale <> 'en' OR NOT EXISTS (SELECT FROM translation_source WHERE article_id = own AND sha256 = NEW.translated_from_sha)
    OR NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.translated_from_id AND t.locale = 'vi' AND e.article_id = own) THEN
    RAISE EXCEPTION 'an English text follows Vietnamese words of its own article' USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_source', HINT = 'translation_source'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER words_follow ON edition_text;
CREATE TRIGGER words_follow AFTER UPDATE OF title, summary, plain, easy_read ON edition_text FOR EACH ROW EXECUTE FUNCTION app.words_follow_text();
