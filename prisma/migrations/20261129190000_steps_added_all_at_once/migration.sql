-- Steps lie in many communes: adding up those of one after the other took most of what a change cost. All are added up in one statement.
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

-- The row that holds on a day is found by its range: two bounds are planned as a ninth of all rows where a plan is made once for every day.
DROP INDEX derived.coverage_count_days;
CREATE INDEX coverage_count_days ON derived.coverage_count USING spgist (daterange(valid_from, valid_to));

-- Every commune of a day × level: units, each reading, and which of the four states it is in. It is read where it is kept, with what
-- waits to be added; without rights of its own, so that PostgreSQL plans it into the question and reads one commune where one is asked for.
CREATE OR REPLACE FUNCTION app.coverage(day date) RETURNS TABLE (commune_id uuid, level unit_level, units int, family int, pair int, both_untied int, covered int, reported boolean, state text, percent numeric)
  LANGUAGE sql STABLE AS $$
  SELECT n.commune_id, n.level, n.units, n.family, n.pair, n.both_untied, n.covered, n.reported > 0,
    CASE WHEN n.units = 0 THEN 'no_units' WHEN n.reported = 0 THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END,
    CASE WHEN n.units > 0 AND n.reported > 0 THEN round(100.0 * n.covered / n.units, 1) END
  FROM (SELECT x.commune_id, x.level, sum(x.open) AS open, sum(x.reported) AS reported, sum(x.units)::int AS units, sum(x.family)::int AS family, sum(x.pair)::int AS pair,
      sum(x.both_untied)::int AS both_untied, sum(x.covered)::int AS covered
    FROM (SELECT c.commune_id, c.level, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE daterange(c.valid_from, c.valid_to) @> day AND c.valid_to > day
      UNION ALL SELECT s.commune_id, s.level, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.day <= coverage.day) x
    GROUP BY 1, 2) n
  WHERE n.open > 0 $$;
