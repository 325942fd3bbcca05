-- Words of a picture that public texts show wait until somebody who may publish there and did not write them approves them; readers go on reading those from
-- before. It was the one part of a page that changed without a second pair of eyes.

CREATE TABLE media_text_waiting (
  asset_id uuid NOT NULL,
  locale text NOT NULL,
  alt text NOT NULL,
  caption text,
  written_by_ids uuid[] NOT NULL,
  written_at timestamptz(6) NOT NULL DEFAULT now(),
  returned_by_id uuid,
  approved_by_id uuid,
  CONSTRAINT media_text_waiting_pkey PRIMARY KEY (asset_id, locale),
  CONSTRAINT media_text_waiting_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES media_asset(id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT media_text_waiting_returned_by_id_fkey FOREIGN KEY (returned_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT media_text_waiting_approved_by_id_fkey FOREIGN KEY (approved_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT known_locale CHECK (locale IN ('vi', 'en')),
  CONSTRAINT somebody_wrote_words CHECK (cardinality(written_by_ids) > 0),
  CONSTRAINT words_approved_by_another CHECK (approved_by_id <> ALL (written_by_ids))
);
SELECT app.guard('media_text_waiting');
GRANT SELECT, INSERT, UPDATE, DELETE ON media_text_waiting TO portal_app;
-- What would name a woman in a public or planned text while she has not agreed does not even wait. Approved, it is asked again.
CREATE OR REPLACE FUNCTION app.waiting_words_name_who_agrees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM media_use m JOIN publication x ON x.text_id = m.text_id AND x.ended_at IS NULL AND x.locale = NEW.locale JOIN article a ON a.id = x.article_id
    JOIN person p ON p.id = app.record_today(a.subject_person_id) WHERE m.asset_id = NEW.asset_id AND m.use = 'portal'
      AND app.name_stands_in(concat_ws(' ', NEW.alt, NEW.caption), p.full_name) AND NOT app.consent_stands(p.id, 'name_in_story', app.day_of_telling(x))) THEN
    RAISE EXCEPTION 'these words name a woman who has not agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_names_who_agrees', HINT = 'picture_names_who_agrees'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER picture_names_who_agrees AFTER INSERT OR UPDATE OF alt, caption ON media_text_waiting FOR EACH ROW EXECUTE FUNCTION app.waiting_words_name_who_agrees();

-- Whether readers see a picture in a text, or will at its hour; also while a no hides it there, for it can become a yes again.
CREATE OR REPLACE FUNCTION app.picture_is_published(p_asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM media_use m JOIN publication x ON x.text_id = m.text_id WHERE m.asset_id = p_asset AND m.use = 'portal' AND x.ended_at IS NULL) $$;

-- Words of a picture that is public become those that somebody else approved, and no others. The picture is held: of this and a publication the second sees the
-- first. What has ended is emptied.
CREATE OR REPLACE FUNCTION app.words_are_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
  IF app.picture_is_published(NEW.asset_id) AND NOT EXISTS (SELECT FROM media_asset a WHERE a.id = NEW.asset_id AND app.has_ended(a))
    AND NOT EXISTS (SELECT FROM media_text_waiting w WHERE w.asset_id = NEW.asset_id AND w.locale = NEW.locale AND w.approved_by_id IS NOT NULL
      AND w.alt = NEW.alt AND w.caption IS NOT DISTINCT FROM NEW.caption) THEN
    RAISE EXCEPTION 'somebody else approves words of a public picture' USING ERRCODE = 'check_violation', CONSTRAINT = 'words_are_approved', HINT = 'words_are_approved'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_are_approved BEFORE UPDATE OF alt, caption ON media_text FOR EACH ROW
  WHEN ((OLD.alt, OLD.caption) IS DISTINCT FROM (NEW.alt, NEW.caption)) EXECUTE FUNCTION app.words_are_approved();

-- Of a picture that has ended no words wait any more: they may name a woman who was erased.
CREATE OR REPLACE FUNCTION app.waiting_words_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM media_text_waiting WHERE asset_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER waiting_words_end AFTER UPDATE OF withdrawn_at, withdrawn_reason ON media_asset FOR EACH ROW WHEN (app.has_ended(NEW)) EXECUTE FUNCTION app.waiting_words_end();
