-- expand: who waits for a seat is one set, and who is there is looked up once for a session and not for each who waits.

-- Who waits for a seat of a session. Whoever is marked present is there, with a seat or without one: she waits no more, and nobody waits
-- behind her. Who is there is looked up once for the session, and its callers take this text into theirs.
CREATE OR REPLACE FUNCTION app.who_waits(p_session uuid) RETURNS SETOF enrolment LANGUAGE sql STABLE AS $$
  SELECT e.* FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting'
    AND e.id <> ALL (ARRAY (SELECT a.enrolment_id FROM attendance a WHERE a.session_id = p_session AND a.mark IN ('present', 'late'))) $$;

-- Sign up: a seat if one is free that nobody who waits could take and that is kept for no party, otherwise the end of the waiting list.
-- The same phone or person again gets the enrolment she has. Runs as the owner, because a public visitor may see nobody's row, not
-- even her own.
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
    IF free >= p_seats AND NOT EXISTS (SELECT FROM app.who_waits(p_session) x
        WHERE app.waiting_together(x) <= CASE WHEN clock_timestamp() < app.party_kept_until(s.starts_at) THEN s.seats ELSE free END)
    THEN seat := app.first_free_seat(p_session); END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, unit_words, access_need, origin, state, seat_no, arrival_no, party_id, ticket_hash, consent_id, locale, consent_text_id, consented_at)
    VALUES (p_id, p_session, her, p_name, p_phone, p_unit, p_unit_words, p_access_need, p_origin, (CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END)::enrolment_state, seat,
      1 + coalesce((SELECT max(x.arrival_no) FROM enrolment x WHERE x.session_id = p_session), 0), p_party, p_ticket, p_consent, p_locale, p_consent_text,
      CASE WHEN p_consent_text IS NOT NULL THEN clock_timestamp() END) RETURNING * INTO e;
  ELSE
    again := true;
    IF e.person_id IS NULL AND p_person IS NOT NULL THEN UPDATE enrolment x SET person_id = p_person WHERE x.id = e.id; END IF;
  END IF;
  RETURN QUERY SELECT e.id, e.state, e.seat_no, CASE WHEN e.state = 'waiting' THEN (SELECT count(*)::int FROM app.who_waits(p_session) x WHERE x.arrival_no <= e.arrival_no) END, again;
END $$;

-- A visitor who comes alone and is new on the list, where nobody has to be offered a seat before her: her place, what she is told and the
-- line of the trail in one statement, and by the same rules. Answers false, and nothing is done, where more than that has to be thought of.
-- p_told holds the message for each state that she may find herself in, p_trail the line; where she stands is added here.
CREATE OR REPLACE FUNCTION app.sign_up_alone(p_session uuid, p_unit uuid, p_id uuid, p_name text, p_phone text, p_commune uuid, p_ticket bytea, p_access_need text,
  p_unit_words text, p_locale text, p_consent_text uuid, p_told jsonb, p_trail jsonb)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e record; told jsonb;
BEGIN
  PERFORM FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'offered' AND x.offer_until <= clock_timestamp())
    OR EXISTS (SELECT FROM app.who_waits(p_session)) AND app.seats_left(p_session) > 0
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

-- A woman at the door: the enrolment that this phone number (or this very id) has, else a new one. She takes a free seat if nobody
-- waits and otherwise stands in the list without one: seats are never exceeded, and she is present all the same. What comes when the
-- right has ended or the session is closed (p_counts false) holds no place before somebody decides on it.
-- She may have been enrolled by her commune since the list was taken along: her number then stands on her record, not
-- on the enrolment. She is known as in app.enrol: by the number of the enrolment, by the number on the record of a woman who is
-- enrolled, and as the one record that has this name and number, which her new enrolment then belongs to. Of those that are kept for
-- somebody to decide on (p_counts false) the same number is the same woman too.
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
      IF NOT EXISTS (SELECT FROM app.who_waits(p_session)) THEN seat := app.first_free_seat(p_session); END IF;
      placed := CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END;
    END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, origin, state, seat_no, arrival_no)
    VALUES (p_id, p_session, her, p_name, p_phone, p_unit, 'walk_in', placed, seat, 1 + coalesce((SELECT max(e.arrival_no) FROM enrolment e WHERE e.session_id = p_session), 0));
  END IF;
  INSERT INTO walk_in (id, enrolment_id, device_id) VALUES (p_id, coalesce(found_id, p_id), p_device);
  RETURN coalesce(found_id, p_id);
END $$;

-- How many wait together with one who waits, herself among them.
CREATE OR REPLACE FUNCTION app.waiting_together(e enrolment) RETURNS int LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN e.party_id IS NULL THEN 1
    ELSE (SELECT count(*)::int FROM app.who_waits(e.session_id) y WHERE y.party_id = e.party_id) END $$;

-- Puts a session's seats in order: offers that have lapsed are taken back, then those who wait are offered what is free, in order of
-- arrival. A party is offered whole or keeps its place while later ones pass it. Nothing is offered after the start. An offer stands for
-- p_hold, but for no more than half the time that is left (half an hour at least), so that the next one can still be asked.
-- Answers with whom it happened to. Whoever looks next calls it: no clock has to.
CREATE OR REPLACE FUNCTION app.settle_seats(p_session uuid) RETURNS TABLE (id uuid, state enrolment_state)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE s session; w enrolment; free int[]; party uuid[]; at timestamptz; until timestamptz; untold uuid[]; kept boolean := false; i int;
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  at := clock_timestamp();
  IF s.id IS NULL OR s.state <> 'approved' THEN RETURN; END IF;
  RETURN QUERY UPDATE enrolment e SET state = 'expired', seat_no = NULL, changed_at = at
    WHERE e.session_id = p_session AND e.state = 'offered' AND (s.starts_at <= at OR e.offer_until <= at AND e.offer_told_at IS NOT NULL) RETURNING e.id, e.state;
  IF s.starts_at <= at THEN RETURN; END IF;
  WITH back AS (UPDATE enrolment e SET state = 'waiting', seat_no = NULL, offered_at = NULL, offer_until = NULL, changed_at = at
    WHERE e.session_id = p_session AND e.state = 'offered' AND e.offer_until <= at RETURNING e.id)
  SELECT coalesce(array_agg(b.id), '{}') INTO untold FROM back b;
  IF NOT EXISTS (SELECT FROM app.who_waits(p_session)) THEN RETURN; END IF;
  free := ARRAY (SELECT app.free_seats(p_session));
  until := at + least(interval '3 days', (s.starts_at - at) / 2);
  FOR w IN SELECT e.* FROM app.who_waits(p_session) e ORDER BY e.id = ANY (untold), e.arrival_no LOOP
    EXIT WHEN cardinality(free) = 0;
    CONTINUE WHEN kept AND w.id <> ALL (untold);
    CONTINUE WHEN NOT EXISTS (SELECT FROM enrolment e WHERE e.id = w.id AND e.state = 'waiting');
    party := CASE WHEN w.party_id IS NULL THEN ARRAY[w.id]
      ELSE ARRAY (SELECT e.id FROM app.who_waits(p_session) e WHERE e.party_id = w.party_id ORDER BY e.arrival_no) END;
    IF cardinality(party) > cardinality(free) THEN
      kept := kept OR cardinality(party) <= s.seats AND at < app.party_kept_until(s.starts_at);
      CONTINUE;
    END IF;
    FOR i IN 1..cardinality(party) LOOP
      RETURN QUERY UPDATE enrolment e SET state = 'offered', seat_no = free[i], offered_at = at, offer_until = until, offer_told_at = NULL, changed_at = at
        WHERE e.id = party[i] RETURNING e.id, e.state;
    END LOOP;
    free := free[cardinality(party) + 1:];
  END LOOP;
END $$;

-- Sessions whose seats are to be put in order now: an offer has lapsed, or seats that were kept for a party are free for others.
CREATE OR REPLACE FUNCTION app.sessions_to_settle(p_after uuid, p_most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT x.id FROM (
    SELECT s.id FROM enrolment e JOIN session s ON s.id = e.session_id
      WHERE e.state = 'offered' AND s.state = 'approved' AND (e.offer_until <= now() OR s.starts_at <= now())
    UNION
    SELECT s.id FROM (SELECT DISTINCT e.session_id FROM enrolment e WHERE e.state = 'waiting') w JOIN session s ON s.id = w.session_id
      CROSS JOIN LATERAL (SELECT app.seats_left(s.id) AS seats OFFSET 0) free
      WHERE s.state = 'approved' AND s.starts_at > now() AND app.party_kept_until(s.starts_at) <= now() AND free.seats > 0
        AND EXISTS (SELECT FROM app.who_waits(s.id) e WHERE app.waiting_together(e) <= free.seats)
  ) x WHERE p_after IS NULL OR x.id > p_after ORDER BY x.id LIMIT p_most $$;

DROP FUNCTION app.is_there(uuid);
