-- What the database holds of the tables in prisma/schema/pictures.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- media_asset
ALTER TABLE media_asset ADD CONSTRAINT clean_text CHECK ((app.clean_line(mime) AND app.clean_line(withdrawn_reason)));
CREATE TRIGGER mark_demo BEFORE INSERT ON public.media_asset FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.media_asset FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- media_text
ALTER TABLE media_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(alt) AND app.clean_text(caption)));
ALTER TABLE media_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));

-- media_person
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.media_person FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER pictures_follow_faces AFTER INSERT OR DELETE OR UPDATE ON public.media_person FOR EACH ROW EXECUTE FUNCTION app.pictures_follow_faces();

-- media_use
ALTER TABLE media_use ADD CONSTRAINT clean_text CHECK (app.clean_line(use));
