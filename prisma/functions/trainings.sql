-- A decision moves the session's state, if that step exists. The row is locked BEFORE the decision is written: its foreign key would take a
-- share lock that two deciders could not both raise (state is part of a referenced key). An approval that collides fails with venue_taken or trainer_taken.
CREATE OR REPLACE FUNCTION app.check_session_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was session_state;
BEGIN
  SELECT state INTO was FROM session WHERE id = NEW.session_id FOR UPDATE;
  IF NOT ((NEW.kind IN ('approved', 'refused') AND was = 'proposed') OR (NEW.kind = 'cancelled' AND was IN ('proposed', 'approved')) OR (NEW.kind = 'held' AND was = 'approved') OR (NEW.kind = 'moved' AND was IN ('proposed', 'approved'))) THEN
    RAISE EXCEPTION 'a % session cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'session_step', HINT = 'session_step';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.apply_session_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE session SET state = NEW.kind::text::session_state, calendar_sequence = calendar_sequence + (NEW.kind = 'cancelled')::int WHERE id = NEW.session_id;
  RETURN NULL;
END $$;

-- A session that was held keeps how long its course was then: whatever the course becomes, no hour of a past day moves with it.
CREATE OR REPLACE FUNCTION app.keep_course_minutes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.course_minutes := CASE WHEN NEW.state <> 'held' THEN NULL WHEN TG_OP = 'UPDATE' AND OLD.state = 'held' THEN OLD.course_minutes
    ELSE (SELECT c.minutes FROM course c WHERE c.id = NEW.course_id) END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.check_seats_lowered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM enrolment WHERE session_id = NEW.id AND seat_no > NEW.seats) THEN RAISE EXCEPTION 'seats above % are held', NEW.seats USING ERRCODE = 'check_violation', CONSTRAINT = 'seats_held', HINT = 'seats_held'; END IF;
  RETURN NEW;
END $$;
