-- expand: whoever counts the members reached of the whole city has counted its members, who were gone through a second time.

-- The numbers of several indicators of a place on each of several days. What goes through all women of the city is read once for all days, a smaller place
-- as a whole. Whoever counts members reached has counted members.
CREATE OR REPLACE FUNCTION app.indicators_over(p_codes text[], p_unit uuid, p_days date[]) RETURNS TABLE (code text, day date, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
DECLARE
  apart text[] := ARRAY['attendances', 'people_trained', 'pairs_active', 'women_guided', 'reach_of_chains', 'members', 'members_reached'];
  together text[] := ARRAY (SELECT c FROM unnest(p_codes) c WHERE c <> ALL (apart));
  there date[] := ARRAY (SELECT DISTINCT x FROM unnest(p_days) x WHERE EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, x)));
BEGIN
  IF app.is_whole(p_unit) THEN
    RETURN QUERY SELECT c.c, o.* FROM unnest(p_codes) c CROSS JOIN LATERAL app.indicator_over(c.c, p_unit, p_days) o
      WHERE c.c = ANY (apart) AND c.c <> 'members_reached' AND (c.c <> 'members' OR 'members_reached' <> ALL (p_codes));
    RETURN QUERY SELECT v.code, o.day, v.done, v.whole, o.reported FROM unnest(p_codes) c CROSS JOIN LATERAL app.indicator_over(c.c, p_unit, p_days) o
        CROSS JOIN LATERAL (VALUES ('members_reached', o.done, o.whole), ('members', o.whole, NULL)) v (code, done, whole)
      WHERE c.c = 'members_reached' AND v.code = ANY (p_codes);
    RETURN QUERY SELECT f.code, d.d, f.done, f.whole, f.reported FROM unnest(there) d CROSS JOIN LATERAL app.indicators(together, p_unit, d.d) f WHERE f.unit_id = p_unit;
  ELSE RETURN QUERY SELECT * FROM app.place_over(p_codes, p_unit, there); END IF;
END $$;

-- The same of the place alone, over several stretches: what goes through all women of the city is read once for all of them. A test
-- holds it to app.figures_told, which a signing freezes.
CREATE OR REPLACE FUNCTION app.place_told(p_unit uuid, since date[], days date[]) RETURNS TABLE (since date, day date, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH stretch AS MATERIALIZED (SELECT DISTINCT x.since, x.day FROM unnest($2, $3) x (since, day)),
  defined AS MATERIALIZED (SELECT i.code, array_agg(DISTINCT s.day) AS days FROM indicator i JOIN stretch s ON app.active_on(i.valid_from, i.valid_to, s.day) GROUP BY 1),
  counted AS MATERIALIZED (SELECT o.* FROM (SELECT array_agg(d.code) AS codes, d.days FROM defined d GROUP BY d.days) d CROSS JOIN LATERAL app.indicators_over(d.codes, p_unit, d.days) o),
  told AS (SELECT s.since, c.day, c.code, c.done, c.whole, c.reported FROM stretch s JOIN counted c ON c.day = s.day),
  flow AS MATERIALIZED (SELECT f.since, f.day, f.code, f.done FROM app.flows_over(app.flow_codes(), p_unit, $2, $3) f)
  SELECT since, day, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (since, day, code) GROUP BY 1, 2 $$;
