-- What is told apart when a row is asked "were you edited since?": copies, counters and columns that follow from another one tell
-- nothing of an edit. Marks of mergers that can still be undone stay true: a column that is added later tells nothing of an edit while it is empty.
CREATE OR REPLACE FUNCTION app.row_mark(r jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  md5(jsonb_strip_nulls(r - ARRAY['version', 'search_key', 'given_name', 'other_names', 'starts_at', 'ends_at', 'changed_at'])::text);

-- Writes a list of changes [{table, was, set} | {table, was, gone}] in their order and answers with what undoes them. `was` is the whole row as
-- the plan saw it: another one stands there by now → as if others were first, and the whole plan is made anew.
CREATE OR REPLACE FUNCTION app.change_rows(changes jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE c jsonb; tab regclass; cond text; sets text; cols text[]; was jsonb; n jsonb; done jsonb := '[]';
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
      SELECT string_agg(format('%I = (jsonb_populate_record(NULL::%s, $1)).%I', k, tab, k), ', '), array_agg(k) INTO sets, cols FROM jsonb_object_keys(c -> 'set') k;
      EXECUTE format('WITH done AS (UPDATE %s t SET %s WHERE %s RETURNING t.*) SELECT to_jsonb(done) FROM done', tab, sets, cond) INTO n USING c -> 'set';
      done := done || jsonb_build_object('table', c -> 'table', 'mark', app.row_mark(n),
        'key', (SELECT jsonb_object_agg(a.attname, n -> a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = tab AND i.indisprimary),
        'before', (SELECT jsonb_object_agg(k, was -> k) FROM unnest(cols) k));
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
        SELECT string_agg(format('%I = (jsonb_populate_record(NULL::%s, $1)).%I', k, tab, k), ', ') INTO sets FROM jsonb_object_keys(c -> 'before') k;
        EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE %s FOR UPDATE', tab, cond) INTO n;
        IF n IS NULL OR app.row_mark(n) <> c ->> 'mark' THEN left_alone := left_alone || jsonb_build_object('table', c -> 'table', 'key', c -> 'key');
        ELSE EXECUTE format('UPDATE %s t SET %s WHERE %s', tab, sets, cond) USING c -> 'before';
        END IF;
      END IF;
    EXCEPTION WHEN exclusion_violation OR unique_violation OR foreign_key_violation THEN
      left_alone := left_alone || jsonb_build_object('table', c -> 'table', 'key', coalesce(c -> 'key', '{}'));
    END;
  END LOOP;
  RETURN left_alone;
END $$;

-- Nothing new hangs on a record that was merged into another one: whoever is late waits for the merger and is told.
CREATE OR REPLACE FUNCTION app.refuse_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE me uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid; other uuid;
BEGIN
  SELECT merged_into_id INTO other FROM person WHERE id = me FOR KEY SHARE;
  IF other IS NOT NULL THEN RAISE EXCEPTION 'this record was merged into another one' USING ERRCODE = 'check_violation', CONSTRAINT = 'merged_record', HINT = 'merged_record'; END IF;
  RETURN NEW;
END $$;
