-- Merging two records of one person, and asking another unit for a member whose record is not shown.

-- ───────────── Requests ─────────────
-- She is sought blind: what was typed is kept, whether or not a record matches, so that both kinds of request look alike.
ALTER TABLE person_request ALTER COLUMN person_id DROP NOT NULL,
  -- empty once she was erased
  ADD COLUMN sought_name text,
  ADD COLUMN sought_birth_year smallint,
  ADD COLUMN sought_phone text,
  -- for a merger: the asker's own record
  ADD COLUMN own_person_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  -- the same woman sought by other words while a request for her stands: one request for those who answer
  ADD COLUMN same_as_id uuid REFERENCES person_request (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  -- it had lapsed when it was asked anew
  ADD COLUMN replaced_at timestamptz;
ALTER TABLE person_request
  ADD CONSTRAINT sought_name CHECK (sought_name ~ '^\S+( \S+)*$'),
  ADD CONSTRAINT sought_birth_year CHECK (sought_birth_year BETWEEN 1900 AND 2100),
  ADD CONSTRAINT sought_phone CHECK (sought_phone ~ '^\+[1-9][0-9]{7,14}$'),
  ADD CONSTRAINT sought_enough CHECK ((sought_name IS NULL) = (num_nonnulls(sought_birth_year, sought_phone) = 0)),
  ADD CONSTRAINT merger_of_two CHECK ((purpose = 'merge') = (own_person_id IS NOT NULL) AND (own_person_id IS NULL OR own_person_id IS DISTINCT FROM person_id)),
  ADD CONSTRAINT answered_by_somebody CHECK ((answer IS NULL) = (answered_by_id IS NULL)),
  ADD CONSTRAINT only_matched_answered CHECK (answer IS NULL OR person_id IS NOT NULL),
  ADD CONSTRAINT twin_is_open CHECK (same_as_id IS NULL OR (person_id IS NULL AND same_as_id <> id));
DROP INDEX one_open_request;
CREATE UNIQUE INDEX one_open_request ON person_request (person_id, to_unit_id, purpose) WHERE answer IS NULL AND replaced_at IS NULL;
CREATE UNIQUE INDEX one_open_search ON person_request (app.name_key(sought_name), coalesce(sought_birth_year, 0), coalesce(sought_phone, ''), to_unit_id, purpose)
  WHERE answer IS NULL AND replaced_at IS NULL;
CREATE INDEX person_request_person_id_idx ON person_request (person_id);
CREATE INDEX person_request_own_person_id_idx ON person_request (own_person_id);
CREATE INDEX person_request_same_as_id_idx ON person_request (same_as_id);
CREATE INDEX person_name_key ON person (app.name_key(full_name));
SELECT app.guard('person_request');

-- ───────────── Merging ─────────────
-- Of two who merge the same record at once one wins, whatever the direction.
CREATE UNIQUE INDEX one_merge_standing ON person_merge (absorbed_id) WHERE undone_at IS NULL;

-- What is told apart when a row is asked "were you edited since?": copies and counters that the database keeps aside.
CREATE FUNCTION app.row_mark(r jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  md5((r - ARRAY['version', 'search_key', 'name_order', 'starts_at', 'ends_at', 'changed_at'])::text);

-- Writes a list of changes [{table, was, set} | {table, was, gone}] in their order and answers with what undoes them. `was` is the whole row as
-- the plan saw it: another one stands there by now → as if others were first, and the whole plan is made anew.
CREATE FUNCTION app.change_rows(changes jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
CREATE FUNCTION app.restore_rows(done jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
CREATE FUNCTION app.refuse_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE me uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid; other uuid;
BEGIN
  SELECT merged_into_id INTO other FROM person WHERE id = me FOR KEY SHARE;
  IF other IS NOT NULL THEN RAISE EXCEPTION 'this record was merged into another one' USING ERRCODE = 'check_violation', CONSTRAINT = 'merged_record', HINT = 'merged_record'; END IF;
  RETURN NEW;
END $$;
DO $$ DECLARE r record; BEGIN
  FOR r IN SELECT * FROM (VALUES ('account', 'person_id'), ('membership', 'person_id'), ('office', 'person_id'), ('network_member', 'person_id'), ('household', 'head_person_id'),
    ('household_member', 'person_id'), ('model_member', 'person_id'), ('board_seat', 'person_id'), ('pair', 'instructor_id'), ('pair', 'learner_id'),
    ('session_trainer', 'trainer_id'), ('enrolment', 'person_id'), ('topic_wait', 'person_id'), ('certificate', 'person_id'), ('article', 'subject_person_id'),
    ('media_person', 'person_id'), ('person_skill', 'person_id')) v (tab, col) LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.%I IS NOT NULL) EXECUTE FUNCTION app.refuse_merged(%L)', 'on_record_' || r.col, r.tab, r.col, r.col);
  END LOOP;
END $$;

-- The register follows the enrolment to another record of the same woman.
CREATE FUNCTION app.attendance_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE attendance SET person_id = NEW.person_id WHERE enrolment_id = NEW.id AND person_id IS DISTINCT FROM NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_follows AFTER UPDATE OF person_id ON enrolment FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION app.attendance_follows();

-- Whoever is erased is erased with every record that was merged into hers, and no merger keeps what could bring it back.
CREATE FUNCTION app.erase_with_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE person_merge SET moved = '[]' WHERE survivor_id = NEW.id OR absorbed_id = NEW.id;
  DELETE FROM sensitive_field WHERE person_id IN (SELECT id FROM person WHERE merged_into_id = NEW.id);
  UPDATE person SET full_name = NULL, phone = NULL, address = NULL, languages = '{}', erased_on = NEW.erased_on,
    birth_year = CASE WHEN NEW.birth_year IS NOT NULL THEN birth_year END WHERE merged_into_id = NEW.id AND erased_on IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER erase_with_merged AFTER UPDATE OF erased_on ON person FOR EACH ROW WHEN (OLD.erased_on IS NULL AND NEW.erased_on IS NOT NULL) EXECUTE FUNCTION app.erase_with_merged();

-- Coverage of closed months in which these women's pairs had a part, as one text: the same before and after a merger, or there is none.
CREATE FUNCTION app.closed_coverage(ids uuid[]) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(string_agg(concat_ws(' ', c.unit_id, c.valid_from, p.starts_on, c.family * datemultirange(daterange(p.starts_on, p.ends_on)),
      c.pair * datemultirange(daterange(p.starts_on, p.ends_on)), c.tied * datemultirange(daterange(p.starts_on, p.ends_on))), E'\n' ORDER BY c.unit_id, c.valid_from, p.starts_on), '')
  FROM derived.coverage_span c JOIN report r ON r.unit_id = c.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id
  WHERE c.unit_id IN (SELECT derived.units_of_pairs(ARRAY (SELECT id FROM pair WHERE instructor_id = ANY (ids) OR learner_id = ANY (ids)))) $$;

REVOKE EXECUTE ON FUNCTION app.row_mark(jsonb), app.change_rows(jsonb), app.restore_rows(jsonb), app.refuse_merged(), app.attendance_follows(), app.erase_with_merged(), app.closed_coverage(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.row_mark(jsonb), app.change_rows(jsonb), app.restore_rows(jsonb), app.refuse_merged(), app.attendance_follows(), app.erase_with_merged(), app.closed_coverage(uuid[]) TO portal_app;
