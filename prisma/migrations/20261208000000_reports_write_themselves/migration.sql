-- Reports write themselves: periods of the calendar, snapshots from the one arithmetic of indicators, and what a signed report said is kept
-- with its signing. A locked one is reopened when the commune asks and the province grants it, the latest first.
ALTER TYPE report_action_kind ADD VALUE 'reopen_asked';
ALTER TYPE report_action_kind ADD VALUE 'reopen_refused';

ALTER TABLE reporting_period ADD COLUMN owed boolean NOT NULL DEFAULT false;
ALTER TABLE report_action ADD COLUMN content jsonb;
ALTER TABLE snapshot ADD COLUMN since date;

-- No two periods of a kind hold the same day.
ALTER TABLE reporting_period ADD CONSTRAINT one_period EXCLUDE USING gist (kind WITH =, daterange(starts_on, ends_on) WITH &&);

CREATE OR REPLACE FUNCTION app.held_in_place_since(p_unit uuid, since date, day date) RETURNS TABLE (session_id uuid, part_id uuid, hours numeric) LANGUAGE sql STABLE AS $$
  SELECT h.session_id, app.part_of(top.level, s.level, s.unit_id, s.commune_id, s.sub_association_id), h.hours
  FROM app.held_sessions(since, day) h JOIN unit_span s ON s.unit_id = h.unit_id AND app.active_on(s.valid_from, s.valid_to, h.on_day)
    JOIN unit_span top ON top.unit_id = p_unit AND app.active_on(top.valid_from, top.valid_to, h.on_day) AND s.path >= top.path COLLATE "C" AND s.path < (top.path || '~') COLLATE "C" $$;

CREATE OR REPLACE FUNCTION app.held_in_place(p_unit uuid, day date) RETURNS TABLE (session_id uuid, part_id uuid, hours numeric) LANGUAGE sql STABLE AS $$
  SELECT * FROM app.held_in_place_since(p_unit, date_trunc('year', day)::date, day) $$;

CREATE OR REPLACE FUNCTION app.sessions_since(in_hours boolean, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN grouping(part_id) = 1 THEN p_unit ELSE part_id END, CASE WHEN in_hours THEN coalesce(sum(hours), 0) ELSE count(*) END, NULL::numeric, true
  FROM app.held_in_place_since(p_unit, since, day) GROUP BY GROUPING SETS ((), (part_id)) $$;

CREATE OR REPLACE FUNCTION app.figures_of_sessions(in_hours boolean, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT * FROM app.sessions_since(in_hours, p_unit, date_trunc('year', day)::date, day) $$;

CREATE OR REPLACE FUNCTION app.attendance_since(each_once boolean, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN grouping(h.part_id) = 1 THEN p_unit ELSE h.part_id END, CASE WHEN each_once THEN count(DISTINCT coalesce(a.person_id, a.enrolment_id)) ELSE count(*) END, NULL::numeric, true
  FROM app.held_in_place_since(p_unit, since, day) h JOIN attendance a ON a.session_id = h.session_id AND a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')
  GROUP BY GROUPING SETS ((), (h.part_id)) $$;

CREATE OR REPLACE FUNCTION app.figures_of_attendance(each_once boolean, p_unit uuid, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT * FROM app.attendance_since(each_once, p_unit, date_trunc('year', day)::date, day) $$;

CREATE OR REPLACE FUNCTION app.indicator_since(p_code text, p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, done numeric, whole numeric, reported boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE p_code
    WHEN 'sessions_held' THEN RETURN QUERY SELECT * FROM app.sessions_since(false, p_unit, since, day);
    WHEN 'hours_taught' THEN RETURN QUERY SELECT * FROM app.sessions_since(true, p_unit, since, day);
    WHEN 'attendances' THEN RETURN QUERY SELECT * FROM app.attendance_since(false, p_unit, since, day);
    WHEN 'people_trained' THEN RETURN QUERY SELECT * FROM app.attendance_since(true, p_unit, since, day);
  END CASE;
END $$;

CREATE OR REPLACE FUNCTION app.make_periods(since date, until date, due_day int) RETURNS int LANGUAGE sql AS $$
  WITH made AS (INSERT INTO reporting_period (id, kind, starts_on, ends_on, due_on, owed)
    SELECT app.uuid7(), k.kind, d::date, (d + k.months)::date, (d + k.months)::date + due_day - 1, k.kind = 'month' AND (d + k.months)::date > app.today()
    FROM (VALUES ('month'::period_kind, 'month', interval '1 month'), ('quarter', 'quarter', '3 months'), ('half_year', NULL, '6 months'), ('year', 'year', '1 year')) k (kind, unit, months)
      CROSS JOIN LATERAL generate_series(coalesce(date_trunc(k.unit, since::timestamp), make_date(extract(year FROM since)::int, CASE WHEN extract(month FROM since) > 6 THEN 7 ELSE 1 END, 1)), until::timestamp, k.months) d
    ON CONFLICT (kind, starts_on) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM made $$;

CREATE OR REPLACE FUNCTION app.locked_after(p_report uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT l.id FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN report l ON l.unit_id = r.unit_id AND l.state = 'locked' JOIN reporting_period q ON q.id = l.period_id
  WHERE r.id = p_report AND (q.ends_on > p.ends_on OR q.ends_on = p.ends_on AND q.starts_on < p.starts_on) ORDER BY q.ends_on DESC, q.starts_on LIMIT 1 $$;

CREATE OR REPLACE FUNCTION app.apply_report_action() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was report_state; asked boolean;
BEGIN
  SELECT state INTO was FROM report WHERE id = NEW.report_id FOR NO KEY UPDATE;
  asked := coalesce((SELECT a.kind = 'reopen_asked' FROM report_action a WHERE a.report_id = NEW.report_id AND a.id <> NEW.id ORDER BY a.taken_at DESC, a.id DESC LIMIT 1), false);
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'accepted') AND was = 'submitted') OR (NEW.kind = 'locked' AND was = 'accepted')
      OR (NEW.kind = 'reopened' AND was IN ('accepted', 'locked')) OR (NEW.kind = 'reopen_asked' AND was IN ('accepted', 'locked') AND NOT asked) OR (NEW.kind = 'reopen_refused' AND asked)) THEN
    RAISE EXCEPTION 'a % report cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'report_step', HINT = 'report_step';
  END IF;
  IF NEW.kind = 'submitted' AND NEW.snapshot_id IS NULL THEN RAISE EXCEPTION 'a report is filed with a snapshot' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_snapshot', HINT = 'report_snapshot'; END IF;
  IF NEW.kind = 'reopened' AND app.locked_after(NEW.report_id) IS NOT NULL THEN
    RAISE EXCEPTION 'a later period is locked' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_order', HINT = 'report_order'; END IF;
  IF NEW.kind IN ('reopen_asked', 'reopen_refused') THEN RETURN NULL; END IF;
  UPDATE report SET state = (CASE NEW.kind WHEN 'reopened' THEN 'returned' ELSE NEW.kind::text END)::report_state, snapshot_id = coalesce(NEW.snapshot_id, snapshot_id) WHERE id = NEW.report_id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.communes_on(day date) RETURNS TABLE (unit_id uuid, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT s.unit_id, EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = s.unit_id AND app.active_on(k.valid_from, k.valid_to, day))
  FROM unit_span s WHERE s.level = 'commune' AND app.active_on(s.valid_from, s.valid_to, day) $$;

CREATE OR REPLACE FUNCTION app.figures_told(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH told AS MATERIALIZED (SELECT i.code, f.unit_id, f.done, f.whole, f.reported FROM indicator i CROSS JOIN LATERAL app.indicator(i.code, p_unit, day) f
      WHERE app.active_on(i.valid_from, i.valid_to, day) AND f.unit_id IS NOT NULL),
  flow AS MATERIALIZED (SELECT c.code, f.unit_id, f.done FROM (VALUES ('sessions_held'), ('hours_taught'), ('attendances'), ('people_trained')) c (code)
      CROSS JOIN LATERAL app.indicator_since(c.code, p_unit, since, day) f WHERE f.unit_id IS NOT NULL),
  figure AS (SELECT coalesce(t.unit_id, f.unit_id) AS unit_id, coalesce(t.code, f.code) AS code, jsonb_strip_nulls(jsonb_build_object('done', trim_scale(t.done), 'whole', trim_scale(t.whole), 'since', trim_scale(f.done),
      'state', CASE WHEN t.whole = 0 THEN 'nothing' WHEN NOT t.reported THEN 'not_reported' WHEN t.done IS NULL THEN 'nothing' ELSE 'known' END)) AS figure
    FROM told t FULL JOIN flow f ON f.unit_id = t.unit_id AND f.code = t.code)
  SELECT figure.unit_id, jsonb_object_agg(figure.code, figure.figure) FROM figure GROUP BY 1 $$;

CREATE OR REPLACE FUNCTION app.snapshot_rows(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, level unit_level, name text, kind unit_kind_name, path text, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  told AS MATERIALIZED (SELECT * FROM app.figures_told(p_unit, since, day)),
  fact AS MATERIALIZED (SELECT c.unit_id, jsonb_build_object('family', c.has_family, 'pair', c.has_pair, 'tied', c.tied, 'covered', c.covered) AS facts FROM app.coverage_units(day) c)
  SELECT here.unit_id, s.level, coalesce(n.name, u.slug), k.kind, s.path, CASE WHEN here.reported THEN coalesce(fact.facts, '{}') ELSE '{}' END || coalesce(told.figures, '{}')
  FROM here JOIN unit u ON u.id = here.unit_id JOIN unit_span s ON s.unit_id = here.unit_id AND app.active_on(s.valid_from, s.valid_to, day)
    LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = here.unit_id AND x.valid_from <= day AND x.valid_from IS DISTINCT FROM x.valid_to ORDER BY x.valid_from DESC LIMIT 1) n ON true
    LEFT JOIN unit_kind k ON k.unit_id = here.unit_id AND app.active_on(k.valid_from, k.valid_to, day)
    LEFT JOIN told ON told.unit_id = here.unit_id LEFT JOIN fact ON fact.unit_id = here.unit_id $$;

CREATE OR REPLACE FUNCTION app.snapshot_line(unit_id uuid, level unit_level, name text, kind unit_kind_name, path text, figures jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(unit_id, level, name, kind, path, figures)::text $$;

CREATE OR REPLACE FUNCTION app.take_snapshot(p_unit uuid, since date, day date, by_account uuid) RETURNS uuid LANGUAGE sql AS $$
  WITH told AS MATERIALIZED (SELECT * FROM app.snapshot_rows(p_unit, since, day)),
  head AS (SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1),
  made AS (INSERT INTO snapshot (id, unit_id, as_of, since, taken_by_id, tree_version, reading, editions, row_count, sha256, audit_position, audit_hash, demo)
    SELECT app.uuid7(), p_unit, day, since, by_account, coalesce((SELECT max(version) FROM tree_version), 0), app.signed_reading(day),
      (SELECT coalesce(jsonb_object_agg(i.code, i.edition), '{}') FROM indicator i WHERE app.active_on(i.valid_from, i.valid_to, day)), (SELECT count(*) FROM told)::int,
      (SELECT sha256(convert_to(coalesce(string_agg(app.snapshot_line(t.unit_id, t.level, t.name, t.kind, t.path, t.figures), E'\n' ORDER BY t.path COLLATE "C", t.unit_id), ''), 'UTF8')) FROM told t),
      (SELECT position FROM head), (SELECT hash FROM head), EXISTS (SELECT FROM unit u WHERE u.demo)
    RETURNING id),
  kept AS (INSERT INTO snapshot_row (snapshot_id, unit_id, level, name, kind, path, figures) SELECT made.id, told.* FROM made CROSS JOIN told)
  SELECT id FROM made $$;

CREATE OR REPLACE FUNCTION app.moved_since(p_snapshot uuid) RETURNS TABLE (unit_id uuid, name text, code text, was jsonb, now jsonb) LANGUAGE sql STABLE AS $$
  WITH filed AS MATERIALIZED (SELECT r.unit_id, r.name, r.figures FROM snapshot_row r WHERE r.snapshot_id = p_snapshot),
  today AS MATERIALIZED (SELECT r.unit_id, r.name, r.figures FROM snapshot s CROSS JOIN LATERAL app.snapshot_rows(s.unit_id, coalesce(s.since, s.as_of), s.as_of) r WHERE s.id = p_snapshot)
  SELECT unit_id, coalesce(filed.name, today.name), k.code, filed.figures -> k.code, today.figures -> k.code
  FROM filed FULL JOIN today USING (unit_id) CROSS JOIN LATERAL jsonb_object_keys(coalesce(filed.figures, '{}') || coalesce(today.figures, '{}')) k (code)
  WHERE filed.figures -> k.code IS DISTINCT FROM today.figures -> k.code $$;

CREATE OR REPLACE FUNCTION app.coverage_moved(snapshots uuid[]) RETURNS TABLE (snapshot_id uuid, units int) LANGUAGE sql STABLE AS $$
  SELECT s.id, (SELECT count(*)::int FROM (SELECT r.unit_id, r.figures FROM snapshot_row r WHERE r.snapshot_id = s.id AND r.level IN ('sub_association', 'group')) filed
      FULL JOIN (SELECT c.* FROM app.units_of_place(s.unit_id, s.as_of) h JOIN app.coverage_units_of(s.unit_id, s.as_of) c ON c.unit_id = h.unit_id WHERE h.reported) today USING (unit_id)
      WHERE (filed.figures ->> 'family', filed.figures ->> 'pair', filed.figures ->> 'tied', filed.figures ->> 'covered') IS DISTINCT FROM (today.has_family::text, today.has_pair::text, today.tied::text, today.covered::text))
  FROM snapshot s WHERE s.id = ANY (snapshots) $$;

CREATE OR REPLACE FUNCTION app.snapshot_hash(p_snapshot uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(coalesce(string_agg(app.snapshot_line(r.unit_id, r.level, r.name, r.kind, r.path, r.figures), E'\n' ORDER BY r.path COLLATE "C", r.unit_id), ''), 'UTF8')) FROM snapshot_row r WHERE r.snapshot_id = p_snapshot $$;
