-- What is counted of the whole city goes through each table once; what is counted of less goes from unit to unit. With a million members, processor
-- seconds: pairs of a commune 0.85 -> 0.02 (PostgreSQL had gone through all pairs of the city), members reached of the city 5.5 -> 2.3, women guided
-- 3.2 -> 0.8, models of a kind 0.06 -> 0.03. Either way counts the same.

-- Whether a place is the whole city: of it what is counted is read table by table, of less than that unit by unit. Either way counts the same.
CREATE OR REPLACE FUNCTION app.is_whole(p_unit uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT u.level = 'province' FROM unit u WHERE u.id = p_unit $$;

-- Every unit of a place on a day, the place among them, with its part. What a silent commune keeps is not known; an affiliated unit
-- says nothing of keeping records, and what it has is counted.
CREATE OR REPLACE FUNCTION app.units_of_place(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, part_id uuid, reported boolean) LANGUAGE sql STABLE AS $$
  WITH keeps AS MATERIALIZED (SELECT k.unit_id FROM record_keeping k WHERE app.active_on(k.valid_from, k.valid_to, day) UNION SELECT c.id FROM unit c WHERE c.level = 'affiliated')
  SELECT s.unit_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), s.commune_id IS NULL OR s.commune_id IN (SELECT k.unit_id FROM keeps k)
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C" AND app.active_on(s.valid_from, s.valid_to, day)
  WHERE top.unit_id = p_unit AND app.active_on(top.valid_from, top.valid_to, day) $$;

-- Digital models of a kind (null: of all four) that have a status on a day, at the unit that hosts them on that day.
CREATE OR REPLACE FUNCTION app.figures_of_models(p_kind model_kind, p_status model_status_name, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  model AS MATERIALIZED (SELECT h.unit_id FROM model_status s JOIN model_host h ON h.model_id = s.model_id JOIN digital_model m ON m.id = s.model_id
      WHERE (SELECT app.is_whole(p_unit)) AND s.status = p_status AND app.active_on(s.valid_from, s.valid_to, day) AND app.active_on(h.valid_from, h.valid_to, day) AND (p_kind IS NULL OR m.kind = p_kind)
    UNION ALL SELECT x.unit_id FROM here CROSS JOIN LATERAL (SELECT h.unit_id FROM model_host h JOIN model_status s ON s.model_id = h.model_id JOIN digital_model m ON m.id = h.model_id
      WHERE h.unit_id = here.unit_id AND s.status = p_status AND app.active_on(s.valid_from, s.valid_to, day) AND app.active_on(h.valid_from, h.valid_to, day) AND (p_kind IS NULL OR m.kind = p_kind) OFFSET 0) x
      WHERE NOT (SELECT app.is_whole(p_unit))),
  there AS MATERIALIZED (SELECT model.unit_id, count(*) AS models FROM model GROUP BY 1)
  SELECT CASE WHEN grouping(here.part_id) = 1 THEN p_unit ELSE here.part_id END, CASE WHEN bool_or(here.reported) THEN coalesce(sum(there.models) FILTER (WHERE here.reported), 0) END, NULL::numeric, bool_or(here.reported)
  FROM here LEFT JOIN there USING (unit_id) GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0 $$;

-- Pairs that are active on a day, at the unit that they are counted for on it.
CREATE OR REPLACE FUNCTION app.figures_of_pairs(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  there AS MATERIALIZED (SELECT d.unit_id, d.pair_id FROM app.pair_unit_days d WHERE (SELECT app.is_whole(p_unit)) AND d.days @> day
    UNION ALL SELECT x.unit_id, x.pair_id FROM here CROSS JOIN LATERAL (SELECT d.unit_id, d.pair_id FROM app.pair_unit_days d WHERE d.unit_id = here.unit_id AND d.days @> day OFFSET 0) x WHERE NOT (SELECT app.is_whole(p_unit)))
  SELECT CASE WHEN grouping(here.part_id) = 1 THEN p_unit ELSE here.part_id END, count(DISTINCT d.pair_id)::numeric, NULL::numeric, true
  FROM here LEFT JOIN there d ON d.unit_id = here.unit_id GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0 $$;

-- Members on a day, each once; of them (`only_reached`) those who by then were at a session that was held, or were guided in a pair.
CREATE OR REPLACE FUNCTION app.figures_of_members(only_reached boolean, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  member AS MATERIALIZED (SELECT DISTINCT here.part_id, b.person_id FROM here JOIN membership b ON b.unit_id = here.unit_id AND app.active_on(b.valid_from, b.valid_to, day)),
  reached AS MATERIALIZED (SELECT a.person_id FROM attendance a JOIN session s ON s.id = a.session_id WHERE only_reached AND (SELECT app.is_whole(p_unit)) AND a.person_id IS NOT NULL
      AND s.state = 'held' AND s.starts_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AND a.mark IN ('present', 'late')
    UNION SELECT g.learner_id FROM app.guidance_by(day) g WHERE only_reached AND (SELECT app.is_whole(p_unit))
    UNION SELECT m.person_id FROM (SELECT DISTINCT person_id FROM member) m WHERE only_reached AND NOT (SELECT app.is_whole(p_unit)) AND (
      EXISTS (SELECT FROM attendance a JOIN session s ON s.id = a.session_id AND s.state = 'held' AND s.starts_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        WHERE a.person_id = m.person_id AND a.mark IN ('present', 'late'))
      OR EXISTS (SELECT FROM app.guidance_by(day) g WHERE g.learner_id = m.person_id)))
  SELECT CASE WHEN grouping(m.part_id) = 1 THEN p_unit ELSE m.part_id END, count(DISTINCT CASE WHEN only_reached THEN r.person_id ELSE m.person_id END)::numeric,
    CASE WHEN only_reached THEN count(DISTINCT m.person_id) END::numeric, true
  FROM member m LEFT JOIN reached r ON r.person_id = m.person_id GROUP BY GROUPING SETS ((), (m.part_id)) HAVING EXISTS (SELECT FROM here) $$;

-- All who were guided by the end of a day, each with what app.first_guided says of her: for the whole city, read table by table.
CREATE OR REPLACE FUNCTION app.all_first_guided(day date) RETURNS TABLE (person_id uuid, unit_id uuid, commune_id uuid, since date)
  LANGUAGE sql STABLE AS $$
  WITH first AS MATERIALIZED (SELECT DISTINCT ON (g.learner_id) g.learner_id, g.pair_id, g.began FROM app.guidance_by(day) g ORDER BY g.learner_id, g.began, g.pair_id),
  host AS MATERIALIZED (SELECT DISTINCT ON (f.learner_id) f.learner_id, f.began, h.unit_id FROM first f JOIN pair_host h ON h.pair_id = f.pair_id AND h.valid_from <= f.began
      ORDER BY f.learner_id, h.valid_from DESC, coalesce(h.valid_to, 'infinity') DESC)
  SELECT h.learner_id, s.unit_id, s.commune_id, h.began FROM host h JOIN unit_span s ON s.unit_id = h.unit_id WHERE s.valid_from <= h.began AND (s.is_last OR h.began < s.valid_to) $$;

-- Reach of a unit and those below it (a commune, a sub-association, the province): from those who guide in pairs that belong
-- to one of them on the day (NULL: today). The way on may lead into other units. In the whole city everybody who guides begins a way,
-- so that whoever was guided at all was reached.
CREATE OR REPLACE FUNCTION app.reach_of_unit(p_unit uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT x.person_id FROM app.reach_of_all('{}', ARRAY (SELECT u.pair_id FROM app.pairs_of_unit(p_unit, coalesce(day, app.today())) u WHERE NOT (areas IS NULL AND day IS NOT NULL AND app.is_whole(p_unit))), day, areas) x
  UNION ALL SELECT DISTINCT g.learner_id FROM app.guidance_by(day) g WHERE areas IS NULL AND day IS NOT NULL AND (SELECT app.is_whole(p_unit)) $$;

-- Women guided by a day, each once, where her first pair belonged when it began (app.first_guided): ended pairs too, none that was taken back on its first day.
CREATE OR REPLACE FUNCTION app.figures_of_guided(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH place AS MATERIALIZED (SELECT s.level, s.commune_id FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, day)),
  here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  learner AS MATERIALIZED (SELECT p.learner_id AS id FROM place JOIN unit_span s ON s.commune_id = place.commune_id JOIN pair_host h ON h.unit_id = s.unit_id JOIN pair p ON p.id = h.pair_id WHERE place.level <> 'province' GROUP BY 1),
  guided AS MATERIALIZED (SELECT f.person_id, f.commune_id AS part_id FROM app.all_first_guided(day) f WHERE (SELECT app.is_whole(p_unit)) AND EXISTS (SELECT FROM place)
    UNION ALL SELECT f.person_id, here.part_id FROM place CROSS JOIN learner l CROSS JOIN LATERAL app.first_guided(l.id, day) f LEFT JOIN here ON here.unit_id = f.unit_id
    WHERE place.level <> 'province' AND (place.level = 'commune' AND f.commune_id = p_unit OR here.unit_id IS NOT NULL))
  SELECT p_unit, (SELECT count(*) FROM guided)::numeric, NULL::numeric, true FROM place
  UNION ALL SELECT part.id, count(g.person_id)::numeric, NULL::numeric, true FROM (SELECT DISTINCT here.part_id AS id FROM here WHERE here.part_id IS NOT NULL) part
    LEFT JOIN guided g ON g.part_id = part.id GROUP BY part.id $$;
