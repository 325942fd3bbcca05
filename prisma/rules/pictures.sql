-- What the database holds of the tables in prisma/schema/pictures.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- media_asset
ALTER TABLE media_asset ADD CONSTRAINT clean_text CHECK ((app.clean_line(mime) AND app.clean_line(withdrawn_reason) AND app.clean_line(faces)));
ALTER TABLE media_asset ADD CONSTRAINT focal_point CHECK ((((focal_x IS NULL) = (focal_y IS NULL)) AND ((focal_x >= (0)::double precision) AND (focal_x <= (1)::double precision)) AND ((focal_y >= (0)::double precision) AND (focal_y <= (1)::double precision))));
ALTER TABLE media_asset ADD CONSTRAINT known_faces CHECK ((faces = ANY (ARRAY['nobody'::text, 'named'::text])));
CREATE INDEX media_asset_faces_open ON public.media_asset USING btree (id) WHERE (faces_not_by_ids <> '{}'::uuid[]);
CREATE INDEX media_asset_library ON public.media_asset USING btree (id) WHERE in_library;
CREATE INDEX media_asset_new ON public.media_asset USING btree (created_at) WHERE (in_library AND (withdrawn_at IS NULL));
CREATE TRIGGER consents_follow_faces AFTER UPDATE OF faces ON public.media_asset FOR EACH ROW WHEN (((old.faces_not_by_ids <> '{}'::uuid[]) AND (new.faces_not_by_ids = '{}'::uuid[]))) EXECUTE FUNCTION app.consents_follow_faces();
CREATE TRIGGER faces_said_by_another BEFORE UPDATE OF faces ON public.media_asset FOR EACH ROW WHEN (((new.faces IS NOT NULL) AND (new.faces_not_by_ids <> '{}'::uuid[]))) EXECUTE FUNCTION app.faces_said_by_another();
CREATE TRIGGER file_has_gone AFTER DELETE ON public.media_asset FOR EACH ROW EXECUTE FUNCTION app.file_has_gone();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.media_asset FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER picture_has_ended AFTER UPDATE OF withdrawn_at, withdrawn_reason ON public.media_asset FOR EACH ROW WHEN (app.has_ended(new.*)) EXECUTE FUNCTION app.picture_has_ended();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.media_asset FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER uses_follow AFTER UPDATE OF withdrawn_at, faces, in_library ON public.media_asset FOR EACH ROW EXECUTE FUNCTION app.uses_follow_picture();
CREATE TRIGGER waiting_words_end AFTER UPDATE OF withdrawn_at, withdrawn_reason ON public.media_asset FOR EACH ROW WHEN (app.has_ended(new.*)) EXECUTE FUNCTION app.waiting_words_end();

-- media_text
ALTER TABLE media_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(alt) AND app.clean_text(caption)));
ALTER TABLE media_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
CREATE TRIGGER first_words_are_approved BEFORE INSERT ON public.media_text FOR EACH ROW EXECUTE FUNCTION app.words_are_approved();
CREATE TRIGGER picture_names_who_agrees AFTER INSERT OR UPDATE OF alt, caption ON public.media_text FOR EACH ROW EXECUTE FUNCTION app.picture_names_who_agrees();
CREATE TRIGGER submitted_is_read_anew AFTER UPDATE OF alt, caption ON public.media_text FOR EACH ROW WHEN (((old.alt IS DISTINCT FROM new.alt) OR (old.caption IS DISTINCT FROM new.caption))) EXECUTE FUNCTION app.submitted_is_read_anew();
CREATE TRIGGER submitted_is_read_with_it AFTER INSERT ON public.media_text FOR EACH ROW EXECUTE FUNCTION app.submitted_is_read_anew();
CREATE TRIGGER uses_follow AFTER INSERT ON public.media_text FOR EACH ROW EXECUTE FUNCTION app.uses_follow_part();
CREATE TRIGGER words_are_approved BEFORE UPDATE OF alt, caption ON public.media_text FOR EACH ROW WHEN (((old.alt IS DISTINCT FROM new.alt) OR (old.caption IS DISTINCT FROM new.caption))) EXECUTE FUNCTION app.words_are_approved();
CREATE TRIGGER words_follow AFTER INSERT OR DELETE OR UPDATE OF caption ON public.media_text FOR EACH ROW EXECUTE FUNCTION app.words_follow_caption();

-- media_text_waiting
ALTER TABLE media_text_waiting ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(alt) AND app.clean_text(caption) AND app.clean_text(remark)));
ALTER TABLE media_text_waiting ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE media_text_waiting ADD CONSTRAINT remark_of_return CHECK (((remark IS NULL) OR (returned_by_id IS NOT NULL)));
ALTER TABLE media_text_waiting ADD CONSTRAINT somebody_wrote_words CHECK ((cardinality(written_by_ids) > 0));
ALTER TABLE media_text_waiting ADD CONSTRAINT words_approved_by_another CHECK ((approved_by_id <> ALL (written_by_ids)));
CREATE TRIGGER picture_names_who_agrees AFTER INSERT OR UPDATE OF alt, caption ON public.media_text_waiting FOR EACH ROW EXECUTE FUNCTION app.waiting_words_name_who_agrees();

-- media_person
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.media_person FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE CONSTRAINT TRIGGER open_faces AFTER DELETE ON public.media_person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.open_faces();
CREATE TRIGGER pictures_follow_faces AFTER INSERT OR DELETE OR UPDATE ON public.media_person FOR EACH ROW EXECUTE FUNCTION app.pictures_follow_faces();

-- media_size
ALTER TABLE media_size ADD CONSTRAINT clean_text CHECK (app.clean_line(format));
ALTER TABLE media_size ADD CONSTRAINT media_size_bytes_check CHECK ((bytes > 0));
ALTER TABLE media_size ADD CONSTRAINT media_size_format_check CHECK ((format = ANY (ARRAY['avif'::text, 'webp'::text])));
ALTER TABLE media_size ADD CONSTRAINT media_size_sha256_check CHECK ((octet_length(sha256) = 32));
ALTER TABLE media_size ADD CONSTRAINT media_size_width_check CHECK (((width >= 1) AND (width <= 1600)));
CREATE TRIGGER file_has_gone AFTER DELETE ON public.media_size FOR EACH ROW EXECUTE FUNCTION app.file_has_gone();
CREATE TRIGGER size_of_what_stands BEFORE INSERT ON public.media_size FOR EACH ROW EXECUTE FUNCTION app.size_of_what_stands();
CREATE TRIGGER uses_follow AFTER INSERT ON public.media_size FOR EACH ROW EXECUTE FUNCTION app.uses_follow_part();

-- media_use
ALTER TABLE media_use ADD CONSTRAINT clean_text CHECK (app.clean_line(use));
ALTER TABLE media_use ADD CONSTRAINT known_use CHECK ((use = ANY (ARRAY['portal'::text, 'share_card'::text, 'print'::text])));
CREATE INDEX media_use_untold ON public.media_use USING btree (asset_id) WHERE (told_at IS NULL);
CREATE UNIQUE INDEX one_lead_picture ON public.media_use USING btree (text_id) WHERE ((use = 'portal'::text) AND at_head);
CREATE TRIGGER picture_use BEFORE INSERT ON public.media_use FOR EACH ROW EXECUTE FUNCTION app.check_picture_use();
CREATE TRIGGER uses_follow_portal AFTER INSERT OR DELETE ON public.media_use FOR EACH ROW EXECUTE FUNCTION app.uses_follow_portal();
CREATE TRIGGER words_follow AFTER INSERT OR DELETE OR UPDATE OF hidden_at ON public.media_use FOR EACH ROW EXECUTE FUNCTION app.words_follow_caption();

-- file_removal
ALTER TABLE file_removal ADD CONSTRAINT file_removal_hash CHECK ((octet_length(sha256) = 32));
