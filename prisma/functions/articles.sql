CREATE OR REPLACE FUNCTION app.apply_edition_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was edition_state;
BEGIN
  SELECT state INTO was FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'approved') AND was = 'submitted') OR (NEW.kind = 'forced' AND was IN ('draft', 'submitted')) OR (NEW.kind = 'unscheduled' AND was = 'approved')) THEN
    RAISE EXCEPTION 'a % edition cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_step', HINT = 'edition_step';
  END IF;
  IF NEW.kind = 'forced' AND NOT EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = NEW.edition_id AND a.kind = 'alert') THEN
    RAISE EXCEPTION 'only alerts go out at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'forced_alert', HINT = 'forced_alert';
  END IF;
  UPDATE edition SET state = (CASE NEW.kind WHEN 'forced' THEN 'submitted' WHEN 'unscheduled' THEN 'draft' ELSE NEW.kind::text END)::edition_state WHERE id = NEW.edition_id;
  RETURN NULL;
END $$;

-- An approved text does not change under its approval; only emptied can it be, when the woman it tells of was erased.
CREATE OR REPLACE FUNCTION app.keep_approved_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_edition uuid := coalesce(NEW.edition_id, OLD.edition_id);
BEGIN
  IF (SELECT state FROM edition WHERE id = of_edition) IN ('approved', 'superseded')
    AND NOT (TG_OP = 'UPDATE' AND NEW.plain = '' AND EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id JOIN person p ON p.id = a.subject_person_id WHERE e.id = of_edition AND p.erased_on IS NOT NULL)) THEN
    RAISE EXCEPTION 'approved text: unschedule it or begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- The words of some publications anew; of all without ids.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, words)
    SELECT p.id, app.search_key(t.title), to_tsvector('simple', t.search_key) FROM publication p JOIN edition_text t ON t.id = p.text_id
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

CREATE OR REPLACE FUNCTION app.words_follow_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.refresh_published_words(ARRAY[NEW.id]); RETURN NULL; END $$;

CREATE OR REPLACE FUNCTION app.words_follow_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[] := ARRAY (SELECT id FROM publication WHERE text_id = NEW.id AND published_at IS NOT NULL AND ended_at IS NULL);
BEGIN IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF; RETURN NULL; END $$;
