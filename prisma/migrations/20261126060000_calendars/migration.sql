-- What phones keep of a session must be told anew when it is moved, called off or worded otherwise: whoever writes it.
ALTER TABLE session ADD COLUMN changed_at timestamptz(6) NOT NULL DEFAULT now();
COMMENT ON COLUMN session.changed_at IS 'when something that calendars show was last changed';
UPDATE session s SET changed_at = greatest(s.created_at, (SELECT max(d.decided_at) FROM session_decision d WHERE d.session_id = s.id));

-- SEQUENCE goes up by at least one with every move and with calling off (RFC 5545, 3.8.7.4), and never down.
CREATE FUNCTION app.keep_calendar() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
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
CREATE TRIGGER keep_calendar BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION app.keep_calendar();

-- Days of a session that lasts all day are days of Viet Nam: it begins and ends as one of them turns.
ALTER TABLE session ADD CONSTRAINT whole_days CHECK (NOT all_day OR (
  starts_at = date_trunc('day', starts_at, 'Asia/Ho_Chi_Minh') AND ends_at = date_trunc('day', ends_at, 'Asia/Ho_Chi_Minh')));

-- A calendar's address is a secret of an account; only its hash is kept, and what was ended stays ended.
ALTER TABLE feed_token ADD CHECK (octet_length(token_hash) = 32), ADD CHECK (purpose NOT LIKE 'calendar-%' OR account_id IS NOT NULL);
CREATE INDEX feed_token_account_id_idx ON feed_token (account_id) WHERE account_id IS NOT NULL;
CREATE FUNCTION app.keep_feed_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'an address that was ended stays ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'feed_ended', HINT = 'feed_ended'; END $$;
CREATE TRIGGER feed_ended BEFORE UPDATE ON feed_token FOR EACH ROW
  WHEN (NEW.token_hash <> OLD.token_hash OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at))
  EXECUTE FUNCTION app.keep_feed_ended();

-- A point inside each commune, in degrees, for maps of where its halls are.
ALTER TABLE unit ADD COLUMN lat double precision, ADD COLUMN lon double precision,
  ADD CONSTRAINT place_on_earth CHECK ((lat IS NULL) = (lon IS NULL) AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180);
