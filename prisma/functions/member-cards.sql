-- Whether a card stands today: not ended, of a record that stands, and of a woman who has been a member where it was made for on every day since.
CREATE OR REPLACE FUNCTION app.member_card_stands(c member_card) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.ended_at IS NULL AND EXISTS (SELECT FROM person p WHERE p.id = c.person_id AND p.merged_into_id IS NULL AND p.erased_on IS NULL)
    AND coalesce((SELECT range_agg(daterange(m.valid_from, m.valid_to)) @> daterange((c.made_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, app.today() + 1)
      FROM membership m WHERE m.person_id = c.person_id AND m.unit_id = c.unit_id), false) $$;

-- Of whom and of which card an opening is, by the token that her phone holds: while its ten minutes last and the card stands.
CREATE OR REPLACE FUNCTION app.member_card_opened(p_token text) RETURNS TABLE (opening_id uuid, card_id uuid, person_id uuid, made_by_id uuid, entry_id uuid, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT o.id, c.id, c.person_id, c.made_by_id, o.entry_id, o.expires_at FROM member_card_opening o JOIN member_card c ON c.id = o.card_id
  WHERE o.token_hash = sha256(convert_to(p_token, 'UTF8')) AND o.ended_at IS NULL AND o.expires_at > now() AND app.member_card_stands(c) $$;

-- One try of a card's digits, counted before anybody looks at them: of sixteen at once as many get through as have a turn. Five are free; then
-- each waits twice as long as the one before, from a minute up to an hour. Right ones open it six times in ten minutes. While one waits nothing is counted.
CREATE OR REPLACE FUNCTION app.try_member_card(p_hash bytea) RETURNS TABLE (card_id uuid, digits bytea, key_id uuid, wait int) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE c member_card; until timestamptz;
BEGIN
  SELECT * INTO c FROM member_card WHERE token_hash = p_hash AND digits IS NOT NULL FOR UPDATE;
  IF c.id IS NULL OR NOT app.member_card_stands(c) THEN RETURN; END IF;
  SELECT o.opened_at + interval '10 minutes' INTO until FROM member_card_opening o WHERE o.card_id = c.id AND o.opened_at > clock_timestamp() - interval '10 minutes' ORDER BY o.opened_at DESC LIMIT 1 OFFSET 5;
  IF until IS NOT NULL THEN
    c.waits_until := greatest(c.waits_until, until);
    UPDATE member_card SET waits_until = c.waits_until WHERE id = c.id;
  END IF;
  IF c.waits_until > clock_timestamp() THEN
    RETURN QUERY SELECT c.id, NULL::bytea, NULL::uuid, ceil(extract(epoch FROM c.waits_until - clock_timestamp()))::int; RETURN;
  END IF;
  UPDATE member_card SET misses = c.misses + 1, waits_until = CASE WHEN c.misses + 1 >= 5 THEN clock_timestamp() + least(3600, 60 * 2 ^ least(c.misses - 4, 10)) * interval '1 second' END WHERE id = c.id;
  RETURN QUERY SELECT c.id, c.digits, c.key_id, 0;
END $$;

-- Whether both who made a card and who handed it over may do something at a unit today: so nobody makes one, or types the digits, to read more than she may.
CREATE OR REPLACE FUNCTION app.both_hands_may(p_card uuid, p_permission text, p_unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM member_card c WHERE c.id = p_card AND app.unit_within(coalesce(p_unit, c.unit_id), app.areas_of(c.made_by_id, p_permission))
    AND app.unit_within(coalesce(p_unit, c.unit_id), app.areas_of(c.handed_over_by_id, p_permission))) $$;

-- The numbers in what she reads of her own data, in the ten minutes that her card and her digits opened. The opening stands in the trail
-- before anything is read by it, and a door opens in no transaction that has written anything (0270).
CREATE OR REPLACE FUNCTION app.numbers_by_card(p_token text) RETURNS TABLE (row_id uuid, phone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid[];
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN; END IF;
  own := ARRAY (SELECT r.id FROM app.member_card_opened(p_token) o JOIN audit_entry e ON e.id = o.entry_id AND e.action = 'openMemberCard' AND e.subject_id = o.person_id
    CROSS JOIN LATERAL app.records_of(o.person_id) r WHERE app.both_hands_may(o.card_id, 'people.see-phone', NULL));
  RETURN QUERY SELECT n.row_id, n.phone FROM app.number n WHERE n.row_id = ANY (own) OR n.row_id IN (SELECT x.id FROM enrolment x WHERE x.person_id = ANY (own))
    OR n.row_id IN (SELECT w.id FROM topic_wait w WHERE w.person_id = ANY (own));
END $$;

-- Her sealed fields, in the same way.
CREATE OR REPLACE FUNCTION app.sealed_fields_by_card(p_token text) RETURNS TABLE (person_id uuid, field text, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT ON (s.field) s.person_id, s.field::text, s.sealed, s.key_id, k.label
    FROM app.member_card_opened(p_token) o JOIN audit_entry e ON e.id = o.entry_id AND e.action = 'openMemberCard' AND e.subject_id = o.person_id
    JOIN person p ON p.id = o.person_id JOIN sensitive_field s ON s.person_id IN (SELECT r.id FROM app.records_of(p.id) r) JOIN encryption_key k ON k.id = s.key_id
    WHERE app.both_hands_may(o.card_id, 'own-data.export', p.keeper_unit_id) AND e.change -> 'fields' ? s.field::text AND app.consent_stands(p.id, 'sensitive_data')
    ORDER BY s.field, (s.person_id = p.id) DESC, s.written_at DESC;
END $$;

-- What ended does not begin again, a card is handed over once, and with its end nothing is kept of her digits.
CREATE OR REPLACE FUNCTION app.hold_member_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.end_reason, NEW.ended_by_id) IS DISTINCT FROM (OLD.ended_at, OLD.end_reason, OLD.ended_by_id)
    OR (OLD.handed_over_at IS NOT NULL OR OLD.ended_at IS NOT NULL) AND (NEW.handed_over_at, NEW.handed_over_by_id) IS DISTINCT FROM (OLD.handed_over_at, OLD.handed_over_by_id) THEN
    RAISE EXCEPTION 'a card that ended or was handed over stays so' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_card_stays', HINT = 'member_card_stays';
  END IF;
  IF NEW.ended_at IS NOT NULL THEN NEW.digits := NULL; NEW.key_id := NULL; END IF;
  RETURN NEW;
END $$;

-- A record that goes to another keeper, is merged or erased takes its card with it.
CREATE OR REPLACE FUNCTION app.end_card_of_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE member_card SET ended_at = clock_timestamp(), end_reason = CASE WHEN NEW.erased_on IS NOT NULL THEN 'erased' WHEN NEW.merged_into_id IS NOT NULL THEN 'merged' ELSE 'moved' END
  WHERE person_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;

-- Whoever is no member any more where her card was made for has none. Looked at as the transaction ends: a membership that is replaced by
-- another at the same unit on the same day ends nothing. One who comes back is given a new card.
CREATE OR REPLACE FUNCTION app.end_card_of_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE member_card c SET ended_at = clock_timestamp(), end_reason = 'left'
  WHERE c.person_id IN (NEW.person_id, OLD.person_id) AND c.ended_at IS NULL AND NOT app.member_card_stands(c);
  RETURN NULL;
END $$;

-- That a card ended stands in the trail, whoever or whatever ended it.
CREATE OR REPLACE FUNCTION app.note_card_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO audit_entry (id, actor_id, verb, action, subject_type, subject_id, unit_id, change)
  VALUES (app.uuid7(), NEW.ended_by_id, 'ended', 'endMemberCard', 'person', NEW.person_id, NEW.unit_id, jsonb_build_object('card', NEW.id, 'reason', NEW.end_reason));
  RETURN NULL;
END $$;
