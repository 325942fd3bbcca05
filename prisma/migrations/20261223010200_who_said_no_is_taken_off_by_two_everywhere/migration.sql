-- Of pictures of models and courses as of those of the library: a woman who said no is taken off by one account, and the picture comes back at the word of another.

-- Takes pictures off their addresses, or puts them back, as those who can be recognised in them answered. One of a model or a course stays off while somebody was
-- taken off it who had said no and nobody else has looked; one of the library is in no public place then (open_faces). What was taken off for
-- another reason stays so. Two answers for one picture at once come one after the other.
CREATE OR REPLACE FUNCTION app.follow_picture_consents(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = ANY (p_assets) ORDER BY id FOR NO KEY UPDATE;
  UPDATE media_asset a SET withdrawn_at = CASE WHEN x.refused THEN now() END, withdrawn_reason = CASE WHEN x.refused THEN 'consent' END
  FROM (SELECT b.id, EXISTS (SELECT FROM media_person m WHERE m.asset_id = b.id AND app.refuses_picture(app.record_today(m.person_id), b.id))
      OR NOT b.in_library AND b.faces_not_by_ids <> '{}' AS refused
    FROM media_asset b WHERE b.id = ANY (p_assets)) x
  WHERE a.id = x.id AND x.refused IS DISTINCT FROM (a.withdrawn_at IS NOT NULL) AND (a.withdrawn_at IS NULL OR a.withdrawn_reason = 'consent');
END $$;

-- Somebody was taken off a picture: who is in it is to be said anew, and where she holds it back, by another account. That of a woman whose two
-- records became one in this moment nothing is said, so it is asked at the end.
CREATE OR REPLACE FUNCTION app.open_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE her uuid := app.record_today(OLD.person_id);
BEGIN
  PERFORM 1 FROM media_asset WHERE id = OLD.asset_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_person m WHERE m.asset_id = OLD.asset_id AND app.record_today(m.person_id) = her) THEN RETURN NULL; END IF;
  IF app.holds_picture_back(her, OLD.asset_id) AND EXISTS (SELECT FROM media_asset a WHERE a.id = OLD.asset_id AND NOT app.has_ended(a) AND a.faces_not_by_ids = '{}') THEN
    RAISE EXCEPTION 'somebody takes her off who said no' USING ERRCODE = 'check_violation', CONSTRAINT = 'taken_off_by_somebody', HINT = 'taken_off_by_somebody'; END IF;
  UPDATE media_asset SET faces = NULL, faces_said_by_id = NULL WHERE id = OLD.asset_id AND faces IS NOT NULL;
  RETURN NULL;
END $$;

-- Another has said who is in it: what was held back meanwhile follows what those who are in it answered.
CREATE OR REPLACE FUNCTION app.consents_follow_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.follow_picture_consents(ARRAY[NEW.id]); RETURN NULL; END $$;
CREATE TRIGGER consents_follow_faces AFTER UPDATE OF faces ON media_asset FOR EACH ROW
  WHEN (OLD.faces_not_by_ids <> '{}' AND NEW.faces_not_by_ids = '{}') EXECUTE FUNCTION app.consents_follow_faces();
CREATE INDEX media_asset_faces_open ON media_asset (id) WHERE faces_not_by_ids <> '{}';
