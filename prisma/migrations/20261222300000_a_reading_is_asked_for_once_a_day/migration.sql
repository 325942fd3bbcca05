-- Where several days are told, as in a trend, the reading signed for a day was asked for again for every commune and level of that day: of thirteen
-- days 2,470 times, which took nine tenths of the time. It is asked for once a day.

-- Every commune of a day × level: units, each reading, and which of the four states it is in. What is covered follows from the reading
-- that is signed for the day; kept are all four. It is read where it is kept, with what waits to be added; without rights of its
-- own, so that PostgreSQL plans it into the question and reads one commune where one is asked for. "OFFSET 0": the reading is asked
-- for once a day, not once a row where several days are told.
CREATE OR REPLACE FUNCTION app.coverage(day date) RETURNS TABLE (commune_id uuid, level unit_level, units int, family int, pair int, both_untied int, covered int, reported boolean, state text, percent numeric, tied int)
  LANGUAGE sql STABLE AS $$
  SELECT n.commune_id, n.level, n.units, n.family, n.pair, n.both_untied, n.covered, n.reported > 0,
    CASE WHEN n.units = 0 THEN 'no_units' WHEN n.reported = 0 THEN 'not_reported' WHEN n.covered = 0 THEN 'zero' ELSE 'some' END,
    CASE WHEN n.reported > 0 THEN app.percent(n.covered, n.units) END, n.tied
  FROM (SELECT k.*, CASE r.reading WHEN 'tied' THEN k.tied WHEN 'both' THEN k.both_untied WHEN 'family' THEN k.family ELSE k.pair END AS covered
   FROM (SELECT app.signed_reading(day) AS reading OFFSET 0) r CROSS JOIN (SELECT x.commune_id, x.level, sum(x.open) AS open, sum(x.reported) AS reported, sum(x.units)::int AS units, sum(x.family)::int AS family, sum(x.pair)::int AS pair,
      sum(x.both_untied)::int AS both_untied, sum(x.covered)::int AS tied
    FROM (SELECT c.commune_id, c.level, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE daterange(c.valid_from, c.valid_to) @> day
      UNION ALL SELECT s.commune_id, s.level, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.day <= coverage.day) x
    GROUP BY 1, 2) k) n
  WHERE n.open > 0 $$;
