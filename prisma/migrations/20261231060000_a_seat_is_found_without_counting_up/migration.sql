-- expand: who signs up is looked for by her number and her record, each by its index, and a seat by how many are taken. Among a thousand who were on the list every one of them, and
-- every seat, was gone through for each who came, while all others waited for the session.
CREATE OR REPLACE FUNCTION app.seats_left(p_session uuid) RETURNS int LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT s.seats - (SELECT count(*)::int FROM enrolment e WHERE e.session_id = s.id AND e.seat_no IS NOT NULL) FROM session s WHERE s.id = p_session $$;

CREATE OR REPLACE FUNCTION app.first_free_seat(p_session uuid) RETURNS int LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN x.last > x.taken THEN (SELECT min(n) FROM app.free_seats(p_session) n) WHEN x.taken < s.seats THEN x.taken + 1 END
  FROM session s CROSS JOIN LATERAL (SELECT count(*)::int AS taken, coalesce(max(e.seat_no), 0) AS last FROM enrolment e WHERE e.session_id = s.id AND e.seat_no IS NOT NULL) x
  WHERE s.id = p_session $$;

CREATE OR REPLACE FUNCTION app.enrol(p_session uuid, p_id uuid, p_name text, p_phone text, p_person uuid DEFAULT NULL, p_unit uuid DEFAULT NULL, p_origin enrolment_origin DEFAULT 'public_page',
  p_ticket bytea DEFAULT NULL, p_party uuid DEFAULT NULL, p_consent uuid DEFAULT NULL, p_access_need text DEFAULT NULL,
  p_seats int DEFAULT 1, p_unit_words text DEFAULT NULL, p_locale text DEFAULT 'vi', p_consent_text uuid DEFAULT NULL)
  RETURNS TABLE (id uuid, state enrolment_state, seat_no int, waiting_position int, already boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE s session; e enrolment; free int; seat int; again boolean := false; her uuid := p_person; print text := app.phone_print(p_phone);
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF s.id IS NULL OR s.state <> 'approved' THEN RAISE EXCEPTION 'not open' USING ERRCODE = 'P0001', CONSTRAINT = 'session_open', HINT = 'session_open'; END IF;
  IF s.starts_at <= clock_timestamp() AND p_origin <> 'walk_in' THEN RAISE EXCEPTION 'begun' USING ERRCODE = 'P0001', CONSTRAINT = 'session_not_begun', HINT = 'session_not_begun'; END IF;
  -- whose record it is, where name and number say so beyond doubt
  IF her IS NULL AND p_phone IS NOT NULL THEN
    SELECT (array_agg(p.id))[1] INTO her FROM person p
      WHERE p.phone_print = print AND app.name_key(p.full_name) = app.name_key(p_name) AND p.erased_on IS NULL AND p.merged_into_id IS NULL HAVING count(*) = 1;
  END IF;
  -- each by an index of its own: among thousands who are on the list nobody is looked through
  SELECT a.* INTO e FROM (
    SELECT x.* FROM enrolment x WHERE x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered') AND x.phone_print = print
    UNION ALL SELECT x.* FROM enrolment x WHERE x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered') AND x.person_id = her
    UNION ALL SELECT x.* FROM person p JOIN enrolment x ON x.person_id = p.id
      WHERE her IS NULL AND p.phone_print = print AND x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered')
    UNION ALL SELECT x.* FROM person q JOIN enrolment x ON x.phone_print = q.phone_print AND x.person_id IS NULL AND app.name_key(x.name) = app.name_key(q.full_name)
      WHERE q.id = her AND x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered')) a
    ORDER BY a.arrival_no LIMIT 1;
  IF e.id IS NULL THEN
    free := app.seats_left(p_session);
    IF free >= p_seats AND NOT EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting'
        AND app.waiting_together(x) <= CASE WHEN clock_timestamp() < app.party_kept_until(s.starts_at) THEN s.seats ELSE free END)
    THEN seat := app.first_free_seat(p_session); END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, unit_words, access_need, origin, state, seat_no, arrival_no, party_id, ticket_hash, consent_id, locale, consent_text_id, consented_at)
    VALUES (p_id, p_session, her, p_name, p_phone, p_unit, p_unit_words, p_access_need, p_origin, (CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END)::enrolment_state, seat,
      1 + coalesce((SELECT max(x.arrival_no) FROM enrolment x WHERE x.session_id = p_session), 0), p_party, p_ticket, p_consent, p_locale, p_consent_text,
      CASE WHEN p_consent_text IS NOT NULL THEN clock_timestamp() END) RETURNING * INTO e;
  ELSE
    again := true;
    IF e.person_id IS NULL AND p_person IS NOT NULL THEN UPDATE enrolment x SET person_id = p_person WHERE x.id = e.id; END IF;
  END IF;
  RETURN QUERY SELECT e.id, e.state, e.seat_no, CASE WHEN e.state = 'waiting' THEN (SELECT count(*)::int FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting' AND x.arrival_no <= e.arrival_no) END, again;
END $$;

CREATE OR REPLACE FUNCTION app.sign_up_alone(p_session uuid, p_unit uuid, p_id uuid, p_name text, p_phone text, p_commune uuid, p_ticket bytea, p_access_need text,
  p_unit_words text, p_locale text, p_consent_text uuid, p_told jsonb, p_trail jsonb)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e record; told jsonb;
BEGIN
  PERFORM FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'offered' AND x.offer_until <= clock_timestamp())
    OR EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting') AND app.seats_left(p_session) > 0
  THEN RETURN false; END IF;
  SELECT * INTO e FROM app.enrol(p_session => p_session, p_id => p_id, p_name => p_name, p_phone => p_phone, p_unit => p_commune, p_ticket => p_ticket,
    p_access_need => p_access_need, p_unit_words => p_unit_words, p_locale => p_locale, p_consent_text => p_consent_text);
  IF e.already THEN RETURN false; END IF;
  told := p_told -> e.state::text;
  INSERT INTO outbox_message (id, kind, about, dedupe_key, locale, recipient, session_id, enrolment_id, facts)
    VALUES (app.uuid7(), (told ->> 'kind')::message_kind, told ->> 'about', told ->> 'dedupeKey', told ->> 'locale', told ->> 'recipient', p_session, p_id,
      CASE WHEN e.waiting_position IS NULL THEN '{}' ELSE jsonb_build_object('position', e.waiting_position::text) END) ON CONFLICT (dedupe_key) DO NOTHING;
  INSERT INTO audit_entry (id, verb, action, subject_type, subject_id, unit_id, change)
    VALUES (app.uuid7(), p_trail ->> 'verb', p_trail ->> 'action', p_trail ->> 'subjectType', p_id, p_unit, (p_trail -> 'change') || jsonb_build_object('state', e.state));
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION app.enrol_walk_in(p_session uuid, p_id uuid, p_device uuid, p_name text, p_phone text, p_unit uuid, p_counts boolean) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session; found_id uuid; her uuid; seat int; placed enrolment_state := 'cancelled'; print text := app.phone_print(p_phone);
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  SELECT w.enrolment_id INTO found_id FROM walk_in w WHERE w.id = p_id;
  IF found_id IS NOT NULL THEN RETURN found_id; END IF;
  IF p_phone IS NOT NULL THEN
    SELECT (array_agg(p.id))[1] INTO her FROM person p
      WHERE p.phone_print = print AND app.name_key(p.full_name) = app.name_key(p_name) AND p.erased_on IS NULL AND p.merged_into_id IS NULL HAVING count(*) = 1;
    SELECT e.id INTO found_id FROM enrolment e LEFT JOIN person p ON p.id = e.person_id
      WHERE e.session_id = p_session
        AND (e.state IN ('confirmed', 'waiting', 'offered') OR (NOT p_counts AND e.state = 'cancelled' AND e.origin = 'walk_in'))
        AND (e.phone_print = print OR e.person_id = her OR (her IS NULL AND p.phone_print = print))
      ORDER BY e.state = 'cancelled', e.arrival_no LIMIT 1;
  END IF;
  IF found_id IS NULL AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = p_id) THEN
    IF p_counts THEN
      IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting') THEN seat := app.first_free_seat(p_session); END IF;
      placed := CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END;
    END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, origin, state, seat_no, arrival_no)
    VALUES (p_id, p_session, her, p_name, p_phone, p_unit, 'walk_in', placed, seat, 1 + coalesce((SELECT max(e.arrival_no) FROM enrolment e WHERE e.session_id = p_session), 0));
  END IF;
  INSERT INTO walk_in (id, enrolment_id, device_id) VALUES (p_id, coalesce(found_id, p_id), p_device);
  RETURN coalesce(found_id, p_id);
END $$;

CREATE OR REPLACE FUNCTION app.sessions_to_settle(p_after uuid, p_most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT x.id FROM (
    SELECT s.id FROM enrolment e JOIN session s ON s.id = e.session_id
      WHERE e.state = 'offered' AND s.state = 'approved' AND (e.offer_until <= now() OR s.starts_at <= now())
    UNION
    SELECT s.id FROM (SELECT DISTINCT e.session_id FROM enrolment e WHERE e.state = 'waiting') w JOIN session s ON s.id = w.session_id
      CROSS JOIN LATERAL (SELECT app.seats_left(s.id) AS seats OFFSET 0) free
      WHERE s.state = 'approved' AND s.starts_at > now() AND app.party_kept_until(s.starts_at) <= now() AND free.seats > 0
        AND EXISTS (SELECT FROM enrolment e WHERE e.session_id = s.id AND e.state = 'waiting' AND app.waiting_together(e) <= free.seats)
  ) x WHERE p_after IS NULL OR x.id > p_after ORDER BY x.id LIMIT p_most $$;
