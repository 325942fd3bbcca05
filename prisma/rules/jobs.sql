-- What the database holds of the tables in prisma/schema/jobs.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- job
ALTER TABLE job ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(error)));
ALTER TABLE job ADD CONSTRAINT job_error CHECK (((error IS NULL) = (failures = 0)));
CREATE CONSTRAINT TRIGGER note_aside AFTER UPDATE ON public.job DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.running OR new.running) AND (NOT ((((old.name IS DISTINCT FROM new.name) OR (old.failures IS DISTINCT FROM new.failures)) OR (old.failed_at IS DISTINCT FROM new.failed_at)) OR (old.error IS DISTINCT FROM new.error))))) EXECUTE FUNCTION app.note_aside('1');
