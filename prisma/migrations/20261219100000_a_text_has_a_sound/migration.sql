-- A text may have a sound: a recording of somebody who reads it. The column that was to hold one named a file alone, not who reads, nor
-- which words; nothing has written it.

ALTER TABLE "edition_text" DROP CONSTRAINT "edition_text_audio_id_fkey";
ALTER TABLE "edition_text" DROP COLUMN "audio_id";

CREATE TABLE "sound" (
    "text_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "seconds" INTEGER NOT NULL,
    "read_by" TEXT NOT NULL,
    "words_sha256" BYTEA NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sound_pkey" PRIMARY KEY ("text_id")
);
ALTER TABLE "sound" ADD CONSTRAINT "sound_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "edition_text"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "sound" ADD CONSTRAINT "sound_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE sound ADD CONSTRAINT sound_hashes CHECK (octet_length(sha256) = 32 AND octet_length(words_sha256) = 32);
ALTER TABLE sound ADD CONSTRAINT sound_bounds CHECK (bytes BETWEEN 1 AND 11000000 AND seconds BETWEEN 1 AND 900);
ALTER TABLE sound ADD CONSTRAINT known_format CHECK (format IN ('mp3', 'm4a'));
ALTER TABLE sound ADD CONSTRAINT sound_says_who CHECK (char_length(read_by) BETWEEN 2 AND 120);
SELECT app.guard('sound');
GRANT SELECT, INSERT, DELETE ON sound TO portal_app;

-- What somebody reads who reads a text aloud, as a hash: title, summary, words, steps of a guide and lines of an alert. Its easy version is another text.
CREATE OR REPLACE FUNCTION app.words_to_hear(p_text uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(concat_ws(chr(10), t.title, t.summary, t.plain, app.words_of_parts(t.id)), 'UTF8')) FROM edition_text t WHERE t.id = p_text $$;

-- A text has its sound when it is approved, and with that it stands: it is never changed, and another one takes its place before. Taken away it
-- may be at any time.
CREATE OR REPLACE FUNCTION app.keep_approved_sound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM edition e JOIN edition_text t ON t.edition_id = e.id WHERE t.id = NEW.text_id FOR NO KEY UPDATE OF e;
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.text_id AND e.state IN ('approved', 'superseded')) THEN
    RAISE EXCEPTION 'approved text: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN NEW;
END $$;

-- A new edition goes on with the sound of the one before, in each language. Where its words are others, nobody hears it, and who writes is told.
CREATE OR REPLACE FUNCTION app.carry_sound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO sound (text_id, sha256, format, bytes, seconds, read_by, words_sha256, added_by_id, added_at)
    SELECT NEW.id, n.sha256, n.format, n.bytes, n.seconds, n.read_by, n.words_sha256, n.added_by_id, n.added_at FROM sound n
    WHERE n.text_id = (SELECT t.id FROM edition own JOIN edition e ON e.article_id = own.article_id AND e.number < own.number
      JOIN edition_text t ON t.edition_id = e.id AND t.locale = NEW.locale WHERE own.id = NEW.edition_id ORDER BY e.number DESC LIMIT 1);
  RETURN NULL;
END $$;

CREATE TRIGGER approved_sound_fixed BEFORE INSERT OR UPDATE ON sound FOR EACH ROW EXECUTE FUNCTION app.keep_approved_sound();
CREATE TRIGGER carry_sound AFTER INSERT ON edition_text FOR EACH ROW EXECUTE FUNCTION app.carry_sound();

-- Whether a name stands in a text, or among who reads it, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(concat_ws(' ', t.title, t.summary, t.plain, t.easy_read, (SELECT n.read_by FROM sound n WHERE n.text_id = t.id)), p_name) $$;
