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
  DELETE FROM sensitive_field WHERE person_id IN (SELECT id FROM person WHERE merged_into_id = NEW.id);
  UPDATE person SET full_name = NULL, phone = NULL, address = NULL, languages = '{}', erased_on = NEW.erased_on,
    birth_year = CASE WHEN NEW.birth_year IS NOT NULL THEN birth_year END WHERE merged_into_id = NEW.id AND erased_on IS NULL;
  RETURN NULL;
END $$;
