-- expand: an earlier release makes no cards, and those that stand end under it all the same.
-- A member without e-mail opens her own data by a card and six digits of hers. What ends a card is held by the tables: a new one, another keeper,
-- a merger, an erasure, the end of her membership.
CREATE TABLE "member_card" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "made_by_id" UUID NOT NULL,
  "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "digits" BYTEA,
  "key_id" UUID,
  "handed_over_at" TIMESTAMPTZ(6),
  "handed_over_by_id" UUID,
  "misses" INTEGER NOT NULL DEFAULT 0,
  "waits_until" TIMESTAMPTZ(6),
  "ended_at" TIMESTAMPTZ(6),
  "end_reason" TEXT,
  "ended_by_id" UUID,
  CONSTRAINT "member_card_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "member_card_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "member_card_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "member_card_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "member_card_handed_over_by_id_fkey" FOREIGN KEY ("handed_over_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "member_card_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "member_card_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "encryption_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "member_card_hash" CHECK (octet_length(token_hash) = 32),
  CONSTRAINT "digits_are_sealed" CHECK (("digits" IS NULL) = ("key_id" IS NULL) AND ("digits" IS NULL) = ("handed_over_at" IS NULL) AND ("digits" IS NULL) = ("handed_over_by_id" IS NULL)),
  CONSTRAINT "ended_for_a_reason" CHECK (("ended_at" IS NULL) = ("end_reason" IS NULL) AND "end_reason" IN ('lost', 'replaced', 'given-back', 'handed-over', 'moved', 'merged', 'erased', 'left')),
  CONSTRAINT "misses_count" CHECK ("misses" >= 0)
);
CREATE UNIQUE INDEX "member_card_token_hash_key" ON "member_card"("token_hash");
CREATE INDEX "member_card_person_id_idx" ON "member_card"("person_id");
CREATE INDEX "member_card_unit_id_idx" ON "member_card"("unit_id");
CREATE UNIQUE INDEX "one_member_card" ON "member_card"("person_id") WHERE ended_at IS NULL;

CREATE TABLE "member_card_opening" (
  "id" UUID NOT NULL,
  "card_id" UUID NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(6) NOT NULL,
  "ended_at" TIMESTAMPTZ(6),
  "entry_id" UUID NOT NULL,
  CONSTRAINT "member_card_opening_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "member_card_opening_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "member_card"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "member_card_opening_hash" CHECK (octet_length(token_hash) = 32),
  CONSTRAINT "ten_minutes" CHECK ("expires_at" <= "opened_at" + interval '10 minutes')
);
CREATE UNIQUE INDEX "member_card_opening_token_hash_key" ON "member_card_opening"("token_hash");
CREATE INDEX "member_card_opening_card_id_idx" ON "member_card_opening"("card_id");

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
-- each waits twice as long as the one before, from a minute up to an hour. While one waits nothing is counted.
CREATE OR REPLACE FUNCTION app.try_member_card(p_hash bytea) RETURNS TABLE (card_id uuid, digits bytea, key_id uuid, wait int) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE c member_card;
BEGIN
  SELECT * INTO c FROM member_card WHERE token_hash = p_hash AND digits IS NOT NULL FOR UPDATE;
  IF c.id IS NULL OR NOT app.member_card_stands(c) THEN RETURN; END IF;
  IF c.waits_until > clock_timestamp() THEN
    RETURN QUERY SELECT c.id, NULL::bytea, NULL::uuid, ceil(extract(epoch FROM c.waits_until - clock_timestamp()))::int; RETURN;
  END IF;
  UPDATE member_card SET misses = c.misses + 1, waits_until = CASE WHEN c.misses + 1 >= 5 THEN clock_timestamp() + least(3600, 60 * 2 ^ least(c.misses - 4, 10)) * interval '1 second' END WHERE id = c.id;
  RETURN QUERY SELECT c.id, c.digits, c.key_id, 0;
END $$;

-- The numbers in what she reads of her own data, in the ten minutes that her card and her digits opened. The opening stands in the trail
-- before anything is read by it, and a door opens in no transaction that has written anything (0270).
CREATE OR REPLACE FUNCTION app.numbers_by_card(p_token text) RETURNS TABLE (row_id uuid, phone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid[];
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN; END IF;
  own := ARRAY (SELECT r.id FROM app.member_card_opened(p_token) o JOIN audit_entry e ON e.id = o.entry_id AND e.action = 'openMemberCard' AND e.subject_id = o.person_id
    CROSS JOIN LATERAL app.records_of(o.person_id) r);
  RETURN QUERY SELECT n.row_id, n.phone FROM app.number n WHERE n.row_id = ANY (own) OR n.row_id IN (SELECT x.id FROM enrolment x WHERE x.person_id = ANY (own))
    OR n.row_id IN (SELECT w.id FROM topic_wait w WHERE w.person_id = ANY (own));
END $$;

-- Her sealed fields, in the same way. A card opens nothing that whoever made it could not read today: so nobody makes one to read more than she may.
CREATE OR REPLACE FUNCTION app.sealed_fields_by_card(p_token text) RETURNS TABLE (person_id uuid, field text, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT ON (s.field) s.person_id, s.field::text, s.sealed, s.key_id, k.label
    FROM app.member_card_opened(p_token) o JOIN audit_entry e ON e.id = o.entry_id AND e.action = 'openMemberCard' AND e.subject_id = o.person_id
    JOIN person p ON p.id = o.person_id JOIN sensitive_field s ON s.person_id IN (SELECT r.id FROM app.records_of(p.id) r) JOIN encryption_key k ON k.id = s.key_id
    WHERE app.unit_within(p.keeper_unit_id, app.areas_of(o.made_by_id, 'own-data.export')) AND e.change -> 'fields' ? s.field::text AND app.consent_stands(p.id, 'sensitive_data')
    ORDER BY s.field, (s.person_id = p.id) DESC, s.written_at DESC;
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

CREATE TRIGGER on_record_person_id BEFORE INSERT ON member_card FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER end_card_of_record AFTER UPDATE OF keeper_unit_id, merged_into_id, erased_on ON person FOR EACH ROW
  WHEN (NEW.keeper_unit_id <> OLD.keeper_unit_id OR NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id OR NEW.erased_on IS DISTINCT FROM OLD.erased_on) EXECUTE FUNCTION app.end_card_of_record();
CREATE CONSTRAINT TRIGGER end_card_of_member AFTER INSERT OR UPDATE OR DELETE ON membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.end_card_of_member();
CREATE TRIGGER note_card_ended AFTER UPDATE OF ended_at ON member_card FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.note_card_ended();

SELECT app.guard('member_card');
SELECT app.guard('member_card_opening');
-- what opens a card is written once; what ended does not begin again
GRANT SELECT, INSERT ON member_card, member_card_opening TO portal_app;
GRANT UPDATE (digits, key_id, handed_over_at, handed_over_by_id, misses, waits_until, ended_at, end_reason, ended_by_id) ON member_card TO portal_app;
GRANT UPDATE (ended_at) ON member_card_opening TO portal_app;

REVOKE EXECUTE ON FUNCTION app.member_card_stands(member_card), app.member_card_opened(text), app.try_member_card(bytea), app.numbers_by_card(text), app.sealed_fields_by_card(text),
  app.end_card_of_record(), app.end_card_of_member(), app.note_card_ended() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.member_card_stands(member_card), app.member_card_opened(text), app.try_member_card(bytea), app.numbers_by_card(text), app.sealed_fields_by_card(text),
  app.end_card_of_record(), app.end_card_of_member(), app.note_card_ended() TO portal_app;
