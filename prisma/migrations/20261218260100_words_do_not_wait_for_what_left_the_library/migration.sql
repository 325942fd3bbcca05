-- Removed from the library, or with a woman who was erased: for good, where a no can become a yes again.
CREATE OR REPLACE FUNCTION app.has_left_library(a media_asset) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT a.in_library OR a.withdrawn_at IS NOT NULL AND a.withdrawn_reason IS DISTINCT FROM 'consent' $$;

-- The pictures that stand within a text are used there, whoever wrote it and by whatever way: nobody has to think of saying so. One that is
-- out of the library is drawn nowhere.
CREATE OR REPLACE FUNCTION app.use_pictures_of_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE stand uuid[];
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body = OLD.body THEN RETURN NULL; END IF;
  stand := ARRAY (SELECT DISTINCT (n #>> '{}')::uuid FROM jsonb_path_query(NEW.body, 'lax $.** ? (@.type == "picture").attrs.ref') n
    WHERE n #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
  DELETE FROM media_use WHERE text_id = NEW.id AND use = 'portal' AND NOT at_head AND asset_id <> ALL (stand);
  INSERT INTO media_use (asset_id, text_id, use, at_head)
    SELECT a.id, NEW.id, 'portal', false FROM media_asset a WHERE a.id = ANY (stand) AND NOT app.has_left_library(a) ORDER BY a.id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Nothing is made public, or planned to be, with a picture that may not be shown. One that is refused later leaves the page alone, and one
-- that has left the library leaves the words around it alone.
CREATE OR REPLACE FUNCTION app.check_pictures_of_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m WHERE m.text_id = NEW.text_id) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_use m JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = NEW.text_id
    AND (m.at_head OR NOT app.has_left_library(a)) AND NOT app.picture_may_show(m.asset_id, m.use)) THEN
    RAISE EXCEPTION 'a picture of this text may not be shown' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_may_show', HINT = 'picture_may_show'; END IF;
  RETURN NEW;
END $$;
