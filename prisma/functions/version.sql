-- The version goes up by one with every update, whoever makes it; a writer only repeats the one she read in WHERE.
CREATE OR REPLACE FUNCTION app.raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

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

CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', HINT = 'append_only'; END $$;

CREATE OR REPLACE FUNCTION app.mark_demo() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.demo := NEW.demo OR EXISTS (SELECT FROM unit u WHERE u.demo);
  RETURN NEW;
END $$;
