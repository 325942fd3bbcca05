-- expand: an earlier release finds less behind a card, and writes nothing that is refused here.
-- A card opens what both who made it and who handed it over may read. What ended does not begin again, and nothing is kept of its digits.
ALTER TABLE "member_card" DROP CONSTRAINT "digits_are_sealed";
ALTER TABLE "member_card" ADD CONSTRAINT "digits_are_sealed" CHECK (("digits" IS NULL) = ("key_id" IS NULL) AND ("handed_over_at" IS NULL) = ("handed_over_by_id" IS NULL) AND ("ended_at" IS NOT NULL OR ("digits" IS NULL) = ("handed_over_at" IS NULL)));
UPDATE "member_card" SET "digits" = NULL, "key_id" = NULL WHERE "ended_at" IS NOT NULL;

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

CREATE TRIGGER hold_member_card BEFORE UPDATE ON member_card FOR EACH ROW EXECUTE FUNCTION app.hold_member_card();

-- openings that are long over are forgotten; that they were stays in the trail
GRANT DELETE ON member_card_opening TO portal_app;

REVOKE EXECUTE ON FUNCTION app.both_hands_may(uuid, text, uuid), app.hold_member_card() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.both_hands_may(uuid, text, uuid), app.hold_member_card() TO portal_app;
