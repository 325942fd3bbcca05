-- What the database holds of the tables in prisma/schema/targets.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- target
ALTER TABLE target ADD CONSTRAINT clean_text CHECK ((app.clean_line(indicator_code) AND app.clean_text(reason)));
ALTER TABLE target ADD CONSTRAINT target_number_check CHECK ((number > 0));
ALTER TABLE target ADD CONSTRAINT target_value_check CHECK ((value >= (0)::numeric));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.target FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.target FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
