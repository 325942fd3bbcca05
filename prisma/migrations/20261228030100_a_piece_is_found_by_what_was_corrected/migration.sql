-- expand: search finds a piece by the words in which its page says what was corrected, while the page says them.
-- What readers are told was corrected in the language of a publication, newest first, as its page tells it.
CREATE OR REPLACE FUNCTION app.notes_told(p publication) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT string_agg(c.change_note, chr(10) ORDER BY c.published_at DESC, c.id DESC) FROM publication c WHERE c.article_id = p.article_id AND c.locale = p.locale
    AND c.published_at IS NOT NULL AND c.change_note IS NOT NULL AND app.note_may_show(c.change_note, p.text_id) $$;

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, parts, text and what was corrected.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(app.words_of_parts(t.id)), 'C')
      || setweight(app.search_words(concat_ws(' ', t.plain, t.easy_read, t.what_changed, app.notes_told(p))), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

-- What was corrected is found while its page tells it: a note is emptied, a name in it is taken back or agreed to, or it is said of whom the article tells.
CREATE OR REPLACE FUNCTION app.words_follow_notes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_article uuid := coalesce(to_jsonb(NEW)->>'article_id', NEW.id::text)::uuid; ids uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM publication WHERE article_id = of_article AND change_note IS NOT NULL) AND TG_TABLE_NAME <> 'publication' THEN RETURN NULL; END IF;
  ids := ARRAY (SELECT id FROM publication WHERE article_id = of_article AND published_at IS NOT NULL AND ended_at IS NULL);
  IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER notes_follow AFTER UPDATE OF change_note ON publication FOR EACH ROW WHEN (OLD.change_note IS DISTINCT FROM NEW.change_note) EXECUTE FUNCTION app.words_follow_notes();
CREATE TRIGGER notes_follow AFTER INSERT ON article_naming FOR EACH ROW EXECUTE FUNCTION app.words_follow_notes();
CREATE TRIGGER notes_follow AFTER UPDATE OF subject_person_id ON article FOR EACH ROW WHEN (OLD.subject_person_id IS DISTINCT FROM NEW.subject_person_id) EXECUTE FUNCTION app.words_follow_notes();

SELECT app.refresh_published_words(ARRAY (SELECT p.id FROM publication p WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL
  AND EXISTS (SELECT FROM publication c WHERE c.article_id = p.article_id AND c.change_note IS NOT NULL)));
