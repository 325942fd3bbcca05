-- The part of a place that a unit lies in: a commune of the province, a sub-association of a commune, a group of a sub-association.
CREATE OR REPLACE FUNCTION app.part_of(place unit_level, level unit_level, unit_id uuid, commune_id uuid, sub_association_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN place = 'province' THEN commune_id WHEN place IN ('commune', 'affiliated') THEN sub_association_id WHEN place = 'sub_association' AND level = 'group' THEN unit_id END;

-- Whether a place is the whole city: of it what is counted is read table by table, of less than that unit by unit. Either way counts the same.
CREATE OR REPLACE FUNCTION app.is_whole(p_unit uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT u.level = 'province' FROM unit u WHERE u.id = p_unit $$;

-- What the paths of all units below the city begin with: it never moves.
CREATE OR REPLACE FUNCTION app.path_of(p_city uuid) RETURNS text LANGUAGE sql STABLE AS $$ SELECT s.path FROM unit_span s WHERE s.unit_id = p_city AND s.is_last $$;

-- Every unit of a place on a day, the place among them, with its part. What a silent commune keeps is not known; an affiliated unit
-- says nothing of keeping records, and what it has is counted.
CREATE OR REPLACE FUNCTION app.units_of_place(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, part_id uuid, reported boolean) LANGUAGE sql STABLE AS $$
  WITH keeps AS MATERIALIZED (SELECT k.unit_id FROM record_keeping k WHERE app.active_on(k.valid_from, k.valid_to, day) UNION SELECT c.id FROM unit c WHERE c.level = 'affiliated')
  SELECT s.unit_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), s.commune_id IS NULL OR s.commune_id IN (SELECT k.unit_id FROM keeps k)
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C" AND app.active_on(s.valid_from, s.valid_to, day)
  WHERE top.unit_id = p_unit AND app.active_on(top.valid_from, top.valid_to, day) $$;

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

-- Which models each indicator of models counts; of all four kinds where none is named.
CREATE OR REPLACE FUNCTION app.counted_models() RETURNS TABLE (code text, kind model_kind, status model_status_name) LANGUAGE sql IMMUTABLE AS $$
  SELECT a.code, a.kind::model_kind, a.status::model_status_name FROM (VALUES ('models_digital_womens_club', 'digital_womens_club', 'active'), ('models_digital_sub_association', 'digital_sub_association', 'active'),
    ('models_one_plus_one_instructor', 'one_plus_one_instructor', 'active'), ('models_digital_family', 'digital_family', 'active'), ('models_planned', NULL, 'planned'), ('models_paused', NULL, 'paused'),
    ('models_digital_family_planned', 'digital_family', 'planned'), ('models_one_plus_one_instructor_planned', 'one_plus_one_instructor', 'planned'), ('models_digital_sub_association_planned', 'digital_sub_association', 'planned'), ('models_digital_womens_club_planned', 'digital_womens_club', 'planned'),
    ('models_digital_family_paused', 'digital_family', 'paused'), ('models_one_plus_one_instructor_paused', 'one_plus_one_instructor', 'paused'), ('models_digital_sub_association_paused', 'digital_sub_association', 'paused'), ('models_digital_womens_club_paused', 'digital_womens_club', 'paused')) a (code, kind, status) $$;

-- The same by the codes of the indicators that count them.
CREATE OR REPLACE FUNCTION app.models_by_code(codes text[], p_unit uuid, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (SELECT * FROM app.counted_models() a WHERE a.code = ANY (codes))
  SELECT a.code, f.unit_id, f.done, f.whole, f.reported FROM app.figures_of_models(ARRAY (SELECT kind FROM asked), ARRAY (SELECT status FROM asked), p_unit, day) f
    JOIN asked a ON a.status = f.status AND a.kind IS NOT DISTINCT FROM f.kind $$;

-- Sessions that were held from a day to a day (both count), with the hours that the women sat there: of one that lasts whole days those that its
-- course had when it was reported.
CREATE OR REPLACE FUNCTION app.held_sessions(since date, day date) RETURNS TABLE (session_id uuid, unit_id uuid, on_day date, hours numeric) LANGUAGE sql STABLE AS $$
  SELECT s.id, s.unit_id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
    greatest(0.1, round((CASE WHEN NOT s.all_day AND (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = ((s.ends_at - interval '1 millisecond') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      THEN extract(epoch FROM s.ends_at - s.starts_at) / 3600 ELSE coalesce(s.course_minutes, c.minutes) / 60.0 END)::numeric, 1))
  FROM session s JOIN course c ON c.id = s.course_id
  WHERE s.state = 'held' AND s.starts_at >= since::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AND s.starts_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' $$;

-- Sessions held in a place from a day to a day (both count), each where its unit lay on its day. Of less than the city they are found from its units.
CREATE OR REPLACE FUNCTION app.held_in_place_since(p_unit uuid, since date, day date) RETURNS TABLE (session_id uuid, part_id uuid, hours numeric) LANGUAGE sql STABLE AS $$
  SELECT h.session_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), h.hours
  FROM app.held_sessions(since, day) h JOIN unit_span s ON s.unit_id = h.unit_id AND app.active_on(s.valid_from, s.valid_to, h.on_day)
    JOIN unit_span top ON top.unit_id = p_unit AND app.active_on(top.valid_from, top.valid_to, h.on_day) AND s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C" WHERE (SELECT app.is_whole(p_unit))
  UNION ALL SELECT h.session_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), h.hours
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C"
    CROSS JOIN LATERAL (SELECT * FROM app.held_sessions(since, day) x WHERE x.unit_id = s.unit_id OFFSET 0) h
  WHERE top.unit_id = p_unit AND NOT (SELECT app.is_whole(p_unit)) AND app.active_on(s.valid_from, s.valid_to, h.on_day) AND app.active_on(top.valid_from, top.valid_to, h.on_day) $$;

-- The same since the year began.
CREATE OR REPLACE FUNCTION app.held_in_place(p_unit uuid, day date) RETURNS TABLE (session_id uuid, part_id uuid, hours numeric) LANGUAGE sql STABLE AS $$
  SELECT * FROM app.held_in_place_since(p_unit, date_trunc('year', day)::date, day) $$;

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

-- Pairs that are active on a day, at the unit that they are counted for on it: each belongs to one, however often its instructor belongs to the union.
CREATE OR REPLACE FUNCTION app.figures_of_pairs(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  there AS MATERIALIZED (SELECT d.unit_id, d.pair_id FROM app.pair_unit_days d WHERE (SELECT app.is_whole(p_unit)) AND app.active_on(d.begins, d.ends, day)
    UNION ALL SELECT x.unit_id, x.pair_id FROM here CROSS JOIN LATERAL (SELECT d.unit_id, d.pair_id FROM app.pair_unit_days d WHERE d.unit_id = here.unit_id AND app.active_on(d.begins, d.ends, day) OFFSET 0) x WHERE NOT (SELECT app.is_whole(p_unit))),
  counted AS MATERIALIZED (SELECT once.unit_id, count(*) AS pairs FROM (SELECT DISTINCT there.unit_id, there.pair_id FROM there) once GROUP BY 1)
  SELECT CASE WHEN grouping(here.part_id) = 1 THEN p_unit ELSE here.part_id END, coalesce(sum(c.pairs), 0), NULL::numeric, true
  FROM here LEFT JOIN counted c ON c.unit_id = here.unit_id GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0 $$;

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

-- Members on a day, each once; of them (`only_reached`) those who by then were at a session that was held, or were guided in a pair.
CREATE OR REPLACE FUNCTION app.figures_of_members(only_reached boolean, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  member AS MATERIALIZED (SELECT here.part_id, b.person_id FROM here JOIN membership b ON b.unit_id = here.unit_id AND app.active_on(b.valid_from, b.valid_to, day) GROUP BY 1, 2),
  reached AS MATERIALIZED (SELECT a.person_id FROM attendance a JOIN session s ON s.id = a.session_id WHERE only_reached AND (SELECT app.is_whole(p_unit)) AND a.person_id IS NOT NULL
      AND s.state = 'held' AND s.starts_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AND a.mark IN ('present', 'late')
    UNION SELECT g.learner_id FROM app.guidance_by(day) g WHERE only_reached AND (SELECT app.is_whole(p_unit))
    UNION SELECT m.person_id FROM (SELECT DISTINCT person_id FROM member) m WHERE only_reached AND NOT (SELECT app.is_whole(p_unit)) AND (
      EXISTS (SELECT FROM (SELECT FROM app.guidance_by(day) x WHERE x.learner_id = m.person_id OFFSET 0) g)
      OR EXISTS (SELECT FROM (SELECT a.session_id FROM attendance a WHERE a.person_id = m.person_id AND a.mark IN ('present', 'late') OFFSET 0) a
        CROSS JOIN LATERAL (SELECT FROM session s WHERE s.id = a.session_id AND s.state = 'held' AND s.starts_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' OFFSET 0) s))),
  counted AS MATERIALIZED (SELECT m.part_id, m.person_id, r.person_id IS NOT NULL AS is_reached FROM member m LEFT JOIN reached r ON r.person_id = m.person_id)
  SELECT p_unit, count(*) FILTER (WHERE NOT only_reached OR c.is_reached)::numeric, CASE WHEN only_reached THEN count(*) END::numeric, true
    FROM (SELECT c.person_id, bool_or(c.is_reached) AS is_reached FROM counted c GROUP BY 1) c HAVING EXISTS (SELECT FROM here)
  UNION ALL SELECT c.part_id, count(*) FILTER (WHERE NOT only_reached OR c.is_reached)::numeric, CASE WHEN only_reached THEN count(*) END::numeric, true FROM counted c GROUP BY c.part_id $$;

-- Women who on a day wait for a class: they asked by then and were not invited yet, and can still be told.
CREATE OR REPLACE FUNCTION app.figures_of_waiting(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day))
  SELECT CASE WHEN grouping(here.part_id) = 1 THEN p_unit ELSE here.part_id END, count(DISTINCT coalesce(w.person_id::text, w.phone_print))::numeric, NULL::numeric, true
  FROM here LEFT JOIN topic_wait w ON w.unit_id = here.unit_id AND w.phone_print IS NOT NULL AND w.created_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    AND (w.answered_at IS NULL OR w.answered_at >= (day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
  GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0 $$;

-- The arithmetic of every indicator, by its code; one that is not here is refused. Flows run from the beginning of the year of the day.
-- A row for the place itself, one for each part of it, and one without a unit for what belongs to the place but to none of its parts.
-- `done` is null where a commune keeps no records here. Places are those of the day counted on, never today's. It is planned once a connection: for
-- a commune planning took longer than counting.
CREATE OR REPLACE FUNCTION app.indicator(p_code text, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  CASE p_code
    WHEN 'coverage_sub_association', 'coverage_group', 'both_untied_sub_association', 'both_untied_group', 'family_only_sub_association', 'family_only_group', 'pair_only_sub_association', 'pair_only_group' THEN RETURN QUERY SELECT f.unit_id, f.done, f.whole, f.reported FROM app.figures_of_coverage(ARRAY[p_code], p_unit, day) f;
    WHEN 'models_digital_womens_club', 'models_digital_sub_association', 'models_one_plus_one_instructor', 'models_digital_family', 'models_planned', 'models_paused',
      'models_digital_family_planned', 'models_one_plus_one_instructor_planned', 'models_digital_sub_association_planned', 'models_digital_womens_club_planned', 'models_digital_family_paused', 'models_one_plus_one_instructor_paused', 'models_digital_sub_association_paused', 'models_digital_womens_club_paused' THEN RETURN QUERY SELECT f.unit_id, f.done, f.whole, f.reported FROM app.models_by_code(ARRAY[p_code], p_unit, day) f;
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

-- Whether a course is this topic, or teaches this skill.
CREATE OR REPLACE FUNCTION app.teaches(p_course uuid, p_topic uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT p_course = p_topic OR EXISTS (SELECT FROM course_skill c WHERE c.course_id = p_course AND c.skill_id = p_topic) $$;

-- What goes through all women of the city, on several days at once: each is read one time and counted on those days on which she was there.
-- A test holds every one of these to app.indicator of the single days. Where nearly every row is read, one is not looked up by another.
CREATE OR REPLACE FUNCTION app.city_attendance_over(each_once boolean, p_topic uuid, p_city uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH held AS MATERIALIZED (SELECT h.session_id, h.on_day, date_trunc('year', h.on_day)::date AS year FROM app.held_sessions((SELECT date_trunc('year', min(x))::date FROM unnest(days) x), (SELECT max(x) FROM unnest(days) x)) h
      JOIN unit_span s ON s.unit_id = h.unit_id AND app.active_on(s.valid_from, s.valid_to, h.on_day) AND starts_with(s.path, (SELECT app.path_of(p_city)))
      WHERE p_topic IS NULL OR h.session_id IN (SELECT x.id FROM session x WHERE app.teaches(x.course_id, p_topic))),
  present AS (SELECT h.year, h.on_day, coalesce(a.person_id, a.enrolment_id) AS woman FROM held h JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late')
      AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')),
  first AS (SELECT p.year, min(p.on_day) AS on_day FROM present p WHERE each_once GROUP BY p.year, p.woman),
  step AS MATERIALIZED (SELECT f.year, f.on_day, count(*) AS women FROM first f WHERE each_once GROUP BY 1, 2 UNION ALL SELECT p.year, p.on_day, count(*) FROM present p WHERE NOT each_once GROUP BY 1, 2)
  SELECT d.day, coalesce(sum(step.women), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON step.year = date_trunc('year', d.day)::date AND step.on_day <= d.day GROUP BY 1 $$;

-- Nearly every pair runs in one stretch, as nearly every woman belongs once (below).
CREATE OR REPLACE FUNCTION app.city_pairs_over(p_city uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH counted AS MATERIALIZED (SELECT d.pair_id, greatest(d.begins, s.valid_from) AS begins, least(d.ends, s.valid_to) AS ends FROM app.pair_unit_days d
      JOIN unit_span s ON s.unit_id = d.unit_id AND starts_with(s.path, (SELECT app.path_of(p_city))) AND greatest(d.begins, s.valid_from) < coalesce(least(d.ends, s.valid_to), 'infinity')),
  pair AS MATERIALIZED (SELECT c.pair_id, count(*) AS times, min(c.begins) AS begins, max(c.ends) AS ends FROM counted c GROUP BY 1),
  stretch AS (SELECT p.begins, p.ends FROM pair p WHERE p.times = 1
    UNION ALL SELECT lower(m.days), upper(m.days) FROM (SELECT unnest(range_agg(daterange(c.begins, c.ends))) AS days FROM pair p JOIN counted c ON c.pair_id = p.pair_id WHERE p.times > 1 GROUP BY p.pair_id) m),
  step AS MATERIALIZED (SELECT s.begins, s.ends, count(*) AS pairs FROM stretch s GROUP BY 1, 2)
  SELECT d.day, coalesce(sum(step.pairs), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON app.active_on(step.begins, step.ends, d.day) GROUP BY 1 $$;

CREATE OR REPLACE FUNCTION app.city_learners_over(in_place boolean, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE AS $$
  WITH since AS (SELECT f.since FROM (SELECT max(x) AS day FROM unnest(days) x) last CROSS JOIN LATERAL app.all_first_guided(last.day) f WHERE in_place
    UNION ALL SELECT min(g.began) FROM (SELECT max(x) AS day FROM unnest(days) x) last CROSS JOIN LATERAL app.guidance_by(last.day) g WHERE NOT in_place GROUP BY g.learner_id),
  step AS MATERIALIZED (SELECT s.since, count(*) AS women FROM since s GROUP BY 1)
  SELECT d.day, coalesce(sum(step.women), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON step.since <= d.day GROUP BY 1 $$;

-- Members, and of them those reached: from the first day on which each was at a session, or was guided. Nearly every woman belongs once, so that her days
-- need no adding up; of the days asked for is counted how many lie before she began, was reached and left.
CREATE OR REPLACE FUNCTION app.city_members_over(only_reached boolean, p_city uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH asked AS MATERIALIZED (SELECT array_agg(DISTINCT x ORDER BY x) AS days, max(x) AS last FROM unnest(days) x),
  belonged AS MATERIALIZED (SELECT b.person_id, greatest(b.valid_from, s.valid_from) AS begins, least(b.valid_to, s.valid_to) AS ends
      FROM membership b JOIN unit_span s ON s.unit_id = b.unit_id AND starts_with(s.path, (SELECT app.path_of(p_city))) AND greatest(b.valid_from, s.valid_from) < least(coalesce(b.valid_to, 'infinity'), coalesce(s.valid_to, 'infinity'))),
  held AS MATERIALIZED (SELECT s.id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS on_day FROM session s
      WHERE only_reached AND s.state = 'held' AND s.starts_at < ((SELECT last FROM asked) + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'),
  woman AS MATERIALIZED (SELECT x.person_id, count(x.begins) AS times, min(x.begins) AS begins, max(x.ends) AS ends, min(x.since) AS since FROM (
      SELECT b.person_id, b.begins, b.ends, NULL::date AS since FROM belonged b
      UNION ALL SELECT a.person_id, NULL, NULL, h.on_day FROM held h JOIN attendance a ON a.session_id = h.id WHERE a.mark IN ('present', 'late') AND a.person_id IS NOT NULL
      UNION ALL SELECT g.learner_id, NULL, NULL, g.began FROM asked CROSS JOIN LATERAL app.guidance_by(asked.last) g WHERE only_reached) x GROUP BY 1),
  stretch AS (SELECT w.begins, w.ends, w.since FROM woman w WHERE w.times = 1
    UNION ALL SELECT lower(m.days), upper(m.days), m.since FROM (SELECT w.since, unnest(range_agg(daterange(b.begins, b.ends))) AS days FROM woman w JOIN belonged b ON b.person_id = w.person_id WHERE w.times > 1 GROUP BY w.person_id, w.since) m),
  step AS MATERIALIZED (SELECT width_bucket(s.begins - 1, asked.days) AS begins, width_bucket(s.since - 1, asked.days) AS since, width_bucket(coalesce(s.ends, 'infinity') - 1, asked.days) AS ends, count(*) AS women FROM stretch s CROSS JOIN asked GROUP BY 1, 2, 3)
  SELECT d.day, coalesce(sum(step.women) FILTER (WHERE NOT only_reached OR step.since < d.at), 0), CASE WHEN only_reached THEN coalesce(sum(step.women), 0) END
  FROM (SELECT DISTINCT x AS day, array_position(asked.days, x) AS at FROM asked CROSS JOIN unnest(asked.days) x) d LEFT JOIN step ON step.begins < d.at AND step.ends >= d.at GROUP BY 1 $$;

-- One number of a place on each of several days, by the arithmetic above.
CREATE OR REPLACE FUNCTION app.indicator_over(p_code text, p_unit uuid, p_days date[]) RETURNS TABLE (day date, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
DECLARE
  there date[] := ARRAY (SELECT DISTINCT x FROM unnest(p_days) x WHERE EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, x)));
  of_city text := CASE WHEN app.is_whole(p_unit) THEN p_code END;
BEGIN
  CASE of_city
    WHEN 'attendances' THEN RETURN QUERY SELECT o.*, true FROM app.city_attendance_over(false, NULL, p_unit, there) o;
    WHEN 'people_trained' THEN RETURN QUERY SELECT o.*, true FROM app.city_attendance_over(true, NULL, p_unit, there) o;
    WHEN 'pairs_active' THEN RETURN QUERY SELECT o.*, true FROM app.city_pairs_over(p_unit, there) o;
    WHEN 'women_guided' THEN RETURN QUERY SELECT o.*, true FROM app.city_learners_over(true, there) o;
    WHEN 'reach_of_chains' THEN RETURN QUERY SELECT o.*, true FROM app.city_learners_over(false, there) o;
    WHEN 'members' THEN RETURN QUERY SELECT o.*, true FROM app.city_members_over(false, p_unit, there) o;
    WHEN 'members_reached' THEN RETURN QUERY SELECT o.*, true FROM app.city_members_over(true, p_unit, there) o;
    ELSE
      IF app.is_whole(p_unit) THEN RETURN QUERY SELECT x.x, f.done, f.whole, f.reported FROM unnest(there) x CROSS JOIN LATERAL app.indicator(p_code, p_unit, x.x) f WHERE f.unit_id = p_unit;
      ELSE RETURN QUERY SELECT o.day, o.done, o.whole, o.reported FROM app.place_over(ARRAY[p_code], p_unit, there) o; END IF;
  END CASE;
END $$;

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

-- People trained since the year began, by what they learned: each once in a course, and in a skill that her courses teach. Each woman is gone
-- through once, for the set of her courses (a bit each); sets are few, and courses and skills are counted from them.
CREATE OR REPLACE FUNCTION app.people_trained_by(p_unit uuid, day date) RETURNS TABLE (course_id uuid, skill_id uuid, people bigint) LANGUAGE sql STABLE AS $$
  WITH course AS MATERIALIZED (SELECT c.id, c.at, set_bit(repeat('0', c.many)::varbit, c.at, 1) AS bit FROM (SELECT x.id, (row_number() OVER (ORDER BY x.id))::int - 1 AS at, (count(*) OVER ())::int AS many FROM course x) c),
  skill AS (SELECT t.skill_id, bit_or(c.bit) AS courses FROM course_skill t JOIN course c ON c.id = t.course_id GROUP BY 1),
  woman AS (SELECT bit_or(c.bit) AS courses FROM app.held_in_place(p_unit, day) h JOIN session s ON s.id = h.session_id JOIN course c ON c.id = s.course_id
      JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
    GROUP BY coalesce(a.person_id, a.enrolment_id)),
  learned AS MATERIALIZED (SELECT w.courses, count(*) AS women FROM woman w GROUP BY 1)
  SELECT c.id, NULL::uuid, sum(l.women)::bigint FROM learned l JOIN course c ON get_bit(l.courses, c.at) = 1 GROUP BY 1
  UNION ALL SELECT NULL, k.skill_id, sum(l.women)::bigint FROM learned l JOIN skill k ON bit_count(l.courses & k.courses) > 0 GROUP BY 2 $$;

-- People trained in one course or one skill, of a place and its parts, as app.indicator tells people trained.
CREATE OR REPLACE FUNCTION app.people_trained_in(p_topic uuid, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN grouping(h.part_id) = 1 THEN p_unit ELSE h.part_id END, count(DISTINCT coalesce(a.person_id, a.enrolment_id))::numeric, NULL::numeric, true
  FROM app.held_in_place(p_unit, day) h JOIN session s ON s.id = h.session_id AND app.teaches(s.course_id, p_topic)
    JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
  GROUP BY GROUPING SETS ((), (h.part_id)) $$;

-- The same on each of several days.
CREATE OR REPLACE FUNCTION app.people_trained_over(p_topic uuid, p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT o.day, o.done, o.whole, true FROM app.city_attendance_over(true, p_topic, p_unit, days) o WHERE app.is_whole(p_unit)
  UNION ALL SELECT d.day, f.done, f.whole, f.reported FROM unnest(days) d(day) CROSS JOIN LATERAL app.people_trained_in(p_topic, p_unit, d.day) f WHERE f.unit_id = p_unit AND NOT app.is_whole(p_unit) $$;

-- What is counted over days rather than on one, from a day to a day instead of since the year began. Planned once a connection as well.
CREATE OR REPLACE FUNCTION app.flows_since(p_codes text[], p_unit uuid, since date, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  RETURN QUERY SELECT * FROM app.sessions_since(p_codes, p_unit, since, day);
  RETURN QUERY SELECT * FROM app.peer_lessons_since(p_codes, p_unit, since, day);
END $$;

-- The definitions, one row for each edition; in every database, also one that begins empty. Another way to count is another edition, from
-- a day on, and the one before ends on it.
CREATE OR REPLACE FUNCTION app.define_indicators() RETURNS void LANGUAGE sql AS $$
  INSERT INTO indicator (id, code, edition, unit_of_measure, valid_from, valid_to, name_vi, name_en, numerator_vi, numerator_en, denominator_vi, denominator_en, known_gaps_vi, known_gaps_en)
  SELECT md5('indicator ' || code || ' ' || edition)::uuid, code, edition, unit::indicator_unit, valid_from, valid_to, name_vi, name_en, numerator_vi, numerator_en, denominator_vi, denominator_en, gaps_vi, gaps_en
  FROM (VALUES
    ('coverage_sub_association', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Chi hội đạt chỉ tiêu bao phủ', 'Sub-associations covered',
      'Chi hội đạt theo cách tính được ký cho ngày ấy; khi chưa có quyết định khác: có Gia đình số đang hoạt động và cặp 1+1 đang hoạt động gắn với gia đình đó',
      'Sub-associations that are covered by the reading signed for the day; while nothing else is decided: with an active Digital Family and an active 1+1 pair tied to it',
      'Mọi chi hội có trong ngày ấy ở những xã, phường đã báo cáo', 'All sub-associations that exist on the day in communes that report',
      'Gia đình số tính khi đang hoạt động, kể cả khi hồ sơ chưa ghi ban chủ nhiệm hoặc hộ nào; nếu quyết định được ký cho ngày ấy yêu cầu thì chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Cặp 1+1 tính khi chưa kết thúc và người hướng dẫn còn là hội viên. Cặp tính cho đơn vị có cả cặp lẫn gia đình trong ngày ấy. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'A Digital Family counts while it is active, also where no board or household is on record yet; if the ruling signed for the day asks for it, only with a board and at least one household. A 1+1 pair counts until it ends and while its instructor is a member. A tie counts for the unit that hosts both on the day. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('coverage_group', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Tổ đạt chỉ tiêu bao phủ', 'Groups covered',
      'Tổ đạt theo cách tính được ký cho ngày ấy; khi chưa có quyết định khác: có Gia đình số đang hoạt động và cặp 1+1 đang hoạt động gắn với gia đình đó',
      'Groups that are covered by the reading signed for the day; while nothing else is decided: with an active Digital Family and an active 1+1 pair tied to it',
      'Mọi tổ có trong ngày ấy ở những xã, phường đã báo cáo', 'All groups that exist on the day in communes that report',
      'Gia đình số tính khi đang hoạt động, kể cả khi hồ sơ chưa ghi ban chủ nhiệm hoặc hộ nào; nếu quyết định được ký cho ngày ấy yêu cầu thì chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Cặp 1+1 tính khi chưa kết thúc và người hướng dẫn còn là hội viên. Cặp tính cho đơn vị có cả cặp lẫn gia đình trong ngày ấy. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'A Digital Family counts while it is active, also where no board or household is on record yet; if the ruling signed for the day asks for it, only with a board and at least one household. A 1+1 pair counts until it ends and while its instructor is a member. A tie counts for the unit that hosts both on the day. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('both_untied_sub_association', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Chi hội có cả hai, chưa gắn', 'Sub-associations with both, not tied',
      'Chi hội có Gia đình số và cặp 1+1 đều đang hoạt động nhưng chưa gắn với nhau',
      'Sub-associations with an active Digital Family and an active 1+1 pair that are not tied',
      'Mọi chi hội có trong ngày ấy ở những xã, phường đã báo cáo', 'All sub-associations that exist on the day in communes that report',
      'Thường chỉ còn thiếu một việc: gắn cặp với gia đình. Bốn cách đọc không chồng nhau: gắn với nhau; có cả hai, chưa gắn; chỉ có gia đình; chỉ có cặp. Phần còn lại chưa có gì. Nếu quyết định được ký cho ngày ấy yêu cầu, Gia đình số chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'Usually one deed is missing: tying the pair to the family. The four readings do not overlap: tied; both, not tied; a family only; a pair only. What is left has neither. If the ruling signed for the day asks for it, a Digital Family counts only with a board and at least one household. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('both_untied_group', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Tổ có cả hai, chưa gắn', 'Groups with both, not tied',
      'Tổ có Gia đình số và cặp 1+1 đều đang hoạt động nhưng chưa gắn với nhau',
      'Groups with an active Digital Family and an active 1+1 pair that are not tied',
      'Mọi tổ có trong ngày ấy ở những xã, phường đã báo cáo', 'All groups that exist on the day in communes that report',
      'Thường chỉ còn thiếu một việc: gắn cặp với gia đình. Bốn cách đọc không chồng nhau: gắn với nhau; có cả hai, chưa gắn; chỉ có gia đình; chỉ có cặp. Phần còn lại chưa có gì. Nếu quyết định được ký cho ngày ấy yêu cầu, Gia đình số chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'Usually one deed is missing: tying the pair to the family. The four readings do not overlap: tied; both, not tied; a family only; a pair only. What is left has neither. If the ruling signed for the day asks for it, a Digital Family counts only with a board and at least one household. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('family_only_sub_association', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Chi hội chỉ có Gia đình số', 'Sub-associations with a Digital Family only',
      'Chi hội có Gia đình số đang hoạt động, không có cặp 1+1 nào đang hoạt động',
      'Sub-associations with an active Digital Family and no active 1+1 pair',
      'Mọi chi hội có trong ngày ấy ở những xã, phường đã báo cáo', 'All sub-associations that exist on the day in communes that report',
      'Bốn cách đọc không chồng nhau: gắn với nhau; có cả hai, chưa gắn; chỉ có gia đình; chỉ có cặp. Phần còn lại chưa có gì. Nếu quyết định được ký cho ngày ấy yêu cầu, Gia đình số chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'The four readings do not overlap: tied; both, not tied; a family only; a pair only. What is left has neither. If the ruling signed for the day asks for it, a Digital Family counts only with a board and at least one household. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('family_only_group', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Tổ chỉ có Gia đình số', 'Groups with a Digital Family only',
      'Tổ có Gia đình số đang hoạt động, không có cặp 1+1 nào đang hoạt động',
      'Groups with an active Digital Family and no active 1+1 pair',
      'Mọi tổ có trong ngày ấy ở những xã, phường đã báo cáo', 'All groups that exist on the day in communes that report',
      'Bốn cách đọc không chồng nhau: gắn với nhau; có cả hai, chưa gắn; chỉ có gia đình; chỉ có cặp. Phần còn lại chưa có gì. Nếu quyết định được ký cho ngày ấy yêu cầu, Gia đình số chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'The four readings do not overlap: tied; both, not tied; a family only; a pair only. What is left has neither. If the ruling signed for the day asks for it, a Digital Family counts only with a board and at least one household. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('pair_only_sub_association', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Chi hội chỉ có cặp 1+1', 'Sub-associations with a 1+1 pair only',
      'Chi hội có cặp 1+1 đang hoạt động, không có Gia đình số nào đang hoạt động',
      'Sub-associations with an active 1+1 pair and no active Digital Family',
      'Mọi chi hội có trong ngày ấy ở những xã, phường đã báo cáo', 'All sub-associations that exist on the day in communes that report',
      'Bốn cách đọc không chồng nhau: gắn với nhau; có cả hai, chưa gắn; chỉ có gia đình; chỉ có cặp. Phần còn lại chưa có gì. Nếu quyết định được ký cho ngày ấy yêu cầu, Gia đình số chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'The four readings do not overlap: tied; both, not tied; a family only; a pair only. What is left has neither. If the ruling signed for the day asks for it, a Digital Family counts only with a board and at least one household. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('pair_only_group', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Tổ chỉ có cặp 1+1', 'Groups with a 1+1 pair only',
      'Tổ có cặp 1+1 đang hoạt động, không có Gia đình số nào đang hoạt động',
      'Groups with an active 1+1 pair and no active Digital Family',
      'Mọi tổ có trong ngày ấy ở những xã, phường đã báo cáo', 'All groups that exist on the day in communes that report',
      'Bốn cách đọc không chồng nhau: gắn với nhau; có cả hai, chưa gắn; chỉ có gia đình; chỉ có cặp. Phần còn lại chưa có gì. Nếu quyết định được ký cho ngày ấy yêu cầu, Gia đình số chỉ tính khi có ban chủ nhiệm và ít nhất một hộ. Đơn vị mở hoặc đóng trong kỳ vào, ra khỏi mẫu số đúng ngày ấy. Của xã, phường chưa báo cáo không tính gì: nơi ấy đứng riêng, không phải là 0.',
      'The four readings do not overlap: tied; both, not tied; a family only; a pair only. What is left has neither. If the ruling signed for the day asks for it, a Digital Family counts only with a board and at least one household. Units that open or close enter or leave the denominator on their day. Nothing is counted of a commune that has not reported: it stands apart, and is not 0.'),
    ('models_digital_womens_club', 1, 'count', DATE '2025-07-01', NULL::date,
      'Câu lạc bộ Phụ nữ số đang hoạt động', 'Digital Women’s Clubs that are active',
      'Câu lạc bộ Phụ nữ số có trạng thái đang hoạt động trong ngày ấy',
      'Digital Women’s Clubs whose status on the day is active',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_sub_association', 1, 'count', DATE '2025-07-01', NULL::date,
      'Chi hội số đang hoạt động', 'Digital Sub-associations that are active',
      'Chi hội số có trạng thái đang hoạt động trong ngày ấy',
      'Digital Sub-associations whose status on the day is active',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Là sự công nhận dành cho một chi hội đã có, không phải đơn vị mới. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'It is a recognition of a sub-association that exists, not a new unit. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_one_plus_one_instructor', 1, 'count', DATE '2025-07-01', NULL::date,
      'Mô hình Hướng dẫn viên số 1+1 đang hoạt động', '1+1 Digital Instructor models that are active',
      'Mô hình Hướng dẫn viên số 1+1 có trạng thái đang hoạt động trong ngày ấy',
      '1+1 Digital Instructor models whose status on the day is active',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Đây là số mô hình, không phải số cặp. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'These are models, not pairs. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_family', 1, 'count', DATE '2025-07-01', NULL::date,
      'Gia đình số đang hoạt động', 'Digital Families that are active',
      'Gia đình số có trạng thái đang hoạt động trong ngày ấy',
      'Digital Families whose status on the day is active',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Gia đình số tính khi đang hoạt động; hộ và ban chủ nhiệm ghi sau vẫn tính từ ngày hoạt động. Quyết định yêu cầu có ban chủ nhiệm và hộ chỉ đổi tỷ lệ bao phủ, không đổi số này. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A Digital Family counts while it is active; households and board may be recorded later. A ruling that asks for a board and households changes coverage, and not this number. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_planned', 1, 'count', DATE '2025-07-01', NULL::date,
      'Mô hình dự kiến', 'Planned models',
      'Mô hình của cả bốn loại, trong ngày ấy đã ghi là dự kiến và chưa ra mắt',
      'Models of all four kinds that are planned and not launched on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_paused', 1, 'count', DATE '2025-07-01', NULL::date,
      'Mô hình tạm ngừng', 'Paused models',
      'Mô hình của cả bốn loại, trong ngày ấy đang tạm ngừng',
      'Models of all four kinds that are paused on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_family_planned', 1, 'count', DATE '2025-07-01', NULL::date,
      'Gia đình số dự kiến', 'Digital Families that are planned',
      'Gia đình số trong ngày ấy đã ghi là dự kiến và chưa ra mắt',
      'Digital Families that are planned and not launched on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_one_plus_one_instructor_planned', 1, 'count', DATE '2025-07-01', NULL::date,
      'Mô hình Hướng dẫn viên số 1+1 dự kiến', '1+1 Digital Instructor models that are planned',
      'Mô hình Hướng dẫn viên số 1+1 trong ngày ấy đã ghi là dự kiến và chưa ra mắt',
      '1+1 Digital Instructor models that are planned and not launched on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Đây là số mô hình, không phải số cặp. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'These are models, not pairs. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_sub_association_planned', 1, 'count', DATE '2025-07-01', NULL::date,
      'Chi hội số dự kiến', 'Digital Sub-associations that are planned',
      'Chi hội số trong ngày ấy đã ghi là dự kiến và chưa ra mắt',
      'Digital Sub-associations that are planned and not launched on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Là sự công nhận dành cho một chi hội đã có, không phải đơn vị mới. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'It is a recognition of a sub-association that exists, not a new unit. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_womens_club_planned', 1, 'count', DATE '2025-07-01', NULL::date,
      'Câu lạc bộ Phụ nữ số dự kiến', 'Digital Women’s Clubs that are planned',
      'Câu lạc bộ Phụ nữ số trong ngày ấy đã ghi là dự kiến và chưa ra mắt',
      'Digital Women’s Clubs that are planned and not launched on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_family_paused', 1, 'count', DATE '2025-07-01', NULL::date,
      'Gia đình số tạm ngừng', 'Digital Families that are paused',
      'Gia đình số trong ngày ấy đang tạm ngừng',
      'Digital Families that are paused on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_one_plus_one_instructor_paused', 1, 'count', DATE '2025-07-01', NULL::date,
      'Mô hình Hướng dẫn viên số 1+1 tạm ngừng', '1+1 Digital Instructor models that are paused',
      'Mô hình Hướng dẫn viên số 1+1 trong ngày ấy đang tạm ngừng',
      '1+1 Digital Instructor models that are paused on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Đây là số mô hình, không phải số cặp. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'These are models, not pairs. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_sub_association_paused', 1, 'count', DATE '2025-07-01', NULL::date,
      'Chi hội số tạm ngừng', 'Digital Sub-associations that are paused',
      'Chi hội số trong ngày ấy đang tạm ngừng',
      'Digital Sub-associations that are paused on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Là sự công nhận dành cho một chi hội đã có, không phải đơn vị mới. Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'It is a recognition of a sub-association that exists, not a new unit. A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('models_digital_womens_club_paused', 1, 'count', DATE '2025-07-01', NULL::date,
      'Câu lạc bộ Phụ nữ số tạm ngừng', 'Digital Women’s Clubs that are paused',
      'Câu lạc bộ Phụ nữ số trong ngày ấy đang tạm ngừng',
      'Digital Women’s Clubs that are paused on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mô hình tính cho đơn vị giữ nó trong ngày ấy. Ngày cuối còn tính, hôm sau không. Của xã, phường chưa báo cáo không tính gì.',
      'A model counts for the unit that hosts it on the day. Its last day counts, the day after does not. Nothing is counted of a commune that has not reported.'),
    ('sessions_held', 1, 'count', DATE '2025-07-01', NULL::date,
      'Buổi tập huấn đã mở', 'Training sessions held',
      'Buổi tập huấn đã học xong, từ đầu năm đến hết ngày ấy',
      'Training sessions held from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Buổi học tính cho đơn vị mở buổi ấy, ở nơi đơn vị thuộc về trong ngày học. Buổi của Hội cấp trên chỉ tính ở cấp trên. Buổi chưa có báo cáo sau buổi học thì chưa tính.',
      'A session counts for the unit that it is held for, where that unit lay on the day of the session. One held by the level above counts there alone. It counts once it was reported as held.'),
    ('hours_taught', 1, 'hours', DATE '2025-07-01', NULL::date,
      'Giờ dạy', 'Hours taught',
      'Giờ của các buổi đã học xong, từ đầu năm đến hết ngày ấy',
      'Hours of the sessions held from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Hai báo cáo viên cùng dạy thì giờ của buổi tính một lần. Buổi cả ngày hoặc nhiều ngày tính theo giờ mà khóa học có lúc buổi ấy được báo cáo; sửa giờ của khóa học sau đó không đổi số này. Buổi học tính cho đơn vị mở buổi ấy, ở nơi đơn vị thuộc về trong ngày học. Buổi của Hội cấp trên chỉ tính ở cấp trên. Buổi chưa có báo cáo sau buổi học thì chưa tính.',
      'Of two trainers who teach together the session’s hours count once. A session of a whole day or several has the hours that its course had when it was reported; correcting the course later changes nothing here. A session counts for the unit that it is held for, where that unit lay on the day of the session. One held by the level above counts there alone. It counts once it was reported as held.'),
    ('attendances', 1, 'count', DATE '2025-07-01', NULL::date,
      'Lượt người dự', 'Attendances',
      'Mỗi lần một người có mặt hoặc đến muộn ở một buổi đã học xong, từ đầu năm đến hết ngày ấy',
      'Each time somebody was present or late at a session held, from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Một người dự ba buổi là ba lượt. Tính theo nơi mở buổi học, không theo nơi chị ấy sinh hoạt. Buổi học tính cho đơn vị mở buổi ấy, ở nơi đơn vị thuộc về trong ngày học. Buổi của Hội cấp trên chỉ tính ở cấp trên. Buổi chưa có báo cáo sau buổi học thì chưa tính.',
      'Somebody at three sessions is three attendances. Counted where the session was held, not where she belongs. A session counts for the unit that it is held for, where that unit lay on the day of the session. One held by the level above counts there alone. It counts once it was reported as held.'),
    ('people_trained', 1, 'count', DATE '2025-07-01', NULL::date,
      'Người đã dự tập huấn', 'People trained',
      'Người khác nhau đã có mặt ở ít nhất một buổi đã học xong, từ đầu năm đến hết ngày ấy',
      'Different people present at one session at least, from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Mỗi người tính một lần ở mỗi nơi; ai dự ở hai xã, phường thì có trong số của cả hai, và một lần trong số chung, nên tổng các dòng có thể lớn hơn. Ai không có hồ sơ hội viên thì mỗi lần đăng ký tính là một người. Buổi học tính cho đơn vị mở buổi ấy, ở nơi đơn vị thuộc về trong ngày học. Buổi của Hội cấp trên chỉ tính ở cấp trên. Buổi chưa có báo cáo sau buổi học thì chưa tính.',
      'Everybody counts once in each place; whoever came in two communes is in the number of both and once in the whole, so the rows may add up to more. Somebody without a record counts once for each enrolment. A session counts for the unit that it is held for, where that unit lay on the day of the session. One held by the level above counts there alone. It counts once it was reported as held.'),
    ('peer_lessons', 1, 'count', DATE '2025-07-01', NULL::date,
      'Lần chị em chỉ nhau', 'Lessons among women',
      'Mỗi lần chị em chỉ nhau một chủ đề số ngoài các buổi tập huấn, từ đầu năm đến hết ngày ấy',
      'Each time women taught each other a digital topic outside classes, from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Đây là một dãy số riêng: không cộng vào buổi tập huấn, giờ dạy, lượt người hay người đã dự tập huấn, và không có gì từ đó cộng vào đây; lần gặp của cặp 1+1 cũng không. Tính cho đơn vị nơi chị em chỉ nhau, ở nơi đơn vị thuộc về trong ngày ấy. Lần ghi nhầm đã lấy lại thì không tính.',
      'A series of its own: it is never added to sessions, hours taught, attendances or people trained, and nothing of these is in it; meetings of 1+1 pairs are not either. A lesson counts for the unit in which it happened, where that unit lay on the day. One that was taken back counts nowhere.'),
    ('peer_lesson_minutes', 1, 'count', DATE '2025-07-01', NULL::date,
      'Phút chị em chỉ nhau', 'Minutes of lessons among women',
      'Phút của các lần chị em chỉ nhau ngoài các buổi tập huấn, từ đầu năm đến hết ngày ấy',
      'Minutes of the lessons among women outside classes, from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Phút do người ghi chọn, thường là 15, 30 hoặc 60. Đây là một dãy số riêng: không cộng vào buổi tập huấn, giờ dạy, lượt người hay người đã dự tập huấn, và không có gì từ đó cộng vào đây; lần gặp của cặp 1+1 cũng không. Tính cho đơn vị nơi chị em chỉ nhau, ở nơi đơn vị thuộc về trong ngày ấy. Lần ghi nhầm đã lấy lại thì không tính.',
      'Minutes are those that were tapped, mostly 15, 30 or 60. A series of its own: it is never added to sessions, hours taught, attendances or people trained, and nothing of these is in it; meetings of 1+1 pairs are not either. A lesson counts for the unit in which it happened, where that unit lay on the day. One that was taken back counts nowhere.'),
    ('peer_lesson_learners', 1, 'count', DATE '2025-07-01', NULL::date,
      'Lượt chị học từ chị em', 'Women taught by women',
      'Mỗi lần một chị học được từ chị em trong một lần chỉ nhau, từ đầu năm đến hết ngày ấy',
      'Each time a woman learned in a lesson among women, from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Một chị học ba lần là ba lượt, vì nhiều chị không ghi tên. Đây là một dãy số riêng: không cộng vào buổi tập huấn, giờ dạy, lượt người hay người đã dự tập huấn, và không có gì từ đó cộng vào đây; lần gặp của cặp 1+1 cũng không. Tính cho đơn vị nơi chị em chỉ nhau, ở nơi đơn vị thuộc về trong ngày ấy. Lần ghi nhầm đã lấy lại thì không tính.',
      'A woman who learned three times counts three times, as many are not named. A series of its own: it is never added to sessions, hours taught, attendances or people trained, and nothing of these is in it; meetings of 1+1 pairs are not either. A lesson counts for the unit in which it happened, where that unit lay on the day. One that was taken back counts nowhere.'),
    ('peer_lesson_teachers', 1, 'count', DATE '2025-07-01', NULL::date,
      'Chị đã chỉ chị em', 'Women who taught women',
      'Hội viên khác nhau, có ghi tên, đã chỉ chị em ít nhất một lần, từ đầu năm đến hết ngày ấy',
      'Different members, named, who taught in one lesson among women at least, from the beginning of the year to the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Lần chỉ không ghi tên người chỉ thì không có trong số này. Đây là một dãy số riêng: không cộng vào buổi tập huấn, giờ dạy, lượt người hay người đã dự tập huấn, và không có gì từ đó cộng vào đây; lần gặp của cặp 1+1 cũng không. Tính cho đơn vị nơi chị em chỉ nhau, ở nơi đơn vị thuộc về trong ngày ấy. Lần ghi nhầm đã lấy lại thì không tính.',
      'Lessons whose teacher is not named are not in this number. A series of its own: it is never added to sessions, hours taught, attendances or people trained, and nothing of these is in it; meetings of 1+1 pairs are not either. A lesson counts for the unit in which it happened, where that unit lay on the day. One that was taken back counts nowhere.'),
    ('pairs_active', 1, 'count', DATE '2025-07-01', NULL::date,
      'Cặp 1+1 đang hoạt động', 'Active 1+1 pairs',
      'Cặp chưa kết thúc trong ngày ấy, có người hướng dẫn còn là hội viên',
      'Pairs that have not ended on the day and whose instructor is a member',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Cặp tính cho đơn vị mà cặp thuộc về trong ngày ấy. Ngày cuối còn tính. Cặp lâu chưa gặp vẫn tính cho đến khi được ghi là kết thúc. Gồm cả những gì xã, phường chưa báo cáo đã ghi.',
      'A pair counts for the unit that it belongs to on the day. Its last day counts. A pair that has not met for long counts until its end is recorded. What communes that have not reported recorded is among them.'),
    ('women_guided', 1, 'count', DATE '2025-07-01', NULL::date,
      'Hội viên được kèm 1+1', 'Women guided 1+1',
      'Người khác nhau đã được kèm trong một cặp bắt đầu trước hoặc trong ngày ấy, kể cả cặp đã kết thúc',
      'Different women guided in a pair that began by the day, ended ones too',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Cặp rút lại ngay ngày đầu thì không tính. Mỗi người tính một lần, ở nơi cặp đầu tiên của người ấy thuộc về khi bắt đầu, dù sau này cặp hay đơn vị chuyển đi. Trang công khai nêu theo chục, đến cuối tháng trước.',
      'A pair taken back on its first day does not count. Each woman counts once, where her first pair belonged when it began, wherever the pair or the unit went later. Public pages tell it in tens, by the end of the month before.'),
    ('reach_of_chains', 1, 'count', DATE '2025-07-01', NULL::date,
      'Chuỗi 1+1 lan tới', 'Reach of 1+1 chains',
      'Người khác nhau mà chuỗi 1+1 bắt đầu từ nơi này lan tới: người được kèm, người được họ kèm tiếp, và cứ thế',
      'Different women whom chains of 1+1 reached that begin here: those guided, those guided by them, and so on',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Chuỗi có thể đi tiếp sang nơi khác và vẫn tính; ở đây không cắt theo quyền xem. Tổng các nơi lớn hơn số chung, vì một người có thể ở trong nhiều chuỗi.',
      'A chain may go on into other places and still counts; here it is not cut at what one may see. Places add up to more than the whole, as a woman may be in several chains.'),
    ('members', 1, 'count', DATE '2025-07-01', NULL::date,
      'Hội viên', 'Members',
      'Người khác nhau là hội viên của một chi hội hoặc tổ ở nơi này trong ngày ấy',
      'Different people who belong to a sub-association or group of the place on the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Ai sinh hoạt ở hai nơi thì có trong số của cả hai và một lần trong số chung. Ngày cuối còn tính. Chỉ gồm những người đã có hồ sơ trên cổng: hồ sơ ghi muộn, hoặc hai hồ sơ của một người được gộp lại, thì đổi cả số của những ngày trước, kể cả tháng đã chốt; báo cáo đã nộp giữ nguyên.',
      'Whoever belongs to two places is in the number of both and once in the whole. The last day counts. Only those who have a record here are counted: a record that comes late, or two records of one woman that become one, change the number of earlier days too, of closed months as well; what was filed stays.'),
    ('members_reached', 1, 'percent', DATE '2025-07-01', NULL::date,
      'Hội viên đã được tới', 'Members reached',
      'Hội viên trong ngày ấy đã dự ít nhất một buổi tập huấn hoặc đã được kèm trong một cặp 1+1, từ trước đến hết ngày ấy',
      'Members on the day who were at a training session or were guided in a 1+1 pair, at any time up to it',
      'Mọi hội viên có hồ sơ trong ngày ấy', 'All members on record on the day',
      'Ai thôi là hội viên thì ra khỏi cả tử số lẫn mẫu số từ hôm sau ngày cuối. Người dự tập huấn mà không được nối với hồ sơ thì không tính. Hồ sơ ghi muộn, nối muộn hoặc gộp lại thì đổi cả số của những ngày trước, kể cả tháng đã chốt; báo cáo đã nộp giữ nguyên.',
      'Whoever ceases to be a member leaves numerator and denominator on the day after her last. Attendance that is tied to no record does not count. A record that comes late, is tied late or becomes one with another changes the number of earlier days too, of closed months as well; what was filed stays.'),
    ('women_waiting', 1, 'count', DATE '2025-07-01', NULL::date,
      'Người đang chờ lớp', 'Women waiting for a class',
      'Người khác nhau đã để lại số điện thoại để chờ một lớp và đến hết ngày ấy chưa được mời',
      'Different women who left a number to be told of a class and were not invited by the end of the day',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Ai đã rút lời hoặc đã xóa số thì không còn trong số của cả những ngày trước, kể cả tháng đã chốt, vì cổng không giữ lại số điện thoại; báo cáo đã nộp giữ nguyên. Nơi chị chờ sáp nhập thì lời chờ theo về nơi mới.',
      'Whoever took her wish back or had her number erased is gone from earlier days too, of closed months as well, since the portal keeps no number; what was filed stays. Where her place was merged, her wish goes to the new one.'),
    ('priority_groups_reached', 1, 'count', DATE '2025-07-01', NULL::date,
      'Nhóm ưu tiên đã tới', 'Priority groups reached',
      'Hội viên thuộc một nhóm ưu tiên, đã đồng ý cho đếm, đã dự ít nhất một buổi tập huấn trong năm',
      'Members of a priority group who agreed to be counted and were at a training session this year',
      'Không có mẫu số: đây là một số đếm', 'None: this is a count',
      'Chỉ đếm khi có người được quyền yêu cầu, mỗi lần đếm có ghi nhật ký. Nói theo chục; dưới mười chỉ ghi “<10”. Không tính người không đồng ý.',
      'Counted only when somebody entitled asks, with a line in the audit trail each time. Told in tens; fewer than ten as “<10”. Whoever does not agree is not counted.')
  ) d (code, edition, unit, valid_from, valid_to, name_vi, name_en, numerator_vi, numerator_en, denominator_vi, denominator_en, gaps_vi, gaps_en)
  ON CONFLICT (code, edition) DO UPDATE SET (unit_of_measure, valid_from, valid_to, name_vi, name_en, numerator_vi, numerator_en, denominator_vi, denominator_en, known_gaps_vi, known_gaps_en, owner_unit_id)
    = (excluded.unit_of_measure, excluded.valid_from, excluded.valid_to, excluded.name_vi, excluded.name_en, excluded.numerator_vi, excluded.numerator_en, excluded.denominator_vi, excluded.denominator_en, excluded.known_gaps_vi, excluded.known_gaps_en, NULL) $$;
