-- What the database holds of the tables in prisma/schema/coverage.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- indicator
ALTER TABLE indicator ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(name_vi) AND app.clean_line(name_en) AND app.clean_line(numerator_vi) AND app.clean_line(numerator_en) AND app.clean_line(denominator_vi) AND app.clean_line(denominator_en) AND app.clean_text(known_gaps_vi) AND app.clean_text(known_gaps_en)));
ALTER TABLE indicator ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE indicator ADD CONSTRAINT one_indicator EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);

-- coverage_ruling
ALTER TABLE coverage_ruling ADD CONSTRAINT clean_text CHECK (app.clean_line(decision));
ALTER TABLE coverage_ruling ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE coverage_ruling ADD CONSTRAINT one_ruling EXCLUDE USING gist (daterange(valid_from, valid_to) WITH &&);

-- record_keeping
ALTER TABLE record_keeping ADD CONSTRAINT clean_text CHECK (app.clean_line(end_reason));
ALTER TABLE record_keeping ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE record_keeping ADD CONSTRAINT one_record_keeping EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER coverage_del AFTER DELETE ON public.record_keeping REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.record_keeping REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.record_keeping REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
