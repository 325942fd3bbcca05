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
