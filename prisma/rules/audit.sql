-- What the database holds of the tables in prisma/schema/audit.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- audit_entry
ALTER TABLE audit_entry ADD CONSTRAINT clean_text CHECK ((app.clean_line(verb) AND app.clean_line(action) AND app.clean_line(subject_type) AND app.clean_line(request_id) AND app.clean_line(network)));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER export_by_two BEFORE INSERT ON public.audit_entry FOR EACH ROW WHEN (((new.verb = 'exported'::text) AND (new.action = ANY (ARRAY['exportPeople'::text, 'exportPairs'::text, 'exportParticipants'::text])))) EXECUTE FUNCTION app.export_by_two();
CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON public.audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.seal_audit();

-- audit_seal
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
