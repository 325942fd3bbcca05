-- What nothing shows any more does not stay in storage: faces of who was erased, pictures that were removed or replaced, recordings taken away.

CREATE TABLE "file_removal" (
    "sha256" BYTEA NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "file_removal_pkey" PRIMARY KEY ("sha256"),
    CONSTRAINT "file_removal_hash" CHECK (octet_length(sha256) = 32)
);
SELECT app.guard('file_removal');
GRANT SELECT, INSERT, UPDATE, DELETE ON file_removal TO portal_app;

CREATE INDEX "media_size_sha256_idx" ON "media_size"("sha256");
CREATE INDEX "sound_sha256_idx" ON "sound"("sha256");

-- Whether a picture, or a file, has ended for good: removed, replaced, or with a woman who was erased. A no can become a yes again.
CREATE OR REPLACE FUNCTION app.has_ended(a media_asset) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT a.withdrawn_at IS NOT NULL AND a.withdrawn_reason IS DISTINCT FROM 'consent' $$;

-- Whether a row shows this file: a picture or material that has not ended, a size, a sound.
CREATE OR REPLACE FUNCTION app.shows_file(p_sha256 bytea) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM media_asset a WHERE a.sha256 = p_sha256 AND NOT app.has_ended(a)) OR EXISTS (SELECT FROM media_size s WHERE s.sha256 = p_sha256)
    OR EXISTS (SELECT FROM sound n WHERE n.sha256 = p_sha256) $$;

-- The row of a file that was shown is gone: a job asks a minute later, when everything that goes on from this row at the same time is written.
CREATE OR REPLACE FUNCTION app.file_has_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO file_removal (sha256, due_at) VALUES (OLD.sha256, now() + interval '1 minute')
    ON CONFLICT (sha256) DO UPDATE SET due_at = greatest(file_removal.due_at, EXCLUDED.due_at);
  RETURN NULL;
END $$;

-- The row of what has ended stays as proof; its file and those of its sizes are noted to be removed.
CREATE OR REPLACE FUNCTION app.picture_has_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM media_size WHERE asset_id = NEW.id;
  INSERT INTO file_removal (sha256, due_at) VALUES (NEW.sha256, now() + interval '1 minute')
    ON CONFLICT (sha256) DO UPDATE SET due_at = greatest(file_removal.due_at, EXCLUDED.due_at);
  RETURN NULL;
END $$;

-- A size that was being made when its picture ended is none any more: its file was noted before it was put there.
CREATE OR REPLACE FUNCTION app.size_of_what_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_asset a WHERE a.id = NEW.asset_id AND app.has_ended(a)) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER file_has_gone AFTER DELETE ON media_asset FOR EACH ROW EXECUTE FUNCTION app.file_has_gone();
CREATE TRIGGER file_has_gone AFTER DELETE ON media_size FOR EACH ROW EXECUTE FUNCTION app.file_has_gone();
CREATE TRIGGER file_has_gone AFTER DELETE ON sound FOR EACH ROW EXECUTE FUNCTION app.file_has_gone();
CREATE TRIGGER picture_has_ended AFTER UPDATE OF withdrawn_at, withdrawn_reason ON media_asset FOR EACH ROW WHEN (app.has_ended(NEW)) EXECUTE FUNCTION app.picture_has_ended();
CREATE TRIGGER size_of_what_stands BEFORE INSERT ON media_size FOR EACH ROW EXECUTE FUNCTION app.size_of_what_stands();

-- what ended before today
INSERT INTO file_removal (sha256, due_at) SELECT a.sha256, now() FROM media_asset a WHERE app.has_ended(a) ON CONFLICT DO NOTHING;
DELETE FROM media_size s USING media_asset a WHERE a.id = s.asset_id AND app.has_ended(a);
