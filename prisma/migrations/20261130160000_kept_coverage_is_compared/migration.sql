-- What is kept of coverage is compared with its source rows every night, mended, and written down for somebody to look at. Writers of
-- source rows hold what these have in common before they look which units they touch.
-- CreateTable
CREATE TABLE "coverage_difference" (
    "id" UUID NOT NULL,
    "commune_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "units" INTEGER NOT NULL,
    "unmended" INTEGER NOT NULL,
    "counts" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(6),
    "seen_by_id" UUID,

    CONSTRAINT "coverage_difference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "coverage_difference_commune_id_idx" ON "coverage_difference"("commune_id");

-- CreateIndex
CREATE INDEX "coverage_difference_seen_by_id_idx" ON "coverage_difference"("seen_by_id");

-- AddForeignKey
ALTER TABLE "coverage_difference" ADD CONSTRAINT "coverage_difference_commune_id_fkey" FOREIGN KEY ("commune_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coverage_difference" ADD CONSTRAINT "coverage_difference_seen_by_id_fkey" FOREIGN KEY ("seen_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('coverage_difference');
ALTER TABLE coverage_difference ADD CONSTRAINT seen_by_somebody CHECK ((seen_at IS NULL) = (seen_by_id IS NULL));
CREATE INDEX coverage_difference_unseen ON coverage_difference (found_at) WHERE seen_at IS NULL;
GRANT SELECT, UPDATE (seen_at, seen_by_id) ON coverage_difference TO portal_app;


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
