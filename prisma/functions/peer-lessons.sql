-- A lesson stands at a unit that there was on its day. Of a month that is closed for the commune in which the unit lay none is added, changed or taken
-- back, and closing waits for who is about it. A record that goes into another takes its lessons along all the same: nothing that is counted changes.
CREATE OR REPLACE FUNCTION app.keep_peer_lesson() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
DECLARE until date;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.unit_id, NEW.on_day, NEW.topic_id, NEW.minutes, NEW.women, NEW.taken_back_at) IS NOT DISTINCT FROM (OLD.unit_id, OLD.on_day, OLD.topic_id, OLD.minutes, OLD.women, OLD.taken_back_at) THEN RETURN NEW; END IF;
  PERFORM FROM unit_span s WHERE s.unit_id = NEW.unit_id AND app.active_on(s.valid_from, s.valid_to, NEW.on_day);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there was no such unit on that day' USING ERRCODE = 'check_violation', CONSTRAINT = 'peer_lesson_place', HINT = 'peer_lesson_place';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed months'), hashtext(c.id::text))
    FROM (SELECT DISTINCT s.commune_id AS id FROM unit_span s WHERE s.unit_id IN (NEW.unit_id, OLD.unit_id) AND s.commune_id IS NOT NULL ORDER BY 1) c;
  SELECT max(p.ends_on) INTO until FROM (VALUES (NEW.unit_id, NEW.on_day), (OLD.unit_id, OLD.on_day)) x (unit_id, on_day)
    JOIN unit_span s ON s.unit_id = x.unit_id AND app.active_on(s.valid_from, s.valid_to, x.on_day)
    JOIN report r ON r.unit_id = s.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id AND p.starts_on <= x.on_day AND x.on_day < p.ends_on;
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'lessons of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NEW;
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

-- Lessons from a day to a day in a place and its parts: how many, their minutes, how often somebody learned in one, and the different women who taught and are named.
-- A series of its own: no session, attendance or contact of a pair is in it.
CREATE OR REPLACE FUNCTION app.peer_lessons_since(codes text[], p_unit uuid, since date, day date) RETURNS TABLE (code text, unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT v.code, t.unit_id, v.done, NULL::numeric, true
  FROM (SELECT CASE WHEN grouping(part_id) = 1 THEN p_unit ELSE part_id END AS unit_id, count(*) AS lessons, coalesce(sum(minutes), 0) AS minutes, coalesce(sum(women), 0) AS women, count(DISTINCT teacher_id) AS teachers
      FROM app.peer_lessons_in(p_unit, since, day) GROUP BY GROUPING SETS ((), (part_id))) t
    CROSS JOIN LATERAL (VALUES ('peer_lessons', t.lessons::numeric), ('peer_lesson_minutes', t.minutes::numeric), ('peer_lesson_learners', t.women::numeric), ('peer_lesson_teachers', t.teachers::numeric)) v (code, done)
  WHERE v.code = ANY (codes) $$;
