-- Which consent holds, that sensitive fields live no longer than it, and that a story about an erased woman can be emptied.

-- A person's record and every record that was merged into it: what was answered or written there counts for her too.
CREATE FUNCTION app.records_of(p_person uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE r AS (SELECT p_person AS id UNION SELECT p.id FROM person p JOIN r ON p.merged_into_id = r.id) SELECT id FROM r $$;
-- The record that stands for her today: where a merged one leads in the end.
CREATE FUNCTION app.record_today(p_person uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE r AS (SELECT p.id, p.merged_into_id FROM person p WHERE p.id = p_person UNION SELECT p.id, p.merged_into_id FROM person p JOIN r ON p.id = r.merged_into_id)
  SELECT id FROM r WHERE merged_into_id IS NULL $$;

-- The answer that holds for a purpose (not for one picture alone): the later one, and of two on the same instant the refusal.
-- No row: she was not asked. One meaning with domain/consents/consent.ts, as a test shows.
CREATE FUNCTION app.standing_consent(p_person uuid, p_purpose consent_purpose) RETURNS SETOF consent LANGUAGE sql STABLE AS $$
  SELECT c.* FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person)) AND c.purpose = p_purpose AND c.asset_id IS NULL AND c.use IS NULL
  ORDER BY c.answered_at DESC, (c.answer = 'given'), c.id DESC LIMIT 1 $$;
CREATE FUNCTION app.consent_stands(p_person uuid, p_purpose consent_purpose, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM app.standing_consent(p_person, p_purpose) c WHERE c.answer = 'given' AND (c.until IS NULL OR p_day < c.until)) $$;
GRANT EXECUTE ON FUNCTION app.records_of(uuid), app.record_today(uuid), app.standing_consent(uuid, consent_purpose), app.consent_stands(uuid, consent_purpose, date) TO portal_app;

-- Nothing sealed without a standing consent of its own purpose, whoever writes. The person's row is locked, so that of a writing and a
-- withdrawal at once the second sees the first.
CREATE FUNCTION app.check_sensitive_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = NEW.person_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM app.standing_consent(NEW.person_id, 'sensitive_data') c WHERE c.id = NEW.consent_id AND c.answer = 'given' AND (c.until IS NULL OR app.today() < c.until)) THEN
    RAISE EXCEPTION 'no standing consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'sensitive_consent', HINT = 'sensitive_consent'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sensitive_consent BEFORE INSERT OR UPDATE OF consent_id ON sensitive_field FOR EACH ROW EXECUTE FUNCTION app.check_sensitive_consent();

-- With the consent goes what it allowed, in the same transaction.
CREATE FUNCTION app.drop_sensitive_fields() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE her uuid := app.record_today(NEW.person_id);
BEGIN
  PERFORM 1 FROM person WHERE id = her FOR NO KEY UPDATE;
  IF NOT app.consent_stands(her, 'sensitive_data') THEN DELETE FROM sensitive_field WHERE person_id IN (SELECT id FROM app.records_of(her)); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_sensitive_fields AFTER INSERT ON consent FOR EACH ROW WHEN (NEW.purpose = 'sensitive_data' AND NEW.answer <> 'given') EXECUTE FUNCTION app.drop_sensitive_fields();
CREATE INDEX sensitive_field_consent_id_idx ON sensitive_field (consent_id);

-- An approved text does not change under its approval; only emptied can it be, when the woman it tells of was erased.
CREATE OR REPLACE FUNCTION app.keep_approved_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_edition uuid := coalesce(NEW.edition_id, OLD.edition_id);
BEGIN
  IF (SELECT state FROM edition WHERE id = of_edition) IN ('approved', 'superseded')
    AND NOT (TG_OP = 'UPDATE' AND NEW.plain = '' AND EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id JOIN person p ON p.id = a.subject_person_id WHERE e.id = of_edition AND p.erased_on IS NOT NULL)) THEN
    RAISE EXCEPTION 'approved text: unschedule it or begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- The wording for sensitive data names all that is kept. A database whose texts are laid already gets the new edition here.
INSERT INTO consent_text (id, purpose, locale, edition, body, sha256)
SELECT app.uuid7(), 'sensitive_data', v.locale, 2, v.body, sha256(convert_to(v.body, 'UTF8')) FROM (VALUES
  ('vi', 'Tôi đồng ý để Hội lưu, dưới dạng mã hóa, thông tin về nhóm ưu tiên, dạng khuyết tật, dân tộc và tôn giáo của tôi, mục nào tôi cho biết thì lưu mục đó, để không ai bị bỏ lại phía sau. Chỉ cán bộ có trách nhiệm được xem và mỗi lần xem đều được ghi lại. Tôi có thể từ chối, hoặc rút lại bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, các thông tin này được xóa ngay.'),
  ('en', 'I agree that the union keeps, encrypted, my priority groups, kind of disability, ethnicity and religion, each only if I tell it, so that nobody is left behind. Only officials in charge may read them and every reading is logged. I may refuse, or withdraw at any time, without any disadvantage; when I withdraw, this information is deleted at once.')
) v (locale, body) WHERE EXISTS (SELECT FROM consent_text WHERE purpose = 'sensitive_data');
