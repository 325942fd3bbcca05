-- Places below the city on several days at once, gone through one time; only the place itself is told. First the stretches in which units lay in it,
-- itself among them; a last one is open.
CREATE OR REPLACE FUNCTION app.stays_in_place(p_unit uuid) RETURNS TABLE (unit_id uuid, begins date, ends date) LANGUAGE sql STABLE AS $$
  SELECT s.unit_id, greatest(s.valid_from, top.valid_from), least(s.valid_to, top.valid_to)
  FROM unit_span top JOIN unit_span s ON s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C"
    AND greatest(s.valid_from, top.valid_from) < coalesce(least(s.valid_to, top.valid_to), 'infinity')
  WHERE top.unit_id = p_unit $$;

-- Whether what a place keeps is known on a day, as app.units_of_place says of its units.
CREATE OR REPLACE FUNCTION app.place_reported(p_unit uuid, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT s.commune_id IS NULL OR EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = s.commune_id AND app.active_on(k.valid_from, k.valid_to, day))
    OR EXISTS (SELECT FROM unit c WHERE c.id = s.commune_id AND c.level = 'affiliated')
  FROM unit_span s WHERE s.unit_id = p_unit AND app.active_on(s.valid_from, s.valid_to, day) $$;

-- Coverage of a commune, found among what is kept of it alone and read as app.coverage reads it; of a part of one it is counted from its units, day by day.
CREATE OR REPLACE FUNCTION app.coverage_over(codes text[], p_unit uuid, days date[]) RETURNS TABLE (code text, day date, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH kept AS MATERIALIZED (SELECT c.level, c.valid_from AS begins, c.valid_to AS ends, c.open, c.reported, c.units, c.family, c.pair, c.both_untied, c.covered FROM derived.coverage_count c WHERE c.commune_id = p_unit
    UNION ALL SELECT s.level, s.day, NULL, s.open, s.reported, s.units, s.family, s.pair, s.both_untied, s.covered FROM derived.coverage_step s WHERE s.commune_id = p_unit),
  counted AS MATERIALIZED (SELECT d.day, k.level, app.signed_reading(d.day) AS reading, sum(k.reported) > 0 AS reported, sum(k.units) AS units, sum(k.family) AS family, sum(k.pair) AS pair, sum(k.both_untied) AS both_untied, sum(k.covered) AS tied
    FROM unnest(days) d (day) JOIN kept k ON app.active_on(k.begins, k.ends, d.day) GROUP BY 1, 2 HAVING sum(k.open) > 0)
  SELECT r.word || '_' || c.level, c.day, CASE WHEN c.reported THEN CASE r.word WHEN 'coverage' THEN CASE c.reading WHEN 'tied' THEN c.tied WHEN 'both' THEN c.both_untied WHEN 'family' THEN c.family ELSE c.pair END
      WHEN 'both_untied' THEN c.both_untied - c.tied WHEN 'family_only' THEN c.family - c.both_untied ELSE c.pair - c.both_untied END END::numeric, c.units::numeric, c.reported
  FROM counted c JOIN (VALUES ('coverage'), ('both_untied'), ('family_only'), ('pair_only')) r (word) ON r.word || '_' || c.level = ANY (codes) WHERE (SELECT u.level = 'commune' FROM unit u WHERE u.id = p_unit)
  UNION ALL SELECT f.code, d.day, f.done, f.whole, f.reported FROM unnest(days) d (day) CROSS JOIN LATERAL app.figures_of_coverage(codes, p_unit, d.day) f
  WHERE f.unit_id = p_unit AND (SELECT u.level <> 'commune' FROM unit u WHERE u.id = p_unit) $$;

CREATE OR REPLACE FUNCTION app.models_over(codes text[], p_unit uuid, days date[]) RETURNS TABLE (code text, day date, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH asked AS MATERIALIZED (SELECT * FROM app.counted_models() a WHERE a.code = ANY (codes)),
  model AS MATERIALIZED (SELECT x.kind, x.status, greatest(stay.begins, x.begins) AS begins, least(stay.ends, x.ends) AS ends
    FROM app.stays_in_place(p_unit) stay CROSS JOIN LATERAL (SELECT m.kind, s.status, greatest(h.valid_from, s.valid_from) AS begins, least(h.valid_to, s.valid_to) AS ends
      FROM model_host h JOIN model_status s ON s.model_id = h.model_id JOIN digital_model m ON m.id = h.model_id WHERE h.unit_id = stay.unit_id AND s.status = ANY (ARRAY (SELECT a.status FROM asked a)) OFFSET 0) x),
  counted AS MATERIALIZED (SELECT d.day, m.kind, m.status, count(*) AS models FROM unnest(days) d (day) JOIN model m ON app.active_on(m.begins, m.ends, d.day) GROUP BY 1, 2, 3)
  SELECT a.code, d.day, CASE WHEN d.reported THEN coalesce((SELECT sum(c.models) FROM counted c WHERE c.day = d.day AND c.status = a.status AND (a.kind IS NULL OR a.kind = c.kind)), 0) END, NULL::numeric, d.reported
  FROM (SELECT x.x AS day, app.place_reported(p_unit, x.x) AS reported FROM unnest(days) x OFFSET 0) d CROSS JOIN asked a $$;

-- What is counted over days, each stretch by itself (both its days count): sessions held, their hours, who was there, and lessons among themselves.
CREATE OR REPLACE FUNCTION app.sessions_over(codes text[], p_unit uuid, sinces date[], days date[]) RETURNS TABLE (code text, since date, day date, done numeric) LANGUAGE sql STABLE AS $$
  WITH stretch AS MATERIALIZED (SELECT DISTINCT x.since, x.day FROM unnest(sinces, days) x (since, day)),
  held AS MATERIALIZED (SELECT h.session_id, h.on_day, h.hours FROM (SELECT min(x.since) AS since, max(x.day) AS day FROM stretch x) whole CROSS JOIN app.stays_in_place(p_unit) stay
    CROSS JOIN LATERAL (SELECT * FROM app.held_sessions(whole.since, whole.day) x WHERE x.unit_id = stay.unit_id OFFSET 0) h WHERE app.active_on(stay.begins, stay.ends, h.on_day)),
  present AS MATERIALIZED (SELECT h.on_day, coalesce(a.person_id, a.enrolment_id) AS woman, count(*) AS times
    FROM held h CROSS JOIN LATERAL (SELECT * FROM attendance x WHERE x.session_id = h.session_id AND x.mark IN ('present', 'late') OFFSET 0) a
    WHERE codes && ARRAY['attendances', 'people_trained'] AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged') GROUP BY 1, 2)
  SELECT v.code, t.since, t.day, v.done FROM (SELECT s.since, s.day, count(h.session_id) AS sessions, coalesce(sum(h.hours), 0) AS hours FROM stretch s LEFT JOIN held h ON h.on_day BETWEEN s.since AND s.day GROUP BY 1, 2) t
    CROSS JOIN LATERAL (VALUES ('sessions_held', t.sessions::numeric), ('hours_taught', t.hours)) v (code, done) WHERE v.code = ANY (codes)
  UNION ALL SELECT v.code, t.since, t.day, v.done FROM (SELECT w.since, w.day, coalesce(sum(w.times), 0) AS times, count(w.woman) AS women
      FROM (SELECT s.since, s.day, p.woman, sum(p.times) AS times FROM stretch s LEFT JOIN present p ON p.on_day BETWEEN s.since AND s.day GROUP BY 1, 2, 3) w GROUP BY 1, 2) t
    CROSS JOIN LATERAL (VALUES ('attendances', t.times), ('people_trained', t.women::numeric)) v (code, done) WHERE v.code = ANY (codes) $$;

CREATE OR REPLACE FUNCTION app.peer_lessons_over(codes text[], p_unit uuid, sinces date[], days date[]) RETURNS TABLE (code text, since date, day date, done numeric) LANGUAGE sql STABLE AS $$
  WITH stretch AS MATERIALIZED (SELECT DISTINCT x.since, x.day FROM unnest(sinces, days) x (since, day)),
  lesson AS MATERIALIZED (SELECT l.on_day, l.minutes, l.women, l.teacher_id FROM (SELECT min(x.since) AS since, max(x.day) AS day FROM stretch x) whole CROSS JOIN app.stays_in_place(p_unit) stay
    CROSS JOIN LATERAL (SELECT * FROM peer_lesson x WHERE x.unit_id = stay.unit_id AND x.on_day BETWEEN whole.since AND whole.day AND x.taken_back_at IS NULL OFFSET 0) l WHERE app.active_on(stay.begins, stay.ends, l.on_day))
  SELECT v.code, t.since, t.day, v.done FROM (SELECT s.since, s.day, count(l.on_day) AS lessons, coalesce(sum(l.minutes), 0) AS minutes, coalesce(sum(l.women), 0) AS women, count(DISTINCT l.teacher_id) AS teachers
      FROM stretch s LEFT JOIN lesson l ON l.on_day BETWEEN s.since AND s.day GROUP BY 1, 2) t
    CROSS JOIN LATERAL (VALUES ('peer_lessons', t.lessons::numeric), ('peer_lesson_minutes', t.minutes::numeric), ('peer_lesson_learners', t.women::numeric), ('peer_lesson_teachers', t.teachers::numeric)) v (code, done)
  WHERE v.code = ANY (codes) $$;

CREATE OR REPLACE FUNCTION app.pairs_over(p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric) LANGUAGE sql STABLE AS $$
  WITH there AS MATERIALIZED (SELECT x.unit_id, x.pair_id, greatest(stay.begins, x.begins) AS begins, least(stay.ends, x.ends) AS ends
    FROM app.stays_in_place(p_unit) stay CROSS JOIN LATERAL (SELECT d.unit_id, d.pair_id, d.begins, d.ends FROM app.pair_unit_days d WHERE d.unit_id = stay.unit_id OFFSET 0) x)
  SELECT d.day, (SELECT count(*) FROM (SELECT FROM there t WHERE app.active_on(t.begins, t.ends, d.day) GROUP BY t.unit_id, t.pair_id) once)::numeric FROM unnest(days) d (day) $$;

-- Women first guided there: from the day on which each was, wherever her first pair belonged then.
CREATE OR REPLACE FUNCTION app.guided_over(p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric) LANGUAGE sql STABLE AS $$
  WITH top AS MATERIALIZED (SELECT DISTINCT s.level, s.commune_id FROM unit_span s WHERE s.unit_id = p_unit),
  learner AS MATERIALIZED (SELECT p.learner_id AS id FROM (SELECT DISTINCT s.unit_id FROM unit_span s WHERE s.commune_id = ANY (ARRAY (SELECT t.commune_id FROM top t))) s
    CROSS JOIN LATERAL (SELECT x.learner_id FROM pair_host h JOIN pair x ON x.id = h.pair_id WHERE h.unit_id = s.unit_id OFFSET 0) p GROUP BY 1),
  stay AS MATERIALIZED (SELECT * FROM app.stays_in_place(p_unit)),
  guided AS MATERIALIZED (SELECT f.since, f.unit_id, f.commune_id = p_unit AND EXISTS (SELECT FROM top t WHERE t.level = 'commune') AS always
    FROM (SELECT max(x) AS day FROM unnest(days) x) last CROSS JOIN learner l CROSS JOIN LATERAL app.first_guided(l.id, last.day) f)
  SELECT d.day, (SELECT count(*) FROM guided g WHERE g.since <= d.day AND (g.always OR EXISTS (SELECT FROM stay t WHERE t.unit_id = g.unit_id AND app.active_on(t.begins, t.ends, d.day))))::numeric FROM unnest(days) d (day) $$;

-- Members, and of them those reached: from the first day on which each was at a session, or was guided.
CREATE OR REPLACE FUNCTION app.members_over(only_reached boolean, p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE AS $$
  WITH last AS MATERIALIZED (SELECT max(x) AS day FROM unnest(days) x),
  belonged AS MATERIALIZED (SELECT b.person_id, greatest(b.valid_from, stay.begins) AS begins, least(b.valid_to, stay.ends) AS ends
    FROM app.stays_in_place(p_unit) stay CROSS JOIN LATERAL (SELECT * FROM membership x WHERE x.unit_id = stay.unit_id OFFSET 0) b WHERE greatest(b.valid_from, stay.begins) < coalesce(least(b.valid_to, stay.ends), 'infinity')),
  woman AS MATERIALIZED (SELECT DISTINCT b.person_id FROM belonged b WHERE only_reached),
  seen AS MATERIALIZED (SELECT w.person_id, a.session_id FROM woman w CROSS JOIN LATERAL (SELECT x.session_id FROM attendance x WHERE x.person_id = w.person_id AND x.mark IN ('present', 'late') OFFSET 0) a),
  held AS MATERIALIZED (SELECT s.id, s.on_day FROM (SELECT DISTINCT x.session_id FROM seen x) x CROSS JOIN LATERAL (SELECT y.id, (y.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS on_day FROM session y WHERE y.id = x.session_id AND y.state = 'held' OFFSET 0) s),
  reached AS MATERIALIZED (SELECT x.person_id, min(x.on_day) AS since FROM (SELECT s.person_id, h.on_day FROM seen s JOIN held h ON h.id = s.session_id
      UNION ALL SELECT w.person_id, g.began FROM woman w CROSS JOIN last CROSS JOIN LATERAL (SELECT y.began FROM app.guidance_by(last.day) y WHERE y.learner_id = w.person_id OFFSET 0) g) x GROUP BY 1),
  counted AS (SELECT d.day, count(DISTINCT b.person_id) AS members, count(DISTINCT b.person_id) FILTER (WHERE r.since <= d.day) AS reached
    FROM unnest(days) d (day) LEFT JOIN belonged b ON app.active_on(b.begins, b.ends, d.day) LEFT JOIN reached r ON r.person_id = b.person_id GROUP BY 1)
  SELECT c.day, CASE WHEN only_reached THEN c.reached ELSE c.members END::numeric, CASE WHEN only_reached THEN c.members END::numeric FROM counted c $$;

CREATE OR REPLACE FUNCTION app.waiting_over(p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric) LANGUAGE sql STABLE AS $$
  WITH wait AS MATERIALIZED (SELECT coalesce(w.person_id::text, w.phone_print) AS woman, stay.begins, stay.ends, (w.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS since, (w.answered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS answered
    FROM app.stays_in_place(p_unit) stay JOIN topic_wait w ON w.unit_id = stay.unit_id AND w.phone_print IS NOT NULL)
  SELECT d.day, count(DISTINCT w.woman)::numeric FROM unnest(days) d (day) LEFT JOIN wait w ON app.active_on(w.begins, w.ends, d.day) AND w.since <= d.day AND (w.answered IS NULL OR d.day < w.answered) GROUP BY 1 $$;

-- Whom those reach who guide in its pairs of a day, as app.reach_of_all counts them. The ways of all days are walked at once, and of each day those
-- pairs are taken that had begun.
CREATE OR REPLACE FUNCTION app.reach_over(p_unit uuid, days date[]) RETURNS TABLE (day date, done numeric) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE own AS MATERIALIZED (SELECT d.day, u.pair_id FROM unnest(days) d (day) CROSS JOIN LATERAL app.pairs_of_unit(p_unit, d.day) u),
  last AS MATERIALIZED (SELECT max(x) AS day FROM unnest(days) x),
  walked AS (SELECT g.* FROM last CROSS JOIN (SELECT DISTINCT p.instructor_id AS id FROM (SELECT DISTINCT o.pair_id FROM own o) o CROSS JOIN LATERAL (SELECT x.instructor_id FROM pair x WHERE x.id = o.pair_id OFFSET 0) p) f
      CROSS JOIN LATERAL (SELECT * FROM app.guidance_by(last.day) x WHERE x.instructor_id = f.id OFFSET 0) g
    UNION SELECT g.* FROM walked w CROSS JOIN last CROSS JOIN LATERAL (SELECT * FROM app.guidance_by(last.day) x WHERE x.instructor_id = w.learner_id OFFSET 0) g),
  g AS MATERIALIZED (SELECT d.day, w.pair_id, w.instructor_id, w.learner_id FROM unnest(days) d (day) JOIN walked w ON w.began <= d.day),
  i AS MATERIALIZED (SELECT DISTINCT g.day, g.instructor_id AS id FROM g JOIN own o ON o.day = g.day AND o.pair_id = g.pair_id),
  guided AS MATERIALIZED (SELECT DISTINCT g.day, g.learner_id AS id FROM i JOIN g ON g.day = i.day AND g.instructor_id = i.id),
  onward AS (SELECT g.day, g.learner_id AS id FROM guided d JOIN g ON g.day = d.day AND g.instructor_id = d.id WHERE (d.day, d.id) NOT IN (SELECT i.day, i.id FROM i)
    UNION SELECT g.day, g.learner_id FROM onward o JOIN g ON g.day = o.day AND g.instructor_id = o.id),
  above AS (SELECT o.day, o.id AS who, o.id FROM onward o JOIN i ON i.day = o.day AND i.id = o.id WHERE (o.day, o.id) NOT IN (SELECT d.day, d.id FROM guided d)
    UNION SELECT a.day, a.who, g.instructor_id FROM above a JOIN g ON g.day = a.day AND g.learner_id = a.id),
  reached AS (SELECT d.day, d.id FROM guided d
    UNION SELECT o.day, o.id FROM onward o WHERE (o.day, o.id) NOT IN (SELECT i.day, i.id FROM i)
    UNION SELECT a.day, a.who FROM above a JOIN i ON i.day = a.day AND i.id = a.id WHERE a.id <> a.who)
  SELECT d.day, count(r.id)::numeric FROM unnest(days) d (day) LEFT JOIN reached r ON r.day = d.day GROUP BY 1 $$;

-- What is counted over days, of a place on several stretches (both their days count).
CREATE OR REPLACE FUNCTION app.flows_over(p_codes text[], p_unit uuid, sinces date[], days date[]) RETURNS TABLE (code text, since date, day date, done numeric) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
BEGIN
  IF app.is_whole(p_unit) THEN
    RETURN QUERY SELECT f.code, s.since, s.day, f.done FROM (SELECT DISTINCT x.since, x.day FROM unnest(sinces, days) x (since, day)) s CROSS JOIN LATERAL app.flows_since(p_codes, p_unit, s.since, s.day) f WHERE f.unit_id = p_unit;
    RETURN;
  END IF;
  IF p_codes && ARRAY['sessions_held', 'hours_taught', 'attendances', 'people_trained'] THEN RETURN QUERY SELECT * FROM app.sessions_over(p_codes, p_unit, sinces, days); END IF;
  IF p_codes && ARRAY['peer_lessons', 'peer_lesson_minutes', 'peer_lesson_learners', 'peer_lesson_teachers'] THEN RETURN QUERY SELECT * FROM app.peer_lessons_over(p_codes, p_unit, sinces, days); END IF;
END $$;

-- Several indicators of a place below the city on several days on which it is there. Planned once a connection, as app.indicator is.
CREATE OR REPLACE FUNCTION app.place_over(p_codes text[], p_unit uuid, days date[]) RETURNS TABLE (code text, day date, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode TO 'force_generic_plan' AS $$
DECLARE
  years date[] := ARRAY (SELECT date_trunc('year', x)::date FROM unnest(days) WITH ORDINALITY d (x, at) ORDER BY d.at);
BEGIN
  IF EXISTS (SELECT FROM unnest(p_codes) c WHERE c NOT LIKE 'models\_%' AND (c LIKE '%\_group' OR c LIKE '%\_sub\_association')) THEN RETURN QUERY SELECT * FROM app.coverage_over(p_codes, p_unit, days); END IF;
  IF EXISTS (SELECT FROM unnest(p_codes) c WHERE c LIKE 'models\_%') THEN RETURN QUERY SELECT * FROM app.models_over(p_codes, p_unit, days); END IF;
  RETURN QUERY SELECT f.code, f.day, f.done, NULL::numeric, true FROM app.flows_over(p_codes, p_unit, years, days) f;
  IF 'pairs_active' = ANY (p_codes) THEN RETURN QUERY SELECT 'pairs_active', o.day, o.done, NULL::numeric, true FROM app.pairs_over(p_unit, days) o; END IF;
  IF 'women_guided' = ANY (p_codes) THEN RETURN QUERY SELECT 'women_guided', o.day, o.done, NULL::numeric, true FROM app.guided_over(p_unit, days) o; END IF;
  IF 'women_waiting' = ANY (p_codes) THEN RETURN QUERY SELECT 'women_waiting', o.day, o.done, NULL::numeric, true FROM app.waiting_over(p_unit, days) o; END IF;
  IF 'members_reached' = ANY (p_codes) THEN
    RETURN QUERY SELECT v.code, o.day, v.done, v.whole, true FROM app.members_over(true, p_unit, days) o
      CROSS JOIN LATERAL (VALUES ('members_reached', o.done, o.whole), ('members', o.whole, NULL)) v (code, done, whole) WHERE v.code = ANY (p_codes);
  ELSIF 'members' = ANY (p_codes) THEN RETURN QUERY SELECT 'members', o.day, o.done, o.whole, true FROM app.members_over(false, p_unit, days) o;
  END IF;
  IF 'reach_of_chains' = ANY (p_codes) THEN RETURN QUERY SELECT 'reach_of_chains', o.day, o.done, NULL::numeric, true FROM app.reach_over(p_unit, days) o; END IF;
END $$;
