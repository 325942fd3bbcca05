-- What the database holds of the tables in prisma/schema/series.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- session_series
ALTER TABLE session_series ADD CONSTRAINT clean_text CHECK (app.clean_line(rule));
