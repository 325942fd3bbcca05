-- expand: what counts on a day is found among what has not ended before it, which is little for a day that pages tell of, and of a commune by its key. By the range of
-- its days PostgreSQL went through two hundred and sixty-five pages of an index for a hundred and ninety rows, for one commune as for all, on each of the twenty-six days of a page.
CREATE INDEX coverage_count_ends ON derived.coverage_count (valid_to, valid_from);
DROP INDEX derived.coverage_count_days;

CREATE OR REPLACE FUNCTION app.coverage(day date) RETURNS TABLE(commune_id uuid, level unit_level, units integer, family integer, pair integer, both_untied integer, covered integer, reported boolean, state text, percent numeric, tied integer)
 LANGUAGE sql STABLE AS $function$
  SELECT n.commune_id, n.level, n.units, n.family, n.pair, n.both_untied, n.covered, n.reported > 0,
    CASE WHEN n.units = 0 THEN 'no_units' WHEN n.reported = 0 THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END,
    CASE WHEN n.reported > 0 THEN app.percent(n.covered, n.units) END, n.tied
  FROM (SELECT k.*, CASE r.reading WHEN 'tied' THEN k.tied WHEN 'both' THEN k.both_untied WHEN 'family' THEN k.family ELSE k.pair END AS covered
   FROM (SELECT app.signed_reading(day) AS reading OFFSET 0) r CROSS JOIN (SELECT x.commune_id, x.level, sum(x.open) AS open, sum(x.reported) AS reported, sum(x.units)::int AS units, sum(x.family)::int AS family, sum(x.pair)::int AS pair,
      sum(x.both_untied)::int AS both_untied, sum(x.covered)::int AS tied
    FROM (SELECT c.commune_id, c.level, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE c.valid_to > day AND c.valid_from <= day
      UNION ALL SELECT s.commune_id, s.level, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.day <= coverage.day) x
    GROUP BY 1, 2) k) n
  WHERE n.open > 0 $function$;

