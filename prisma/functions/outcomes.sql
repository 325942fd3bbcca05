-- Nobody reports on a session that has not begun, that was called off, or out of turn.
CREATE OR REPLACE FUNCTION app.check_session_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session;
BEGIN
  SELECT * INTO s FROM session WHERE id = NEW.session_id FOR UPDATE;
  IF s.starts_at > NEW.written_at OR s.state NOT IN ('approved', 'held') THEN
    RAISE EXCEPTION 'not a session to report on' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_of_held', HINT = 'report_of_held'; END IF;
  IF NEW.number <> 1 + coalesce((SELECT max(number) FROM session_report WHERE session_id = NEW.session_id), 0) THEN
    RAISE EXCEPTION 'reports are numbered one by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_in_turn', HINT = 'report_in_turn'; END IF;
  RETURN NEW;
END $$;

-- Learned is what the course teaches, by a woman whom the register has as there.
CREATE OR REPLACE FUNCTION app.check_learned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = NEW.enrolment_id AND a.mark IN ('present', 'late')) THEN
    RAISE EXCEPTION 'she was not there' USING ERRCODE = 'check_violation', CONSTRAINT = 'learned_by_present', HINT = 'learned_by_present'; END IF;
  IF NOT EXISTS (SELECT FROM enrolment e JOIN session s ON s.id = e.session_id JOIN course_skill c ON c.course_id = s.course_id WHERE e.id = NEW.enrolment_id AND c.skill_id = NEW.skill_id) THEN
    RAISE EXCEPTION 'not a skill of the course' USING ERRCODE = 'check_violation', CONSTRAINT = 'learned_of_course', HINT = 'learned_of_course'; END IF;
  RETURN NEW;
END $$;
