-- What the database holds of the tables in prisma/schema/jobs.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- job
ALTER TABLE job ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(error)));
ALTER TABLE job ADD CONSTRAINT job_error CHECK (((error IS NULL) = (failures = 0)));
