-- The headline is over communes that report, with the silent ones and the figure over all beside it; a share is 100 only where nothing is
-- missing and 0 only where nothing is done. What the province answers has other columns, so its function is made anew.
DROP FUNCTION app.coverage_province(date);

-- A share in percent, with one decimal: 100 only where nothing is missing, 0 only where nothing is done, nothing of nothing.
CREATE OR REPLACE FUNCTION app.percent(done bigint, whole bigint) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN whole = 0 THEN NULL WHEN done = 0 THEN 0 WHEN done = whole THEN 100 ELSE least(99.9, greatest(0.1, round(100.0 * done / whole, 1))) END $$;

-- Every commune of a day × level: units, each reading, and which of the four states it is in. It is read where it is kept, with what
-- waits to be added; without rights of its own, so that PostgreSQL plans it into the question and reads one commune where one is asked for.
CREATE OR REPLACE FUNCTION app.coverage(day date) RETURNS TABLE (commune_id uuid, level unit_level, units int, family int, pair int, both_untied int, covered int, reported boolean, state text, percent numeric)
  LANGUAGE sql STABLE AS $$
  SELECT n.commune_id, n.level, n.units, n.family, n.pair, n.both_untied, n.covered, n.reported > 0,
    CASE WHEN n.units = 0 THEN 'no_units' WHEN n.reported = 0 THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END,
    CASE WHEN n.reported > 0 THEN app.percent(n.covered, n.units) END
  FROM (SELECT x.commune_id, x.level, sum(x.open) AS open, sum(x.reported) AS reported, sum(x.units)::int AS units, sum(x.family)::int AS family, sum(x.pair)::int AS pair,
      sum(x.both_untied)::int AS both_untied, sum(x.covered)::int AS covered
    FROM (SELECT c.commune_id, c.level, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE daterange(c.valid_from, c.valid_to) @> day
      UNION ALL SELECT s.commune_id, s.level, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.day <= coverage.day) x
    GROUP BY 1, 2) n
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
