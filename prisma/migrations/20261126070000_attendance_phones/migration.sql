-- A voice in the register is a phone, the paper that an account typed back, or the desk at which contradictions are settled.
CREATE TYPE device_kind AS ENUM ('phone', 'paper', 'desk');
-- `key` seals what waits on the phone to be sent: handed to the signed-in account, forgotten by the phone at sign-out.
ALTER TABLE device ADD COLUMN kind device_kind NOT NULL DEFAULT 'phone', ADD COLUMN key bytea, ADD CHECK ((kind = 'phone') OR key IS NULL), ADD CHECK (length(key) = 32);
CREATE UNIQUE INDEX one_paper_one_desk ON device (account_id, kind) WHERE kind <> 'phone';

-- Which phone was given the names of which session. Marks that come later than the right to make them are kept for review only from
-- there: whoever never had the list has nothing to send.
CREATE TABLE roster_handout (
  device_id uuid NOT NULL REFERENCES device (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  session_id uuid NOT NULL REFERENCES session (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  handed_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (device_id, session_id)
);
CREATE INDEX roster_handout_session_id_idx ON roster_handout (session_id);

-- The id that a phone without signal gave to a woman at the door, and the enrolment that she turned out to be.
CREATE TABLE walk_in (
  id uuid PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  device_id uuid NOT NULL REFERENCES device (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  arrived_at timestamptz(6) NOT NULL DEFAULT now()
);
CREATE INDEX walk_in_enrolment_id_idx ON walk_in (enrolment_id);
CREATE INDEX walk_in_device_id_idx ON walk_in (device_id);

SELECT app.guard('device');
SELECT app.guard('roster_handout');
SELECT app.guard('walk_in');
GRANT SELECT, INSERT ON roster_handout TO portal_app;
GRANT SELECT ON walk_in TO portal_app;

-- A woman at the door: the enrolment that this phone number (or this very id) has, else a new one. She takes a free seat if nobody
-- waits and otherwise stands in the list without one: seats are never exceeded, and she is present all the same. What comes when the
-- right has ended or the session is closed (p_counts false) holds no place before somebody decides on it.
CREATE FUNCTION app.enrol_walk_in(p_session uuid, p_id uuid, p_device uuid, p_name text, p_phone text, p_unit uuid, p_counts boolean) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session; found_id uuid; seat int; placed enrolment_state := 'cancelled';
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  SELECT w.enrolment_id INTO found_id FROM walk_in w WHERE w.id = p_id;
  IF found_id IS NOT NULL THEN RETURN found_id; END IF;
  SELECT e.id INTO found_id FROM enrolment e WHERE e.session_id = p_session AND e.state IN ('confirmed', 'waiting', 'offered') AND e.phone = p_phone;
  IF found_id IS NULL AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = p_id) THEN
    IF p_counts THEN
      IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting') THEN SELECT f INTO seat FROM app.free_seats(p_session) f LIMIT 1; END IF;
      placed := CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END;
    END IF;
    INSERT INTO enrolment (id, session_id, name, phone, unit_id, origin, state, seat_no, arrival_no)
    VALUES (p_id, p_session, p_name, p_phone, p_unit, 'walk_in', placed, seat, 1 + coalesce((SELECT max(e.arrival_no) FROM enrolment e WHERE e.session_id = p_session), 0));
  END IF;
  INSERT INTO walk_in (id, enrolment_id, device_id) VALUES (p_id, coalesce(found_id, p_id), p_device);
  RETURN coalesce(found_id, p_id);
END $$;
REVOKE EXECUTE ON FUNCTION app.enrol_walk_in(uuid, uuid, uuid, text, text, uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enrol_walk_in(uuid, uuid, uuid, text, text, uuid, boolean) TO portal_app;

-- The register as the events say. A voice is a phone's latest mark by its own sequence; it counts if it was not yet known when the
-- last settlement was made: what a phone had said before, arriving late and out of order, opens nothing again. A mark kept for review
-- is known from the moment it was accepted.
CREATE OR REPLACE FUNCTION app.attendance_of(ids uuid[]) RETURNS TABLE (enrolment_id uuid, session_id uuid, person_id uuid, mark attendance_mark, witnesses int, conflict boolean, last_arrival bigint)
  LANGUAGE sql STABLE AS $$
  WITH counted AS (SELECT e.*, r.decided_at AS accepted_at FROM attendance_event e LEFT JOIN attendance_review r ON r.device_id = e.device_id AND r.sequence = e.sequence
    WHERE e.enrolment_id = ANY (ids) AND (NOT e.held_for_review OR r.accepted)),
  settled AS (SELECT DISTINCT ON (enrolment_id) enrolment_id, mark, arrival, received_at FROM counted WHERE kind = 'settlement' ORDER BY enrolment_id, arrival DESC),
  latest AS (SELECT DISTINCT ON (enrolment_id, device_id) enrolment_id, mark, arrival, accepted_at FROM counted WHERE kind = 'mark' ORDER BY enrolment_id, device_id, sequence DESC),
  voices AS (SELECT l.enrolment_id, l.mark FROM latest l LEFT JOIN settled s USING (enrolment_id)
      WHERE l.mark <> 'taken_back' AND (s.arrival IS NULL OR l.arrival > s.arrival OR l.accepted_at > s.received_at)
    UNION ALL SELECT enrolment_id, mark FROM settled WHERE mark <> 'taken_back'),
  told AS (SELECT enrolment_id, min(mark) AS mark, count(*)::int AS n, count(DISTINCT mark) > 1 AS conflict FROM voices GROUP BY 1)
  SELECT e.id, e.session_id, e.person_id, CASE WHEN NOT t.conflict THEN t.mark END, coalesce(t.n, 0), coalesce(t.conflict, false), l.last
  FROM enrolment e JOIN (SELECT enrolment_id, max(arrival) AS last FROM counted GROUP BY 1) l ON l.enrolment_id = e.id LEFT JOIN told t ON t.enrolment_id = e.id $$;
