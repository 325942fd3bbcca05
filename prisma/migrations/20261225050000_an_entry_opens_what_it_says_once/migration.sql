-- contract: an earlier release is handed no number and no sealed field here.
-- A door is opened by an entry of the trail and the key that its writer keeps: for the rows that the entry says, each once, and for no other
-- reader of the trail. Changing keys and taking a number over ask for an entry too.

-- what entries open that were made in the last two hours; the portal's role reads nothing of it
CREATE TABLE app.opening (
  entry_id uuid PRIMARY KEY, key_print bytea NOT NULL CHECK (length(key_print) = 32), asked uuid[] NOT NULL, rows_left int NOT NULL CHECK (rows_left >= 0),
  spent text[] NOT NULL DEFAULT '{}', begun_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX opening_begun ON app.opening (begun_at);
REVOKE ALL ON app.opening FROM portal_app, PUBLIC;

DROP FUNCTION app.sealed_fields_of(uuid), app.sealed_otherwise(uuid, uuid, sensitive_field_name, int), app.numbers_of(uuid, uuid, uuid[]), app.own_numbers_of(uuid, uuid),
  app.participant_numbers_of(uuid, uuid, uuid[]), app.message_numbers_of(uuid, uuid[], uuid[]), app.take_phone(uuid, uuid), app.kept_entry(uuid, text[]);

-- Which roles may do what stands behind a door of the database (0245): one meaning with domain/access/permissions.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.roles_for(p_permission text) RETURNS role[] LANGUAGE sql IMMUTABLE RETURN
  CASE p_permission
    WHEN 'sensitive.see' THEN '{province_official,commune_official}'
    WHEN 'own-data.export' THEN '{province_official,commune_official}'
    WHEN 'merging.merge' THEN '{province_official,commune_official}'
    WHEN 'people.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'exports.persons' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'messages.tell' THEN '{province_official,commune_official,sub_association_head,trainer}'
    WHEN 'enrolments.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    ELSE '{}' END::role[];

-- Begins what entries of this very transaction will open: each takes the print of a key that whoever writes it keeps to herself, so that an
-- entry read in the trail opens nothing, and says how many rows it is for. A look says at once which row (p_asked).
CREATE OR REPLACE FUNCTION app.begin_openings(p_entries uuid[], p_key_print bytea, p_asked uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.opening WHERE entry_id IN (SELECT o.entry_id FROM app.opening o WHERE o.begun_at < now() - interval '2 hours' LIMIT 1000 FOR UPDATE SKIP LOCKED);
  INSERT INTO app.opening (entry_id, key_print, asked, rows_left)
    SELECT e.id, p_key_print, array_remove(ARRAY[a.row_id], NULL), CASE WHEN e.action IN ('exportPeople', 'exportParticipants', 'changeKeys') THEN coalesce((e.change ->> 'rows')::int, 0) ELSE 0 END
    FROM unnest(p_entries, p_asked) a (entry_id, row_id) JOIN audit_entry e ON e.id = a.entry_id WHERE NOT app.is_committed(e.xmin);
END $$;

-- Says which rows are read next by an entry that is for many, no more than are left of those it names. To be committed before a door is
-- asked: what was counted stays counted, and a reading that is taken back can only be of the same rows again.
CREATE OR REPLACE FUNCTION app.ask_rows(p_entry uuid, p_key bytea, p_rows uuid[]) RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE app.opening SET asked = p_rows[1:rows_left], rows_left = greatest(rows_left - cardinality(p_rows), 0)
  WHERE entry_id = p_entry AND key_print = sha256(p_key) AND rows_left > 0 RETURNING cardinality(asked) $$;

-- What a door is told of the entries that it is handed: of these actions, by this account, made lately, with their key, each once. Nothing in
-- a transaction that has written anything: so what is seen here stays, whatever becomes of the reader. A door that gives all at once has a name.
CREATE OR REPLACE FUNCTION app.opened(p_account uuid, p_entries uuid[], p_key bytea, p_actions text[], p_door text DEFAULT NULL) RETURNS TABLE (action text, subject_id uuid, change jsonb, asked uuid[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN RETURN; END IF;
  RETURN QUERY SELECT e.action, e.subject_id, e.change, o.asked FROM app.opening o JOIN audit_entry e ON e.id = o.entry_id
    WHERE o.entry_id = ANY (p_entries) AND o.key_print = sha256(p_key) AND e.actor_id IS NOT DISTINCT FROM p_account AND e.action = ANY (p_actions)
      AND e.at > now() - interval '2 hours' AND (p_door IS NULL OR p_door <> ALL (o.spent)) ORDER BY o.entry_id FOR UPDATE OF o;
  UPDATE app.opening o SET asked = CASE WHEN p_door IS NULL THEN '{}' ELSE o.asked END, spent = CASE WHEN p_door IS NULL THEN o.spent ELSE o.spent || p_door END
    WHERE o.entry_id = ANY (p_entries) AND o.key_print = sha256(p_key);
END $$;

-- Her sealed fields, for the entry of the trail that says who opens them: kept before anything is opened, by an account that may and where
-- her record is kept, only the fields that it names, and only while she agrees. Her own row before that of a record merged into her.
CREATE OR REPLACE FUNCTION app.sealed_fields_of(p_account uuid, p_entry uuid, p_key bytea) RETURNS TABLE (person_id uuid, field text, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e record; areas text[];
BEGIN
  SELECT * INTO e FROM app.opened(p_account, ARRAY[p_entry], p_key, '{readSensitive,exportOwnData}', 'sealed_fields_of');
  IF e.action IS NULL THEN RETURN; END IF;
  areas := app.areas_of(p_account, CASE e.action WHEN 'readSensitive' THEN 'sensitive.see' ELSE 'own-data.export' END);
  RETURN QUERY SELECT DISTINCT ON (s.field) s.person_id, s.field::text, s.sealed, s.key_id, k.label
    FROM person p JOIN sensitive_field s ON s.person_id IN (SELECT r.id FROM app.records_of(p.id) r) JOIN encryption_key k ON k.id = s.key_id
    WHERE p.id = e.subject_id AND p.merged_into_id IS NULL AND p.erased_on IS NULL AND app.unit_within(p.keeper_unit_id, areas)
      AND e.change -> 'fields' ? s.field::text AND app.consent_stands(p.id, 'sensitive_data')
    ORDER BY s.field, (s.person_id = p.id) DESC, s.written_at DESC;
END $$;

-- The sealed priority groups of these women, to be counted: of those who agree and whose record is kept where the account of the entry may
-- see such fields, no more than the entry says. Nobody is shown one of them, so that the entry may be of the transaction that counts.
CREATE OR REPLACE FUNCTION app.sealed_groups_of(p_entry uuid, p_persons uuid[]) RETURNS TABLE (woman uuid, person_id uuid, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE asker uuid := (SELECT e.actor_id FROM audit_entry e WHERE e.id = p_entry AND e.action = 'countPriorityGroups' AND e.at > now() - interval '2 hours'
    AND cardinality(p_persons) <= (e.change ->> 'opened')::int);
  areas text[] := app.areas_of(asker, 'sensitive.see');
BEGIN
  RETURN QUERY SELECT p.id, f.person_id, f.sealed, f.key_id, k.label FROM person p
    CROSS JOIN LATERAL (SELECT s.* FROM sensitive_field s WHERE s.field = 'priority_groups' AND s.person_id IN (SELECT r.id FROM app.records_of(p.id) r)
      ORDER BY (s.person_id = p.id) DESC, s.written_at DESC LIMIT 1) f JOIN encryption_key k ON k.id = f.key_id
    WHERE p.id = ANY (p_persons) AND app.unit_within(p.keeper_unit_id, areas) AND app.consent_stands(p.id, 'sensitive_data');
END $$;

-- Fields of the women asked for that another key sealed than the one that the entry names; they are locked until they are sealed anew. For
-- changing keys alone, at the console, where there is no account: of what the named key sealed it hands out nothing.
CREATE OR REPLACE FUNCTION app.sealed_otherwise(p_entry uuid, p_key bytea) RETURNS TABLE (person_id uuid, field text, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e record;
BEGIN
  SELECT * INTO e FROM app.opened(NULL, ARRAY[p_entry], p_key, '{changeKeys}');
  RETURN QUERY SELECT s.person_id, s.field::text, s.sealed, s.key_id, k.label FROM sensitive_field s JOIN encryption_key k ON k.id = s.key_id
    WHERE s.person_id = ANY (e.asked) AND s.key_id <> e.subject_id ORDER BY s.person_id, s.field FOR UPDATE OF s;
END $$;

-- The numbers in what is handed to her of her own data: on her records, her sign-ups and her wishes, by the ids of those rows, for the
-- entry of the trail that says who takes them out, where her record is kept.
CREATE OR REPLACE FUNCTION app.own_numbers_of(p_account uuid, p_entry uuid, p_key bytea) RETURNS TABLE (row_id uuid, phone text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e record; own uuid[];
BEGIN
  SELECT * INTO e FROM app.opened(p_account, ARRAY[p_entry], p_key, '{exportOwnData}', 'own_numbers_of');
  IF e.action IS NULL THEN RETURN; END IF;
  own := ARRAY (SELECT r.id FROM person her CROSS JOIN LATERAL app.records_of(her.id) r WHERE her.id = e.subject_id AND her.erased_on IS NULL
    AND her.merged_into_id IS NULL AND app.unit_within(her.keeper_unit_id, app.areas_of(p_account, 'own-data.export')));
  RETURN QUERY SELECT n.row_id, n.phone FROM app.number n WHERE n.row_id = ANY (own) OR n.row_id IN (SELECT x.id FROM enrolment x WHERE x.person_id = ANY (own))
    OR n.row_id IN (SELECT w.id FROM topic_wait w WHERE w.person_id = ANY (own));
END $$;

-- Whole numbers of the persons asked for, for the entry of the trail that says who reads them: kept before any number comes, by an account
-- that may, of those whom it reaches. Of a number that is looked at the entry names the woman.
CREATE OR REPLACE FUNCTION app.numbers_of(p_account uuid, p_entry uuid, p_key bytea) RETURNS TABLE (person_id uuid, phone text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e record; areas text[];
BEGIN
  SELECT * INTO e FROM app.opened(p_account, ARRAY[p_entry], p_key, '{seePhone,exportPeople}');
  areas := app.areas_of(p_account, CASE e.action WHEN 'seePhone' THEN 'people.see-phone' ELSE 'exports.persons' END);
  IF e.action IS NULL OR areas = '{}' THEN RETURN; END IF;
  RETURN QUERY WITH here AS MATERIALIZED (SELECT s.unit_id FROM unnest(areas) a JOIN unit_span s ON s.path >= a COLLATE "C" AND s.path < (a || '~') COLLATE "C" AND app.placed_today(s))
    SELECT p.id, n.phone FROM person p JOIN app.number n ON n.row_id = p.id
    WHERE p.id = ANY (e.asked) AND (e.action <> 'seePhone' OR p.id = e.subject_id) AND p.erased_on IS NULL AND p.merged_into_id IS NULL
      AND (areas IS NULL OR p.keeper_unit_id IN (SELECT h.unit_id FROM here h) OR EXISTS (SELECT FROM membership m JOIN here h ON h.unit_id = m.unit_id
        WHERE m.person_id = p.id AND app.active_on(m.valid_from, m.valid_to, app.today())));
END $$;

-- Whole numbers of who takes part in a session, of her sign-up or else on her record, for the entry of the trail that says who reads them:
-- kept before any number comes, by who may where the session is. Of a number that is looked at the entry names the woman or her sign-up, of
-- a list its session.
CREATE OR REPLACE FUNCTION app.participant_numbers_of(p_account uuid, p_entry uuid, p_key bytea) RETURNS TABLE (enrolment_id uuid, phone text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e record; areas text[];
BEGIN
  SELECT * INTO e FROM app.opened(p_account, ARRAY[p_entry], p_key, '{seeParticipantPhone,exportParticipants}');
  areas := app.areas_of(p_account, CASE e.action WHEN 'seeParticipantPhone' THEN 'enrolments.see-phone' ELSE 'exports.persons' END);
  IF e.action IS NULL OR areas = '{}' THEN RETURN; END IF;
  RETURN QUERY WITH at_hers AS MATERIALIZED (SELECT s.id FROM session s
      WHERE s.id IN (SELECT x.session_id FROM enrolment x WHERE x.id = ANY (e.asked)) AND app.unit_within(s.unit_id, areas))
    SELECT x.id, coalesce(n.phone, p.phone) FROM enrolment x JOIN at_hers s ON s.id = x.session_id
      LEFT JOIN app.number n ON n.row_id = x.id LEFT JOIN app.number p ON p.row_id = x.person_id
    WHERE x.id = ANY (e.asked) AND coalesce(n.phone, p.phone) IS NOT NULL
      AND e.subject_id IN (CASE e.action WHEN 'exportParticipants' THEN x.session_id ELSE x.id END, CASE e.action WHEN 'seeParticipantPhone' THEN x.person_id END);
END $$;

-- The numbers that messages go to, for the entries of the trail that say who reads them: kept before, by who may tell these women. Officials
-- and trainers tell who is enrolled, a trainer in sessions that she teaches; a head her members and who named a unit of hers.
CREATE OR REPLACE FUNCTION app.message_numbers_of(p_account uuid, p_entries uuid[], p_key bytea) RETURNS TABLE (message_id uuid, phone text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE she uuid; official text[]; trainer text[]; head text[]; subjects uuid[]; messages uuid[];
BEGIN
  SELECT array_agg(e.subject_id), array_agg(e.asked[1]) INTO subjects, messages FROM app.opened(p_account, p_entries, p_key, '{seePhone}') e;
  official := app.areas_of(p_account, 'messages.tell', '{province_official,commune_official}');
  trainer := app.areas_of(p_account, 'messages.tell', '{trainer}');
  head := app.areas_of(p_account, 'messages.tell', '{sub_association_head}');
  she := (SELECT a.person_id FROM account a WHERE a.id = p_account);
  RETURN QUERY SELECT m.id, coalesce(n.phone, own.phone) FROM outbox_message m JOIN session s ON s.id = m.session_id JOIN enrolment x ON x.id = m.enrolment_id LEFT JOIN person p ON p.id = x.person_id
      LEFT JOIN app.number n ON n.row_id = x.id LEFT JOIN app.number own ON own.row_id = x.person_id
    WHERE (m.id, coalesce(x.person_id, x.id)) IN (SELECT * FROM unnest(messages, subjects)) AND m.kind <> 'email' AND coalesce(n.phone, own.phone) IS NOT NULL
      AND (app.unit_within(s.unit_id, official)
        OR (trainer IS NULL OR trainer <> '{}') AND EXISTS (SELECT FROM session_trainer t WHERE t.session_id = s.id AND t.trainer_id = she)
          AND (app.unit_within(s.unit_id, trainer) OR EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.level = 'province'))
        OR (head IS NULL OR head <> '{}') AND (x.unit_id IS NOT NULL AND app.unit_within(x.unit_id, head)
          OR p.erased_on IS NULL AND p.merged_into_id IS NULL AND (app.unit_within(p.keeper_unit_id, head) OR EXISTS (SELECT FROM membership b
            WHERE b.person_id = p.id AND app.active_on(b.valid_from, b.valid_to, app.today()) AND app.unit_within(b.unit_id, head)))));
END $$;

-- A record takes the number of another one, for the entry of this very transaction that names both, by an account that may merge records and
-- keeps the two. No number is told; and none is by any door before both stay, since doors open in no transaction that has written.
CREATE OR REPLACE FUNCTION app.take_phone(p_entry uuid, p_person uuid, p_other uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE asker uuid := (SELECT e.actor_id FROM audit_entry e WHERE e.id = p_entry AND e.action = 'takePhone' AND e.subject_id = p_person AND e.change ->> 'from' = p_other::text AND NOT app.is_committed(e.xmin));
  areas text[] := app.areas_of(asker, 'merging.merge');
BEGIN
  IF asker IS NULL OR EXISTS (SELECT FROM person p WHERE p.id IN (p_person, p_other) AND NOT app.unit_within(p.keeper_unit_id, areas)) THEN
    RAISE EXCEPTION 'no entry takes this number' USING ERRCODE = 'insufficient_privilege', HINT = 'no_entry'; END IF;
  UPDATE person p SET phone = (SELECT n.phone FROM app.number n WHERE n.row_id = p_other) WHERE p.id = p_person;
END $$;

-- Writes a list of changes [{table, was, set} | {table, was, gone}] in their order and answers with what undoes them. `was` is the whole row as
-- the plan saw it: another one stands there by now → as if others were first, and the whole plan is made anew. Of a number `set` says whose is
-- taken ({phone: {of, entry}}), since the plan sees none; the one that stood there is named by what it is kept under ({phone: {kept}}).
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
        PERFORM app.take_phone((c #>> '{set,phone,entry}')::uuid, (was ->> 'id')::uuid, (c #>> '{set,phone,of}')::uuid);
      END IF;
      EXECUTE format('WITH done AS (UPDATE %s t SET %s WHERE %s RETURNING t.*) SELECT to_jsonb(done) FROM done', tab, coalesce(sets, 'id = id'), cond) INTO n USING c -> 'set';
      done := done || jsonb_build_object('table', c -> 'table', 'mark', app.row_mark(n),
        'key', (SELECT jsonb_object_agg(a.attname, n -> a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = tab AND i.indisprimary),
        'before', kept || (SELECT coalesce(jsonb_object_agg(k, was -> k), '{}') FROM unnest(cols) k));
    END IF;
  END LOOP;
  RETURN done;
END $$;

REVOKE EXECUTE ON FUNCTION app.opened(uuid, uuid[], bytea, text[], text), app.begin_openings(uuid[], bytea, uuid[]), app.ask_rows(uuid, bytea, uuid[]), app.sealed_fields_of(uuid, uuid, bytea), app.sealed_otherwise(uuid, bytea),
  app.numbers_of(uuid, uuid, bytea), app.own_numbers_of(uuid, uuid, bytea), app.participant_numbers_of(uuid, uuid, bytea), app.message_numbers_of(uuid, uuid[], bytea), app.take_phone(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.begin_openings(uuid[], bytea, uuid[]), app.ask_rows(uuid, bytea, uuid[]), app.sealed_fields_of(uuid, uuid, bytea), app.sealed_otherwise(uuid, bytea),
  app.numbers_of(uuid, uuid, bytea), app.own_numbers_of(uuid, uuid, bytea), app.participant_numbers_of(uuid, uuid, bytea), app.message_numbers_of(uuid, uuid[], bytea), app.take_phone(uuid, uuid, uuid) TO portal_app;
