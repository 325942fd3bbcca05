-- What the database holds of the tables in prisma/schema/coverage.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- coverage_ruling
ALTER TABLE coverage_ruling ADD CONSTRAINT clean_text CHECK ((app.clean_line(decision) AND app.clean_line(withdraw_reason)));
ALTER TABLE coverage_ruling ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE coverage_ruling ADD CONSTRAINT one_ruling EXCLUDE USING gist (daterange(valid_from, valid_to) WITH &&);
ALTER TABLE coverage_ruling ADD CONSTRAINT withdrawn_whole CHECK (((num_nonnulls(withdrawn_at, withdrawn_by_id, withdraw_reason) =
CASE
    WHEN (withdrawn_at IS NULL) THEN 0
    ELSE 3
END) AND ((withdrawn_at IS NULL) OR (valid_to = valid_from))));
CREATE TRIGGER check_ruling BEFORE INSERT OR DELETE OR UPDATE ON public.coverage_ruling FOR EACH ROW EXECUTE FUNCTION app.check_ruling();
CREATE TRIGGER coverage_ruled AFTER INSERT OR UPDATE ON public.coverage_ruling FOR EACH ROW WHEN (new.needs_households) EXECUTE FUNCTION derived.ruling_changed();

-- record_keeping
ALTER TABLE record_keeping ADD CONSTRAINT clean_text CHECK (app.clean_line(end_reason));
ALTER TABLE record_keeping ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE record_keeping ADD CONSTRAINT one_record_keeping EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER coverage_del AFTER DELETE ON public.record_keeping REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.record_keeping REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.record_keeping REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();

-- coverage_difference
ALTER TABLE coverage_difference ADD CONSTRAINT seen_by_somebody CHECK (((seen_at IS NULL) = (seen_by_id IS NULL)));
CREATE INDEX coverage_difference_unseen ON public.coverage_difference USING btree (found_at) WHERE (seen_at IS NULL);
