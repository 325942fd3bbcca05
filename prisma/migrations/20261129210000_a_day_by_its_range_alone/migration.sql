-- A day is asked for once, by its range: asked for by its end as well, PostgreSQL 18 went through the key of each commune beside it. What is
-- counted anew leaves the old rows behind: they are cleared away before they are many.
ALTER TABLE derived.coverage_count SET (autovacuum_vacuum_scale_factor = 0.02);

-- Every commune of a day × level: units, each reading, and which of the four states it is in. It is read where it is kept, with what
-- waits to be added; without rights of its own, so that PostgreSQL plans it into the question and reads one commune where one is asked for.
CREATE OR REPLACE FUNCTION app.coverage(day date) RETURNS TABLE (commune_id uuid, level unit_level, units int, family int, pair int, both_untied int, covered int, reported boolean, state text, percent numeric)
  LANGUAGE sql STABLE AS $$
  SELECT n.commune_id, n.level, n.units, n.family, n.pair, n.both_untied, n.covered, n.reported > 0,
    CASE WHEN n.units = 0 THEN 'no_units' WHEN n.reported = 0 THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END,
    CASE WHEN n.units > 0 AND n.reported > 0 THEN round(100.0 * n.covered / n.units, 1) END
  FROM (SELECT x.commune_id, x.level, sum(x.open) AS open, sum(x.reported) AS reported, sum(x.units)::int AS units, sum(x.family)::int AS family, sum(x.pair)::int AS pair,
      sum(x.both_untied)::int AS both_untied, sum(x.covered)::int AS covered
    FROM (SELECT c.commune_id, c.level, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE daterange(c.valid_from, c.valid_to) @> day
      UNION ALL SELECT s.commune_id, s.level, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.day <= coverage.day) x
    GROUP BY 1, 2) n
  WHERE n.open > 0 $$;
