-- expand: search finds a piece by what stands under its pictures while its page shows them, and follows a woman's other name at once.
-- What stands under the pictures of a text while its page shows them: at its head first.
CREATE OR REPLACE FUNCTION app.captions_told(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(x.caption, chr(10) ORDER BY m.at_head DESC, m.asset_id) FROM media_use m JOIN media_text x ON x.asset_id = m.asset_id AND x.locale = t.locale
  WHERE m.text_id = t.id AND m.use = 'portal' AND m.hidden_at IS NULL $$;

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, parts, text, what stands under pictures and what
-- was corrected. Of two at once the second sees what the first changed.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('words ' || x.id, 0)) FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY 1) x;
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(app.words_of_parts(t.id)), 'C')
      || setweight(app.search_words(concat_ws(' ', t.plain, t.easy_read, t.what_changed, app.captions_told(t), app.notes_told(p))), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

-- What stands under a picture is found while a page shows it: the picture is hidden or shown again, as who is in it answered, or its words are others.
CREATE OR REPLACE FUNCTION app.words_follow_caption() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was jsonb := to_jsonb(OLD); now_is jsonb := to_jsonb(NEW); picture uuid := coalesce(now_is, was)->>'asset_id'; of_text uuid := coalesce(now_is, was)->>'text_id'; ids uuid[];
BEGIN
  IF coalesce(now_is, was)->>'use' <> 'portal' OR was->'hidden_at' = now_is->'hidden_at' OR was->'caption' = now_is->'caption'
    OR coalesce(was->>'caption', now_is->>'caption', (SELECT min(x.caption) FROM media_text x WHERE x.asset_id = picture)) IS NULL THEN RETURN NULL; END IF;
  ids := ARRAY (SELECT p.id FROM publication p JOIN edition_text t ON t.id = p.text_id WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL
    AND p.text_id IN (SELECT m.text_id FROM media_use m WHERE m.asset_id = picture AND m.use = 'portal' UNION SELECT of_text));
  IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF;
  RETURN NULL;
END $$;

-- At the end of a merger, of its undoing, of an erasure and of a correction of her name: only then what was answered and what is told lie with
-- the same record. What was corrected is told, and found, as it may be beside the name that she has now.
CREATE OR REPLACE FUNCTION app.articles_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE on_her uuid[] := app.articles_on(NEW.id) || app.articles_on(OLD.merged_into_id); ids uuid[];
BEGIN
  PERFORM app.end_untold(on_her);
  ids := ARRAY (SELECT p.id FROM publication p WHERE p.article_id = ANY (on_her) AND p.published_at IS NOT NULL AND p.ended_at IS NULL
    AND EXISTS (SELECT FROM publication c WHERE c.article_id = p.article_id AND c.change_note IS NOT NULL));
  IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER words_follow AFTER INSERT OR UPDATE OF hidden_at OR DELETE ON media_use FOR EACH ROW EXECUTE FUNCTION app.words_follow_caption();
CREATE TRIGGER words_follow AFTER INSERT OR UPDATE OF caption OR DELETE ON media_text FOR EACH ROW EXECUTE FUNCTION app.words_follow_caption();

-- The few that the city lets out come to the front page newest first, without all others being passed by.
CREATE INDEX publication_front ON publication (locale, first_at DESC, article_id DESC) WHERE for_front AND published_at IS NOT NULL AND ended_at IS NULL;

-- Nothing asks it: what is sought for a name begins with the words that are published.
DROP INDEX edition_text_lines_search;

-- Of all: a lock for each of thousands would not find room.
SELECT app.refresh_published_words();
