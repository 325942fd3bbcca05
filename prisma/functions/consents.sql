-- A person's record and every record that was merged into it: what was answered or written there counts for her too.
CREATE OR REPLACE FUNCTION app.records_of(p_person uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE r AS (SELECT p_person AS id UNION SELECT p.id FROM person p JOIN r ON p.merged_into_id = r.id) SELECT id FROM r $$;

-- The record that stands for her today: where a merged one leads in the end.
CREATE OR REPLACE FUNCTION app.record_today(p_person uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE r AS (SELECT p.id, p.merged_into_id FROM person p WHERE p.id = p_person UNION SELECT p.id, p.merged_into_id FROM person p JOIN r ON p.id = r.merged_into_id)
  SELECT id FROM r WHERE merged_into_id IS NULL $$;

-- The answer that holds for a purpose (not for one picture alone): the later one, and of two on the same instant the refusal.
-- No row: she was not asked. One meaning with domain/consents/consent.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.standing_consent(p_person uuid, p_purpose consent_purpose) RETURNS SETOF consent LANGUAGE sql STABLE AS $$
  SELECT c.* FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person)) AND c.purpose = p_purpose AND c.asset_id IS NULL AND c.use IS NULL
  ORDER BY c.answered_at DESC, (c.answer = 'given'), c.id DESC LIMIT 1 $$;

CREATE OR REPLACE FUNCTION app.consent_stands(p_person uuid, p_purpose consent_purpose, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM app.standing_consent(p_person, p_purpose) c WHERE c.answer = 'given' AND (c.until IS NULL OR p_day < c.until)) $$;

-- Nothing sealed without a standing consent of its own purpose, whoever writes. The person's row is locked, so that of a writing and a
-- withdrawal at once the second sees the first.
CREATE OR REPLACE FUNCTION app.check_sensitive_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = NEW.person_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM app.standing_consent(NEW.person_id, 'sensitive_data') c WHERE c.id = NEW.consent_id AND c.answer = 'given' AND (c.until IS NULL OR app.today() < c.until)) THEN
    RAISE EXCEPTION 'no standing consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'sensitive_consent', HINT = 'sensitive_consent'; END IF;
  RETURN NEW;
END $$;

-- With the consent goes what it allowed, in the same transaction.
CREATE OR REPLACE FUNCTION app.drop_sensitive_fields() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE her uuid := app.record_today(NEW.person_id);
BEGIN
  PERFORM 1 FROM person WHERE id = her FOR NO KEY UPDATE;
  IF NOT app.consent_stands(her, 'sensitive_data') THEN DELETE FROM sensitive_field WHERE person_id IN (SELECT id FROM app.records_of(her)); END IF;
  RETURN NULL;
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
-- see such fields, no more than the entry says. Nobody is shown one of them, so that the entry is of the transaction that counts: one that
-- somebody else left opens nothing.
CREATE OR REPLACE FUNCTION app.sealed_groups_of(p_entry uuid, p_persons uuid[]) RETURNS TABLE (woman uuid, person_id uuid, sealed bytea, key_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE asker uuid := (SELECT e.actor_id FROM audit_entry e WHERE e.id = p_entry AND e.action = 'countPriorityGroups' AND e.at > now() - interval '2 hours'
    AND cardinality(p_persons) <= (e.change ->> 'opened')::int AND NOT app.is_committed(e.xmin));
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
