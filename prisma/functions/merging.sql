-- What is told apart when a row is asked "were you edited since?": copies, counters and columns that follow from another one tell
-- nothing of an edit. Marks of mergers that can still be undone stay true: a column that is added later tells nothing of an edit while it is empty.
CREATE OR REPLACE FUNCTION app.row_mark(r jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  md5(jsonb_strip_nulls(r - ARRAY['version', 'search_key', 'given_name', 'other_names', 'starts_at', 'ends_at', 'changed_at'])::text);

-- Keeps the number that stands on a record, for what may be undone, and answers with what it is kept under.
CREATE OR REPLACE FUNCTION app.keep_phone(p_person uuid) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  INSERT INTO app.kept_phone (id, person_id, phone) SELECT app.uuid7(), p.id, n.phone FROM person p LEFT JOIN app.number n ON n.row_id = p.id WHERE p.id = p_person RETURNING id $$;

-- A number that was kept stands on its record again.
CREATE OR REPLACE FUNCTION app.put_phone_back(p_person uuid, p_kept uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE person p SET phone = k.phone FROM app.kept_phone k WHERE k.id = p_kept AND k.person_id = p.id AND p.id = p_person $$;

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

-- Nothing new hangs on a record that was merged into another one: whoever is late waits for the merger and is told.
CREATE OR REPLACE FUNCTION app.refuse_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE me uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid; other uuid;
BEGIN
  SELECT merged_into_id INTO other FROM person WHERE id = me FOR KEY SHARE;
  IF other IS NOT NULL THEN RAISE EXCEPTION 'this record was merged into another one' USING ERRCODE = 'check_violation', CONSTRAINT = 'merged_record', HINT = 'merged_record'; END IF;
  RETURN NEW;
END $$;
