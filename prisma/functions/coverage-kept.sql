-- What is kept of coverage is kept in the transaction of the change. Source rows become the days of each unit (derived.coverage_span);
-- what these gain or lose from a day on is a step (derived.coverage_step); steps add up to the counts of communes (derived.coverage_count).
CREATE OR REPLACE FUNCTION derived.units_of_models(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$ SELECT unit_id FROM model_host WHERE model_id = ANY (ids) $$;

CREATE OR REPLACE FUNCTION derived.units_of_pairs(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT unit_id FROM pair_host WHERE pair_id = ANY (ids) UNION SELECT h.unit_id FROM pair_tie t JOIN model_host h ON h.model_id = t.model_id WHERE t.pair_id = ANY (ids) $$;

-- Memberships of the record of today count for pairs of those merged into it.
CREATE OR REPLACE FUNCTION derived.pairs_of_instructors(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE r AS (SELECT unnest(ids) AS id UNION SELECT p.id FROM person p JOIN r ON p.merged_into_id = r.id)
  SELECT p.id FROM pair p WHERE p.instructor_id IN (SELECT r.id FROM r) $$;

-- Two who write at once find out which units they touch from rows that the other has not committed yet. So each first holds what the rows
-- have in common, as commands do: people, then pairs, then models. More than 500 at once are an import or a restructuring, which hold
-- more already; what slips through there is found at night (app.compare_coverage).
CREATE OR REPLACE FUNCTION derived.hold_sources(people uuid[], pairs uuid[], models uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(people) + cardinality(pairs) + cardinality(models) > 500 THEN RETURN; END IF;
  IF cardinality(pairs) > 0 THEN
    people := people || ARRAY (WITH RECURSIVE r AS (SELECT instructor_id AS id FROM pair WHERE id = ANY (pairs)
      UNION SELECT p.merged_into_id FROM person p JOIN r ON r.id = p.id WHERE p.merged_into_id IS NOT NULL) SELECT r.id FROM r);
  END IF;
  PERFORM FROM person WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM pair WHERE id = ANY (pairs) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM digital_model WHERE id = ANY (models) ORDER BY id FOR NO KEY UPDATE;
END $$;

-- The days of these units anew; with `placement` where they lie as well. Rows are locked before anything is read, so that of two
-- writers the second sees the first one's work. A row is written only where something moved.
CREATE OR REPLACE FUNCTION derived.rebuild_coverage(ids uuid[], placement boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM derived.coverage_span WHERE unit_id = ANY (ids) ORDER BY unit_id, valid_from FOR UPDATE;
  IF placement THEN
    DELETE FROM derived.coverage_span c WHERE c.unit_id = ANY (ids) AND NOT EXISTS (SELECT FROM unit_span s WHERE s.unit_id = c.unit_id
      AND s.valid_from = c.valid_from AND s.level IN ('sub_association', 'group') AND s.commune_id IS NOT NULL);
    INSERT INTO derived.coverage_span SELECT unit_id, valid_from, valid_to, level, commune_id, sub_association_id, '{}', '{}', '{}' FROM unit_span
      WHERE unit_id = ANY (ids) AND level IN ('sub_association', 'group') AND commune_id IS NOT NULL
    ON CONFLICT (unit_id, valid_from) DO UPDATE SET valid_to = excluded.valid_to, level = excluded.level, commune_id = excluded.commune_id, sub_association_id = excluded.sub_association_id
      WHERE (coverage_span.valid_to, coverage_span.level, coverage_span.commune_id, coverage_span.sub_association_id) IS DISTINCT FROM (excluded.valid_to, excluded.level, excluded.commune_id, excluded.sub_association_id);
  END IF;
  WITH t AS MATERIALIZED (SELECT unit_id, range_agg(days) AS days FROM app.tied_days WHERE unit_id = ANY (ids) GROUP BY 1),
    f AS (SELECT unit_id, range_agg(days) AS days FROM app.family_days WHERE unit_id = ANY (ids) GROUP BY 1),
    p AS (SELECT unit_id, range_agg(days) AS days FROM app.pair_unit_days WHERE unit_id = ANY (ids) GROUP BY 1),
    now AS (SELECT i.id, coalesce(f.days, '{}') AS family, coalesce(p.days, '{}') + coalesce(t.days, '{}') AS pair, coalesce(t.days, '{}') AS tied
      FROM unnest(ids) i (id) LEFT JOIN f ON f.unit_id = i.id LEFT JOIN p ON p.unit_id = i.id LEFT JOIN t ON t.unit_id = i.id)
  UPDATE derived.coverage_span c SET family = now.family, pair = now.pair, tied = now.tied FROM now
  WHERE c.unit_id = now.id AND (c.family, c.pair, c.tied) IS DISTINCT FROM (now.family, now.pair, now.tied);
END $$;

-- The same where what is kept is not what its sources say: a repair. It may touch closed days, since nothing was changed there.
CREATE OR REPLACE FUNCTION derived.repair_coverage(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM derived.rebuild_coverage(ids, true);
  DELETE FROM derived.closed_step WHERE txid = pg_current_xact_id();
END $$;

-- The days of a unit's facts on some days, each day on which one begins (+1) or ends (-1).
CREATE OR REPLACE FUNCTION derived.turns_within(here datemultirange, family datemultirange, pair datemultirange, tied datemultirange)
  RETURNS TABLE (day date, units int, family int, pair int, both_untied int, covered int) LANGUAGE sql IMMUTABLE AS $$
  SELECT e.day, e.n * k.units, e.n * k.family, e.n * k.pair, e.n * k.both_untied, e.n * k.covered
  FROM (SELECT $1 AS here) h
    CROSS JOIN LATERAL (VALUES (h.here, 1, 0, 0, 0, 0), ($2 * h.here, 0, 1, 0, 0, 0), ($3 * h.here, 0, 0, 1, 0, 0), ($2 * $3 * h.here, 0, 0, 0, 1, 0), ($4 * h.here, 0, 0, 0, 0, 1)) k (days, units, family, pair, both_untied, covered)
    CROSS JOIN LATERAL unnest(k.days) r CROSS JOIN LATERAL (VALUES (lower(r), 1), (upper(r), -1)) e (day, n)
  WHERE e.day IS NOT NULL $$;

-- The same on all days on which it lies in one place.
CREATE OR REPLACE FUNCTION derived.turns_of(valid_from date, valid_to date, family datemultirange, pair datemultirange, tied datemultirange)
  RETURNS TABLE (day date, units int, family int, pair int, both_untied int, covered int) LANGUAGE sql IMMUTABLE AS $$
  SELECT * FROM derived.turns_within(datemultirange(daterange($1, $2)), $3, $4, $5) $$;

-- The same for communes themselves: there or not, keeping their records here or not, on both levels.
CREATE OR REPLACE FUNCTION derived.commune_steps(commune uuid, valid_from date, valid_to date, open int, reported int) RETURNS SETOF derived.coverage_step LANGUAGE sql IMMUTABLE AS $$
  SELECT commune, l.level, e.day, e.n * open, e.n * reported, 0, 0, 0, 0, 0
  FROM (VALUES ('sub_association'::unit_level), ('group')) l (level) CROSS JOIN (VALUES (valid_from, 1), (valid_to, -1)) e (day, n) WHERE e.day IS NOT NULL $$;

-- Adds the steps that wait to the counts, when they are many: who asks (app.coverage) adds the few that wait. One does it at a time,
-- and nobody waits for her.
CREATE OR REPLACE FUNCTION derived.add_steps(many int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) <= many FROM derived.coverage_step) OR NOT pg_try_advisory_xact_lock(hashtext('steps of coverage')) THEN RETURN; END IF;
  WITH new AS (DELETE FROM derived.coverage_step s RETURNING s.*),
    old AS (DELETE FROM derived.coverage_count c USING (SELECT commune_id, level, min(day) AS day FROM new GROUP BY 1, 2) f
      WHERE c.commune_id = f.commune_id AND c.level = f.level AND c.valid_to >= f.day RETURNING c.*),
    days AS (SELECT commune_id, level, day, sum(open)::int AS open, sum(reported)::int AS reported, sum(units)::int AS units, sum(family)::int AS family, sum(pair)::int AS pair, sum(both_untied)::int AS both_untied, sum(covered)::int AS covered
      FROM (SELECT * FROM new UNION ALL SELECT commune_id, level, valid_from, open, reported, units, family, pair, both_untied, covered FROM old
        UNION ALL SELECT commune_id, level, valid_to, -open, -reported, -units, -family, -pair, -both_untied, -covered FROM old WHERE valid_to < 'infinity') m
      GROUP BY 1, 2, 3 HAVING (sum(open), sum(reported), sum(units), sum(family), sum(pair), sum(both_untied), sum(covered)) <> (0, 0, 0, 0, 0, 0, 0)),
    counts AS (SELECT commune_id, level, day, lead(day, 1, 'infinity') OVER d AS valid_to, sum(open) OVER d AS open, sum(reported) OVER d AS reported, sum(units) OVER d AS units,
        sum(family) OVER d AS family, sum(pair) OVER d AS pair, sum(both_untied) OVER d AS both_untied, sum(covered) OVER d AS covered
      FROM days WINDOW d AS (PARTITION BY commune_id, level ORDER BY day))
  INSERT INTO derived.coverage_count SELECT * FROM counts WHERE (open, reported, units, family, pair, both_untied, covered) <> (0, 0, 0, 0, 0, 0, 0) ORDER BY valid_to;
END $$;

-- The days that are closed for these communes. Until its end nobody closes another month of theirs: whoever wants to waits, and what is
-- changed in a month that is being closed waits for that.
CREATE OR REPLACE FUNCTION derived.closed_for(communes uuid[]) RETURNS TABLE (commune_id uuid, days datemultirange) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed months'), hashtext(c.id::text)) FROM (SELECT DISTINCT unnest(communes) AS id ORDER BY 1) c;
  RETURN QUERY SELECT r.unit_id, range_agg(daterange(p.starts_on, p.ends_on)) FROM report r JOIN reporting_period p ON p.id = r.period_id
    WHERE r.unit_id = ANY (communes) AND r.state = 'locked' GROUP BY 1;
END $$;

-- What a unit gains and loses is noted for its commune; what of it lies on closed days is noted beside, unit by unit, and looked at as
-- the transaction ends (derived.keep_closed_days): on the way there facts may come and go.
CREATE OR REPLACE FUNCTION derived.spans_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO derived.coverage_step SELECT n.commune_id, n.level, t.day, 0, 0, sum(t.units), sum(t.family), sum(t.pair), sum(t.both_untied), sum(t.covered)
      FROM new_rows n CROSS JOIN LATERAL derived.turns_of(n.valid_from, n.valid_to, n.family, n.pair, n.tied) t GROUP BY 1, 2, 3;
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), n.unit_id, n.commune_id, n.sub_association_id, n.level, t.day, 0, 0, t.units, t.family, t.pair, t.both_untied, t.covered
      FROM derived.closed_for(ARRAY (SELECT DISTINCT commune_id FROM new_rows)) c JOIN new_rows n USING (commune_id)
        CROSS JOIN LATERAL derived.turns_within(c.days * datemultirange(daterange(n.valid_from, n.valid_to)), n.family, n.pair, n.tied) t;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO derived.coverage_step SELECT o.commune_id, o.level, t.day, 0, 0, -sum(t.units), -sum(t.family), -sum(t.pair), -sum(t.both_untied), -sum(t.covered)
      FROM old_rows o CROSS JOIN LATERAL derived.turns_of(o.valid_from, o.valid_to, o.family, o.pair, o.tied) t GROUP BY 1, 2, 3;
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), o.unit_id, o.commune_id, o.sub_association_id, o.level, t.day, 0, 0, -t.units, -t.family, -t.pair, -t.both_untied, -t.covered
      FROM derived.closed_for(ARRAY (SELECT DISTINCT commune_id FROM old_rows)) c JOIN old_rows o USING (commune_id)
        CROSS JOIN LATERAL derived.turns_within(c.days * datemultirange(daterange(o.valid_from, o.valid_to)), o.family, o.pair, o.tied) t;
  ELSE
    INSERT INTO derived.coverage_step SELECT s.commune_id, s.level, t.day, 0, 0, sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)
      FROM (SELECT 1 AS sign, n.* FROM new_rows n UNION ALL SELECT -1, o.* FROM old_rows o) s CROSS JOIN LATERAL derived.turns_of(s.valid_from, s.valid_to, s.family, s.pair, s.tied) t GROUP BY 1, 2, 3
      HAVING (sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)) <> (0, 0, 0, 0, 0);
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), s.unit_id, s.commune_id, s.sub_association_id, s.level, t.day, 0, 0, sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)
      FROM derived.closed_for(ARRAY (SELECT commune_id FROM new_rows UNION SELECT commune_id FROM old_rows)) c
        JOIN (SELECT 1 AS sign, n.* FROM new_rows n UNION ALL SELECT -1, o.* FROM old_rows o) s USING (commune_id)
        CROSS JOIN LATERAL derived.turns_within(c.days * datemultirange(daterange(s.valid_from, s.valid_to)), s.family, s.pair, s.tied) t GROUP BY 2, 3, 4, 5, 6
      HAVING (sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)) <> (0, 0, 0, 0, 0);
  END IF;
  PERFORM derived.add_steps(100);
  RETURN NULL;
END $$;

-- Steps on closed days are looked at once for a transaction, however many it notes: a row of its own waits for its end.
CREATE OR REPLACE FUNCTION derived.closed_steps_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_step_writer SELECT pg_current_xact_id() WHERE EXISTS (SELECT FROM new_rows) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- A closed day cannot change, whoever hosts the thing now and by whatever way it came: what a transaction did to the days of each unit
-- adds up to nothing there, or none of it holds. The message ends with the first open day, which who words it reads.
CREATE OR REPLACE FUNCTION derived.keep_closed_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE until date;
BEGIN
  DELETE FROM derived.closed_step_writer WHERE txid = pg_current_xact_id();
  WITH mine AS (DELETE FROM derived.closed_step WHERE txid = pg_current_xact_id() RETURNING *),
    moved AS (SELECT commune_id FROM mine GROUP BY unit_id, commune_id, sub_association_id, level, day
      HAVING (sum(open), sum(reported), sum(units), sum(family), sum(pair), sum(both_untied), sum(covered)) <> (0, 0, 0, 0, 0, 0, 0))
  SELECT max(p.ends_on) INTO until FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked' AND r.unit_id IN (SELECT commune_id FROM moved);
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'figures of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NULL;
END $$;

-- A commune opens or closes: rows of unit_span. It begins or ceases to keep its records here: rows of record_keeping.
CREATE OR REPLACE FUNCTION derived.commune_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE kept int := (TG_TABLE_NAME = 'record_keeping')::int; communes uuid[];
BEGIN
  IF TG_OP <> 'DELETE' THEN
    communes := ARRAY (SELECT DISTINCT n.unit_id FROM new_rows n JOIN unit u ON u.id = n.unit_id AND u.level = 'commune');
    INSERT INTO derived.coverage_step SELECT s.* FROM new_rows n CROSS JOIN LATERAL derived.commune_steps(n.unit_id, n.valid_from, n.valid_to, 1 - kept, kept) s WHERE n.unit_id = ANY (communes);
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), s.commune_id, s.commune_id, NULL, s.level, s.day, s.open, s.reported, 0, 0, 0, 0, 0
      FROM derived.closed_for(communes) c JOIN new_rows n ON n.unit_id = c.commune_id CROSS JOIN LATERAL unnest(c.days * datemultirange(daterange(n.valid_from, n.valid_to))) d
        CROSS JOIN LATERAL derived.commune_steps(n.unit_id, lower(d), upper(d), 1 - kept, kept) s;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    communes := ARRAY (SELECT DISTINCT o.unit_id FROM old_rows o JOIN unit u ON u.id = o.unit_id AND u.level = 'commune');
    INSERT INTO derived.coverage_step SELECT s.* FROM old_rows o CROSS JOIN LATERAL derived.commune_steps(o.unit_id, o.valid_from, o.valid_to, kept - 1, -kept) s WHERE o.unit_id = ANY (communes);
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), s.commune_id, s.commune_id, NULL, s.level, s.day, s.open, s.reported, 0, 0, 0, 0, 0
      FROM derived.closed_for(communes) c JOIN old_rows o ON o.unit_id = c.commune_id CROSS JOIN LATERAL unnest(c.days * datemultirange(daterange(o.valid_from, o.valid_to))) d
        CROSS JOIN LATERAL derived.commune_steps(o.unit_id, lower(d), upper(d), kept - 1, -kept) s;
  END IF;
  PERFORM derived.add_steps(100);
  RETURN NULL;
END $$;

-- All counts anew, from the days of units: for a first filling, a migration and a repair. Nobody else changes them meanwhile.
CREATE OR REPLACE FUNCTION derived.rebuild_counts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  LOCK TABLE derived.coverage_span, derived.coverage_step, unit_span, record_keeping IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM derived.coverage_step;
  DELETE FROM derived.coverage_count;
  INSERT INTO derived.coverage_step
    SELECT c.commune_id, c.level, t.day, 0, 0, sum(t.units), sum(t.family), sum(t.pair), sum(t.both_untied), sum(t.covered)
      FROM derived.coverage_span c CROSS JOIN LATERAL derived.turns_of(c.valid_from, c.valid_to, c.family, c.pair, c.tied) t GROUP BY 1, 2, 3
    UNION ALL SELECT s.* FROM unit_span u CROSS JOIN LATERAL derived.commune_steps(u.unit_id, u.valid_from, u.valid_to, 1, 0) s WHERE u.level = 'commune'
    UNION ALL SELECT s.* FROM record_keeping k CROSS JOIN LATERAL derived.commune_steps(k.unit_id, k.valid_from, k.valid_to, 0, 1) s;
  PERFORM derived.add_steps(0);
END $$;

-- Source rows that name their unit: the hosts of models and of pairs.
CREATE OR REPLACE FUNCTION derived.host_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN touched := ARRAY (SELECT DISTINCT unit_id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN touched := ARRAY (SELECT DISTINCT unit_id FROM old_rows);
  ELSE touched := ARRAY (SELECT unit_id FROM new_rows UNION SELECT unit_id FROM old_rows); END IF;
  IF TG_OP = 'DELETE' THEN NULL;
  ELSIF TG_TABLE_NAME = 'model_host' THEN PERFORM derived.hold_sources('{}', '{}', ARRAY (SELECT DISTINCT model_id FROM new_rows));
  ELSE PERFORM derived.hold_sources('{}', ARRAY (SELECT DISTINCT pair_id FROM new_rows), '{}'); END IF;
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- Source rows of a model: its status, and pairs tied to it.
CREATE OR REPLACE FUNCTION derived.model_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE ids uuid[]; touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN ids := ARRAY (SELECT DISTINCT model_id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN ids := ARRAY (SELECT DISTINCT model_id FROM old_rows);
  ELSE ids := ARRAY (SELECT model_id FROM new_rows UNION SELECT model_id FROM old_rows); END IF;
  IF TG_TABLE_NAME <> 'pair_tie' OR TG_OP = 'DELETE' THEN PERFORM derived.hold_sources('{}', '{}', ids);
  ELSE PERFORM derived.hold_sources('{}', ARRAY (SELECT DISTINCT pair_id FROM new_rows), ids); END IF;
  touched := ARRAY (SELECT DISTINCT u FROM derived.units_of_models(ids) u);
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- Boards and households of Digital Families, on days on which the province asks for them. Who signs such a ruling holds the lock of
-- rulings alone: of her and of whoever writes a household meanwhile one sees the other.
CREATE OR REPLACE FUNCTION derived.housing_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE ids uuid[]; touched uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('rulings of coverage'));
  IF app.days_asking_households() = '{}' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN ids := ARRAY (SELECT DISTINCT model_id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN ids := ARRAY (SELECT DISTINCT model_id FROM old_rows);
  ELSE ids := ARRAY (SELECT model_id FROM new_rows UNION SELECT model_id FROM old_rows); END IF;
  ids := ARRAY (SELECT m.id FROM digital_model m WHERE m.id = ANY (ids) AND m.kind = 'digital_family');
  IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
  PERFORM derived.hold_sources('{}', '{}', ids);
  touched := ARRAY (SELECT DISTINCT u FROM derived.units_of_models(ids) u);
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- A ruling that asks for households begins, ends or is withdrawn: units are counted anew whose families have no board or household on some
-- day that it moves. A few hundred at most, once.
CREATE OR REPLACE FUNCTION derived.ruling_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE moved datemultirange;
BEGIN
  moved := datemultirange(daterange(NEW.valid_from, NEW.valid_to));
  IF TG_OP = 'UPDATE' THEN
    moved := (moved + datemultirange(daterange(OLD.valid_from, OLD.valid_to))) - (moved * datemultirange(daterange(OLD.valid_from, OLD.valid_to)));
  END IF;
  PERFORM derived.rebuild_coverage(ARRAY (SELECT DISTINCT h.unit_id FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN model_status s ON s.model_id = m.id AND s.status = 'active'
    WHERE m.kind = 'digital_family' AND NOT moved * datemultirange(daterange(h.valid_from, h.valid_to) * daterange(s.valid_from, s.valid_to)) <@ app.housed_days(m.id)));
  RETURN NULL;
END $$;

-- Pairs: only another instructor or other days of a pair move anything.
CREATE OR REPLACE FUNCTION derived.pair_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE ids uuid[]; touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN ids := ARRAY (SELECT id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN ids := ARRAY (SELECT id FROM old_rows);
  ELSE ids := ARRAY (SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE (n.valid_from, n.valid_to, n.instructor_id) IS DISTINCT FROM (o.valid_from, o.valid_to, o.instructor_id)); END IF;
  IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
  PERFORM derived.hold_sources('{}', ids, '{}');
  touched := ARRAY (SELECT u FROM derived.units_of_pairs(ids) u);
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- Memberships: a million rows pass here, few are instructors'. Those of the record of today count for pairs of those merged into it.
CREATE OR REPLACE FUNCTION derived.membership_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE people uuid[]; ids uuid[]; touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN people := ARRAY (SELECT person_id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN people := ARRAY (SELECT person_id FROM old_rows);
  ELSE people := ARRAY (SELECT person_id FROM new_rows UNION SELECT person_id FROM old_rows); END IF;
  PERFORM derived.hold_sources(people, '{}', '{}');
  ids := ARRAY (SELECT p.id FROM pair p WHERE p.instructor_id = ANY (people));
  IF EXISTS (SELECT FROM person WHERE merged_into_id IS NOT NULL) THEN
    ids := ids || ARRAY (SELECT derived.pairs_of_instructors(ARRAY (SELECT m.id FROM person m WHERE m.merged_into_id = ANY (people))));
  END IF;
  IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
  touched := ARRAY (SELECT u FROM derived.units_of_pairs(ids) u);
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- A merger itself changes whose memberships count.
CREATE OR REPLACE FUNCTION derived.merger_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE touched uuid[];
BEGIN
  PERFORM derived.hold_sources(array_remove(ARRAY[NEW.id, NEW.merged_into_id, OLD.merged_into_id], NULL), '{}', '{}');
  touched := ARRAY (SELECT derived.units_of_pairs(ARRAY (SELECT derived.pairs_of_instructors(ARRAY[NEW.id]))));
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;

-- Which of these units have other days or another place kept than their source rows say.
CREATE OR REPLACE FUNCTION derived.units_differing(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH t AS MATERIALIZED (SELECT unit_id, range_agg(days) AS days FROM app.tied_days WHERE unit_id = ANY (ids) GROUP BY 1),
    f AS (SELECT unit_id, range_agg(days) AS days FROM app.family_days WHERE unit_id = ANY (ids) GROUP BY 1),
    p AS (SELECT unit_id, range_agg(days) AS days FROM app.pair_unit_days WHERE unit_id = ANY (ids) GROUP BY 1),
    source AS (SELECT s.unit_id, s.valid_from, s.valid_to, s.level, s.commune_id, s.sub_association_id,
        coalesce(f.days, '{}') AS family, coalesce(p.days, '{}') + coalesce(t.days, '{}') AS pair, coalesce(t.days, '{}') AS tied
      FROM unit_span s LEFT JOIN f USING (unit_id) LEFT JOIN p USING (unit_id) LEFT JOIN t USING (unit_id)
      WHERE s.unit_id = ANY (ids) AND s.level IN ('sub_association', 'group') AND s.commune_id IS NOT NULL),
    kept AS (SELECT unit_id, valid_from, valid_to, level, commune_id, sub_association_id, family, pair, tied FROM derived.coverage_span WHERE unit_id = ANY (ids))
  SELECT DISTINCT unit_id FROM ((SELECT * FROM source EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM source)) d $$;

-- For how many of these days and levels the counts of a commune are others than its units make.
CREATE OR REPLACE FUNCTION derived.counts_differing(p_commune uuid, days date[]) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM unnest(days) d (day) CROSS JOIN (VALUES ('sub_association'::unit_level), ('group')) l (level)
    CROSS JOIN LATERAL (SELECT count(*)::int AS units, (count(*) FILTER (WHERE c.family @> d.day))::int AS family, (count(*) FILTER (WHERE c.pair @> d.day))::int AS pair,
        (count(*) FILTER (WHERE c.family @> d.day AND c.pair @> d.day))::int AS both_untied, (count(*) FILTER (WHERE c.tied @> d.day))::int AS covered
      FROM derived.coverage_span c WHERE c.commune_id = p_commune AND c.level = l.level AND c.valid_from <= d.day AND (c.valid_to IS NULL OR d.day < c.valid_to)) made
    LEFT JOIN LATERAL (SELECT k.* FROM app.coverage(d.day) k WHERE k.commune_id = p_commune AND k.level = l.level) kept ON true
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM unit_span u WHERE u.unit_id = p_commune AND app.active_on(u.valid_from, u.valid_to, d.day)) AS open,
        EXISTS (SELECT FROM record_keeping r WHERE r.unit_id = p_commune AND app.active_on(r.valid_from, r.valid_to, d.day)) AS reported) place
  WHERE (kept.commune_id IS NOT NULL) <> place.open
    OR place.open AND (kept.units, kept.family, kept.pair, kept.both_untied, kept.covered, kept.reported) IS DISTINCT FROM (made.units, made.family, made.pair, made.both_untied, made.covered, place.reported) $$;

-- Compares what is kept of a commune with what its source rows make: its units on every day of theirs, its counts on some. What differs of a
-- unit is made anew at once, unless a closed month forbids it; what was found is written down, for somebody to look at. Of two at once the
-- second finds nothing any more. Counts are made anew by app.repair_counts, all at once.
CREATE OR REPLACE FUNCTION app.compare_coverage(p_commune uuid, days date[]) RETURNS TABLE (units int, unmended int, counts int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE differing uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('coverage compared'), hashtext(p_commune::text));
  differing := ARRAY (SELECT derived.units_differing(ARRAY (SELECT s.unit_id FROM unit_span s WHERE s.commune_id = p_commune AND s.level IN ('sub_association', 'group')
    UNION SELECT c.unit_id FROM derived.coverage_span c WHERE c.commune_id = p_commune)));
  units := cardinality(differing);
  IF units > 0 THEN
    PERFORM derived.repair_coverage(differing);
  END IF;
  unmended := (SELECT count(*) FROM derived.units_differing(differing));
  counts := derived.counts_differing(p_commune, days);
  IF units > 0 OR counts > 0 THEN
    INSERT INTO coverage_difference (id, commune_id, units, unmended, counts) VALUES (app.uuid7(), p_commune, units, unmended, counts);
  END IF;
  RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION app.repair_counts() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$ SELECT derived.rebuild_counts() $$;
