-- What the database holds of the tables in prisma/schema/attendance.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- device
ALTER TABLE device ADD CONSTRAINT clean_text CHECK (app.clean_line(label));
ALTER TABLE device ADD CONSTRAINT device_check CHECK (((kind = 'phone'::device_kind) OR (key IS NULL)));
ALTER TABLE device ADD CONSTRAINT device_key_check CHECK ((length(key) = 32));
CREATE UNIQUE INDEX one_paper_one_desk ON public.device USING btree (account_id, kind) WHERE (kind <> 'phone'::device_kind);

-- attendance_event
ALTER TABLE attendance_event ADD CONSTRAINT attendance_event_sequence_check CHECK ((sequence > 0));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.attendance_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.attendance_event FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER register AFTER INSERT ON public.attendance_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.attendance_arrived();

-- attendance_review
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.attendance_review FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.attendance_review FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER register AFTER INSERT ON public.attendance_review REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.attendance_arrived();

-- attendance
CREATE TRIGGER closed_days_changed AFTER UPDATE ON public.attendance REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.register_changed();
CREATE TRIGGER closed_days_removed AFTER DELETE ON public.attendance REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.register_changed();
CREATE TRIGGER closed_days_written AFTER INSERT ON public.attendance REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.register_changed();
