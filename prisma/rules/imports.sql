-- What the database holds of the tables in prisma/schema/imports.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- import_batch
ALTER TABLE import_batch ADD CONSTRAINT clean_text CHECK ((app.clean_line(subject) AND app.clean_line(file_name) AND app.clean_line(phase)));
ALTER TABLE import_batch ADD CONSTRAINT import_phase CHECK ((phase = ANY (ARRAY['checking'::text, 'checked'::text, 'applying'::text, 'undoing'::text, 'finished'::text])));
CREATE INDEX import_batch_due ON public.import_batch USING btree (purge_on) WHERE (purged_on IS NULL);
CREATE UNIQUE INDEX one_applied_file ON public.import_batch USING btree (unit_id, file_sha256) WHERE (state = 'applied'::import_state);
CREATE TRIGGER raise_version BEFORE UPDATE ON public.import_batch FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER undo_by_two BEFORE UPDATE OF undone_at ON public.import_batch FOR EACH ROW WHEN (((old.undone_at IS NULL) AND (new.undone_at IS NOT NULL))) EXECUTE FUNCTION app.undo_by_two();

-- import_row
ALTER TABLE import_row ADD CONSTRAINT clean_text CHECK ((app.clean_line(subject_type) AND app.clean_line(match_key) AND app.clean_text(outcome)));
ALTER TABLE import_row ADD CONSTRAINT import_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'undone'::text, 'left-alone'::text])));
CREATE TRIGGER forget_phone_before AFTER UPDATE OF before ON public.import_row FOR EACH ROW WHEN (((new.before IS NULL) AND ((old.before #>> '{phone,kept}'::text[]) IS NOT NULL))) EXECUTE FUNCTION app.forget_phone_before();
CREATE TRIGGER forget_sheet_numbers AFTER UPDATE OF cells ON public.import_row FOR EACH ROW WHEN (((new.cells = '[]'::jsonb) AND (old.cells <> '[]'::jsonb))) EXECUTE FUNCTION app.forget_sheet_numbers();
