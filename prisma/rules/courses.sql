-- What the database holds of the tables in prisma/schema/courses.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- skill
ALTER TABLE skill ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(domain) AND app.clean_line(name_vi) AND app.clean_line(name_en)));

-- course
ALTER TABLE course ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(language) AND app.clean_text(trainer_notes)));
ALTER TABLE course ADD CONSTRAINT minutes_of_course CHECK (((minutes >= 10) AND (minutes <= 2400)));
CREATE TRIGGER mark_demo BEFORE INSERT ON public.course FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.course FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- course_text
ALTER TABLE course_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(title) AND app.clean_text(description) AND app.clean_text(preconditions) AND app.clean_line(slug)));
ALTER TABLE course_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));

-- course_material
ALTER TABLE course_material ADD CONSTRAINT clean_text CHECK ((app.clean_line(title) AND app.clean_line(url) AND app.clean_line(locale)));
ALTER TABLE course_material ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE course_material ADD CONSTRAINT link_is_https CHECK ((url ~ '^https://\S+$'::text));
ALTER TABLE course_material ADD CONSTRAINT link_or_file CHECK ((num_nonnulls(url, asset_id) = 1));
ALTER TABLE course_material ADD CONSTRAINT material_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
