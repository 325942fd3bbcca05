-- Somebody who is taken off a picture leaves open who is in it: until that is said anew it is in no public place. Where she had said no, another account than the
-- one that took her off says it, or one person would undo her no.

ALTER TABLE media_asset ADD COLUMN faces_said_by_id uuid, ADD COLUMN faces_not_by_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE media_asset ADD CONSTRAINT media_asset_faces_said_by_id_fkey FOREIGN KEY (faces_said_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Whether what she answered for a picture holds it back from any use: a no, or a yes that was taken back or ran out. Silence does not.
CREATE OR REPLACE FUNCTION app.holds_picture_back(p_person uuid, p_asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.refuses_picture(p_person, p_asset) OR EXISTS (SELECT FROM unnest(ARRAY['portal', 'share_card', 'print']) u(use) WHERE NOT app.agrees_to_picture(p_person, p_asset, u.use)
    AND EXISTS (SELECT FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person)) AND c.purpose = 'image' AND c.asset_id = p_asset AND c.use = u.use)) $$;

-- Somebody was taken off a picture of the library: who is in it is to be said anew, and where she holds it back, by another account. That of a woman whose two
-- records became one in this moment nothing is said, so it is asked at the end.
CREATE OR REPLACE FUNCTION app.open_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE her uuid := app.record_today(OLD.person_id);
BEGIN
  PERFORM 1 FROM media_asset WHERE id = OLD.asset_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_person m WHERE m.asset_id = OLD.asset_id AND app.record_today(m.person_id) = her) THEN RETURN NULL; END IF;
  IF app.holds_picture_back(her, OLD.asset_id) AND EXISTS (SELECT FROM media_asset a WHERE a.id = OLD.asset_id AND a.in_library AND a.faces_not_by_ids = '{}') THEN
    RAISE EXCEPTION 'somebody takes her off who said no' USING ERRCODE = 'check_violation', CONSTRAINT = 'taken_off_by_somebody', HINT = 'taken_off_by_somebody'; END IF;
  UPDATE media_asset SET faces = NULL, faces_said_by_id = NULL WHERE id = OLD.asset_id AND faces IS NOT NULL;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER open_faces AFTER DELETE ON media_person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.open_faces();

-- Who took somebody off who had said no does not say who is in the picture: another does, and then all of it is said.
CREATE OR REPLACE FUNCTION app.faces_said_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.faces_said_by_id IS NULL OR NEW.faces_said_by_id = ANY (NEW.faces_not_by_ids) THEN
    RAISE EXCEPTION 'another says who is in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'faces_said_by_another', HINT = 'faces_said_by_another'; END IF;
  NEW.faces_not_by_ids := '{}';
  RETURN NEW;
END $$;
CREATE TRIGGER faces_said_by_another BEFORE UPDATE OF faces ON media_asset FOR EACH ROW
  WHEN (NEW.faces IS NOT NULL AND NEW.faces_not_by_ids <> '{}') EXECUTE FUNCTION app.faces_said_by_another();
