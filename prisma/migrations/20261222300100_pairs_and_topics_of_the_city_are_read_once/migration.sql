-- Pairs of the city on several days, as the meeting reads them, joined unit by unit and reckoned with ranges of days, four made for each pair; now
-- tables are gone through, and first and last days compared. What people learned was counted from each woman in each of her courses and
-- sorted by skill; now each woman is gone through once. Of a commune her attendances are found by its sessions, not among all.
CREATE OR REPLACE VIEW app.pair_days WITH (security_invoker = true) AS
  SELECT p.id AS pair_id, daterange(greatest(p.valid_from, b.valid_from), least(p.valid_to, b.valid_to)) AS days, greatest(p.valid_from, b.valid_from) AS begins, least(p.valid_to, b.valid_to) AS ends
  FROM pair p LEFT JOIN person i ON i.id = p.instructor_id AND i.merged_into_id IS NOT NULL
    JOIN membership b ON b.person_id = CASE WHEN i.id IS NULL THEN p.instructor_id ELSE app.record_today(i.id) END
  WHERE greatest(p.valid_from, b.valid_from) < coalesce(least(p.valid_to, b.valid_to), 'infinity');
CREATE OR REPLACE VIEW app.pair_unit_days WITH (security_invoker = true) AS
  SELECT h.unit_id, d.pair_id, daterange(greatest(d.begins, h.valid_from), least(d.ends, h.valid_to)) AS days, greatest(d.begins, h.valid_from) AS begins, least(d.ends, h.valid_to) AS ends
  FROM app.pair_days d JOIN pair_host h ON h.pair_id = d.pair_id
  WHERE greatest(d.begins, h.valid_from) < coalesce(least(d.ends, h.valid_to), 'infinity');

CREATE OR REPLACE FUNCTION app.figures_of_pairs(p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  there AS MATERIALIZED (SELECT d.unit_id, d.pair_id FROM app.pair_unit_days d WHERE (SELECT app.is_whole(p_unit)) AND app.active_on(d.begins, d.ends, day)
    UNION ALL SELECT x.unit_id, x.pair_id FROM here CROSS JOIN LATERAL (SELECT d.unit_id, d.pair_id FROM app.pair_unit_days d WHERE d.unit_id = here.unit_id AND app.active_on(d.begins, d.ends, day) OFFSET 0) x WHERE NOT (SELECT app.is_whole(p_unit))),
  counted AS MATERIALIZED (SELECT once.unit_id, count(*) AS pairs FROM (SELECT DISTINCT there.unit_id, there.pair_id FROM there) once GROUP BY 1)
  SELECT CASE WHEN grouping(here.part_id) = 1 THEN p_unit ELSE here.part_id END, coalesce(sum(c.pairs), 0), NULL::numeric, true
  FROM here LEFT JOIN counted c ON c.unit_id = here.unit_id GROUP BY GROUPING SETS ((), (here.part_id)) HAVING count(*) > 0 $$;

CREATE OR REPLACE FUNCTION app.city_pairs_over(p_city uuid, days date[]) RETURNS TABLE (day date, done numeric, whole numeric) LANGUAGE sql STABLE SET enable_nestloop TO off AS $$
  WITH counted AS MATERIALIZED (SELECT d.pair_id, greatest(d.begins, s.valid_from) AS begins, least(d.ends, s.valid_to) AS ends FROM app.pair_unit_days d
      JOIN unit_span s ON s.unit_id = d.unit_id AND starts_with(s.path, (SELECT app.path_of(p_city))) AND greatest(d.begins, s.valid_from) < coalesce(least(d.ends, s.valid_to), 'infinity')),
  pair AS MATERIALIZED (SELECT c.pair_id, count(*) AS times, min(c.begins) AS begins, max(c.ends) AS ends FROM counted c GROUP BY 1),
  stretch AS (SELECT p.begins, p.ends FROM pair p WHERE p.times = 1
    UNION ALL SELECT lower(m.days), upper(m.days) FROM (SELECT unnest(range_agg(daterange(c.begins, c.ends))) AS days FROM pair p JOIN counted c ON c.pair_id = p.pair_id WHERE p.times > 1 GROUP BY p.pair_id) m),
  step AS MATERIALIZED (SELECT s.begins, s.ends, count(*) AS pairs FROM stretch s GROUP BY 1, 2)
  SELECT d.day, coalesce(sum(step.pairs), 0), NULL::numeric FROM unnest(days) d(day) LEFT JOIN step ON app.active_on(step.begins, step.ends, d.day) GROUP BY 1 $$;

CREATE OR REPLACE FUNCTION app.people_trained_by(p_unit uuid, day date) RETURNS TABLE (course_id uuid, skill_id uuid, people bigint) LANGUAGE sql STABLE AS $$
  WITH course AS MATERIALIZED (SELECT c.id, c.at, set_bit(repeat('0', c.many)::varbit, c.at, 1) AS bit FROM (SELECT x.id, (row_number() OVER (ORDER BY x.id))::int - 1 AS at, (count(*) OVER ())::int AS many FROM course x) c),
  skill AS (SELECT t.skill_id, bit_or(c.bit) AS courses FROM course_skill t JOIN course c ON c.id = t.course_id GROUP BY 1),
  woman AS (SELECT bit_or(c.bit) AS courses FROM app.held_in_place(p_unit, day) h JOIN session s ON s.id = h.session_id JOIN course c ON c.id = s.course_id
      JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
    GROUP BY coalesce(a.person_id, a.enrolment_id)),
  learned AS MATERIALIZED (SELECT w.courses, count(*) AS women FROM woman w GROUP BY 1)
  SELECT c.id, NULL::uuid, sum(l.women)::bigint FROM learned l JOIN course c ON get_bit(l.courses, c.at) = 1 GROUP BY 1
  UNION ALL SELECT NULL, k.skill_id, sum(l.women)::bigint FROM learned l JOIN skill k ON bit_count(l.courses & k.courses) > 0 GROUP BY 2 $$;
