-- What the database holds of the tables in prisma/schema/reports.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- reporting_period
ALTER TABLE reporting_period ADD CONSTRAINT one_period EXCLUDE USING gist (kind WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE reporting_period ADD CONSTRAINT reporting_period_check CHECK ((starts_on < ends_on));
CREATE TRIGGER period_stays BEFORE UPDATE OF kind, starts_on, ends_on ON public.reporting_period FOR EACH ROW WHEN ((((old.kind IS DISTINCT FROM new.kind) OR (old.starts_on IS DISTINCT FROM new.starts_on)) OR (old.ends_on IS DISTINCT FROM new.ends_on))) EXECUTE FUNCTION app.refuse_change();

-- report
ALTER TABLE report ADD CONSTRAINT clean_text CHECK ((app.clean_text(comment_vi) AND app.clean_text(comment_en)));
CREATE TRIGGER raise_version BEFORE UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER wait_for_changes BEFORE INSERT OR UPDATE OF state ON public.report FOR EACH ROW WHEN ((new.state = 'locked'::report_state)) EXECUTE FUNCTION app.wait_for_changes();

-- report_action
ALTER TABLE report_action ADD CONSTRAINT clean_text CHECK (app.clean_text(remark));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.report_action FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.report_action FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER apply_action AFTER INSERT ON public.report_action FOR EACH ROW EXECUTE FUNCTION app.apply_report_action();

-- report_signing
ALTER TABLE report_signing ADD CONSTRAINT clean_text CHECK ((app.clean_line(seen) AND app.clean_line(problem)));
ALTER TABLE report_signing ADD CONSTRAINT signing_ended CHECK (((state = 'waiting'::signing_state) = (ended_at IS NULL)));
ALTER TABLE report_signing ADD CONSTRAINT signing_problem CHECK (((state = 'refused'::signing_state) = (problem IS NOT NULL)));
CREATE UNIQUE INDEX one_signing ON public.report_signing USING btree (report_id) WHERE (state = 'waiting'::signing_state);

-- snapshot
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.snapshot FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.snapshot FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE CONSTRAINT TRIGGER snapshot_true AFTER INSERT ON public.snapshot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_snapshot();

-- snapshot_row
ALTER TABLE snapshot_row ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.snapshot_row FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.snapshot_row FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER snapshot_closed BEFORE INSERT ON public.snapshot_row FOR EACH ROW EXECUTE FUNCTION app.check_snapshot();

-- report_template
ALTER TABLE report_template ADD CONSTRAINT clean_text CHECK (app.clean_text(remark));
ALTER TABLE report_template ADD CONSTRAINT file_hashed CHECK ((octet_length(sha256) = 32));
ALTER TABLE report_template ADD CONSTRAINT file_or_mistakes CHECK (((file IS NULL) = (jsonb_array_length(mistakes) > 0)));
ALTER TABLE report_template ADD CONSTRAINT file_small CHECK ((octet_length(file) <= 2097152));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.report_template FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.report_template FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- report_template_choice
ALTER TABLE report_template_choice ADD CONSTRAINT clean_text CHECK (app.clean_text(remark));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.report_template_choice FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.report_template_choice FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- report_file
ALTER TABLE report_file ADD CONSTRAINT file_hashed CHECK ((octet_length(sha256) = 32));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.report_file FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.report_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
