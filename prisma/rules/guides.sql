-- What the database holds of the tables in prisma/schema/guides.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- guide_step
ALTER TABLE guide_step ADD CONSTRAINT clean_text CHECK ((app.clean_line(title) AND app.clean_text(body)));
CREATE TRIGGER words_follow AFTER INSERT OR DELETE OR UPDATE ON public.guide_step FOR EACH ROW EXECUTE FUNCTION app.words_follow_step();
