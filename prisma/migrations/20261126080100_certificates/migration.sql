-- Certificates that stand once an enrolment and say what they said at issue; the recognition of instructors, from a day to a day.

-- What a course asks of a woman beside being there: every skill of it at this level or better. Nothing: being there is enough.
ALTER TABLE course ADD COLUMN certificate_level learned_level;

-- Whoever was there can get one, also without a record in the members' register. The name is the one on the paper; it goes with
-- an erasure, the facts of the paper stay.
ALTER TABLE certificate ALTER COLUMN person_id DROP NOT NULL,
  ADD COLUMN holder_name text,
  ADD COLUMN issuer_en text,
  ADD COLUMN replaces_id uuid REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
UPDATE certificate SET issuer_en = issuer_vi;
ALTER TABLE certificate ALTER COLUMN issuer_en SET NOT NULL,
  ADD CHECK (num_nonnulls(person_id, enrolment_id) >= 1),
  ADD CHECK (hours > 0),
  ADD CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL)),
  ADD CHECK (replaces_id <> id);
SELECT app.guard('certificate');
CREATE INDEX certificate_enrolment_id_idx ON certificate (enrolment_id);
CREATE UNIQUE INDEX one_certificate ON certificate (enrolment_id) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX replaced_once ON certificate (replaces_id);

CREATE FUNCTION app.check_certificate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.enrolment_id IS NOT NULL AND NOT EXISTS (SELECT FROM attendance a JOIN session s ON s.id = a.session_id WHERE a.enrolment_id = NEW.enrolment_id AND a.mark IN ('present', 'late') AND s.state = 'held') THEN
      RAISE EXCEPTION 'certified is who was at a session that was held' USING ERRCODE = 'check_violation', CONSTRAINT = 'certified_present', HINT = 'certified_present'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.code, NEW.enrolment_id, NEW.topic_vi, NEW.topic_en, NEW.hours, NEW.held_on, NEW.issuer_vi, NEW.issuer_en, NEW.issued_at, NEW.issued_by_id, NEW.replaces_id)
      IS DISTINCT FROM (OLD.code, OLD.enrolment_id, OLD.topic_vi, OLD.topic_en, OLD.hours, OLD.held_on, OLD.issuer_vi, OLD.issuer_en, OLD.issued_at, OLD.issued_by_id, OLD.replaces_id)
    OR (NEW.holder_name IS NOT NULL AND NEW.holder_name IS DISTINCT FROM OLD.holder_name)
    OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'what a certificate says is fixed at issue' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_fixed', HINT = 'certificate_fixed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_fixed BEFORE INSERT OR UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION app.check_certificate();

-- Skills that whoever guides others must do alone. Which ones is data; to begin with our own assumption.
ALTER TABLE skill ADD COLUMN needed_to_instruct boolean NOT NULL DEFAULT false;
UPDATE skill SET needed_to_instruct = true WHERE code IN ('vneid', 'online-public-services', 'cashless-payment', 'scams-and-safety');

-- Recognised as an instructor, from a day to a day; renewed by a further row.
CREATE TABLE qualification (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  kind text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  granted_at timestamptz(6) NOT NULL DEFAULT now(),
  granted_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ended_at timestamptz(6),
  ended_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  end_reason text,
  version integer NOT NULL DEFAULT 1
);
ALTER TABLE qualification ADD CHECK (kind IN ('digital_instructor')),
  ADD CONSTRAINT one_qualification EXCLUDE USING gist (person_id WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE INDEX qualification_person_id_idx ON qualification (person_id);
CREATE INDEX qualification_valid_to_idx ON qualification (valid_to);
SELECT app.guard('qualification');
CREATE TRIGGER on_record_person_id BEFORE INSERT ON qualification FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('person_id');
GRANT SELECT, INSERT, UPDATE ON qualification TO portal_app;
REVOKE EXECUTE ON FUNCTION app.check_certificate() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.check_certificate() TO portal_app;
