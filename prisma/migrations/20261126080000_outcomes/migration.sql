-- What is recorded after a session: what each woman can do, and the trainer's report that closes it.

-- A level noted by mistake can be taken back.
GRANT DELETE ON learned_skill TO portal_app;

-- Learned is what the course teaches, by a woman whom the register has as there.
CREATE FUNCTION app.check_learned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = NEW.enrolment_id AND a.mark IN ('present', 'late')) THEN
    RAISE EXCEPTION 'she was not there' USING ERRCODE = 'check_violation', CONSTRAINT = 'learned_by_present', HINT = 'learned_by_present'; END IF;
  IF NOT EXISTS (SELECT FROM enrolment e JOIN session s ON s.id = e.session_id JOIN course_skill c ON c.course_id = s.course_id WHERE e.id = NEW.enrolment_id AND c.skill_id = NEW.skill_id) THEN
    RAISE EXCEPTION 'not a skill of the course' USING ERRCODE = 'check_violation', CONSTRAINT = 'learned_of_course', HINT = 'learned_of_course'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER learned_by_present BEFORE INSERT OR UPDATE OF level ON learned_skill FOR EACH ROW EXECUTE FUNCTION app.check_learned();

-- The trainer's report. The first one closes the session; each correction is a further number, the earlier ones stay.
CREATE TABLE session_report (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES session (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  number integer NOT NULL,
  -- by the register, when it was written
  people_present integer NOT NULL,
  went_well text NOT NULL,
  to_improve text,
  materials text,
  written_at timestamptz(6) NOT NULL DEFAULT now(),
  written_by_id uuid NOT NULL REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX session_report_session_id_number_key ON session_report (session_id, number);
ALTER TABLE session_report ADD CHECK (number >= 1), ADD CHECK (people_present >= 1);
SELECT app.guard('session_report');
-- these three may have several lines
ALTER TABLE session_report DROP CONSTRAINT clean_text,
  ADD CONSTRAINT clean_text CHECK (app.clean_text(went_well) AND app.clean_text(to_improve) AND app.clean_text(materials));

-- Nobody reports on a session that has not begun, that was called off, or out of turn.
CREATE FUNCTION app.check_session_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session;
BEGIN
  SELECT * INTO s FROM session WHERE id = NEW.session_id FOR UPDATE;
  IF s.starts_at > NEW.written_at OR s.state NOT IN ('approved', 'held') THEN
    RAISE EXCEPTION 'not a session to report on' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_of_held', HINT = 'report_of_held'; END IF;
  IF NEW.number <> 1 + coalesce((SELECT max(number) FROM session_report WHERE session_id = NEW.session_id), 0) THEN
    RAISE EXCEPTION 'reports are numbered one by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_in_turn', HINT = 'report_in_turn'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_of_held BEFORE INSERT ON session_report FOR EACH ROW EXECUTE FUNCTION app.check_session_report();
REVOKE EXECUTE ON FUNCTION app.check_learned(), app.check_session_report() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.check_learned(), app.check_session_report() TO portal_app;

-- What was reported stays; only the words go, when somebody named in them is erased.
GRANT SELECT, INSERT, UPDATE (went_well, to_improve, materials) ON session_report TO portal_app;
