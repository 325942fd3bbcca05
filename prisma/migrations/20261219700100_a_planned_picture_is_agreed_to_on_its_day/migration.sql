-- A text gets its hour only on a day up to which everybody in its pictures has agreed: names ask the planned day already.

DROP FUNCTION app.picture_may_show(uuid, text);
-- Whether a picture may be shown in public for a use: it lies in the library, whole and in words of both languages, somebody said who is in
-- it, and each of them agrees, on that day.
CREATE OR REPLACE FUNCTION app.picture_may_show(p_asset uuid, p_use text, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM media_asset a WHERE a.id = p_asset AND a.in_library AND a.withdrawn_at IS NULL
    AND (SELECT count(*) FROM media_size s WHERE s.asset_id = a.id) >= app.sizes_of(a.width)
    AND (SELECT count(*) FROM media_text t WHERE t.asset_id = a.id) = 2
    AND CASE a.faces WHEN 'nobody' THEN NOT EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id) WHEN 'named' THEN EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id) ELSE false END
    AND NOT EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id AND NOT app.agrees_to_picture(app.record_today(m.person_id), a.id, p_use, p_day))) $$;

-- Nothing is made public, or planned to be, with a picture that its page may not show on that day. One that is refused later leaves the page alone, and one
-- that has left the library leaves the words around it alone; a card and a sheet of paper go without.
CREATE OR REPLACE FUNCTION app.check_pictures_of_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE day date := app.day_of_telling(NEW);
BEGIN
  PERFORM 1 FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m WHERE m.text_id = NEW.text_id) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_use m JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = NEW.text_id AND m.use = 'portal'
    AND (m.at_head OR NOT app.has_left_library(a)) AND NOT app.picture_may_show(m.asset_id, m.use)) THEN
    RAISE EXCEPTION 'a picture of this text may not be shown' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_may_show', HINT = 'picture_may_show'; END IF;
  IF day > app.today() AND EXISTS (SELECT FROM media_use m JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = NEW.text_id AND m.use = 'portal'
    AND NOT app.has_left_library(a) AND NOT app.picture_may_show(m.asset_id, m.use, day)) THEN
    RAISE EXCEPTION 'a picture of this text may not be shown on its day' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_on_its_day', HINT = 'picture_on_its_day'; END IF;
  RETURN NEW;
END $$;
