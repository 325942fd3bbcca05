-- Indicators that read the same are counted from one reading: coverage in all its readings, models of all kinds, sessions with who was there, lessons.
-- Before, a report of a commune read its units some eighty times, and of most of its counts the way there took longer than the counting.

-- Coverage of a place and its parts, from the one definition: covered by the signed reading, or one of the readings that are less. Of several codes it is read once.
CREATE OR REPLACE FUNCTION app.figures_of_coverage(codes text[], p_unit uuid, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (SELECT c.code, l.level, r.reading FROM unnest(codes) c (code) CROSS JOIN (VALUES ('sub_association'::unit_level), ('group')) l (level)
      CROSS JOIN (VALUES ('coverage', 'covered'), ('both_untied', 'both_untied'), ('family_only', 'family_only'), ('pair_only', 'pair_only')) r (word, reading) WHERE c.code = r.word || '_' || l.level),
  place AS MATERIALIZED (SELECT s.level, s.commune_id FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, day)),
  cover AS MATERIALIZED (SELECT c.* FROM app.coverage(day) c WHERE (SELECT app.is_whole(p_unit)) AND EXISTS (SELECT FROM place)
    UNION ALL SELECT c.* FROM place CROSS JOIN LATERAL app.coverage(day) c WHERE c.commune_id = place.commune_id AND place.level <> 'province'),
  commune AS MATERIALIZED (SELECT a.code, c.commune_id, c.reported, c.units, CASE a.reading WHEN 'covered' THEN c.covered WHEN 'both_untied' THEN c.both_untied - c.tied
      WHEN 'family_only' THEN c.family - c.both_untied ELSE c.pair - c.both_untied END AS done FROM cover c JOIN asked a ON a.level = c.level),
  kept AS MATERIALIZED (SELECT u.* FROM place CROSS JOIN LATERAL app.coverage_units_of(place.commune_id, day) u WHERE place.level <> 'province'),
  unit AS MATERIALIZED (SELECT a.code, app.part_of(place.level, u.level, u.unit_id, place.commune_id, u.sub_association_id) AS part_id, commune.reported,
      CASE a.reading WHEN 'covered' THEN u.covered WHEN 'both_untied' THEN u.has_family AND u.has_pair AND NOT u.tied
        WHEN 'family_only' THEN u.has_family AND NOT u.has_pair ELSE u.has_pair AND NOT u.has_family END AS counts
    FROM place JOIN commune ON place.level <> 'province' JOIN asked a ON a.code = commune.code JOIN kept u ON u.level = a.level
    WHERE place.level = 'commune' OR p_unit IN (u.unit_id, u.sub_association_id))
  SELECT commune.code, p_unit, sum(done) FILTER (WHERE commune.reported), coalesce(sum(units) FILTER (WHERE commune.reported), 0), bool_or(commune.reported) FROM commune, place WHERE place.level = 'province' GROUP BY 1
  UNION ALL SELECT commune.code, commune.commune_id, CASE WHEN reported THEN commune.done END, units, reported FROM commune, place WHERE place.level IN ('province', 'commune')
  UNION ALL SELECT unit.code, CASE WHEN grouping(part_id) = 1 THEN p_unit ELSE part_id END, CASE WHEN bool_or(unit.reported) THEN count(*) FILTER (WHERE counts) END, count(*), bool_or(unit.reported)
    FROM unit GROUP BY GROUPING SETS ((unit.code), (unit.code, part_id)) HAVING grouping(part_id) = 0 OR (SELECT place.level FROM place) <> 'commune' $$;

-- Digital models of a kind (null: of all four) that have a status on a day, at the unit that hosts them on that day. Of several kinds, each with its
-- status, the place is read once.
CREATE OR REPLACE FUNCTION app.figures_of_models(kinds model_kind[], statuses model_status_name[], p_unit uuid, day date) RETURNS TABLE (kind model_kind, status model_status_name, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  asked AS MATERIALIZED (SELECT * FROM unnest(kinds, statuses) WITH ORDINALITY a (kind, status, at)),
  model AS MATERIALIZED (SELECT h.unit_id, m.kind, s.status FROM model_status s JOIN model_host h ON h.model_id = s.model_id JOIN digital_model m ON m.id = s.model_id
      WHERE (SELECT app.is_whole(p_unit)) AND s.status = ANY (statuses) AND app.active_on(s.valid_from, s.valid_to, day) AND app.active_on(h.valid_from, h.valid_to, day)
    UNION ALL SELECT x.unit_id, x.kind, x.status FROM here CROSS JOIN LATERAL (SELECT h.unit_id, m.kind, s.status FROM model_host h JOIN model_status s ON s.model_id = h.model_id JOIN digital_model m ON m.id = h.model_id
      WHERE h.unit_id = here.unit_id AND s.status = ANY (statuses) AND app.active_on(s.valid_from, s.valid_to, day) AND app.active_on(h.valid_from, h.valid_to, day) OFFSET 0) x
      WHERE NOT (SELECT app.is_whole(p_unit))),
  there AS MATERIALIZED (SELECT a.at, model.unit_id, count(*) AS models FROM asked a JOIN model ON model.status = a.status AND (a.kind IS NULL OR a.kind = model.kind) GROUP BY 1, 2),
  part AS MATERIALIZED (SELECT grouping(here.part_id) = 1 AS is_place, here.part_id, bool_or(here.reported) AS reported FROM here GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0),
  counted AS MATERIALIZED (SELECT grouping(here.part_id) = 1 AS is_place, here.part_id, t.at, sum(t.models) AS models FROM there t JOIN here ON here.unit_id = t.unit_id AND here.reported GROUP BY GROUPING SETS ((t.at), (t.at, here.part_id)))
  SELECT a.kind, a.status, CASE WHEN p.is_place THEN p_unit ELSE p.part_id END, CASE WHEN p.reported THEN coalesce(c.models, 0) END, NULL::numeric, p.reported
  FROM asked a CROSS JOIN part p LEFT JOIN counted c ON c.at = a.at AND c.is_place = p.is_place AND c.part_id IS NOT DISTINCT FROM p.part_id $$;

-- The same by the codes of the indicators that count them.
CREATE OR REPLACE FUNCTION app.models_by_code(codes text[], p_unit uuid, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (SELECT * FROM (VALUES ('models_digital_womens_club', 'digital_womens_club'::model_kind, 'active'::model_status_name), ('models_digital_sub_association', 'digital_sub_association', 'active'),
    ('models_one_plus_one_instructor', 'one_plus_one_instructor', 'active'), ('models_digital_family', 'digital_family', 'active'), ('models_planned', NULL, 'planned'), ('models_paused', NULL, 'paused')) a (code, kind, status) WHERE a.code = ANY (codes))
  SELECT a.code, f.unit_id, f.done, f.whole, f.reported FROM app.figures_of_models(ARRAY (SELECT kind FROM asked), ARRAY (SELECT status FROM asked), p_unit, day) f
    JOIN asked a ON a.status = f.status AND a.kind IS NOT DISTINCT FROM f.kind $$;

-- Sessions held and their hours; who was there: each time (attendances), or each woman once. One without a record is known by her enrolment alone.
CREATE OR REPLACE FUNCTION app.sessions_since(codes text[], p_unit uuid, since date, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH held AS MATERIALIZED (SELECT * FROM app.held_in_place_since(p_unit, since, day)),
  present AS MATERIALIZED (SELECT h.part_id, CASE WHEN 'people_trained' = ANY (codes) THEN coalesce(a.person_id, a.enrolment_id) END AS woman, count(*) AS times
    FROM held h JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
    WHERE codes && ARRAY['attendances', 'people_trained'] GROUP BY 1, 2)
  SELECT v.code, t.unit_id, v.done, NULL::numeric, true FROM (SELECT CASE WHEN grouping(part_id) = 1 THEN p_unit ELSE part_id END AS unit_id, count(*) AS sessions, coalesce(sum(hours), 0) AS hours
      FROM held GROUP BY GROUPING SETS ((), (part_id))) t CROSS JOIN LATERAL (VALUES ('sessions_held', t.sessions::numeric), ('hours_taught', t.hours)) v (code, done) WHERE v.code = ANY (codes)
  UNION ALL SELECT v.code, t.unit_id, v.done, NULL::numeric, true FROM (SELECT p_unit AS unit_id, coalesce(sum(p.times), 0) AS times, (SELECT count(*) FROM (SELECT FROM present p GROUP BY p.woman) once) AS women FROM present p
      UNION ALL SELECT p.part_id, sum(p.times), count(*) FROM present p GROUP BY p.part_id) t CROSS JOIN LATERAL (VALUES ('attendances', t.times), ('people_trained', t.women::numeric)) v (code, done) WHERE v.code = ANY (codes) $$;

-- The arithmetic of every indicator, by its code; one that is not here is refused. Flows run from the beginning of the year of the day.
-- A row for the place itself, one for each part of it, and one without a unit for what belongs to the place but to none of its parts.
-- `done` is null where a commune keeps no records here. Places are those of the day counted on, never today's. It is planned once a connection: for
-- a commune planning took longer than counting.
CREATE OR REPLACE FUNCTION app.indicator(p_code text, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  CASE p_code
    WHEN 'coverage_sub_association', 'coverage_group', 'both_untied_sub_association', 'both_untied_group', 'family_only_sub_association', 'family_only_group', 'pair_only_sub_association', 'pair_only_group' THEN RETURN QUERY SELECT f.unit_id, f.done, f.whole, f.reported FROM app.figures_of_coverage(ARRAY[p_code], p_unit, day) f;
    WHEN 'models_digital_womens_club', 'models_digital_sub_association', 'models_one_plus_one_instructor', 'models_digital_family', 'models_planned', 'models_paused' THEN RETURN QUERY SELECT f.unit_id, f.done, f.whole, f.reported FROM app.models_by_code(ARRAY[p_code], p_unit, day) f;
    WHEN 'sessions_held', 'hours_taught', 'attendances', 'people_trained' THEN RETURN QUERY SELECT f.unit_id, f.done, f.whole, f.reported FROM app.sessions_since(ARRAY[p_code], p_unit, date_trunc('year', day)::date, day) f;
    WHEN 'peer_lessons', 'peer_lesson_minutes', 'peer_lesson_learners', 'peer_lesson_teachers' THEN RETURN QUERY SELECT f.unit_id, f.done, f.whole, f.reported FROM app.peer_lessons_since(ARRAY[p_code], p_unit, date_trunc('year', day)::date, day) f;
    WHEN 'pairs_active' THEN RETURN QUERY SELECT * FROM app.figures_of_pairs(p_unit, day);
    WHEN 'women_guided' THEN RETURN QUERY SELECT * FROM app.figures_of_guided(p_unit, day);
    WHEN 'reach_of_chains' THEN RETURN QUERY SELECT p_unit, count(*)::numeric, NULL::numeric, true FROM app.reach_of_unit(p_unit, day);
    WHEN 'members' THEN RETURN QUERY SELECT * FROM app.figures_of_members(false, p_unit, day);
    WHEN 'members_reached' THEN RETURN QUERY SELECT * FROM app.figures_of_members(true, p_unit, day);
    WHEN 'women_waiting' THEN RETURN QUERY SELECT * FROM app.figures_of_waiting(p_unit, day);
    -- told in tens, from sealed fields, where somebody who may read them asks
    WHEN 'priority_groups_reached' THEN RETURN;
  END CASE;
END $$;

-- Several of them: what reads the same is read once.
CREATE OR REPLACE FUNCTION app.indicators(p_codes text[], p_unit uuid, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
DECLARE year date := date_trunc('year', day); flows text[] := app.flow_codes(); p_code text;
BEGIN
  RETURN QUERY SELECT * FROM app.figures_of_coverage(p_codes, p_unit, day);
  RETURN QUERY SELECT * FROM app.models_by_code(p_codes, p_unit, day);
  IF p_codes && flows THEN RETURN QUERY SELECT * FROM app.flows_since(p_codes, p_unit, year, day); END IF;
  FOREACH p_code IN ARRAY p_codes LOOP
    CONTINUE WHEN p_code = ANY (flows) OR p_code LIKE 'models\_%' OR p_code LIKE '%\_group' OR p_code LIKE '%\_sub\_association';
    RETURN QUERY SELECT p_code, f.* FROM app.indicator(p_code, p_unit, day) f;
  END LOOP;
END $$;

-- The numbers of several indicators of a place on each of several days. What goes through all women of the city is read once for all days.
CREATE OR REPLACE FUNCTION app.indicators_over(p_codes text[], p_unit uuid, p_days date[]) RETURNS TABLE (code text, day date, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
DECLARE
  apart text[] := CASE WHEN app.is_whole(p_unit) THEN ARRAY['attendances', 'people_trained', 'pairs_active', 'women_guided', 'reach_of_chains', 'members', 'members_reached'] ELSE '{}' END;
  together text[] := ARRAY (SELECT c FROM unnest(p_codes) c WHERE c <> ALL (apart));
  there date[] := ARRAY (SELECT DISTINCT x FROM unnest(p_days) x WHERE EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, x)));
BEGIN
  RETURN QUERY SELECT c.c, o.* FROM unnest(p_codes) c CROSS JOIN LATERAL app.indicator_over(c.c, p_unit, p_days) o WHERE c.c = ANY (apart);
  RETURN QUERY SELECT f.code, d.d, f.done, f.whole, f.reported FROM unnest(there) d CROSS JOIN LATERAL app.indicators(together, p_unit, d.d) f WHERE f.unit_id = p_unit;
END $$;

-- What is counted over days rather than on one, from a day to a day instead of since the year began. Planned once a connection as well.
CREATE OR REPLACE FUNCTION app.flows_since(p_codes text[], p_unit uuid, since date, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  RETURN QUERY SELECT * FROM app.sessions_since(p_codes, p_unit, since, day);
  RETURN QUERY SELECT * FROM app.peer_lessons_since(p_codes, p_unit, since, day);
END $$;

-- Lessons from a day to a day in a place and its parts: how many, their minutes, how often somebody learned in one, and the different women who taught and are named.
-- A series of its own: no session, attendance or contact of a pair is in it.
CREATE OR REPLACE FUNCTION app.peer_lessons_since(codes text[], p_unit uuid, since date, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT v.code, t.unit_id, v.done, NULL::numeric, true
  FROM (SELECT CASE WHEN grouping(part_id) = 1 THEN p_unit ELSE part_id END AS unit_id, count(*) AS lessons, coalesce(sum(minutes), 0) AS minutes, coalesce(sum(women), 0) AS women, count(DISTINCT teacher_id) AS teachers
      FROM app.peer_lessons_in(p_unit, since, day) GROUP BY GROUPING SETS ((), (part_id))) t
    CROSS JOIN LATERAL (VALUES ('peer_lessons', t.lessons::numeric), ('peer_lesson_minutes', t.minutes::numeric), ('peer_lesson_learners', t.women::numeric), ('peer_lesson_teachers', t.teachers::numeric)) v (code, done)
  WHERE v.code = ANY (codes) $$;

-- Every indicator of a place and of each of its parts on a day, from the one arithmetic; beside what runs since the year began, what of it
-- belongs to the days since another one.
CREATE OR REPLACE FUNCTION app.figures_told(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH told AS MATERIALIZED (SELECT f.* FROM app.indicators(ARRAY (SELECT i.code FROM indicator i WHERE app.active_on(i.valid_from, i.valid_to, day)), p_unit, day) f WHERE f.unit_id IS NOT NULL),
  flow AS MATERIALIZED (SELECT f.code, f.unit_id, f.done FROM app.flows_since(app.flow_codes(), p_unit, since, day) f WHERE f.unit_id IS NOT NULL)
  SELECT unit_id, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (unit_id, code) GROUP BY 1 $$;

-- The same of the place alone, over several stretches: what goes through all women of the city is read once for all of them. Members are the whole of
-- those reached. A test holds it to app.figures_told, which a signing freezes.
CREATE OR REPLACE FUNCTION app.place_told(p_unit uuid, since date[], days date[]) RETURNS TABLE (since date, day date, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH stretch AS MATERIALIZED (SELECT DISTINCT x.since, x.day FROM unnest($2, $3) x (since, day)),
  defined AS MATERIALIZED (SELECT i.code, array_agg(DISTINCT s.day) AS days FROM indicator i JOIN stretch s ON app.active_on(i.valid_from, i.valid_to, s.day) GROUP BY 1),
  counted AS MATERIALIZED (SELECT o.* FROM (SELECT array_agg(d.code) AS codes, d.days FROM defined d
      WHERE d.code <> 'members' OR NOT EXISTS (SELECT FROM defined r WHERE r.code = 'members_reached' AND r.days @> d.days) GROUP BY d.days) d CROSS JOIN LATERAL app.indicators_over(d.codes, p_unit, d.days) o),
  told AS (SELECT s.since, c.day, c.code, c.done, c.whole, c.reported FROM stretch s JOIN counted c ON c.day = s.day
    UNION ALL SELECT s.since, c.day, 'members', c.whole, NULL, c.reported FROM stretch s JOIN counted c ON c.day = s.day AND c.code = 'members_reached'
      WHERE EXISTS (SELECT FROM defined d WHERE d.code = 'members' AND s.day = ANY (d.days)) AND NOT EXISTS (SELECT FROM counted m WHERE m.code = 'members')),
  flow AS MATERIALIZED (SELECT s.since, s.day, f.code, f.done FROM stretch s CROSS JOIN LATERAL app.flows_since(app.flow_codes(), p_unit, s.since, s.day) f WHERE f.unit_id = p_unit)
  SELECT since, day, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (since, day, code) GROUP BY 1, 2 $$;

DROP FUNCTION app.attendance_since(boolean,uuid,date,date);

DROP FUNCTION app.figures_of_attendance(boolean,uuid,date);

DROP FUNCTION app.figures_of_peer_lessons(text,uuid,date);

DROP FUNCTION app.figures_of_sessions(boolean,uuid,date);

DROP FUNCTION app.indicator_since(text,uuid,date,date);

DROP FUNCTION app.figures_of_coverage(unit_level,text,uuid,date);

DROP FUNCTION app.figures_of_models(model_kind,model_status_name,uuid,date);

DROP FUNCTION app.sessions_since(boolean,uuid,date,date);

DROP FUNCTION app.peer_lessons_since(text,uuid,date,date);
