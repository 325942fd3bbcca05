-- The days on which a Digital Family counts only with a board and a household, as the province has ruled; none while it has not.
CREATE OR REPLACE FUNCTION app.days_asking_households() RETURNS datemultirange LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(range_agg(daterange(valid_from, valid_to)), '{}') FROM coverage_ruling WHERE needs_households $$;

-- The days on which a Digital Family has somebody on its board and at least one household.
CREATE OR REPLACE FUNCTION app.housed_days(p_model uuid) RETURNS datemultirange LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT coalesce((SELECT range_agg(daterange(b.valid_from, b.valid_to)) FROM board_seat b WHERE b.model_id = p_model), '{}')
    * coalesce((SELECT range_agg(daterange(k.valid_from, k.valid_to)) FROM model_household k WHERE k.model_id = p_model), '{}') $$;

-- Whether a unit counts under a reading. Each reading asks for more than the one before it: a family or a pair alone, both, both tied.
CREATE OR REPLACE FUNCTION app.counts_as(reading coverage_reading, has_family boolean, has_pair boolean, tied boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE reading WHEN 'tied' THEN tied WHEN 'both' THEN has_family AND has_pair WHEN 'family' THEN has_family ELSE has_pair END;

-- Every sub-association and group of a day, with the three facts, and whether it counts as covered: by the reading that the province has
-- signed for that day. All figures start here.
CREATE OR REPLACE FUNCTION app.coverage_units(day date) RETURNS TABLE (unit_id uuid, level unit_level, commune_id uuid, sub_association_id uuid, has_family boolean, has_pair boolean, covered boolean, tied boolean)
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT unit_id, level, commune_id, sub_association_id, family @> day, pair @> day, app.counts_as((SELECT app.signed_reading(day)), family @> day, pair @> day, tied @> day), tied @> day
  FROM derived.coverage_span WHERE valid_from <= day AND (valid_to IS NULL OR day < valid_to) $$;

-- Those of one commune, found by it: a function with rights of its own is not planned into what asks it.
CREATE OR REPLACE FUNCTION app.coverage_units_of(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, has_family boolean, has_pair boolean, covered boolean, tied boolean)
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT unit_id, level, sub_association_id, family @> day, pair @> day, app.counts_as((SELECT app.signed_reading(day)), family @> day, pair @> day, tied @> day), tied @> day FROM derived.coverage_span
  WHERE commune_id = p_commune AND valid_from <= day AND (valid_to IS NULL OR day < valid_to) $$;

-- The units that are covered on one of two days and not on the other, in its place of the first day on which it is there, and which facts differ; of some
-- communes where they are named. A unit that stays where it is is gone through once for both days, one that comes, goes or moves is sought on each of them;
-- only what differs leaves this function.
CREATE OR REPLACE FUNCTION app.coverage_moves(day date, earlier date, communes uuid[]) RETURNS TABLE (unit_id uuid, level unit_level, commune_id uuid, sub_association_id uuid, covered boolean, there boolean, was_there boolean, family boolean, pair boolean)
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH stayed AS (SELECT c.unit_id, c.level, c.commune_id, c.sub_association_id, app.counts_as((SELECT app.signed_reading(day)), c.family @> day, c.pair @> day, c.tied @> day) AS covered,
        app.counts_as((SELECT app.signed_reading(earlier)), c.family @> earlier, c.pair @> earlier, c.tied @> earlier) AS was, c.family, c.pair
      FROM derived.coverage_span c WHERE c.valid_from <= least(day, earlier) AND (c.valid_to IS NULL OR greatest(day, earlier) < c.valid_to)
        AND (communes IS NULL OR c.unit_id = ANY (ARRAY (SELECT o.unit_id FROM derived.coverage_span o WHERE o.commune_id = ANY (communes))))),
    came AS MATERIALIZED (SELECT c.* FROM derived.coverage_span c WHERE (c.valid_from > least(day, earlier) OR c.valid_to <= greatest(day, earlier))
        AND (communes IS NULL OR c.unit_id = ANY (ARRAY (SELECT o.unit_id FROM derived.coverage_span o WHERE o.commune_id = ANY (communes))))),
    n AS (SELECT c.unit_id, c.level, c.commune_id, c.sub_association_id, c.family @> day AS family, c.pair @> day AS pair, app.counts_as((SELECT app.signed_reading(day)), c.family @> day, c.pair @> day, c.tied @> day) AS covered
      FROM came c WHERE c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to)),
    b AS (SELECT c.unit_id, c.level, c.commune_id, c.sub_association_id, c.family @> earlier AS family, c.pair @> earlier AS pair, app.counts_as((SELECT app.signed_reading(earlier)), c.family @> earlier, c.pair @> earlier, c.tied @> earlier) AS covered
      FROM came c WHERE c.valid_from <= earlier AND (c.valid_to IS NULL OR earlier < c.valid_to))
  SELECT s.unit_id, s.level, s.commune_id, s.sub_association_id, s.covered, true, true, (s.family @> day) <> (s.family @> earlier), (s.pair @> day) <> (s.pair @> earlier) FROM stayed s WHERE s.covered <> s.was
  UNION ALL SELECT coalesce(n.unit_id, b.unit_id), coalesce(n.level, b.level), coalesce(n.commune_id, b.commune_id), coalesce(n.sub_association_id, b.sub_association_id), coalesce(n.covered, false),
    n.unit_id IS NOT NULL, b.unit_id IS NOT NULL, n.family IS DISTINCT FROM b.family, n.pair IS DISTINCT FROM b.pair
  FROM n FULL JOIN b ON b.unit_id = n.unit_id WHERE coalesce(n.covered, false) <> coalesce(b.covered, false) $$;

-- The same from the source rows, without the rollup: for tests and for repair.
CREATE OR REPLACE FUNCTION app.coverage_units_from_source(day date) RETURNS TABLE (unit_id uuid, level unit_level, commune_id uuid, sub_association_id uuid, has_family boolean, has_pair boolean, covered boolean, tied boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH f AS (SELECT DISTINCT unit_id FROM app.family_days WHERE days @> day), t AS (SELECT DISTINCT unit_id FROM app.tied_days WHERE days @> day), p AS (SELECT unit_id FROM app.pair_unit_days WHERE days @> day UNION SELECT unit_id FROM t)
  SELECT s.unit_id, s.level, s.commune_id, s.sub_association_id, f.unit_id IS NOT NULL, p.unit_id IS NOT NULL,
    app.counts_as((SELECT app.signed_reading(day)), f.unit_id IS NOT NULL, p.unit_id IS NOT NULL, t.unit_id IS NOT NULL), t.unit_id IS NOT NULL
  FROM unit_span s LEFT JOIN f USING (unit_id) LEFT JOIN p USING (unit_id) LEFT JOIN t USING (unit_id)
  WHERE s.level IN ('sub_association', 'group') AND app.active_on(s.valid_from, s.valid_to, day) $$;

-- Coverage of closed months in which these women's pairs had a part, as one text: the same before and after a merger, or there is none.
CREATE OR REPLACE FUNCTION app.closed_coverage(ids uuid[]) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(string_agg(concat_ws(' ', c.unit_id, c.valid_from, p.starts_on, c.family * datemultirange(daterange(p.starts_on, p.ends_on)),
      c.pair * datemultirange(daterange(p.starts_on, p.ends_on)), c.tied * datemultirange(daterange(p.starts_on, p.ends_on))), E'\n' ORDER BY c.unit_id, c.valid_from, p.starts_on), '')
  FROM derived.coverage_span c JOIN report r ON r.unit_id = c.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id
  WHERE c.unit_id IN (SELECT derived.units_of_pairs(ARRAY (SELECT id FROM pair WHERE instructor_id = ANY (ids) OR learner_id = ANY (ids)))) $$;

-- A share in percent, with one decimal: 100 only where nothing is missing, 0 only where nothing is done, nothing of nothing.
CREATE OR REPLACE FUNCTION app.percent(done bigint, whole bigint) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN whole = 0 THEN NULL WHEN done = 0 THEN 0 WHEN done = whole THEN 100 ELSE least(99.9, greatest(0.1, round(100.0 * done / whole, 1))) END $$;

-- Every commune of a day × level: units, each reading, and which of the four states it is in. What is covered follows from the reading
-- that is signed for the day; kept are all four. It is read where it is kept, with what waits to be added; without rights of its
-- own, so that PostgreSQL plans it into the question and reads one commune where one is asked for. "OFFSET 0": the reading is asked
-- for once a day, not once a row where several days are told. A day by its two ends: what has not ended before it is little (0342).
CREATE OR REPLACE FUNCTION app.coverage(day date) RETURNS TABLE (commune_id uuid, level unit_level, units int, family int, pair int, both_untied int, covered int, reported boolean, state text, percent numeric, tied int)
  LANGUAGE sql STABLE AS $$
  SELECT n.commune_id, n.level, n.units, n.family, n.pair, n.both_untied, n.covered, n.reported > 0,
    CASE WHEN n.units = 0 THEN 'no_units' WHEN n.reported = 0 THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END,
    CASE WHEN n.reported > 0 THEN app.percent(n.covered, n.units) END, n.tied
  FROM (SELECT k.*, CASE r.reading WHEN 'tied' THEN k.tied WHEN 'both' THEN k.both_untied WHEN 'family' THEN k.family ELSE k.pair END AS covered
   FROM (SELECT app.signed_reading(day) AS reading OFFSET 0) r CROSS JOIN (SELECT x.commune_id, x.level, sum(x.open) AS open, sum(x.reported) AS reported, sum(x.units)::int AS units, sum(x.family)::int AS family, sum(x.pair)::int AS pair,
      sum(x.both_untied)::int AS both_untied, sum(x.covered)::int AS tied
    FROM (SELECT c.commune_id, c.level, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE c.valid_to > day AND c.valid_from <= day
      UNION ALL SELECT s.commune_id, s.level, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.day <= coverage.day) x
    GROUP BY 1, 2) k) n
  WHERE n.open > 0 $$;

-- The province: sum ÷ sum over the communes that report, and beside it the same over all communes (what is not known to be covered is
-- not), the share of communes at 100 %, and how many are silent. Nothing of a silent commune is counted but its units, in `all_units`.
CREATE OR REPLACE FUNCTION app.coverage_province(day date) RETURNS TABLE (level unit_level, units int, covered int, percent numeric, all_units int, percent_of_all numeric, communes int, communes_at_100 int, communes_not_reported int, communes_without_units int)
  LANGUAGE sql STABLE AS $$
  SELECT level, units, covered, app.percent(covered, units), all_units, app.percent(covered, all_units), communes, communes_at_100, communes_not_reported, communes_without_units
  FROM (SELECT level, coalesce(sum(units) FILTER (WHERE reported), 0)::int AS units, coalesce(sum(covered) FILTER (WHERE reported), 0)::int AS covered, sum(units)::int AS all_units,
      (count(*) FILTER (WHERE units > 0))::int AS communes, (count(*) FILTER (WHERE state = 'some' AND covered = units))::int AS communes_at_100,
      (count(*) FILTER (WHERE state = 'not_reported'))::int AS communes_not_reported, (count(*) FILTER (WHERE state = 'no_units'))::int AS communes_without_units
    FROM app.coverage(day) GROUP BY level) n $$;

-- What is missing in a commune on a day: one row a unit that is not covered, with the unmet conditions and what explains them. What
-- the signed reading does not ask for is not missing. Where a family stands that lacks but its board or households, these are.
-- A pair that was taken back before it began, or moved on its first day, never was here: it explains nothing.
CREATE OR REPLACE FUNCTION app.missing(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, missing text[], because text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, c.level, c.sub_association_id,
    array_remove(ARRAY[CASE WHEN NOT c.family @> day AND r.reading <> 'pair' THEN CASE WHEN r.asks AND EXISTS (SELECT FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family'
          JOIN model_status s ON s.model_id = m.id AND s.status = 'active' WHERE h.unit_id = c.unit_id AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day)) THEN 'households' ELSE 'family' END END,
      CASE WHEN NOT c.pair @> day AND r.reading <> 'family' THEN 'pair' END,
      CASE WHEN c.family @> day AND c.pair @> day THEN 'tie' END], NULL),
    ARRAY (SELECT DISTINCT 'family_' || s.status FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family' JOIN model_status s ON s.model_id = m.id
           WHERE h.unit_id = c.unit_id AND NOT c.family @> day AND r.reading <> 'pair' AND s.status <> 'active' AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day))
    || ARRAY (SELECT DISTINCT CASE WHEN NOT app.active_on(p.valid_from, p.valid_to, day) THEN 'pair_ended'
             WHEN EXISTS (SELECT FROM membership b WHERE b.person_id = app.record_today(p.instructor_id) AND b.valid_from < b.valid_to AND b.valid_to <= day) THEN 'instructor_left'
             ELSE 'instructor_not_joined' END FROM pair_host h JOIN pair p ON p.id = h.pair_id
           WHERE h.unit_id = c.unit_id AND NOT c.pair @> day AND r.reading <> 'family' AND h.valid_from <= day AND p.valid_from <= day
             AND p.valid_to IS DISTINCT FROM p.valid_from AND h.valid_to IS DISTINCT FROM h.valid_from)
  FROM (SELECT app.signed_reading(day) AS reading, app.days_asking_households() @> day AS asks OFFSET 0) r CROSS JOIN derived.coverage_span c
  WHERE c.commune_id = p_commune AND c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to) AND NOT app.counts_as(r.reading, c.family @> day, c.pair @> day, c.tied @> day) $$;

-- Where units stand on a day: some by name, and whatever these models, pairs and women who guide count for. Whether each is covered, and
-- the first day after on which that turns, by what is on record. What a deed moved is what this says otherwise after it.
CREATE OR REPLACE FUNCTION app.coverage_turns(units uuid[], models uuid[], pairs uuid[], people uuid[], day date) RETURNS TABLE (unit_id uuid, covered boolean, turns date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, n.covered, (SELECT min(e.day) FROM (SELECT unnest(ARRAY[lower(r), upper(r)]) FROM unnest(c.family) r UNION SELECT unnest(ARRAY[lower(r), upper(r)]) FROM unnest(c.pair) r
        UNION SELECT unnest(ARRAY[lower(r), upper(r)]) FROM unnest(c.tied) r UNION SELECT unnest(ARRAY[u.valid_from, u.valid_to]) FROM coverage_ruling u) e (day)
      WHERE e.day > coverage_turns.day AND (c.valid_to IS NULL OR e.day < c.valid_to)
        AND app.counts_as(app.signed_reading(e.day), c.family @> e.day, c.pair @> e.day, c.tied @> e.day) <> n.covered)
  FROM derived.coverage_span c CROSS JOIN LATERAL (SELECT app.counts_as((SELECT app.signed_reading(coverage_turns.day)), c.family @> coverage_turns.day, c.pair @> coverage_turns.day, c.tied @> coverage_turns.day) AS covered) n
  WHERE c.unit_id = ANY (units || ARRAY (SELECT derived.units_of_models(models)) || ARRAY (SELECT derived.units_of_pairs(pairs || ARRAY (SELECT derived.pairs_of_instructors(people)))))
    AND c.valid_from <= coverage_turns.day AND (c.valid_to IS NULL OR coverage_turns.day < c.valid_to) $$;

-- What was ruled stays ruled: a ruling is only ended, by the next one, or withdrawn before its day, when the one before it goes on. Neither
-- may move a day that has come, but for an open one that ends, and nothing begins or ends on a day of a closed month.
CREATE OR REPLACE FUNCTION app.check_ruling() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD.withdrawn_at IS NOT NULL OR NEW.valid_to IS DISTINCT FROM OLD.valid_to AND OLD.valid_to <= app.today()
      OR to_jsonb(NEW) - 'valid_to' <> to_jsonb(OLD) - 'valid_to' AND (NEW.withdrawn_at IS NULL OR OLD.valid_from <= app.today()
        OR to_jsonb(NEW) - '{valid_to,withdrawn_at,withdrawn_by_id,withdraw_reason}'::text[] <> to_jsonb(OLD) - '{valid_to,withdrawn_at,withdrawn_by_id,withdraw_reason}'::text[])) THEN
    RAISE EXCEPTION 'a ruling stays on record' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ruling_kept', HINT = 'ruling_kept'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('rulings of coverage'));
  IF EXISTS (SELECT FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked'
      AND daterange(p.starts_on, p.ends_on) && CASE TG_OP WHEN 'INSERT' THEN daterange(NEW.valid_from, NEW.valid_to)
        ELSE daterange(least(coalesce(OLD.valid_to, 'infinity'), coalesce(NEW.valid_to, 'infinity')), greatest(coalesce(OLD.valid_to, 'infinity'), coalesce(NEW.valid_to, 'infinity'))) END) THEN
    RAISE EXCEPTION 'a month of these days is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked'; END IF;
  RETURN NEW;
END $$;
