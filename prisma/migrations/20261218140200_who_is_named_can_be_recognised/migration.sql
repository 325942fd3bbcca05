-- That nobody can be recognised holds no longer once somebody is named: the picture waits until it is said anew who is in it, instead of
-- being kept out of public by two sentences that contradict each other.

CREATE OR REPLACE FUNCTION app.pictures_follow_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
    UPDATE media_asset SET faces = NULL WHERE id = NEW.asset_id AND faces = 'nobody';
  END IF;
  PERFORM app.follow_picture_consents(ARRAY[coalesce(NEW.asset_id, OLD.asset_id)]);
  PERFORM app.follow_picture_uses(ARRAY[coalesce(NEW.asset_id, OLD.asset_id)]);
  RETURN NULL;
END $$;

UPDATE media_asset a SET faces = NULL WHERE faces = 'nobody' AND EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id);
