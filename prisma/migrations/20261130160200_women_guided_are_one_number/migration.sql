-- Women guided are counted in one way everywhere: each once, where her first pair belonged when it began.
CREATE OR REPLACE FUNCTION app.figures_of_guided(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH place AS MATERIALIZED (SELECT s.level, s.commune_id FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, day)),
  here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  learner AS MATERIALIZED (SELECT p.learner_id AS id FROM pair p, place WHERE place.level = 'province' AND p.valid_from <= day
    UNION SELECT p.learner_id FROM place JOIN unit_span s ON place.level <> 'province' AND s.commune_id = place.commune_id JOIN pair_host h ON h.unit_id = s.unit_id JOIN pair p ON p.id = h.pair_id),
  guided AS MATERIALIZED (SELECT f.person_id, CASE WHEN place.level = 'province' THEN f.commune_id ELSE here.part_id END AS part_id
    FROM place CROSS JOIN learner l CROSS JOIN LATERAL app.first_guided(l.id, day) f LEFT JOIN here ON here.unit_id = f.unit_id
    WHERE place.level = 'province' OR place.level = 'commune' AND f.commune_id = p_unit OR here.unit_id IS NOT NULL)
  SELECT p_unit, (SELECT count(*) FROM guided)::numeric, NULL::numeric, true FROM place
  UNION ALL SELECT part.id, count(g.person_id)::numeric, NULL::numeric, true FROM (SELECT DISTINCT here.part_id AS id FROM here WHERE here.part_id IS NOT NULL) part
    LEFT JOIN guided g ON g.part_id = part.id GROUP BY part.id $$;
