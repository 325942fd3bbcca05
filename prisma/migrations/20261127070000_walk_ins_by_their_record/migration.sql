-- A woman at the door may have been enrolled by her commune since the list was taken along: her number then stands on her record, not
-- on the enrolment. She is known as in app.enrol: by the number of the enrolment, by the number on the record of a woman who is
-- enrolled, and as the one record that has this name and number, which her new enrolment then belongs to. Of those that are kept for
-- somebody to decide on (p_counts false) the same number is the same woman too.
CREATE OR REPLACE FUNCTION app.enrol_walk_in(p_session uuid, p_id uuid, p_device uuid, p_name text, p_phone text, p_unit uuid, p_counts boolean) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session; found_id uuid; her uuid; seat int; placed enrolment_state := 'cancelled';
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  SELECT w.enrolment_id INTO found_id FROM walk_in w WHERE w.id = p_id;
  IF found_id IS NOT NULL THEN RETURN found_id; END IF;
  IF p_phone IS NOT NULL THEN
    SELECT (array_agg(p.id))[1] INTO her FROM person p
      WHERE p.phone = p_phone AND app.name_key(p.full_name) = app.name_key(p_name) AND p.erased_on IS NULL AND p.merged_into_id IS NULL HAVING count(*) = 1;
    SELECT e.id INTO found_id FROM enrolment e LEFT JOIN person p ON p.id = e.person_id
      WHERE e.session_id = p_session
        AND (e.state IN ('confirmed', 'waiting', 'offered') OR (NOT p_counts AND e.state = 'cancelled' AND e.origin = 'walk_in'))
        AND (e.phone = p_phone OR e.person_id = her OR (her IS NULL AND p.phone = p_phone))
      ORDER BY e.state = 'cancelled', e.arrival_no LIMIT 1;
  END IF;
  IF found_id IS NULL AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = p_id) THEN
    IF p_counts THEN
      IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting') THEN SELECT f INTO seat FROM app.free_seats(p_session) f LIMIT 1; END IF;
      placed := CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END;
    END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, origin, state, seat_no, arrival_no)
    VALUES (p_id, p_session, her, p_name, p_phone, p_unit, 'walk_in', placed, seat, 1 + coalesce((SELECT max(e.arrival_no) FROM enrolment e WHERE e.session_id = p_session), 0));
  END IF;
  INSERT INTO walk_in (id, enrolment_id, device_id) VALUES (p_id, coalesce(found_id, p_id), p_device);
  RETURN coalesce(found_id, p_id);
END $$;
