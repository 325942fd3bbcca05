-- What women taught each other in a period is told beside what they did since the year began, as trainings are.
CREATE OR REPLACE FUNCTION app.peer_lessons_since(what text, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN grouping(part_id) = 1 THEN p_unit ELSE part_id END,
    CASE what WHEN 'lessons' THEN count(*) WHEN 'minutes' THEN coalesce(sum(minutes), 0) WHEN 'women' THEN coalesce(sum(women), 0) ELSE count(DISTINCT teacher_id) END::numeric, NULL::numeric, true
  FROM app.peer_lessons_in(p_unit, since, day) GROUP BY GROUPING SETS ((), (part_id)) $$;

CREATE OR REPLACE FUNCTION app.figures_of_peer_lessons(what text, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT * FROM app.peer_lessons_since(what, p_unit, date_trunc('year', day)::date, day) $$;

CREATE OR REPLACE FUNCTION app.indicator_since(p_code text, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE AS $$
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

CREATE OR REPLACE FUNCTION app.figures_told(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH told AS MATERIALIZED (SELECT i.code, f.unit_id, f.done, f.whole, f.reported FROM indicator i CROSS JOIN LATERAL app.indicator(i.code, p_unit, day) f
      WHERE app.active_on(i.valid_from, i.valid_to, day) AND f.unit_id IS NOT NULL),
  flow AS MATERIALIZED (SELECT c.code, f.unit_id, f.done FROM (VALUES ('sessions_held'), ('hours_taught'), ('attendances'), ('people_trained'), ('peer_lessons'), ('peer_lesson_minutes'), ('peer_lesson_learners'), ('peer_lesson_teachers')) c (code)
      CROSS JOIN LATERAL app.indicator_since(c.code, p_unit, since, day) f WHERE f.unit_id IS NOT NULL),
  figure AS (SELECT coalesce(t.unit_id, f.unit_id) AS unit_id, coalesce(t.code, f.code) AS code, jsonb_strip_nulls(jsonb_build_object('done', trim_scale(t.done), 'whole', trim_scale(t.whole), 'since', trim_scale(f.done),
      'state', CASE WHEN t.whole = 0 THEN 'nothing' WHEN NOT t.reported THEN 'not_reported' WHEN t.done IS NULL THEN 'nothing' ELSE 'known' END)) AS figure
    FROM told t FULL JOIN flow f ON f.unit_id = t.unit_id AND f.code = t.code)
  SELECT figure.unit_id, jsonb_object_agg(figure.code, figure.figure) FROM figure GROUP BY 1 $$;
