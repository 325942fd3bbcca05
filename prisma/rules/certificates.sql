-- What the database holds of the tables in prisma/schema/certificates.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- certificate
ALTER TABLE certificate ADD CONSTRAINT certificate_check CHECK ((num_nonnulls(person_id, enrolment_id) >= 1));
ALTER TABLE certificate ADD CONSTRAINT certificate_check1 CHECK (((revoked_at IS NULL) = (revoked_by_id IS NULL)));
ALTER TABLE certificate ADD CONSTRAINT certificate_check2 CHECK ((replaces_id <> id));
ALTER TABLE certificate ADD CONSTRAINT certificate_hours_check CHECK ((hours > (0)::numeric));
ALTER TABLE certificate ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(topic_vi) AND app.clean_line(topic_en) AND app.clean_line(issuer_vi) AND app.clean_line(revoked_reason) AND app.clean_line(holder_name) AND app.clean_line(issuer_en)));
CREATE UNIQUE INDEX one_certificate ON public.certificate USING btree (enrolment_id) WHERE (revoked_at IS NULL);
CREATE TRIGGER certificate_fixed BEFORE INSERT OR UPDATE ON public.certificate FOR EACH ROW EXECUTE FUNCTION app.check_certificate();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.certificate FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');

-- qualification
ALTER TABLE qualification ADD CONSTRAINT clean_text CHECK ((app.clean_line(kind) AND app.clean_line(end_reason)));
ALTER TABLE qualification ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE qualification ADD CONSTRAINT one_qualification EXCLUDE USING gist (person_id WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE qualification ADD CONSTRAINT qualification_kind_check CHECK ((kind = 'digital_instructor'::text));
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.qualification FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.qualification FOR EACH ROW EXECUTE FUNCTION app.raise_version();
