-- What stands in a text beside its words is followed as they are: lines of a guide or an alert, pictures, cards. Of a text without them the
-- hash stays what it was.

ALTER TABLE edition_text ADD COLUMN lines text;
ALTER TABLE translation_source ADD COLUMN body jsonb;

-- For one table: clean text in every text column, valid_from <= valid_to, a version that the database raises. Later migrations
-- call it for every table they add or widen; a test finds tables that were forgotten.
CREATE OR REPLACE FUNCTION app.guard(tab regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE expr text; longer text[] := ARRAY['body','plain','text','note','notes','remark','comment','comment_vi','comment_en','description','preconditions','trainer_notes','reason','evidence','notice','summary','easy_read','lines','outcome','known_gaps_vi','known_gaps_en','address','last_error','caption','agent'];
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

-- What stands within a text beside its words, and where: pictures and cards, in the way they are written, between all that is written. Null where
-- there is none. Words in bold or with a link are the same words.
CREATE OR REPLACE FUNCTION app.embedded_in(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(CASE n ->> 'type' WHEN 'text' THEN n ->> 'text' ELSE concat('[[', n #>> '{attrs,of}', ' ', n #>> '{attrs,ref}', ']]') END, '' ORDER BY at)
  FROM jsonb_path_query(body, 'strict $.** ? (@.type == "text" || @.type == "picture" || @.type == "card")', '{}', true) WITH ORDINALITY x(n, at)
  HAVING bool_or(n ->> 'type' <> 'text') $$;

-- The lines of a text, each as its own: steps of a guide with what it needs and its troubles, signs, steps and hotlines of an alert. Null where there
-- are none.
CREATE OR REPLACE FUNCTION app.lines_of(p_text uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(l.line, chr(10) ORDER BY l.position) FROM (
    SELECT s.position, concat_ws(chr(10), s.title, nullif(s.body, '')) AS line FROM guide_step s WHERE s.text_id = p_text
    UNION ALL SELECT a.position, concat_ws(': ', a.title, a.number) FROM alert_part a WHERE a.text_id = p_text) l $$;

-- A text knows its lines, by whatever way they came: they are hashed with it.
CREATE OR REPLACE FUNCTION app.text_follows_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE edition_text t SET lines = x.lines FROM (SELECT c.text_id, app.lines_of(c.text_id) AS lines FROM (SELECT DISTINCT text_id FROM changed) c) x
  WHERE t.id = x.text_id AND t.lines IS DISTINCT FROM x.lines;
  RETURN NULL;
END $$;

CREATE TRIGGER lines_follow_insert AFTER INSERT ON guide_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_update AFTER UPDATE ON guide_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_delete AFTER DELETE ON guide_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_insert AFTER INSERT ON alert_part REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_update AFTER UPDATE ON alert_part REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_delete AFTER DELETE ON alert_part REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();

-- Pictures that stand within a text, each with its description in a language, or in the one it has: for colleagues, whom one that has left the library
-- tells nothing.
CREATE OR REPLACE FUNCTION app.pictures_told(body jsonb, p_locale text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(a.id, x.alt), '{}') FROM media_asset a
  CROSS JOIN LATERAL (SELECT t.alt FROM media_text t WHERE t.asset_id = a.id ORDER BY (t.locale = p_locale) DESC, t.locale DESC LIMIT 1) x
  WHERE NOT app.has_left_library(a) AND a.id::text IN (SELECT n #>> '{}' FROM jsonb_path_query(body, 'lax $.** ? (@.type == "picture").attrs.ref') n) $$;

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
    SELECT own, t.sha256, t.title, t.summary, concat_ws(chr(10), t.plain, t.easy_read, t.lines), t.body FROM edition_text t WHERE t.id = NEW.translated_from_id AND t.sha256 = NEW.translated_from_sha
      AND t.locale = 'vi' AND t.edition_id IN (SELECT id FROM edition WHERE article_id = own)
    ON CONFLICT DO NOTHING;
  IF NEW.locale <> 'en' OR NOT EXISTS (SELECT FROM translation_source WHERE article_id = own AND sha256 = NEW.translated_from_sha)
    OR NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.translated_from_id AND t.locale = 'vi' AND e.article_id = own) THEN
    RAISE EXCEPTION 'an English text follows Vietnamese words of its own article' USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_source', HINT = 'translation_source'; END IF;
  RETURN NEW;
END $$;

-- What English followed before it follows still: texts that nobody had compared by their lines and pictures do not become stale by this.
CREATE TEMP TABLE followed AS SELECT en.id AS en, coalesce(own.id, source.id) AS vi FROM edition_text en
  LEFT JOIN edition_text own ON own.edition_id = en.edition_id AND own.locale = 'vi' AND own.sha256 = en.translated_from_sha
  LEFT JOIN edition_text source ON source.id = en.translated_from_id AND source.sha256 = en.translated_from_sha
  WHERE en.locale = 'en' AND coalesce(own.id, source.id) IS NOT NULL;
ALTER TABLE edition_text DISABLE TRIGGER approved_text_fixed;
UPDATE edition_text t SET lines = app.lines_of(t.id) WHERE app.lines_of(t.id) IS NOT NULL;
ALTER TABLE edition_text DROP COLUMN sha256, ADD COLUMN sha256 bytea GENERATED ALWAYS AS
  (sha256(decode(replace(title || chr(10) || summary || chr(10) || plain || coalesce(chr(10) || easy_read, '') || coalesce(chr(10) || lines, '')
    || coalesce(chr(10) || app.embedded_in(body), ''), '\', '\\'), 'escape'))) STORED;
UPDATE edition_text en SET translated_from_id = vi.id, translated_from_sha = vi.sha256 FROM followed f JOIN edition_text vi ON vi.id = f.vi
  WHERE en.id = f.en AND en.translated_from_sha <> vi.sha256;
ALTER TABLE edition_text ENABLE TRIGGER approved_text_fixed;
DROP TABLE followed;
