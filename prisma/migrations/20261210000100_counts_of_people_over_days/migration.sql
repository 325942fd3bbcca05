-- What goes through all women of the city is counted on several days in one pass, so that the city has its year and its pace of them; and people
-- trained are told by course and by skill, place by place.

-- Whether a course is this topic, or teaches this skill.
CREATE OR REPLACE FUNCTION app.teaches(p_course uuid, p_topic uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT p_course = p_topic OR EXISTS (SELECT FROM course_skill c WHERE c.course_id = p_course AND c.skill_id = p_topic) $$;

-- What goes through all women of the city, on several days at once: each is read one time and counted on those days on which she was there.
-- A test holds every one of these to app.indicator of the single days. Where nearly every row is read, one is not looked up by another.
CREATE OR REPLACE FUNCTION app.city_attendance_over(each_once boolean, p_topic uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH held AS MATERIALIZED (SELECT h.session_id, h.on_day, date_trunc('year', h.on_day)::date AS year FROM app.held_sessions((SELECT date_trunc('year', min(x))::date FROM unnest(days) x), (SELECT max(x) FROM unnest(days) x)) h
      JOIN unit_span s ON s.unit_id = h.unit_id AND app.active_on(s.valid_from, s.valid_to, h.on_day)
      WHERE p_topic IS NULL OR h.session_id IN (SELECT x.id FROM session x WHERE app.teaches(x.course_id, p_topic))),
  present AS (SELECT h.year, h.on_day, coalesce(a.person_id, a.enrolment_id) AS woman FROM held h JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late')
      AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')),
  first AS (SELECT p.year, min(p.on_day) AS on_day FROM present p WHERE each_once GROUP BY p.year, p.woman),
  step AS MATERIALIZED (SELECT f.year, f.on_day, count(*) AS women FROM first f WHERE each_once GROUP BY 1, 2 UNION ALL SELECT p.year, p.on_day, count(*) FROM present p WHERE NOT each_once GROUP BY 1, 2)
  SELECT d.day, coalesce(sum(step.women), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON step.year = date_trunc('year', d.day)::date AND step.on_day <= d.day GROUP BY 1 $$;

CREATE OR REPLACE FUNCTION app.city_pairs_over(days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE AS $$
  WITH pair AS MATERIALIZED (SELECT range_agg(d.days * daterange(s.valid_from, s.valid_to)) AS days FROM app.pair_unit_days d JOIN unit_span s ON s.unit_id = d.unit_id AND d.days && daterange(s.valid_from, s.valid_to) GROUP BY d.pair_id),
  stretch AS MATERIALIZED (SELECT unnest(p.days) AS days FROM pair p),
  step AS MATERIALIZED (SELECT lower(s.days) AS on_day, count(*) AS pairs FROM stretch s GROUP BY 1 UNION ALL SELECT upper(s.days), -count(*) FROM stretch s WHERE NOT upper_inf(s.days) GROUP BY 1)
  SELECT d.day, coalesce(sum(step.pairs), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON step.on_day <= d.day GROUP BY 1 $$;

CREATE OR REPLACE FUNCTION app.city_learners_over(in_place boolean, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE AS $$
  WITH since AS (SELECT f.since FROM (SELECT max(x) AS day FROM unnest(days) x) last CROSS JOIN LATERAL app.all_first_guided(last.day) f WHERE in_place
    UNION ALL SELECT min(g.began) FROM (SELECT max(x) AS day FROM unnest(days) x) last CROSS JOIN LATERAL app.guidance_by(last.day) g WHERE NOT in_place GROUP BY g.learner_id),
  step AS MATERIALIZED (SELECT s.since, count(*) AS women FROM since s GROUP BY 1)
  SELECT d.day, coalesce(sum(step.women), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON step.since <= d.day GROUP BY 1 $$;

-- Members, and of them those reached: from the first day on which each was at a session, or was guided.
CREATE OR REPLACE FUNCTION app.city_members_over(only_reached boolean, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH member AS MATERIALIZED (SELECT b.person_id, range_agg(daterange(greatest(b.valid_from, s.valid_from), least(b.valid_to, s.valid_to))) AS days
      FROM membership b JOIN unit_span s ON s.unit_id = b.unit_id AND daterange(b.valid_from, b.valid_to) && daterange(s.valid_from, s.valid_to) GROUP BY 1),
  reached AS MATERIALIZED (SELECT r.person_id, min(r.since) AS since FROM (
      SELECT a.person_id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS since FROM session s JOIN attendance a ON a.session_id = s.id AND a.mark IN ('present', 'late') AND a.person_id IS NOT NULL
        WHERE only_reached AND s.state = 'held' AND s.starts_at < ((SELECT max(x) FROM unnest(days) x) + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
      UNION ALL SELECT g.learner_id, g.began FROM (SELECT max(x) AS day FROM unnest(days) x) last CROSS JOIN LATERAL app.guidance_by(last.day) g WHERE only_reached) r GROUP BY 1),
  stretch AS MATERIALIZED (SELECT m.person_id, unnest(m.days) AS days FROM member m),
  counted AS MATERIALIZED (SELECT false AS is_reached, lower(s.days) AS begins, upper(s.days) AS ends FROM stretch s
    UNION ALL SELECT true, greatest(lower(s.days), r.since), upper(s.days) FROM stretch s JOIN reached r ON r.person_id = s.person_id WHERE only_reached AND (upper_inf(s.days) OR r.since < upper(s.days))),
  step AS MATERIALIZED (SELECT c.is_reached, c.begins AS on_day, count(*) AS women FROM counted c GROUP BY 1, 2 UNION ALL SELECT c.is_reached, c.ends, -count(*) FROM counted c WHERE c.ends IS NOT NULL GROUP BY 1, 2)
  SELECT d.day, coalesce(sum(step.women) FILTER (WHERE step.is_reached = only_reached), 0), CASE WHEN only_reached THEN coalesce(sum(step.women) FILTER (WHERE NOT step.is_reached), 0) END
  FROM unnest(days) d(day) LEFT JOIN step ON step.on_day <= d.day GROUP BY 1 $$;

-- One number of a place on each of several days, by the arithmetic above.
CREATE OR REPLACE FUNCTION app.indicator_over(p_code text, p_unit uuid, p_days date[]) RETURNS TABLE (day date, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE AS $$
DECLARE
  there date[] := ARRAY (SELECT x FROM unnest(p_days) x WHERE EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, x)));
  of_city text := CASE WHEN app.is_whole(p_unit) THEN p_code END;
BEGIN
  CASE of_city
    WHEN 'attendances' THEN RETURN QUERY SELECT o.*, true FROM app.city_attendance_over(false, NULL, there) o;
    WHEN 'people_trained' THEN RETURN QUERY SELECT o.*, true FROM app.city_attendance_over(true, NULL, there) o;
    WHEN 'pairs_active' THEN RETURN QUERY SELECT o.*, true FROM app.city_pairs_over(there) o;
    WHEN 'women_guided' THEN RETURN QUERY SELECT o.*, true FROM app.city_learners_over(true, there) o;
    WHEN 'reach_of_chains' THEN RETURN QUERY SELECT o.*, true FROM app.city_learners_over(false, there) o;
    WHEN 'members' THEN RETURN QUERY SELECT o.*, true FROM app.city_members_over(false, there) o;
    WHEN 'members_reached' THEN RETURN QUERY SELECT o.*, true FROM app.city_members_over(true, there) o;
    ELSE RETURN QUERY SELECT x.x, f.done, f.whole, f.reported FROM unnest(there) x CROSS JOIN LATERAL app.indicator(p_code, p_unit, x.x) f WHERE f.unit_id = p_unit;
  END CASE;
END $$;

-- People trained since the year began, by what they learned: each once in a course, and in a skill that her courses teach.
CREATE OR REPLACE FUNCTION app.people_trained_by(p_unit uuid, day date) RETURNS TABLE (course_id uuid, skill_id uuid, people bigint) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH learned AS MATERIALIZED (SELECT DISTINCT s.course_id, coalesce(a.person_id, a.enrolment_id) AS woman FROM app.held_in_place(p_unit, day) h JOIN session s ON s.id = h.session_id
      JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged'))
  SELECT l.course_id, NULL::uuid, count(*) FROM learned l GROUP BY 1
  UNION ALL SELECT NULL, c.skill_id, count(DISTINCT l.woman) FROM learned l JOIN course_skill c ON c.course_id = l.course_id GROUP BY c.skill_id $$;

-- People trained in one course or one skill, of a place and its parts, as app.indicator tells people trained.
CREATE OR REPLACE FUNCTION app.people_trained_in(p_topic uuid, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN grouping(h.part_id) = 1 THEN p_unit ELSE h.part_id END, count(DISTINCT coalesce(a.person_id, a.enrolment_id))::numeric, NULL::numeric, true
  FROM app.held_in_place(p_unit, day) h JOIN session s ON s.id = h.session_id AND app.teaches(s.course_id, p_topic)
    JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
  GROUP BY GROUPING SETS ((), (h.part_id)) $$;

-- The same on each of several days.
CREATE OR REPLACE FUNCTION app.people_trained_over(p_topic uuid, p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT o.day, o.done, o.whole, true FROM app.city_attendance_over(true, p_topic, days) o WHERE app.is_whole(p_unit)
  UNION ALL SELECT d.day, f.done, f.whole, f.reported FROM unnest(days) d(day) CROSS JOIN LATERAL app.people_trained_in(p_topic, p_unit, d.day) f WHERE f.unit_id = p_unit AND NOT app.is_whole(p_unit) $$;
