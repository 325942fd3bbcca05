-- A story says in a few words what has changed for whom it tells of: approved, compared, hashed, found, kept and erased with its text. Of a text
-- without them the hash stays what it was, so that nothing becomes stale by this.

ALTER TABLE edition_text ADD COLUMN what_changed text;
ALTER TABLE earlier_text ADD COLUMN easy_read text, ADD COLUMN what_changed text;

-- For one table: clean text in every text column, valid_from <= valid_to, a version that the database raises. Later migrations
-- call it for every table they add or widen; a test finds tables that were forgotten.
CREATE OR REPLACE FUNCTION app.guard(tab regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE expr text; longer text[] := ARRAY['body','plain','text','note','notes','remark','comment','comment_vi','comment_en','description','preconditions','trainer_notes','reason','evidence','notice','summary','easy_read','what_changed','lines','outcome','known_gaps_vi','known_gaps_en','address','last_error','caption','agent'];
BEGIN
  SELECT string_agg(format(CASE WHEN a.attname = ANY (longer) THEN 'app.clean_text(%I)' ELSE 'app.clean_line(%I)' END, a.attname), ' AND ') INTO expr
  FROM pg_attribute a WHERE a.attrelid = tab AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'text'::regtype AND a.attgenerated = '' AND a.attname NOT IN ('password_hash', 'path');
  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS clean_text', tab);
  IF expr IS NOT NULL THEN EXECUTE format('ALTER TABLE %s ADD CONSTRAINT clean_text CHECK (%s)', tab, expr); END IF;
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = tab AND attname = 'valid_to' AND NOT attisdropped) THEN
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS half_open', tab);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT half_open CHECK (valid_to IS NULL OR valid_from <= valid_to)', tab);
  END IF;
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = tab AND attname = 'version' AND NOT attisdropped) AND tab <> 'tree_version'::regclass THEN
    EXECUTE format('CREATE OR REPLACE TRIGGER raise_version BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION app.raise_version()', tab);
  END IF;
END $$;
SELECT app.guard('edition_text');
SELECT app.guard('earlier_text');
ALTER TABLE edition_text ADD CONSTRAINT what_changed_runs_short CHECK (what_changed !~ '\S{101}');

-- The sign before it keeps the same line in the easy-read version, or among the lines, another hash.
ALTER TABLE edition_text DROP COLUMN sha256, ADD COLUMN sha256 bytea GENERATED ALWAYS AS
  (sha256(decode(replace(title || chr(10) || summary || chr(10) || plain || coalesce(chr(10) || easy_read, '') || coalesce(chr(10) || '= ' || what_changed, '')
    || coalesce(chr(10) || lines, '') || coalesce(chr(10) || app.embedded_in(body), ''), '\', '\\'), 'escape'))) STORED;

-- An English text follows Vietnamese words of its own article that stood there: they are kept as long as one does, for a draft is written
-- over. What was erased keeps none.
CREATE OR REPLACE FUNCTION app.keep_translation_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid := (SELECT article_id FROM edition WHERE id = NEW.edition_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.plain = '' AND OLD.plain <> '' THEN
    NEW.translated_from_id := NULL; NEW.translated_from_sha := NULL;
    DELETE FROM translation_source WHERE article_id = own;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.translated_from_sha IS DISTINCT FROM NEW.translated_from_sha THEN
    DELETE FROM translation_source s WHERE s.article_id = own AND s.sha256 = OLD.translated_from_sha AND NOT EXISTS (SELECT FROM edition_text t
      JOIN edition e ON e.id = t.edition_id WHERE e.article_id = own AND t.id <> NEW.id AND t.translated_from_sha = OLD.translated_from_sha);
  END IF;
  IF NEW.translated_from_id IS NULL AND NEW.translated_from_sha IS NULL THEN RETURN NEW; END IF;
  INSERT INTO translation_source (article_id, sha256, title, summary, plain, body)
    SELECT own, t.sha256, t.title, t.summary, concat_ws(chr(10), t.plain, t.easy_read, t.what_changed, t.lines), t.body FROM edition_text t WHERE t.id = NEW.translated_from_id AND t.sha256 = NEW.translated_from_sha
      AND t.locale = 'vi' AND t.edition_id IN (SELECT id FROM edition WHERE article_id = own)
    ON CONFLICT DO NOTHING;
  IF NEW.locale <> 'en' OR NOT EXISTS (SELECT FROM translation_source WHERE article_id = own AND sha256 = NEW.translated_from_sha)
    OR NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.translated_from_id AND t.locale = 'vi' AND e.article_id = own) THEN
    RAISE EXCEPTION 'an English text follows Vietnamese words of its own article' USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_source', HINT = 'translation_source'; END IF;
  RETURN NEW;
END $$;

-- What somebody reads who reads a text aloud, as a hash: title, summary, words, what changed, steps of a guide and lines of an alert. Its easy version is another text.
CREATE OR REPLACE FUNCTION app.words_to_hear(p_text uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(concat_ws(chr(10), t.title, t.summary, t.plain, t.what_changed, app.words_of_parts(t.id)), 'UTF8')) FROM edition_text t WHERE t.id = p_text $$;

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, parts, text.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(app.words_of_parts(t.id)), 'C')
      || setweight(app.search_words(concat_ws(' ', t.plain, t.easy_read, t.what_changed)), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

-- Words that are written over, or taken away, stay as an earlier text, whoever writes and in whatever way. Who wrote what did not change stays.
CREATE OR REPLACE FUNCTION app.keep_earlier_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.title, OLD.summary, OLD.body, OLD.easy_read, OLD.what_changed) IS NOT DISTINCT FROM (NEW.title, NEW.summary, NEW.body, NEW.easy_read, NEW.what_changed) THEN
    NEW.wrote_by_id := OLD.wrote_by_id;
    NEW.wrote_at := OLD.wrote_at;
    RETURN NEW;
  END IF;
  IF OLD.plain <> '' AND NOT app.tells_of_erased(OLD.edition_id) THEN
    INSERT INTO earlier_text (id, edition_id, locale, title, summary, body, easy_read, what_changed, wrote_by_id, wrote_at)
      VALUES (app.uuid7(), OLD.edition_id, OLD.locale, OLD.title, OLD.summary, OLD.body, OLD.easy_read, OLD.what_changed, OLD.wrote_by_id, OLD.wrote_at);
    DELETE FROM earlier_text t WHERE t.edition_id = OLD.edition_id AND t.locale = OLD.locale AND app.may_thin(t);
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- Whether a name stands in a text, at its pictures, or among who reads it, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(concat_ws(' ', t.title, t.summary, t.plain, t.easy_read, t.what_changed, (SELECT n.read_by FROM sound n WHERE n.text_id = t.id), app.words_of_pictures(t)), p_name) $$;

-- An edition brings its places, its source and the model it tells of with its approval: until then readers see those that were approved before.
CREATE OR REPLACE FUNCTION app.take_surroundings(p_edition uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE article a SET source_name = e.surroundings->>'sourceName', source_url = e.surroundings->>'sourceUrl',
    subject_model_id = CASE WHEN e.surroundings ? 'subjectModelId' THEN (SELECT m.id FROM digital_model m WHERE m.id::text = e.surroundings->>'subjectModelId') ELSE a.subject_model_id END FROM edition e WHERE e.id = p_edition AND a.id = e.article_id AND e.surroundings IS NOT NULL;
  DELETE FROM article_commune c USING edition e WHERE e.id = p_edition AND c.article_id = e.article_id AND e.surroundings IS NOT NULL;
  INSERT INTO article_commune (article_id, unit_id) SELECT e.article_id, u.id FROM edition e JOIN unit u ON u.level = 'commune' AND u.id::text IN (SELECT jsonb_array_elements_text(e.surroundings->'communeIds')) WHERE e.id = p_edition;
  UPDATE edition SET surroundings = NULL WHERE id = p_edition AND surroundings IS NOT NULL;
$$;

DROP TRIGGER words_follow ON edition_text;
CREATE TRIGGER words_follow AFTER UPDATE OF title, summary, plain, easy_read, what_changed ON edition_text FOR EACH ROW EXECUTE FUNCTION app.words_follow_text();
DROP TRIGGER erased_stays_empty ON edition_text;
CREATE TRIGGER erased_stays_empty BEFORE INSERT OR UPDATE ON edition_text FOR EACH ROW
  WHEN (NEW.plain <> '' OR NEW.easy_read IS NOT NULL OR NEW.what_changed IS NOT NULL OR NEW.title <> '—' OR NEW.summary <> '—') EXECUTE FUNCTION app.keep_erased_empty();

-- Of earlier texts nobody kept the easy version: each has that of the text that took its place, so that putting it back takes nothing away.
ALTER TABLE earlier_text DISABLE TRIGGER append_only;
UPDATE earlier_text x SET easy_read = t.easy_read FROM edition_text t WHERE t.edition_id = x.edition_id AND t.locale = x.locale AND t.easy_read IS NOT NULL;
ALTER TABLE earlier_text ENABLE TRIGGER append_only;
