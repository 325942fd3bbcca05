-- What moved between two days was read for each of them and joined unit by unit, though nearly every unit lies where it lay: both days stand in one row of
-- what is kept. Those that came, went or moved are joined as before.
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
