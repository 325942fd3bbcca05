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

CREATE OR REPLACE FUNCTION app.check_seats_lowered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM enrolment WHERE session_id = NEW.id AND seat_no > NEW.seats) THEN RAISE EXCEPTION 'seats above % are held', NEW.seats USING ERRCODE = 'check_violation', CONSTRAINT = 'seats_held', HINT = 'seats_held'; END IF;
  RETURN NEW;
END $$;

-- SEQUENCE goes up by at least one with every move and with calling off (RFC 5545, 3.8.7.4), and never down.
CREATE OR REPLACE FUNCTION app.keep_calendar() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  IF (NEW.starts_at, NEW.ends_at, NEW.all_day, NEW.venue_id) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.all_day, OLD.venue_id)
    OR (NEW.state IN ('cancelled', 'refused') AND NEW.state <> OLD.state) THEN
    NEW.calendar_sequence := greatest(NEW.calendar_sequence, OLD.calendar_sequence + 1);
  ELSE
    NEW.calendar_sequence := greatest(NEW.calendar_sequence, OLD.calendar_sequence);
  END IF;
  IF (NEW.calendar_sequence, NEW.state, NEW.course_id, NEW.unit_id, NEW.mode, NEW.notes, NEW.online_url)
    IS DISTINCT FROM (OLD.calendar_sequence, OLD.state, OLD.course_id, OLD.unit_id, OLD.mode, OLD.notes, OLD.online_url) THEN
    NEW.changed_at := now();
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.keep_feed_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'an address that was ended stays ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'feed_ended', HINT = 'feed_ended'; END $$;
