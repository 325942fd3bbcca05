-- Waiting women keep their order: neither the number nor the session of an enrolment changes.
CREATE OR REPLACE FUNCTION app.keep_arrival() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'order of arrival is fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'arrival_fixed', HINT = 'arrival_fixed'; END $$;

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

CREATE OR REPLACE FUNCTION app.refresh_attendance(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM enrolment WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE; -- two phones at once: one after the other, each seeing the other's events
  INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival) SELECT * FROM app.attendance_of(ids)
  ON CONFLICT (enrolment_id) DO UPDATE SET person_id = excluded.person_id, mark = excluded.mark, witnesses = excluded.witnesses, conflict = excluded.conflict, last_arrival = excluded.last_arrival;
END $$;

CREATE OR REPLACE FUNCTION app.attendance_arrived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_TABLE_NAME = 'attendance_event' THEN SELECT array_agg(DISTINCT enrolment_id) INTO ids FROM new_rows;
  ELSE SELECT array_agg(DISTINCT e.enrolment_id) INTO ids FROM new_rows n JOIN attendance_event e USING (device_id, sequence); END IF;
  IF ids IS NOT NULL THEN PERFORM app.refresh_attendance(ids); END IF;
  RETURN NULL;
END $$;

-- The register follows the enrolment to another record of the same woman.
CREATE OR REPLACE FUNCTION app.attendance_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE attendance SET person_id = NEW.person_id WHERE enrolment_id = NEW.id AND person_id IS DISTINCT FROM NEW.person_id;
  RETURN NULL;
END $$;
