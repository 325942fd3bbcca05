-- Signing up without an account, parties that are seated whole, and offers that lapse without a clock.

-- ───────────────────────────── Columns ─────────────────────────────

-- The wording she agreed to stands with the sign-up itself: most who sign up have no record that a consent could hang on.
ALTER TABLE enrolment ADD COLUMN unit_words text, ADD COLUMN locale text NOT NULL DEFAULT 'vi',
  ADD COLUMN consent_text_id uuid REFERENCES consent_text (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD COLUMN consented_at timestamptz(6),
  ADD CONSTRAINT known_locale CHECK (locale IN ('vi', 'en')), ADD CHECK ((consent_text_id IS NULL) = (consented_at IS NULL)),
  ADD CONSTRAINT erased_enrolment CHECK (erased_on IS NULL OR num_nonnulls(name, phone, access_need, unit_words, ticket_hash) = 0);
ALTER TABLE topic_wait ADD COLUMN locale text NOT NULL DEFAULT 'vi',
  ADD COLUMN consent_text_id uuid REFERENCES consent_text (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD COLUMN consented_at timestamptz(6), ADD COLUMN answered_at timestamptz(6),
  ADD CONSTRAINT known_locale CHECK (locale IN ('vi', 'en')), ADD CHECK ((consent_text_id IS NULL) = (consented_at IS NULL)),
  ADD CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'), ADD CHECK ((answered_by_session_id IS NULL) = (answered_at IS NULL));
SELECT app.guard('enrolment');
SELECT app.guard('topic_wait');

CREATE INDEX enrolment_party ON enrolment (party_id) WHERE party_id IS NOT NULL;
-- sign-ups of women without a record, whose names are emptied a year after their session
CREATE INDEX enrolment_without_record ON enrolment (session_id) WHERE person_id IS NULL AND name IS NOT NULL;
-- one wish a woman and topic, as long as nobody has answered it
CREATE UNIQUE INDEX one_wait ON topic_wait (course_id, phone) WHERE answered_by_session_id IS NULL;
CREATE INDEX topic_wait_open ON topic_wait (course_id, unit_id) WHERE answered_by_session_id IS NULL;
CREATE INDEX topic_wait_answered_by_session_id_idx ON topic_wait (answered_by_session_id);

INSERT INTO consent_text (id, purpose, locale, edition, body, sha256)
SELECT app.uuid7(), 'training', v.locale, 1, v.body, sha256(convert_to(v.body, 'UTF8')) FROM (VALUES
  ('vi', 'Tôi đồng ý để Hội Liên hiệp Phụ nữ dùng những gì tôi ghi ở đây để giữ chỗ, nhắn cho tôi về lớp học và điểm danh. Chỉ cán bộ Hội phụ trách và người hướng dẫn lớp xem được; một năm sau buổi học thì xóa. Nếu tôi ghi tên một chị đi cùng, chị ấy cũng đã đồng ý. Tôi rút tên lúc nào cũng được.'),
  ('en', 'I agree that the Women’s Union uses what I write here to keep a seat, to message me about the class and to take attendance. Only the officials in charge and the trainers of the class can see it; it is deleted a year after the session. If I name somebody who comes along, she has agreed too. I may withdraw at any time.')
) v (locale, body) WHERE EXISTS (SELECT FROM consent_text);

-- ───────────────────────────── Seats ─────────────────────────────

-- Puts a session's seats in order: offers that have lapsed are taken back, then those who wait are offered what is free, in order of
-- arrival. A party is offered whole or keeps its place while later ones pass it. Nothing is offered after the start. An offer stands for
-- p_hold, but for no more than half the time that is left (half an hour at least), so that the next one can still be asked.
-- Answers with whom it happened to. Whoever looks next calls it: no clock has to.
CREATE FUNCTION app.settle_seats(p_session uuid, p_hold interval DEFAULT '24 hours') RETURNS TABLE (id uuid, state enrolment_state, offer_until timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE s session; w record; free int[]; party uuid[]; at timestamptz; until timestamptz; i int;
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  at := clock_timestamp();
  RETURN QUERY UPDATE enrolment e SET state = 'expired', seat_no = NULL, changed_at = at
    WHERE e.session_id = p_session AND e.state = 'offered' AND (e.offer_until <= at OR s.starts_at <= at) RETURNING e.id, e.state, e.offer_until;
  IF s.id IS NULL OR s.state <> 'approved' OR s.starts_at <= at THEN RETURN; END IF;
  IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting') THEN RETURN; END IF;
  free := ARRAY (SELECT app.free_seats(p_session));
  until := least(s.starts_at, at + greatest(least(p_hold, (s.starts_at - at) / 2), least(p_hold, interval '30 minutes')));
  FOR w IN SELECT e.id, e.party_id FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting' ORDER BY e.arrival_no LOOP
    EXIT WHEN cardinality(free) = 0;
    CONTINUE WHEN NOT EXISTS (SELECT FROM enrolment e WHERE e.id = w.id AND e.state = 'waiting');
    party := CASE WHEN w.party_id IS NULL THEN ARRAY[w.id]
      ELSE ARRAY (SELECT e.id FROM enrolment e WHERE e.session_id = p_session AND e.party_id = w.party_id AND e.state = 'waiting' ORDER BY e.arrival_no) END;
    CONTINUE WHEN cardinality(party) > cardinality(free);
    FOR i IN 1..cardinality(party) LOOP
      RETURN QUERY UPDATE enrolment e SET state = 'offered', seat_no = free[i], offered_at = at, offer_until = until, changed_at = at
        WHERE e.id = party[i] RETURNING e.id, e.state, e.offer_until;
    END LOOP;
    free := free[cardinality(party) + 1:];
  END LOOP;
END $$;
CREATE OR REPLACE FUNCTION app.offer_seats(p_session uuid, p_hold interval DEFAULT '24 hours') RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT id FROM app.settle_seats(p_session, p_hold) WHERE state = 'offered' $$;

-- Sign up: a seat if one is free that nobody who waits could take, otherwise the end of the waiting list. p_seats: how many come
-- together, on the call for the first of them; they are seated together or wait together. The same phone or person again gets the
-- enrolment she has: a number also when it stands on the record of a woman who is enrolled; a record also when she had signed up by
-- herself under its name and number. Runs as the owner, because a public visitor may see nobody's row, not even her own.
DROP FUNCTION app.enrol(uuid, uuid, text, text, uuid, uuid, enrolment_origin, bytea, uuid, uuid, text);
CREATE FUNCTION app.enrol(p_session uuid, p_id uuid, p_name text, p_phone text, p_person uuid DEFAULT NULL, p_unit uuid DEFAULT NULL, p_origin enrolment_origin DEFAULT 'public_page',
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
    IF cardinality(free) >= p_seats AND NOT EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting' AND (x.party_id IS NULL
        OR (SELECT count(*) FROM enrolment y WHERE y.session_id = p_session AND y.party_id = x.party_id AND y.state = 'waiting') <= cardinality(free)))
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

-- Empties what tells who signed up without a record, a year after the session; the rows stay and are counted. At most so many at once:
-- each new sign-up does a little of it, so that no clock is needed.
CREATE FUNCTION app.forget_sign_ups(p_most int DEFAULT 20) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE n int; m int;
BEGIN
  WITH due AS (SELECT e.id FROM enrolment e JOIN session s ON s.id = e.session_id
    WHERE e.person_id IS NULL AND e.name IS NOT NULL AND s.ends_at < now() - interval '1 year' LIMIT p_most FOR UPDATE OF e SKIP LOCKED),
  said AS (UPDATE outbox_message o SET recipient = NULL, facts = '{}', last_error = NULL, state = CASE WHEN o.state IN ('ready', 'failed') THEN 'discarded'::message_state ELSE o.state END
    FROM due WHERE o.enrolment_id = due.id)
  UPDATE enrolment e SET name = NULL, phone = NULL, access_need = NULL, unit_words = NULL, ticket_hash = NULL, erased_on = app.today() FROM due WHERE e.id = due.id;
  GET DIAGNOSTICS n = ROW_COUNT;
  WITH due AS (SELECT w.id FROM topic_wait w WHERE w.person_id IS NULL AND w.name IS NOT NULL AND w.created_at < now() - interval '1 year' LIMIT p_most FOR UPDATE SKIP LOCKED)
  UPDATE topic_wait w SET name = NULL, phone = NULL FROM due WHERE w.id = due.id;
  GET DIAGNOSTICS m = ROW_COUNT;
  RETURN n + m;
END $$;

REVOKE EXECUTE ON FUNCTION app.settle_seats(uuid, interval), app.forget_sign_ups(int),
  app.enrol(uuid, uuid, text, text, uuid, uuid, enrolment_origin, bytea, uuid, uuid, text, int, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.settle_seats(uuid, interval), app.forget_sign_ups(int),
  app.enrol(uuid, uuid, text, text, uuid, uuid, enrolment_origin, bytea, uuid, uuid, text, int, text, text, uuid) TO portal_app;
