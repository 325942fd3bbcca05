-- What the database holds of the tables in prisma/schema/reminders.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- reminder
ALTER TABLE reminder ADD CONSTRAINT clean_text CHECK (app.clean_text(text));
ALTER TABLE reminder ADD CONSTRAINT not_asked_again_at_once EXCLUDE USING gist (unit_id WITH =, kind WITH =, COALESCE(subject_id, unit_id) WITH =, daterange(asked_on, again_from) WITH &&);
ALTER TABLE reminder ADD CONSTRAINT says_what_is_missing CHECK (((kind <> 'coverage_gap'::reminder_kind) OR (COALESCE(cardinality(parts), 0) > 0)));
ALTER TABLE reminder ADD CONSTRAINT stands_from_its_day CHECK (((asked_on < again_from) AND (asked_on < lapses_on)));
