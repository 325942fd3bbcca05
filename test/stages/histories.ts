/**
 * Plays a history of one session in the database by the portal's own functions. `pg_temp.play(session, ops)` answers
 * with what does not hold after a step, or null. Steps name women by number; a senseless one does nothing.
 */
export const historyPlayer = `
CREATE FUNCTION pg_temp.wrong(p_session uuid, p_before jsonb, p_begun boolean, p_near boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE s session; held int; free int; one record;
BEGIN
  SELECT * INTO s FROM session WHERE id = p_session;
  SELECT count(*) INTO held FROM enrolment WHERE session_id = p_session AND seat_no IS NOT NULL;
  free := s.seats - held;
  IF held > s.seats THEN RETURN 'more held than seats'; END IF;
  IF EXISTS (SELECT FROM enrolment WHERE session_id = p_session AND state IN ('confirmed', 'waiting', 'offered') GROUP BY phone HAVING count(*) > 1) THEN RETURN 'one phone twice'; END IF;
  -- near the start whoever can be seated is; before, the first in line whom the class can hold at all
  FOR one IN SELECT w.arrival_no, (SELECT count(*) FROM enrolment y WHERE y.session_id = p_session AND y.state = 'waiting' AND (y.id = w.id OR y.party_id = w.party_id)) AS party
      FROM enrolment w WHERE w.session_id = p_session AND w.state = 'waiting' ORDER BY w.arrival_no LOOP
    IF NOT p_begun AND one.party <= free THEN RETURN 'somebody waits for a seat that is free'; END IF;
    EXIT WHEN NOT p_near AND one.party <= s.seats;
  END LOOP;
  -- whoever has a seat now and had none before this step
  IF EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.seat_no IS NOT NULL AND p_before ->> x.id::text IS DISTINCT FROM 'held' AND p_begun) THEN RETURN 'a seat given after the start'; END IF;
  -- but for one who was not told of her offer in time: the seat goes to the next this once
  IF EXISTS (SELECT FROM enrolment x JOIN enrolment w ON w.session_id = x.session_id AND w.state = 'waiting' AND w.arrival_no < x.arrival_no
      WHERE x.session_id = p_session AND x.seat_no IS NOT NULL AND p_before ->> x.id::text IS DISTINCT FROM 'held' AND p_before ->> w.id::text IS DISTINCT FROM 'held'
        AND (w.party_id IS NULL OR NOT p_near AND (SELECT count(*) FROM enrolment y WHERE y.session_id = p_session AND y.state = 'waiting' AND y.party_id = w.party_id) <= s.seats))
    THEN RETURN 'somebody passed one who waits'; END IF;
  IF EXISTS (SELECT FROM enrolment x JOIN enrolment w ON w.party_id = x.party_id AND w.state = 'waiting'
      WHERE x.session_id = p_session AND x.seat_no IS NOT NULL AND p_before ->> x.id::text IS DISTINCT FROM 'held') THEN RETURN 'a party torn apart'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION pg_temp.play(p_session uuid, p_steps jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE step jsonb; before jsonb; begun boolean := false; near boolean := false; number text; party uuid; her enrolment; problem text;
BEGIN
  FOR step IN SELECT * FROM jsonb_array_elements(p_steps) LOOP
    SELECT coalesce(jsonb_object_agg(id, CASE WHEN seat_no IS NULL THEN 'none' ELSE 'held' END), '{}') INTO before FROM enrolment WHERE session_id = p_session;
    number := '+849' || lpad(step ->> 'who', 8, '0');
    SELECT * INTO her FROM enrolment e WHERE e.session_id = p_session AND e.phone = number ORDER BY arrival_no DESC LIMIT 1;
    BEGIN
      CASE step ->> 'do'
      WHEN 'join' THEN
        PERFORM app.settle_seats(p_session);
        PERFORM app.enrol(p_session, app.uuid7(), 'Một người', number);
      WHEN 'join together' THEN
        PERFORM app.settle_seats(p_session);
        IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state IN ('confirmed', 'waiting', 'offered') AND e.phone IN (number, number || '9')) THEN
          party := gen_random_uuid();
          PERFORM app.enrol(p_session, app.uuid7(), 'Một người', number, p_party => party, p_seats => 2);
          PERFORM app.enrol(p_session, app.uuid7(), 'Người kia', number || '9', p_party => party);
        END IF;
      WHEN 'cancel' THEN
        IF NOT begun AND her.state IN ('confirmed', 'waiting', 'offered') THEN
          UPDATE enrolment SET state = 'cancelled', seat_no = NULL WHERE id = her.id; END IF;
        PERFORM app.settle_seats(p_session);
      WHEN 'accept' THEN
        PERFORM app.settle_seats(p_session);
        UPDATE enrolment SET state = 'confirmed' WHERE id = her.id AND state = 'offered';
      WHEN 'decline' THEN
        UPDATE enrolment SET state = 'declined', seat_no = NULL WHERE id = her.id AND state = 'offered';
        PERFORM app.settle_seats(p_session);
      WHEN 'near' THEN
        IF NOT begun THEN UPDATE session SET starts_at = now() + interval '1 day' WHERE id = p_session; END IF;
        near := true;
        PERFORM app.settle_seats(p_session);
      WHEN 'untold' THEN
        UPDATE enrolment SET offer_until = now() - interval '1 hour' WHERE session_id = p_session AND state = 'offered';
        PERFORM app.settle_seats(p_session);
      WHEN 'lapse' THEN
        UPDATE enrolment SET offer_until = now() - interval '1 hour', offer_told_at = now() - interval '1 day' WHERE session_id = p_session AND state = 'offered';
        PERFORM app.settle_seats(p_session);
      WHEN 'seats' THEN
        UPDATE session SET seats = (step ->> 'who')::int % 7 WHERE id = p_session;
        PERFORM app.settle_seats(p_session);
      WHEN 'begin' THEN
        UPDATE session SET starts_at = now() - interval '1 minute' WHERE id = p_session;
        begun := true;
        PERFORM app.settle_seats(p_session);
      END CASE;
    EXCEPTION WHEN raise_exception OR check_violation THEN NULL; -- seats are held, or it has begun: told to whoever asked
    END;
    problem := pg_temp.wrong(p_session, before, begun, near);
    IF problem IS NOT NULL THEN RETURN problem || ' after ' || (step ->> 'do'); END IF;
  END LOOP;
  RETURN NULL;
END $$;`;
