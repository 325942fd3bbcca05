-- The span of an offer begins when she is told of it: offer_until is moved then. Until somebody tells her it stands for three days, but
-- for no more than half the time that is left before the start.
ALTER TABLE enrolment ADD COLUMN offer_told_at timestamptz(6);
UPDATE enrolment e SET offer_told_at = m.at FROM (SELECT o.enrolment_id, max(o.sent_at) AS at FROM outbox_message o
  WHERE o.about = 'seat-offered' AND o.state = 'sent' AND o.sent_at IS NOT NULL GROUP BY o.enrolment_id) m
  WHERE m.enrolment_id = e.id AND e.state = 'offered';
-- their words name the time by which to answer as it stands when they are read
UPDATE outbox_message SET facts = facts - 'until' WHERE about IN ('seat-offered', 'offer-expired') AND facts ? 'until';

-- Until when what is free is kept for a party that needs more seats at once: up to two days before the start nobody passes it.
CREATE FUNCTION app.party_kept_until(p_starts timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$ SELECT p_starts - interval '2 days' $$;

-- How many wait together with one who waits, herself among them.
CREATE FUNCTION app.waiting_together(e enrolment) RETURNS int LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN e.party_id IS NULL THEN 1
    ELSE (SELECT count(*)::int FROM enrolment y WHERE y.session_id = e.session_id AND y.party_id = e.party_id AND y.state = 'waiting') END $$;

-- Puts a session's seats in order. Offers that have lapsed are taken back: whoever was told stands no more in the line, whoever was not
-- told waits again at her old place, and the seat goes to the next one, or to herself again if there is none. Then those who wait are
-- offered what is free, in order of arrival. A party is offered whole: until app.party_kept_until what is free is kept for it, afterwards others pass it so that no seat stays
-- empty; one that is larger than the class is always passed. Nothing is offered after the start. Answers with whom it happened to.
DROP FUNCTION app.offer_seats(uuid, interval);
DROP FUNCTION app.settle_seats(uuid, interval);
CREATE FUNCTION app.settle_seats(p_session uuid) RETURNS TABLE (id uuid, state enrolment_state)
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
  IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting') THEN RETURN; END IF;
  free := ARRAY (SELECT app.free_seats(p_session));
  until := at + least(interval '3 days', (s.starts_at - at) / 2);
  FOR w IN SELECT e.* FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting' ORDER BY e.id = ANY (untold), e.arrival_no LOOP
    EXIT WHEN cardinality(free) = 0;
    CONTINUE WHEN kept AND w.id <> ALL (untold);
    CONTINUE WHEN NOT EXISTS (SELECT FROM enrolment e WHERE e.id = w.id AND e.state = 'waiting');
    party := CASE WHEN w.party_id IS NULL THEN ARRAY[w.id]
      ELSE ARRAY (SELECT e.id FROM enrolment e WHERE e.session_id = p_session AND e.party_id = w.party_id AND e.state = 'waiting' ORDER BY e.arrival_no) END;
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
CREATE FUNCTION app.sessions_to_settle(p_after uuid, p_most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT x.id FROM (
    SELECT s.id FROM enrolment e JOIN session s ON s.id = e.session_id
      WHERE e.state = 'offered' AND s.state = 'approved' AND (e.offer_until <= now() OR s.starts_at <= now())
    UNION
    SELECT s.id FROM (SELECT DISTINCT e.session_id FROM enrolment e WHERE e.state = 'waiting') w JOIN session s ON s.id = w.session_id
      CROSS JOIN LATERAL (SELECT count(*) AS seats FROM app.free_seats(s.id)) free
      WHERE s.state = 'approved' AND s.starts_at > now() AND app.party_kept_until(s.starts_at) <= now() AND free.seats > 0
        AND EXISTS (SELECT FROM enrolment e WHERE e.session_id = s.id AND e.state = 'waiting' AND app.waiting_together(e) <= free.seats)
  ) x WHERE p_after IS NULL OR x.id > p_after ORDER BY x.id LIMIT p_most $$;

-- Sign up: a seat if one is free that nobody who waits could take and that is kept for no party, otherwise the end of the waiting list.
-- For the rest see the definition before.
CREATE OR REPLACE FUNCTION app.enrol(p_session uuid, p_id uuid, p_name text, p_phone text, p_person uuid DEFAULT NULL, p_unit uuid DEFAULT NULL, p_origin enrolment_origin DEFAULT 'public_page',
  p_ticket bytea DEFAULT NULL, p_party uuid DEFAULT NULL, p_consent uuid DEFAULT NULL, p_access_need text DEFAULT NULL,
  p_seats int DEFAULT 1, p_unit_words text DEFAULT NULL, p_locale text DEFAULT 'vi', p_consent_text uuid DEFAULT NULL)
  RETURNS TABLE (id uuid, state enrolment_state, seat_no int, waiting_position int, already boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE s session; e enrolment; free int[]; seat int; again boolean := false; her uuid := p_person;
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF s.id IS NULL OR s.state <> 'approved' THEN RAISE EXCEPTION 'not open' USING ERRCODE = 'P0001', CONSTRAINT = 'session_open', HINT = 'session_open'; END IF;
  IF s.starts_at <= clock_timestamp() AND p_origin <> 'walk_in' THEN RAISE EXCEPTION 'begun' USING ERRCODE = 'P0001', CONSTRAINT = 'session_not_begun', HINT = 'session_not_begun'; END IF;
  -- whose record it is, where name and number say so beyond doubt
  IF her IS NULL AND p_phone IS NOT NULL THEN
    SELECT (array_agg(p.id))[1] INTO her FROM person p
      WHERE p.phone = p_phone AND app.name_key(p.full_name) = app.name_key(p_name) AND p.erased_on IS NULL AND p.merged_into_id IS NULL HAVING count(*) = 1;
  END IF;
  SELECT x.* INTO e FROM enrolment x LEFT JOIN person p ON p.id = x.person_id
    WHERE x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered')
      AND (x.phone = p_phone OR x.person_id = her OR (her IS NULL AND p.phone = p_phone)
        OR (x.person_id IS NULL AND EXISTS (SELECT FROM person q WHERE q.id = her AND q.phone = x.phone AND app.name_key(q.full_name) = app.name_key(x.name))))
    ORDER BY x.arrival_no LIMIT 1;
  IF e.id IS NULL THEN
    free := ARRAY (SELECT app.free_seats(p_session));
    IF cardinality(free) >= p_seats AND NOT EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting'
        AND app.waiting_together(x) <= CASE WHEN clock_timestamp() < app.party_kept_until(s.starts_at) THEN s.seats ELSE cardinality(free) END)
    THEN seat := free[1]; END IF;
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

REVOKE EXECUTE ON FUNCTION app.party_kept_until(timestamptz), app.waiting_together(enrolment), app.settle_seats(uuid), app.sessions_to_settle(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_kept_until(timestamptz), app.waiting_together(enrolment), app.settle_seats(uuid), app.sessions_to_settle(uuid, int) TO portal_app;
