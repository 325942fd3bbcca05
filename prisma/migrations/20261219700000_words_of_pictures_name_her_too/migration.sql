-- A name in the description or the caption of a picture is read as one in the text is: it asks for her yes, and changing such words asks again.

-- What readers of a text read at its pictures, at the head and within; of one that has left the library they see nothing.
CREATE OR REPLACE FUNCTION app.words_of_pictures(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(concat_ws(' ', w.alt, w.caption), ' ') FROM media_text w WHERE w.locale = t.locale AND w.asset_id IN (SELECT m.asset_id FROM media_use m
    JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = t.id AND m.use = 'portal' AND NOT app.has_left_library(a)) $$;

-- Whether a name stands in a text, at its pictures, or among who reads it, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(concat_ws(' ', t.title, t.summary, t.plain, t.easy_read, (SELECT n.read_by FROM sound n WHERE n.text_id = t.id), app.words_of_pictures(t)), p_name) $$;

-- Words of a picture do not bring a woman's name into what is public, or planned, while she has not agreed; what is looked at beforehand ends where
-- she refused. Articles are held: of her answer and these words the second sees the first.
CREATE OR REPLACE FUNCTION app.picture_names_who_agrees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE stories uuid[]; texts uuid[];
BEGIN
  SELECT array_agg(DISTINCT a.id), array_agg(DISTINCT t.id) INTO stories, texts FROM media_use m JOIN edition_text t ON t.id = m.text_id JOIN edition e ON e.id = t.edition_id
    JOIN article a ON a.id = e.article_id WHERE m.asset_id = NEW.asset_id AND m.use = 'portal' AND t.locale = NEW.locale AND a.subject_person_id IS NOT NULL;
  IF stories IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM article WHERE id = ANY (stories) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM publication x JOIN article a ON a.id = x.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE x.text_id = ANY (texts) AND x.ended_at IS NULL AND app.name_stands_in(concat_ws(' ', NEW.alt, NEW.caption), p.full_name)
      AND NOT app.may_tell_of_her(x.text_id, app.day_of_telling(x))) THEN
    RAISE EXCEPTION 'these words name a woman who has not agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_names_who_agrees', HINT = 'picture_names_who_agrees'; END IF;
  DELETE FROM preview_link l USING edition_text t WHERE t.id = ANY (texts) AND l.edition_id = t.edition_id AND app.refused_by_her(t.edition_id);
  RETURN NULL;
END $$;

CREATE TRIGGER picture_names_who_agrees AFTER INSERT OR UPDATE OF alt, caption ON media_text FOR EACH ROW EXECUTE FUNCTION app.picture_names_who_agrees();
