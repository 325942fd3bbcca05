-- What a report counts is read at its place: sessions and lessons of a commune are found from its units, whom its members were guided by from them, and
-- the city's women once for all stretches that a draft compares. Before, a commune's report went through all sessions and pairs of the city.

-- Enrolments that went into another one are few, and every count of who was there leaves them out.
CREATE INDEX enrolment_merged ON enrolment (id) WHERE state = 'merged';

-- What the paths of all units below the city begin with: it never moves.
CREATE OR REPLACE FUNCTION app.path_of(p_city uuid) RETURNS text LANGUAGE sql STABLE AS $$ SELECT s.path FROM unit_span s WHERE s.unit_id = p_city AND s.is_last $$;

-- Sessions held in a place from a day to a day (both count), each where its unit lay on its day. Of less than the city they are found from its units.
CREATE OR REPLACE FUNCTION app.held_in_place_since(p_unit uuid, since date, day date) RETURNS TABLE (session_id uuid, part_id uuid, hours numeric) LANGUAGE sql STABLE AS $$
  SELECT h.session_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), h.hours
  FROM app.held_sessions(since, day) h JOIN unit_span s ON s.unit_id = h.unit_id AND app.active_on(s.valid_from, s.valid_to, h.on_day)
    JOIN unit_span top ON top.unit_id = p_unit AND app.active_on(top.valid_from, top.valid_to, h.on_day) AND s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C" WHERE (SELECT app.is_whole(p_unit))
  UNION ALL SELECT h.session_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), h.hours
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C"
    CROSS JOIN LATERAL (SELECT * FROM app.held_sessions(since, day) x WHERE x.unit_id = s.unit_id OFFSET 0) h
  WHERE top.unit_id = p_unit AND NOT (SELECT app.is_whole(p_unit)) AND app.active_on(s.valid_from, s.valid_to, h.on_day) AND app.active_on(top.valid_from, top.valid_to, h.on_day) $$;

-- Who was there: each time (attendances), or each woman once. One without a record is known by her enrolment alone.
CREATE OR REPLACE FUNCTION app.attendance_since(each_once boolean, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH present AS MATERIALIZED (SELECT h.part_id, CASE WHEN each_once THEN coalesce(a.person_id, a.enrolment_id) END AS woman, count(*) AS times
    FROM app.held_in_place_since(p_unit, since, day) h JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
    GROUP BY 1, 2)
  SELECT p_unit, CASE WHEN each_once THEN (SELECT count(*) FROM (SELECT FROM present p GROUP BY p.woman) once) ELSE coalesce(sum(p.times), 0) END, NULL::numeric, true FROM present p
  UNION ALL SELECT p.part_id, CASE WHEN each_once THEN count(*) ELSE sum(p.times) END, NULL::numeric, true FROM present p GROUP BY p.part_id $$;

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

-- The arithmetic of every indicator, by its code; one that is not here is refused. Flows run from the beginning of the year of the day.
-- A row for the place itself, one for each part of it, and one without a unit for what belongs to the place but to none of its parts.
-- `done` is null where a commune keeps no records here. Places are those of the day counted on, never today's. It is planned once a connection: for
-- a commune planning took longer than counting.
CREATE OR REPLACE FUNCTION app.indicator(p_code text, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  CASE p_code
    WHEN 'coverage_sub_association' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('sub_association', 'covered', p_unit, day);
    WHEN 'coverage_group' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('group', 'covered', p_unit, day);
    WHEN 'both_untied_sub_association' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('sub_association', 'both_untied', p_unit, day);
    WHEN 'both_untied_group' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('group', 'both_untied', p_unit, day);
    WHEN 'family_only_sub_association' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('sub_association', 'family_only', p_unit, day);
    WHEN 'family_only_group' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('group', 'family_only', p_unit, day);
    WHEN 'pair_only_sub_association' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('sub_association', 'pair_only', p_unit, day);
    WHEN 'pair_only_group' THEN RETURN QUERY SELECT * FROM app.figures_of_coverage('group', 'pair_only', p_unit, day);
    WHEN 'models_digital_womens_club' THEN RETURN QUERY SELECT * FROM app.figures_of_models('digital_womens_club', 'active', p_unit, day);
    WHEN 'models_digital_sub_association' THEN RETURN QUERY SELECT * FROM app.figures_of_models('digital_sub_association', 'active', p_unit, day);
    WHEN 'models_one_plus_one_instructor' THEN RETURN QUERY SELECT * FROM app.figures_of_models('one_plus_one_instructor', 'active', p_unit, day);
    WHEN 'models_digital_family' THEN RETURN QUERY SELECT * FROM app.figures_of_models('digital_family', 'active', p_unit, day);
    WHEN 'models_planned' THEN RETURN QUERY SELECT * FROM app.figures_of_models(NULL, 'planned', p_unit, day);
    WHEN 'models_paused' THEN RETURN QUERY SELECT * FROM app.figures_of_models(NULL, 'paused', p_unit, day);
    WHEN 'sessions_held' THEN RETURN QUERY SELECT * FROM app.figures_of_sessions(false, p_unit, day);
    WHEN 'hours_taught' THEN RETURN QUERY SELECT * FROM app.figures_of_sessions(true, p_unit, day);
    WHEN 'attendances' THEN RETURN QUERY SELECT * FROM app.figures_of_attendance(false, p_unit, day);
    WHEN 'people_trained' THEN RETURN QUERY SELECT * FROM app.figures_of_attendance(true, p_unit, day);
    WHEN 'peer_lessons' THEN RETURN QUERY SELECT * FROM app.figures_of_peer_lessons('lessons', p_unit, day);
    WHEN 'peer_lesson_minutes' THEN RETURN QUERY SELECT * FROM app.figures_of_peer_lessons('minutes', p_unit, day);
    WHEN 'peer_lesson_learners' THEN RETURN QUERY SELECT * FROM app.figures_of_peer_lessons('women', p_unit, day);
    WHEN 'peer_lesson_teachers' THEN RETURN QUERY SELECT * FROM app.figures_of_peer_lessons('teachers', p_unit, day);
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

CREATE OR REPLACE FUNCTION app.city_pairs_over(p_city uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE AS $$
  WITH pair AS MATERIALIZED (SELECT range_agg(d.days * daterange(s.valid_from, s.valid_to)) AS days FROM app.pair_unit_days d JOIN unit_span s ON s.unit_id = d.unit_id AND d.days && daterange(s.valid_from, s.valid_to) AND starts_with(s.path, (SELECT app.path_of(p_city))) GROUP BY d.pair_id),
  stretch AS MATERIALIZED (SELECT unnest(p.days) AS days FROM pair p),
  step AS MATERIALIZED (SELECT lower(s.days) AS on_day, count(*) AS pairs FROM stretch s GROUP BY 1 UNION ALL SELECT upper(s.days), -count(*) FROM stretch s WHERE NOT upper_inf(s.days) GROUP BY 1)
  SELECT d.day, coalesce(sum(step.pairs), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON step.on_day <= d.day GROUP BY 1 $$;

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
  there date[] := ARRAY (SELECT x FROM unnest(p_days) x WHERE EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, x)));
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
    ELSE RETURN QUERY SELECT x.x, f.done, f.whole, f.reported FROM unnest(there) x CROSS JOIN LATERAL app.indicator(p_code, p_unit, x.x) f WHERE f.unit_id = p_unit;
  END CASE;
END $$;

-- The same on each of several days.
CREATE OR REPLACE FUNCTION app.people_trained_over(p_topic uuid, p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT o.day, o.done, o.whole, true FROM app.city_attendance_over(true, p_topic, p_unit, days) o WHERE app.is_whole(p_unit)
  UNION ALL SELECT d.day, f.done, f.whole, f.reported FROM unnest(days) d(day) CROSS JOIN LATERAL app.people_trained_in(p_topic, p_unit, d.day) f WHERE f.unit_id = p_unit AND NOT app.is_whole(p_unit) $$;

-- What is counted over days rather than on one, from a day to a day instead of since the year began.
CREATE OR REPLACE FUNCTION app.indicator_since(p_code text, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  CASE p_code
    WHEN 'sessions_held' THEN RETURN QUERY SELECT * FROM app.sessions_since(false, p_unit, since, day);
    WHEN 'hours_taught' THEN RETURN QUERY SELECT * FROM app.sessions_since(true, p_unit, since, day);
    WHEN 'attendances' THEN RETURN QUERY SELECT * FROM app.attendance_since(false, p_unit, since, day);
    WHEN 'people_trained' THEN RETURN QUERY SELECT * FROM app.attendance_since(true, p_unit, since, day);
    WHEN 'peer_lessons' THEN RETURN QUERY SELECT * FROM app.peer_lessons_since('lessons', p_unit, since, day);
    WHEN 'peer_lesson_minutes' THEN RETURN QUERY SELECT * FROM app.peer_lessons_since('minutes', p_unit, since, day);
    WHEN 'peer_lesson_learners' THEN RETURN QUERY SELECT * FROM app.peer_lessons_since('women', p_unit, since, day);
    WHEN 'peer_lesson_teachers' THEN RETURN QUERY SELECT * FROM app.peer_lessons_since('teachers', p_unit, since, day);
  END CASE;
END $$;

-- Lessons that stand, from a day to a day (both count), in a place: each where its unit lay on its day, and in which part of the place.
CREATE OR REPLACE FUNCTION app.peer_lessons_in(p_unit uuid, since date, day date) RETURNS TABLE (lesson_id uuid, part_id uuid, on_day date, minutes int, women int, teacher_id uuid) LANGUAGE sql STABLE AS $$
  SELECT l.id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), l.on_day, l.minutes::int, l.women::int, l.teacher_id
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C"
    JOIN peer_lesson l ON l.unit_id = s.unit_id AND l.on_day BETWEEN since AND day AND app.active_on(s.valid_from, s.valid_to, l.on_day) AND app.active_on(top.valid_from, top.valid_to, l.on_day)
  WHERE top.unit_id = p_unit AND l.taken_back_at IS NULL AND (SELECT app.is_whole(p_unit))
  UNION ALL SELECT l.id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), l.on_day, l.minutes::int, l.women::int, l.teacher_id
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C"
    CROSS JOIN LATERAL (SELECT * FROM peer_lesson x WHERE x.unit_id = s.unit_id AND x.on_day BETWEEN since AND day AND x.taken_back_at IS NULL OFFSET 0) l
  WHERE top.unit_id = p_unit AND NOT (SELECT app.is_whole(p_unit)) AND app.active_on(s.valid_from, s.valid_to, l.on_day) AND app.active_on(top.valid_from, top.valid_to, l.on_day) $$;

-- What is counted over days rather than on one: told beside what runs since the year began.
CREATE OR REPLACE FUNCTION app.flow_codes() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['sessions_held', 'hours_taught', 'attendances', 'people_trained', 'peer_lessons', 'peer_lesson_minutes', 'peer_lesson_learners', 'peer_lesson_teachers'] $$;

-- A figure as a report and a snapshot hold it; what is null is left out.
CREATE OR REPLACE FUNCTION app.figure_told(done numeric, whole numeric, since numeric, reported boolean) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('done', trim_scale(done), 'whole', trim_scale(whole), 'since', trim_scale(since),
    'state', CASE WHEN whole = 0 THEN 'nothing' WHEN NOT reported THEN 'not_reported' WHEN done IS NULL THEN 'nothing' ELSE 'known' END)) $$;

-- Every indicator of a place and of each of its parts on a day, from the one arithmetic; beside what runs since the year began, what of it
-- belongs to the days since another one.
CREATE OR REPLACE FUNCTION app.figures_told(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH told AS MATERIALIZED (SELECT i.code, f.unit_id, f.done, f.whole, f.reported FROM indicator i CROSS JOIN LATERAL app.indicator(i.code, p_unit, day) f
      WHERE app.active_on(i.valid_from, i.valid_to, day) AND f.unit_id IS NOT NULL),
  flow AS MATERIALIZED (SELECT c.code, f.unit_id, f.done FROM unnest(app.flow_codes()) c (code)
      CROSS JOIN LATERAL app.indicator_since(c.code, p_unit, since, day) f WHERE f.unit_id IS NOT NULL)
  SELECT unit_id, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (unit_id, code) GROUP BY 1 $$;

-- The same of the place alone, over several stretches: what goes through all women of the city is read once for all of them. Members are the whole of
-- those reached. A test holds it to app.figures_told, which a signing freezes.
CREATE OR REPLACE FUNCTION app.place_told(p_unit uuid, since date[], days date[]) RETURNS TABLE (since date, day date, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH stretch AS MATERIALIZED (SELECT DISTINCT x.since, x.day FROM unnest($2, $3) x (since, day)),
  defined AS MATERIALIZED (SELECT i.code, array_agg(DISTINCT s.day) AS days FROM indicator i JOIN stretch s ON app.active_on(i.valid_from, i.valid_to, s.day) GROUP BY 1),
  counted AS MATERIALIZED (SELECT d.code, o.* FROM defined d CROSS JOIN LATERAL app.indicator_over(d.code, p_unit, d.days) o
      WHERE d.code <> 'members' OR NOT EXISTS (SELECT FROM defined r WHERE r.code = 'members_reached' AND r.days @> d.days)),
  told AS (SELECT s.since, c.day, c.code, c.done, c.whole, c.reported FROM stretch s JOIN counted c ON c.day = s.day
    UNION ALL SELECT s.since, c.day, 'members', c.whole, NULL, c.reported FROM stretch s JOIN counted c ON c.day = s.day AND c.code = 'members_reached'
      WHERE EXISTS (SELECT FROM defined d WHERE d.code = 'members' AND s.day = ANY (d.days)) AND NOT EXISTS (SELECT FROM counted m WHERE m.code = 'members')),
  flow AS MATERIALIZED (SELECT s.since, s.day, c.code, f.done FROM stretch s CROSS JOIN unnest(app.flow_codes()) c (code)
      CROSS JOIN LATERAL app.indicator_since(c.code, p_unit, s.since, s.day) f WHERE f.unit_id = p_unit)
  SELECT since, day, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (since, day, code) GROUP BY 1, 2 $$;

DROP FUNCTION app.city_attendance_over(boolean, uuid, date[]);
DROP FUNCTION app.city_pairs_over(date[]);
DROP FUNCTION app.city_members_over(boolean, date[]);
