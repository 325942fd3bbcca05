-- What the database holds of the tables in prisma/schema/calls.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- trainer_call
ALTER TABLE trainer_call ADD CONSTRAINT clean_text CHECK ((app.clean_text(note) AND app.clean_line(withdrawn_reason)));
ALTER TABLE trainer_call ADD CONSTRAINT withdrawn_with_reason CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)));
CREATE TRIGGER raise_version BEFORE UPDATE ON public.trainer_call FOR EACH ROW EXECUTE FUNCTION app.raise_version();
