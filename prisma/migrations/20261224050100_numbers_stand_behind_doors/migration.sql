-- contract: an earlier release finds nobody by her number here, and shows none.
-- A telephone number of a woman is written where the portal's role reads nothing. In its place stand the masked number, to be shown, and its
-- print, to be compared. Functions hand numbers out, for an entry of the trail, and look themselves whom its account reaches.

-- what was emptied by an erasure before was emptied as an object
UPDATE person_merge SET moved = '[]' WHERE jsonb_typeof(moved) <> 'array';

CREATE TABLE app.phone_pepper (one boolean PRIMARY KEY DEFAULT true CHECK (one), pepper bytea NOT NULL);
INSERT INTO app.phone_pepper (pepper) VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid() || gen_random_uuid(), 'UTF8')));
-- of persons, sign-ups and wishes, by the ids of their rows
CREATE TABLE app.number (row_id uuid PRIMARY KEY, phone text NOT NULL CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'));
-- what may be undone: numbers that stood on records before a merger or an import
CREATE TABLE app.kept_phone (id uuid PRIMARY KEY, person_id uuid NOT NULL, phone text);
CREATE INDEX kept_phone_person ON app.kept_phone (person_id);
REVOKE ALL ON app.phone_pepper, app.number, app.kept_phone FROM portal_app, PUBLIC;

-- What two telephone numbers are compared by, since the numbers themselves stand behind a door (0246): the same for the same number, and
-- none can be read from it without what is kept where the portal's role sees nothing.
CREATE OR REPLACE FUNCTION app.phone_print(p_phone text) RETURNS text LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  RETURN encode(substring(sha256((SELECT k.pepper FROM app.phone_pepper k) || convert_to(p_phone, 'UTF8')) FROM 1 FOR 12), 'base64');
END $$;

-- As domain/people/phones/phone.ts masks it: enough to tell two numbers apart, too little to call. Of a number of another country less.
CREATE OR REPLACE FUNCTION app.masked_phone(p_phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN p_phone ~ '^\+84\d{9}$' THEN '0' || substr(p_phone, 4, 1) || '•• ••• ' || right(p_phone, 3) ELSE '•••• ••• ' || right(p_phone, 3) END;

-- A number that is written goes where the portal's role reads nothing. In its place stand the masked one and its print. What was read is
-- no number: written again it changes nothing, and anything else that is none is refused.
CREATE OR REPLACE FUNCTION app.keep_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.phone IS NULL THEN
    NEW.phone_print := NULL;
    IF TG_OP = 'UPDATE' THEN DELETE FROM app.number WHERE row_id = NEW.id; END IF;
  ELSIF NEW.phone ~ '^\+[1-9][0-9]{7,14}$' THEN
    NEW.phone_print := app.phone_print(NEW.phone);
    INSERT INTO app.number (row_id, phone) VALUES (NEW.id, NEW.phone) ON CONFLICT (row_id) DO UPDATE SET phone = excluded.phone;
    NEW.phone := app.masked_phone(NEW.phone);
  ELSIF TG_OP = 'UPDATE' AND NEW.phone = OLD.phone THEN NEW.phone_print := OLD.phone_print;
  ELSE RAISE EXCEPTION 'not a whole number' USING ERRCODE = 'check_violation', CONSTRAINT = 'phone_is_whole', HINT = 'phone_is_whole';
  END IF;
  RETURN NEW;
END $$;

-- What is told apart when a row is asked "were you edited since?": copies, counters and columns that follow from another one tell
-- nothing of an edit. Marks of mergers that can still be undone stay true: a column that is added later tells nothing of an edit while it is empty.
CREATE OR REPLACE FUNCTION app.row_mark(r jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  md5(jsonb_strip_nulls(r - ARRAY['version', 'search_key', 'given_name', 'other_names', 'starts_at', 'ends_at', 'changed_at'])::text);

-- What was said of two records, and marks by which a merger can be undone, hold for numbers as they are now: looked at before these are masked.
CREATE TEMP TABLE said AS SELECT n.person_a_id, n.person_b_id FROM not_same n JOIN person a ON a.id = n.person_a_id JOIN person b ON b.id = n.person_b_id
  WHERE n.digest_a = app.likeness_digest(a) AND n.digest_b = app.likeness_digest(b);
CREATE TEMP TABLE marked AS SELECT m.id AS merge_id, x.at - 1 AS at, x.e ->> 'table' AS tab, (x.e #>> '{key,id}')::uuid AS row_id
  FROM person_merge m, jsonb_array_elements(m.moved) WITH ORDINALITY x (e, at) LEFT JOIN person p ON x.e ->> 'table' = 'person' AND p.id = (x.e #>> '{key,id}')::uuid
    LEFT JOIN enrolment s ON x.e ->> 'table' = 'enrolment' AND s.id = (x.e #>> '{key,id}')::uuid LEFT JOIN topic_wait w ON x.e ->> 'table' = 'topic_wait' AND w.id = (x.e #>> '{key,id}')::uuid
  WHERE x.e ->> 'mark' = app.row_mark(coalesce(to_jsonb(p), to_jsonb(s), to_jsonb(w)));
DROP FUNCTION app.likeness_digest(person);

INSERT INTO app.number (row_id, phone) SELECT id, phone FROM person WHERE phone IS NOT NULL;
DROP INDEX person_phone_idx;
ALTER TABLE person DROP CONSTRAINT person_phone_check, ADD COLUMN phone_print text;
-- the table is written anew once, and nothing counts as a correction of a row
ALTER TABLE person ALTER COLUMN phone_print TYPE text USING app.phone_print(phone), ALTER COLUMN phone TYPE text USING app.masked_phone(phone);
ALTER TABLE person ADD CONSTRAINT phone_is_masked CHECK (phone ~ '^(0\d•• ••• |•••• ••• )\d{3}$'), ADD CONSTRAINT phone_has_print CHECK ((phone IS NULL) = (phone_print IS NULL));
SELECT app.guard('person');
CREATE TRIGGER keep_number BEFORE INSERT OR UPDATE OF phone, phone_print ON person FOR EACH ROW EXECUTE FUNCTION app.keep_number();
-- also where rows are written without their rules, as the demonstration is
ALTER TABLE person ENABLE ALWAYS TRIGGER keep_number;

INSERT INTO app.number (row_id, phone) SELECT id, phone FROM enrolment WHERE phone IS NOT NULL;
DROP INDEX one_live_phone;
ALTER TABLE enrolment DROP CONSTRAINT enrolment_phone_check, ADD COLUMN phone_print text;
-- the table is written anew once, and nothing counts as a correction of a row
ALTER TABLE enrolment ALTER COLUMN phone_print TYPE text USING app.phone_print(phone), ALTER COLUMN phone TYPE text USING app.masked_phone(phone);
ALTER TABLE enrolment ADD CONSTRAINT phone_is_masked CHECK (phone ~ '^(0\d•• ••• |•••• ••• )\d{3}$'), ADD CONSTRAINT phone_has_print CHECK ((phone IS NULL) = (phone_print IS NULL));
SELECT app.guard('enrolment');
CREATE TRIGGER keep_number BEFORE INSERT OR UPDATE OF phone, phone_print ON enrolment FOR EACH ROW EXECUTE FUNCTION app.keep_number();
-- also where rows are written without their rules, as the demonstration is
ALTER TABLE enrolment ENABLE ALWAYS TRIGGER keep_number;

INSERT INTO app.number (row_id, phone) SELECT id, phone FROM topic_wait WHERE phone IS NOT NULL;
DROP INDEX one_wait;
ALTER TABLE topic_wait DROP CONSTRAINT topic_wait_phone_check, ADD COLUMN phone_print text;
-- the table is written anew once, and nothing counts as a correction of a row
ALTER TABLE topic_wait ALTER COLUMN phone_print TYPE text USING app.phone_print(phone), ALTER COLUMN phone TYPE text USING app.masked_phone(phone);
ALTER TABLE topic_wait ADD CONSTRAINT phone_is_masked CHECK (phone ~ '^(0\d•• ••• |•••• ••• )\d{3}$'), ADD CONSTRAINT phone_has_print CHECK ((phone IS NULL) = (phone_print IS NULL));
SELECT app.guard('topic_wait');
CREATE TRIGGER keep_number BEFORE INSERT OR UPDATE OF phone, phone_print ON topic_wait FOR EACH ROW EXECUTE FUNCTION app.keep_number();
-- also where rows are written without their rules, as the demonstration is
ALTER TABLE topic_wait ENABLE ALWAYS TRIGGER keep_number;

CREATE INDEX person_phone_print_idx ON person (phone_print);
CREATE UNIQUE INDEX one_live_phone ON enrolment (session_id, phone_print) WHERE state IN ('confirmed', 'waiting', 'offered');
CREATE UNIQUE INDEX one_wait ON topic_wait (course_id, phone_print) WHERE answered_by_session_id IS NULL;

-- What "not the same" was said about: a name, a year and a phone. When one of them changes, the digest differs and the question is open again.
CREATE OR REPLACE FUNCTION app.likeness_digest(p person) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE RETURN
  sha256(convert_to(coalesce(app.name_key(p.full_name), '') || chr(10) || coalesce(p.birth_year::text, '') || chr(10) || coalesce(p.phone_print, ''), 'UTF8'));

REVOKE EXECUTE ON FUNCTION app.likeness_digest(person) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.likeness_digest(person) TO portal_app;
UPDATE not_same n SET digest_a = app.likeness_digest(a), digest_b = app.likeness_digest(b) FROM said s, person a, person b
  WHERE s.person_a_id = n.person_a_id AND s.person_b_id = n.person_b_id AND a.id = n.person_a_id AND b.id = n.person_b_id;

-- Which roles may do what stands behind a door of the database (0245): one meaning with domain/access/permissions.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.roles_for(p_permission text) RETURNS role[] LANGUAGE sql IMMUTABLE RETURN
  CASE p_permission
    WHEN 'sensitive.see' THEN '{province_official,commune_official}'
    WHEN 'own-data.export' THEN '{province_official,commune_official}'
    WHEN 'people.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'exports.persons' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'messages.tell' THEN '{province_official,commune_official,sub_association_head,trainer}'
    WHEN 'enrolments.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    ELSE '{}' END::role[];

-- Whole numbers of persons, for the entry of the trail that says who reads them: kept before any number comes, by an account that may, of
-- those whom it reaches. Of a number that is looked at the entry names the woman.
CREATE OR REPLACE FUNCTION app.numbers_of(p_account uuid, p_entry uuid, p_persons uuid[]) RETURNS TABLE (person_id uuid, phone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e audit_entry := (SELECT x FROM app.kept_entry(p_entry, '{seePhone,exportPeople}') x WHERE x.actor_id = p_account);
  areas text[] := app.areas_of(p_account, CASE e.action WHEN 'seePhone' THEN 'people.see-phone' ELSE 'exports.persons' END);
BEGIN
  IF e.id IS NULL OR areas = '{}' THEN RETURN; END IF;
  RETURN QUERY WITH here AS MATERIALIZED (SELECT s.unit_id FROM unnest(areas) a JOIN unit_span s ON s.path >= a COLLATE "C" AND s.path < (a || '~') COLLATE "C" AND app.placed_today(s))
    SELECT p.id, n.phone FROM person p JOIN app.number n ON n.row_id = p.id
    WHERE p.id = ANY (p_persons) AND (e.action <> 'seePhone' OR p.id = e.subject_id) AND p.erased_on IS NULL AND p.merged_into_id IS NULL
      AND (areas IS NULL OR p.keeper_unit_id IN (SELECT h.unit_id FROM here h) OR EXISTS (SELECT FROM membership m JOIN here h ON h.unit_id = m.unit_id
        WHERE m.person_id = p.id AND app.active_on(m.valid_from, m.valid_to, app.today())));
END $$;

-- The numbers in what is handed to her of her own data: on her records, her sign-ups and her wishes, by the ids of those rows, for the
-- entry of the trail that says who takes them out, where her record is kept.
CREATE OR REPLACE FUNCTION app.own_numbers_of(p_account uuid, p_entry uuid) RETURNS TABLE (row_id uuid, phone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e audit_entry := (SELECT x FROM app.kept_entry(p_entry, '{exportOwnData}') x WHERE x.actor_id = p_account); own uuid[];
BEGIN
  own := ARRAY (SELECT r.id FROM person her CROSS JOIN LATERAL app.records_of(her.id) r WHERE her.id = e.subject_id AND her.erased_on IS NULL
    AND her.merged_into_id IS NULL AND app.unit_within(her.keeper_unit_id, app.areas_of(p_account, 'own-data.export')));
  RETURN QUERY SELECT n.row_id, n.phone FROM app.number n WHERE n.row_id = ANY (own) OR n.row_id IN (SELECT x.id FROM enrolment x WHERE x.person_id = ANY (own))
    OR n.row_id IN (SELECT w.id FROM topic_wait w WHERE w.person_id = ANY (own));
END $$;

-- Whoever is erased is erased with every record that was merged into hers, and no merger keeps what could bring it back.
CREATE OR REPLACE FUNCTION app.erase_with_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE person_merge SET moved = '[]' WHERE survivor_id = NEW.id OR absorbed_id = NEW.id;
  DELETE FROM app.kept_phone WHERE person_id = NEW.id OR person_id IN (SELECT id FROM person WHERE merged_into_id = NEW.id);
  DELETE FROM sensitive_field WHERE person_id IN (SELECT id FROM person WHERE merged_into_id = NEW.id);
  UPDATE person SET full_name = NULL, phone = NULL, address = NULL, languages = '{}', erased_on = NEW.erased_on,
    birth_year = CASE WHEN NEW.birth_year IS NOT NULL THEN birth_year END WHERE merged_into_id = NEW.id AND erased_on IS NULL;
  RETURN NULL;
END $$;

-- Sign up: a seat if one is free that nobody who waits could take and that is kept for no party, otherwise the end of the waiting list.
-- The same phone or person again gets the enrolment she has. Runs as the owner, because a public visitor may see nobody's row, not
-- even her own.
CREATE OR REPLACE FUNCTION app.enrol(p_session uuid, p_id uuid, p_name text, p_phone text, p_person uuid DEFAULT NULL, p_unit uuid DEFAULT NULL, p_origin enrolment_origin DEFAULT 'public_page',
  p_ticket bytea DEFAULT NULL, p_party uuid DEFAULT NULL, p_consent uuid DEFAULT NULL, p_access_need text DEFAULT NULL,
  p_seats int DEFAULT 1, p_unit_words text DEFAULT NULL, p_locale text DEFAULT 'vi', p_consent_text uuid DEFAULT NULL)
  RETURNS TABLE (id uuid, state enrolment_state, seat_no int, waiting_position int, already boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE s session; e enrolment; free int[]; seat int; again boolean := false; her uuid := p_person; print text := app.phone_print(p_phone);
BEGIN
  SELECT * INTO s FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF s.id IS NULL OR s.state <> 'approved' THEN RAISE EXCEPTION 'not open' USING ERRCODE = 'P0001', CONSTRAINT = 'session_open', HINT = 'session_open'; END IF;
  IF s.starts_at <= clock_timestamp() AND p_origin <> 'walk_in' THEN RAISE EXCEPTION 'begun' USING ERRCODE = 'P0001', CONSTRAINT = 'session_not_begun', HINT = 'session_not_begun'; END IF;
  -- whose record it is, where name and number say so beyond doubt
  IF her IS NULL AND p_phone IS NOT NULL THEN
    SELECT (array_agg(p.id))[1] INTO her FROM person p
      WHERE p.phone_print = print AND app.name_key(p.full_name) = app.name_key(p_name) AND p.erased_on IS NULL AND p.merged_into_id IS NULL HAVING count(*) = 1;
  END IF;
  SELECT x.* INTO e FROM enrolment x LEFT JOIN person p ON p.id = x.person_id
    WHERE x.session_id = p_session AND x.state IN ('confirmed', 'waiting', 'offered')
      AND (x.phone_print = print OR x.person_id = her OR (her IS NULL AND p.phone_print = print)
        OR (x.person_id IS NULL AND EXISTS (SELECT FROM person q WHERE q.id = her AND q.phone_print = x.phone_print AND app.name_key(q.full_name) = app.name_key(x.name))))
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
      IF NOT EXISTS (SELECT FROM enrolment e WHERE e.session_id = p_session AND e.state = 'waiting') THEN SELECT f INTO seat FROM app.free_seats(p_session) f LIMIT 1; END IF;
      placed := CASE WHEN seat IS NULL THEN 'waiting' ELSE 'confirmed' END;
    END IF;
    INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, origin, state, seat_no, arrival_no)
    VALUES (p_id, p_session, her, p_name, p_phone, p_unit, 'walk_in', placed, seat, 1 + coalesce((SELECT max(e.arrival_no) FROM enrolment e WHERE e.session_id = p_session), 0));
  END IF;
  INSERT INTO walk_in (id, enrolment_id, device_id) VALUES (p_id, coalesce(found_id, p_id), p_device);
  RETURN coalesce(found_id, p_id);
END $$;

-- Puts a woman who waits for a topic on the list of a session, with the number of her wish: as app.enrol does.
CREATE OR REPLACE FUNCTION app.enrol_waiting(p_wait uuid, p_session uuid, p_id uuid, p_ticket bytea) RETURNS TABLE (id uuid, state enrolment_state, seat_no int, waiting_position int, already boolean)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT e.* FROM topic_wait w JOIN app.number n ON n.row_id = w.id CROSS JOIN LATERAL app.enrol(p_session => p_session, p_id => p_id, p_name => w.name, p_phone => n.phone, p_unit => w.unit_id,
    p_origin => 'topic_list', p_ticket => p_ticket, p_locale => w.locale, p_consent_text => w.consent_text_id) e WHERE w.id = p_wait $$;

-- Whole numbers of who takes part in a session, of her sign-up or else on her record, for the entry of the trail that says who reads them:
-- kept before any number comes, by who may where the session is. Of a number that is looked at the entry names the woman or her sign-up.
CREATE OR REPLACE FUNCTION app.participant_numbers_of(p_account uuid, p_entry uuid, p_enrolments uuid[]) RETURNS TABLE (enrolment_id uuid, phone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e audit_entry := (SELECT x FROM app.kept_entry(p_entry, '{seeParticipantPhone,exportParticipants}') x WHERE x.actor_id = p_account);
  areas text[] := app.areas_of(p_account, CASE e.action WHEN 'seeParticipantPhone' THEN 'enrolments.see-phone' ELSE 'exports.persons' END);
BEGIN
  IF e.id IS NULL OR areas = '{}' THEN RETURN; END IF;
  RETURN QUERY WITH at_hers AS MATERIALIZED (SELECT s.id FROM session s
      WHERE s.id IN (SELECT x.session_id FROM enrolment x WHERE x.id = ANY (p_enrolments)) AND app.unit_within(s.unit_id, areas))
    SELECT x.id, coalesce(n.phone, p.phone) FROM enrolment x JOIN at_hers s ON s.id = x.session_id
      LEFT JOIN app.number n ON n.row_id = x.id LEFT JOIN app.number p ON p.row_id = x.person_id
    WHERE x.id = ANY (p_enrolments) AND coalesce(n.phone, p.phone) IS NOT NULL
      AND (e.action <> 'seeParticipantPhone' OR e.subject_id IN (x.id, x.person_id));
END $$;

-- Of two wishes of one number for one topic, at once too, the first stands; the other leaves nothing, its number neither.
CREATE OR REPLACE FUNCTION app.one_wish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE print text := app.phone_print(NEW.phone);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('wish ' || NEW.course_id || print, 0));
  IF EXISTS (SELECT FROM topic_wait w WHERE w.course_id = NEW.course_id AND w.phone_print = print AND w.answered_by_session_id IS NULL) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

-- A message to a phone says whom it goes to by a masked number: the whole one stands with the sign-up, else on her record.
CREATE OR REPLACE FUNCTION app.mask_recipient() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.recipient := app.masked_phone(coalesce((SELECT coalesce(n.phone, p.phone) FROM enrolment e LEFT JOIN app.number n ON n.row_id = e.id
    LEFT JOIN app.number p ON p.row_id = e.person_id WHERE e.id = NEW.enrolment_id), NEW.recipient));
  RETURN NEW;
END $$;

-- The numbers that messages go to, for the entries of the trail that say who reads them: kept before, by who may tell these women. Officials
-- and trainers tell who is enrolled, a trainer in sessions that she teaches; a head her members and who named a unit of hers.
CREATE OR REPLACE FUNCTION app.message_numbers_of(p_account uuid, p_entries uuid[], p_messages uuid[]) RETURNS TABLE (message_id uuid, phone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE she uuid; official text[]; trainer text[]; head text[]; subjects uuid[];
BEGIN
  subjects := ARRAY (SELECT x.subject_id FROM unnest(p_entries) i(id) CROSS JOIN LATERAL app.kept_entry(i.id, '{seePhone}') x WHERE x.actor_id = p_account);
  official := app.areas_of(p_account, 'messages.tell', '{province_official,commune_official}');
  trainer := app.areas_of(p_account, 'messages.tell', '{trainer}');
  head := app.areas_of(p_account, 'messages.tell', '{sub_association_head}');
  she := (SELECT a.person_id FROM account a WHERE a.id = p_account);
  RETURN QUERY SELECT m.id, coalesce(n.phone, own.phone) FROM outbox_message m JOIN session s ON s.id = m.session_id JOIN enrolment x ON x.id = m.enrolment_id LEFT JOIN person p ON p.id = x.person_id
      LEFT JOIN app.number n ON n.row_id = x.id LEFT JOIN app.number own ON own.row_id = x.person_id
    WHERE m.id = ANY (p_messages) AND m.kind <> 'email' AND coalesce(n.phone, own.phone) IS NOT NULL AND (x.id = ANY (subjects) OR x.person_id = ANY (subjects))
      AND (app.unit_within(s.unit_id, official)
        OR (trainer IS NULL OR trainer <> '{}') AND EXISTS (SELECT FROM session_trainer t WHERE t.session_id = s.id AND t.trainer_id = she)
          AND (app.unit_within(s.unit_id, trainer) OR EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.level = 'province'))
        OR (head IS NULL OR head <> '{}') AND (x.unit_id IS NOT NULL AND app.unit_within(x.unit_id, head)
          OR p.erased_on IS NULL AND p.merged_into_id IS NULL AND (app.unit_within(p.keeper_unit_id, head) OR EXISTS (SELECT FROM membership b
            WHERE b.person_id = p.id AND app.active_on(b.valid_from, b.valid_to, app.today()) AND app.unit_within(b.unit_id, head)))));
END $$;

-- Keeps the number that stands on a record, for what may be undone, and answers with what it is kept under.
CREATE OR REPLACE FUNCTION app.keep_phone(p_person uuid) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  INSERT INTO app.kept_phone (id, person_id, phone) SELECT app.uuid7(), p.id, n.phone FROM person p LEFT JOIN app.number n ON n.row_id = p.id WHERE p.id = p_person RETURNING id $$;

-- A number that was kept stands on its record again.
CREATE OR REPLACE FUNCTION app.put_phone_back(p_person uuid, p_kept uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE person p SET phone = k.phone FROM app.kept_phone k WHERE k.id = p_kept AND k.person_id = p.id AND p.id = p_person $$;

-- A record takes the number of another one.
CREATE OR REPLACE FUNCTION app.take_phone(p_person uuid, p_other uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE person p SET phone = (SELECT n.phone FROM app.number n WHERE n.row_id = p_other) WHERE p.id = p_person $$;

-- Writes a list of changes [{table, was, set} | {table, was, gone}] in their order and answers with what undoes them. `was` is the whole row as
-- the plan saw it: another one stands there by now → as if others were first, and the whole plan is made anew. Of a number `set` says whose is
-- taken ({phone: {of}}), since the plan sees none; the one that stood there is named by what it is kept under ({phone: {kept}}).
CREATE OR REPLACE FUNCTION app.change_rows(changes jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE c jsonb; tab regclass; cond text; sets text; cols text[]; was jsonb; n jsonb; kept jsonb; done jsonb := '[]';
BEGIN
  FOR c IN SELECT * FROM jsonb_array_elements(changes) LOOP
    tab := to_regclass('public.' || quote_ident(c ->> 'table'));
    SELECT string_agg(format('t.%I = %L', a.attname, c -> 'was' ->> a.attname), ' AND ') INTO cond
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = tab AND i.indisprimary;
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE %s FOR UPDATE', tab, cond) INTO was;
    IF was IS DISTINCT FROM c -> 'was' THEN RAISE EXCEPTION 'a row of % was changed meanwhile', tab USING ERRCODE = 'serialization_failure'; END IF;
    IF c ? 'gone' THEN
      EXECUTE format('DELETE FROM %s t WHERE %s', tab, cond);
      done := done || jsonb_build_object('table', c -> 'table', 'gone', was);
    ELSE
      SELECT string_agg(format('%I = (jsonb_populate_record(NULL::%s, $1)).%I', k, tab, k), ', '), array_agg(k) INTO sets, cols FROM jsonb_object_keys((c -> 'set') - CASE WHEN tab = 'person'::regclass THEN 'phone' ELSE '' END) k;
      kept := '{}';
      IF tab = 'person'::regclass AND c -> 'set' ? 'phone' THEN
        kept := jsonb_build_object('phone', jsonb_build_object('kept', app.keep_phone((was ->> 'id')::uuid)));
        PERFORM app.take_phone((was ->> 'id')::uuid, (c #>> '{set,phone,of}')::uuid);
      END IF;
      EXECUTE format('WITH done AS (UPDATE %s t SET %s WHERE %s RETURNING t.*) SELECT to_jsonb(done) FROM done', tab, coalesce(sets, 'id = id'), cond) INTO n USING c -> 'set';
      done := done || jsonb_build_object('table', c -> 'table', 'mark', app.row_mark(n),
        'key', (SELECT jsonb_object_agg(a.attname, n -> a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = tab AND i.indisprimary),
        'before', kept || (SELECT coalesce(jsonb_object_agg(k, was -> k), '{}') FROM unnest(cols) k));
    END IF;
  END LOOP;
  RETURN done;
END $$;

-- Undoes such a list from its end. A row that was edited since, or whose place is taken, is left alone and told: [{table, key}].
CREATE OR REPLACE FUNCTION app.restore_rows(done jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE c jsonb; tab regclass; cond text; sets text; n jsonb; left_alone jsonb := '[]';
BEGIN
  FOR c IN SELECT e FROM jsonb_array_elements(done) WITH ORDINALITY x (e, at) ORDER BY at DESC LOOP
    tab := to_regclass('public.' || quote_ident(c ->> 'table'));
    BEGIN
      IF c ? 'gone' THEN
        EXECUTE format('INSERT INTO %s SELECT * FROM jsonb_populate_record(NULL::%s, $1)', tab, tab) USING c -> 'gone';
      ELSE
        SELECT string_agg(format('t.%I = %L', k, v), ' AND ') INTO cond FROM jsonb_each_text(c -> 'key') x (k, v);
        SELECT string_agg(format('%I = (jsonb_populate_record(NULL::%s, $1)).%I', k, tab, k), ', ') INTO sets FROM jsonb_object_keys((c -> 'before') - CASE WHEN tab = 'person'::regclass THEN 'phone' ELSE '' END) k;
        EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE %s FOR UPDATE', tab, cond) INTO n;
        IF n IS NULL OR app.row_mark(n) <> c ->> 'mark' THEN left_alone := left_alone || jsonb_build_object('table', c -> 'table', 'key', c -> 'key');
        ELSE
          IF c #>> '{before,phone,kept}' IS NOT NULL THEN PERFORM app.put_phone_back((n ->> 'id')::uuid, (c #>> '{before,phone,kept}')::uuid); END IF;
          EXECUTE format('UPDATE %s t SET %s WHERE %s', tab, coalesce(sets, 'id = id'), cond) USING c -> 'before';
        END IF;
      END IF;
    EXCEPTION WHEN exclusion_violation OR unique_violation OR foreign_key_violation THEN
      left_alone := left_alone || jsonb_build_object('table', c -> 'table', 'key', coalesce(c -> 'key', '{}'));
    END;
  END LOOP;
  RETURN left_alone;
END $$;

-- With what undid a merger goes the number that was kept for it.
CREATE OR REPLACE FUNCTION app.forget_kept_phones() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.kept_phone k USING jsonb_array_elements(OLD.moved) e WHERE k.id = (e #>> '{before,phone,kept}')::uuid;
  RETURN NULL;
END $$;

-- With what undid a row of an import goes the number that was kept for it.
CREATE OR REPLACE FUNCTION app.forget_phone_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.kept_phone k WHERE k.id = (OLD.before #>> '{phone,kept}')::uuid;
  RETURN NULL;
END $$;

-- Women who on a day wait for a class: they asked by then and were not invited yet, and can still be told.
CREATE OR REPLACE FUNCTION app.figures_of_waiting(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day))
  SELECT CASE WHEN grouping(here.part_id) = 1 THEN p_unit ELSE here.part_id END, count(DISTINCT coalesce(w.person_id::text, w.phone_print))::numeric, NULL::numeric, true
  FROM here LEFT JOIN topic_wait w ON w.unit_id = here.unit_id AND w.phone_print IS NOT NULL AND w.created_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    AND (w.answered_at IS NULL OR w.answered_at >= (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
  GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0 $$;

-- before the one that keeps the number: what is not written leaves none
CREATE TRIGGER a_one_wish BEFORE INSERT ON topic_wait FOR EACH ROW WHEN (NEW.phone IS NOT NULL AND NEW.answered_by_session_id IS NULL) EXECUTE FUNCTION app.one_wish();
UPDATE outbox_message SET recipient = app.masked_phone(recipient) WHERE kind <> 'email';
CREATE TRIGGER mask_recipient BEFORE INSERT ON outbox_message FOR EACH ROW WHEN (NEW.kind <> 'email') EXECUTE FUNCTION app.mask_recipient();
ALTER TABLE outbox_message ENABLE ALWAYS TRIGGER mask_recipient;
ALTER TABLE outbox_message ADD CONSTRAINT phone_is_masked CHECK (kind = 'email' OR recipient ~ '^(0\d•• ••• |•••• ••• )\d{3}$');
CREATE TRIGGER forget_kept_phones AFTER UPDATE OF moved ON person_merge FOR EACH ROW WHEN (NEW.moved = '[]'::jsonb AND OLD.moved <> '[]'::jsonb AND jsonb_typeof(OLD.moved) = 'array') EXECUTE FUNCTION app.forget_kept_phones();
CREATE TRIGGER forget_phone_before AFTER UPDATE OF before ON import_row FOR EACH ROW WHEN (NEW.before IS NULL AND OLD.before #>> '{phone,kept}' IS NOT NULL) EXECUTE FUNCTION app.forget_phone_before();

-- What undoes earlier mergers and imports names the numbers that it puts back as well, and its marks are those of the rows as they are kept now.
DO $$
DECLARE r record; kept uuid;
BEGIN
  FOR r IN SELECT m.id, x.at, x.e FROM person_merge m, jsonb_array_elements(m.moved) WITH ORDINALITY x (e, at) WHERE x.e ->> 'table' = 'person' AND x.e -> 'before' ? 'phone' LOOP
    kept := app.uuid7();
    INSERT INTO app.kept_phone (id, person_id, phone) VALUES (kept, (r.e #>> '{key,id}')::uuid, r.e #>> '{before,phone}');
    UPDATE person_merge SET moved = jsonb_set(moved, ARRAY[(r.at - 1)::text, 'before', 'phone'], jsonb_build_object('kept', kept)) WHERE id = r.id;
  END LOOP;
  FOR r IN SELECT k.merge_id, k.at, coalesce(to_jsonb(p), to_jsonb(s), to_jsonb(w)) AS row FROM marked k LEFT JOIN person p ON k.tab = 'person' AND p.id = k.row_id
    LEFT JOIN enrolment s ON k.tab = 'enrolment' AND s.id = k.row_id LEFT JOIN topic_wait w ON k.tab = 'topic_wait' AND w.id = k.row_id LOOP
    UPDATE person_merge SET moved = jsonb_set(moved, ARRAY[r.at::text, 'mark'], to_jsonb(app.row_mark(r.row))) WHERE id = r.merge_id;
  END LOOP;
  FOR r IN SELECT batch_id, row_no, subject_id, before FROM import_row WHERE before ? 'phone' AND subject_id IS NOT NULL LOOP
    kept := app.uuid7();
    INSERT INTO app.kept_phone (id, person_id, phone) VALUES (kept, r.subject_id, r.before ->> 'phone');
    UPDATE import_row SET before = before || jsonb_build_object('phone', jsonb_build_object('kept', kept)) WHERE batch_id = r.batch_id AND row_no = r.row_no;
  END LOOP;
END $$;
DROP TABLE said, marked;

REVOKE EXECUTE ON FUNCTION app.phone_print(text), app.masked_phone(text), app.keep_number(), app.numbers_of(uuid, uuid, uuid[]), app.own_numbers_of(uuid, uuid), app.enrol_waiting(uuid, uuid, uuid, bytea),
  app.participant_numbers_of(uuid, uuid, uuid[]), app.one_wish(), app.mask_recipient(), app.message_numbers_of(uuid, uuid[], uuid[]), app.keep_phone(uuid), app.put_phone_back(uuid, uuid), app.take_phone(uuid, uuid),
  app.forget_kept_phones(), app.forget_phone_before() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.phone_print(text), app.masked_phone(text), app.keep_number(), app.numbers_of(uuid, uuid, uuid[]), app.own_numbers_of(uuid, uuid), app.enrol_waiting(uuid, uuid, uuid, bytea),
  app.participant_numbers_of(uuid, uuid, uuid[]), app.one_wish(), app.mask_recipient(), app.message_numbers_of(uuid, uuid[], uuid[]), app.keep_phone(uuid), app.put_phone_back(uuid, uuid), app.take_phone(uuid, uuid),
  app.forget_kept_phones(), app.forget_phone_before() TO portal_app;
