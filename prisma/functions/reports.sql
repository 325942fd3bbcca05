-- Periods of each kind, from the one a day lies in to the one another lies in, made once however often: each begins where the one before
-- ends. A report is due on such a day of the month after, kind by kind; it is owed of what has not ended yet and began with the first month that is
-- owed, or later. Older ones may be filed.
CREATE OR REPLACE FUNCTION app.make_periods(since date, until date, due_days int[]) RETURNS int LANGUAGE sql AS $$
  WITH made AS (INSERT INTO reporting_period (id, kind, starts_on, ends_on, due_on, owed)
    SELECT app.uuid7(), k.kind, d::date, (d + k.months)::date, (d + k.months)::date + due_days[k.at] - 1, (d + k.months)::date > app.today()
      AND (k.kind = 'month' OR d::date >= coalesce((SELECT min(p.starts_on) FROM reporting_period p WHERE p.kind = 'month' AND p.owed), date_trunc('month', app.today())::date))
    FROM (VALUES (1, 'month'::period_kind, 'month', interval '1 month'), (2, 'quarter', 'quarter', '3 months'), (3, 'half_year', NULL, '6 months'), (4, 'year', 'year', '1 year')) k (at, kind, unit, months)
      CROSS JOIN LATERAL generate_series(coalesce(date_trunc(k.unit, since::timestamp), make_date(extract(year FROM since)::int, CASE WHEN extract(month FROM since) > 6 THEN 7 ELSE 1 END, 1)), until::timestamp, k.months) d
    ON CONFLICT (kind, starts_on) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM made $$;

-- What was done to a report moves its state, where that may be done to it. Asking to reopen moves nothing; it is answered once. A month is
-- reopened after the later ones, and after the longer period it lies in: what is corrected in it would change theirs.
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

-- The report of the same unit that has to be reopened before this one: the latest that is locked, and of two that end together the longer.
CREATE OR REPLACE FUNCTION app.locked_after(p_report uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT l.id FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN report l ON l.unit_id = r.unit_id AND l.state = 'locked' JOIN reporting_period q ON q.id = l.period_id
  WHERE r.id = p_report AND (q.ends_on > p.ends_on OR q.ends_on = p.ends_on AND q.starts_on < p.starts_on) ORDER BY q.ends_on DESC, q.starts_on LIMIT 1 $$;

-- A month is closed when nobody is changing its figures any more, nor how they are read: who does holds one of these locks to her end.
CREATE OR REPLACE FUNCTION app.wait_for_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('rulings of coverage'));
  PERFORM pg_advisory_xact_lock(hashtext('closed months'), hashtext(NEW.unit_id::text));
  RETURN NEW; END $$;

CREATE OR REPLACE FUNCTION app.signed_reading(day date) RETURNS coverage_reading LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT reading FROM coverage_ruling WHERE app.active_on(valid_from, valid_to, day)), 'tied') $$;

-- Communes of a day, and whether each keeps its records here on it: whoever does owes a report of a period that ends with the day.
CREATE OR REPLACE FUNCTION app.communes_on(day date) RETURNS TABLE (unit_id uuid, reported boolean) LANGUAGE sql STABLE AS $$
  SELECT s.unit_id, EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = s.unit_id AND app.active_on(k.valid_from, k.valid_to, day))
  FROM unit_span s WHERE s.level = 'commune' AND app.active_on(s.valid_from, s.valid_to, day) $$;

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
  WITH told AS MATERIALIZED (SELECT f.* FROM app.indicators(ARRAY (SELECT i.code FROM indicator i WHERE app.active_on(i.valid_from, i.valid_to, day)), p_unit, day) f WHERE f.unit_id IS NOT NULL),
  flow AS MATERIALIZED (SELECT f.code, f.unit_id, f.done FROM app.flows_since(app.flow_codes(), p_unit, since, day) f WHERE f.unit_id IS NOT NULL)
  SELECT unit_id, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (unit_id, code) GROUP BY 1 $$;

-- The same of the place alone, over several stretches: what goes through all women of the city is read once for all of them. A test
-- holds it to app.figures_told, which a signing freezes.
CREATE OR REPLACE FUNCTION app.place_told(p_unit uuid, since date[], days date[]) RETURNS TABLE (since date, day date, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH stretch AS MATERIALIZED (SELECT DISTINCT x.since, x.day FROM unnest($2, $3) x (since, day)),
  defined AS MATERIALIZED (SELECT i.code, array_agg(DISTINCT s.day) AS days FROM indicator i JOIN stretch s ON app.active_on(i.valid_from, i.valid_to, s.day) GROUP BY 1),
  counted AS MATERIALIZED (SELECT o.* FROM (SELECT array_agg(d.code) AS codes, d.days FROM defined d GROUP BY d.days) d CROSS JOIN LATERAL app.indicators_over(d.codes, p_unit, d.days) o),
  told AS (SELECT s.since, c.day, c.code, c.done, c.whole, c.reported FROM stretch s JOIN counted c ON c.day = s.day),
  flow AS MATERIALIZED (SELECT f.since, f.day, f.code, f.done FROM app.flows_over(app.flow_codes(), p_unit, $2, $3) f)
  SELECT since, day, jsonb_object_agg(code, app.figure_told(t.done, t.whole, f.done, t.reported)) FROM told t FULL JOIN flow f USING (since, day, code) GROUP BY 1, 2 $$;

-- What a snapshot of a unit holds: a row for each unit of its subtree, with name, kind and place of the day. The place itself and its parts
-- carry every indicator; sub-associations and groups, however deep, whether they count and why. Of a silent commune nothing is told.
CREATE OR REPLACE FUNCTION app.snapshot_rows(p_unit uuid, since date, day date) RETURNS TABLE (unit_id uuid, level unit_level, name text, kind unit_kind_name, path text, figures jsonb) LANGUAGE sql STABLE AS $$
  WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(p_unit, day)),
  told AS MATERIALIZED (SELECT * FROM app.figures_told(p_unit, since, day)),
  fact AS MATERIALIZED (SELECT c.unit_id, jsonb_build_object('family', c.has_family, 'pair', c.has_pair, 'tied', c.tied, 'covered', c.covered) AS facts 
      FROM (SELECT x.unit_id, x.has_family, x.has_pair, x.tied, x.covered FROM app.coverage_units_of(p_unit, day) x WHERE NOT (SELECT app.is_whole(p_unit))
        UNION ALL SELECT x.unit_id, x.has_family, x.has_pair, x.tied, x.covered FROM app.coverage_units(day) x WHERE (SELECT app.is_whole(p_unit))) c)
  SELECT here.unit_id, s.level, coalesce(n.name, u.slug), k.kind, s.path, CASE WHEN here.reported THEN coalesce(fact.facts, '{}') ELSE '{}' END || coalesce(told.figures, '{}')
  FROM here JOIN unit u ON u.id = here.unit_id JOIN unit_span s ON s.unit_id = here.unit_id AND app.active_on(s.valid_from, s.valid_to, day)
    LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = here.unit_id AND x.valid_from <= day AND x.valid_from IS DISTINCT FROM x.valid_to ORDER BY x.valid_from DESC LIMIT 1) n ON true
    LEFT JOIN unit_kind k ON k.unit_id = here.unit_id AND app.active_on(k.valid_from, k.valid_to, day)
    LEFT JOIN told ON told.unit_id = here.unit_id LEFT JOIN fact ON fact.unit_id = here.unit_id $$;

-- A row as it is hashed: neither the snapshot nor the hour is in it, so that two of the same state are equal.
CREATE OR REPLACE FUNCTION app.snapshot_line(unit_id uuid, level unit_level, name text, kind unit_kind_name, path text, figures jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(unit_id, level, name, kind, path, figures)::text $$;

-- Freezes what a unit and its subtree come to on a day, in one statement that locks nothing anybody reads or writes.
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

-- What the records say otherwise now than a snapshot does: a line for each unit and figure, by the name of then.
CREATE OR REPLACE FUNCTION app.moved_since(p_snapshot uuid) RETURNS TABLE (unit_id uuid, name text, code text, was jsonb, now jsonb) LANGUAGE sql STABLE AS $$
  WITH filed AS MATERIALIZED (SELECT r.unit_id, r.name, r.figures FROM snapshot_row r WHERE r.snapshot_id = p_snapshot),
  today AS MATERIALIZED (SELECT r.unit_id, r.name, r.figures FROM snapshot s CROSS JOIN LATERAL app.snapshot_rows(s.unit_id, coalesce(s.since, s.as_of), s.as_of) r WHERE s.id = p_snapshot)
  SELECT unit_id, coalesce(filed.name, today.name), k.code, filed.figures -> k.code, today.figures -> k.code
  FROM filed FULL JOIN today USING (unit_id) CROSS JOIN LATERAL jsonb_object_keys(coalesce(filed.figures, '{}') || coalesce(today.figures, '{}')) k (code)
  WHERE filed.figures -> k.code IS DISTINCT FROM today.figures -> k.code $$;

-- How many units count otherwise now than in each of these snapshots, and how many figures of its place: what the lock of a month holds, and so what
-- must stand as it was filed. Members and women are not among them: a record that comes late moves them, and a merger.
CREATE OR REPLACE FUNCTION app.coverage_moved(snapshots uuid[]) RETURNS TABLE (snapshot_id uuid, units int, figures int) LANGUAGE sql STABLE AS $$
  SELECT s.id, (SELECT count(*)::int FROM (SELECT r.unit_id, r.figures FROM snapshot_row r WHERE r.snapshot_id = s.id AND r.level IN ('sub_association', 'group')) filed
      FULL JOIN (SELECT c.* FROM app.units_of_place(s.unit_id, s.as_of) h JOIN app.coverage_units_of(s.unit_id, s.as_of) c ON c.unit_id = h.unit_id WHERE h.reported) today USING (unit_id)
      WHERE (filed.figures ->> 'family', filed.figures ->> 'pair', filed.figures ->> 'tied', filed.figures ->> 'covered') IS DISTINCT FROM (today.has_family::text, today.has_pair::text, today.tied::text, today.covered::text)),
    (SELECT count(*)::int FROM unnest(ARRAY['sessions_held', 'hours_taught', 'attendances', 'peer_lessons', 'peer_lesson_minutes', 'peer_lesson_learners', 'pairs_active', 'models_digital_womens_club',
        'models_digital_sub_association', 'models_one_plus_one_instructor', 'models_digital_family', 'models_planned', 'models_paused']) k (code)
      JOIN snapshot_row r ON r.snapshot_id = s.id AND r.unit_id = s.unit_id
      WHERE coalesce((r.figures -> k.code ->> 'done')::numeric, 0) <> coalesce((SELECT f.done FROM app.indicator(k.code, s.unit_id, s.as_of) f WHERE f.unit_id = s.unit_id), 0))
  FROM snapshot s WHERE s.id = ANY (snapshots) $$;

-- A snapshot is whole and true at commit: as many rows as it says, hashing to what it says.
CREATE OR REPLACE FUNCTION app.snapshot_hash(p_snapshot uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(coalesce(string_agg(app.snapshot_line(r.unit_id, r.level, r.name, r.kind, r.path, r.figures), E'\n' ORDER BY r.path COLLATE "C", r.unit_id), ''), 'UTF8')) FROM snapshot_row r WHERE r.snapshot_id = p_snapshot $$;

CREATE OR REPLACE FUNCTION app.check_snapshot() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE sid uuid := (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'snapshot' THEN 'id' ELSE 'snapshot_id' END)::uuid; s snapshot;
BEGIN
  SELECT * INTO s FROM snapshot WHERE id = sid;
  IF TG_TABLE_NAME = 'snapshot_row' THEN
    IF EXISTS (SELECT FROM snapshot x WHERE x.id = sid AND x.xmin::text <> (pg_current_xact_id()::text::bigint % 4294967296)::text) THEN RAISE EXCEPTION 'the snapshot is closed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'snapshot_closed', HINT = 'snapshot_closed'; END IF;
    RETURN NEW;
  END IF;
  IF s.row_count <> (SELECT count(*) FROM snapshot_row WHERE snapshot_id = sid) OR s.sha256 <> app.snapshot_hash(sid) THEN
    RAISE EXCEPTION 'snapshot rows do not match its count or hash' USING ERRCODE = 'check_violation', CONSTRAINT = 'snapshot_true', HINT = 'snapshot_true'; END IF;
  RETURN NULL;
END $$;

-- What figures tell beside coverage: the names and kinds of units, activities of models, contacts of pairs. Noted is what a change takes
-- away and what it brings, with the days that it holds on; words of an activity, and who recorded it, are no figure.
CREATE OR REPLACE FUNCTION derived.fact_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_note
    SELECT pg_current_xact_id(), TG_TABLE_NAME, (r.row ->> TG_ARGV[0])::uuid,
      concat_ws(' ', coalesce(r.row ->> 'unit_id', r.row ->> 'id'), r.row ->> 'name', r.row ->> 'kind', r.row ->> 'people_reached', r.row ->> 'minutes', r.row ->> 'skill_id'),
      CASE WHEN r.row ? 'on_day' THEN daterange((r.row ->> 'on_day')::date, (r.row ->> 'on_day')::date, '[]') ELSE daterange((r.row ->> 'valid_from')::date, (r.row ->> 'valid_to')::date) END, r.sign
    FROM (VALUES (CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, -1), (CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END, 1)) r (row, sign)
    WHERE r.row IS NOT NULL AND r.row ->> 'taken_back_at' IS NULL;
  RETURN NULL;
END $$;

-- What of a record figures count, and on which days: sessions and who was there once they were held, pairs, models of every kind, memberships.
-- Nothing of who she is: two records of one woman may become one.
CREATE OR REPLACE FUNCTION derived.counted_days(what text, r jsonb) RETURNS TABLE (subject uuid, value text, days datemultirange) LANGUAGE sql STABLE AS $$
  WITH session AS (SELECT s.id, s.unit_id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, concat_ws(' ', s.id, s.unit_id, s.course_id, s.starts_at, s.ends_at, s.all_day) AS told
      FROM jsonb_populate_record(NULL::session, CASE WHEN what = 'session' THEN r END) s WHERE s.state = 'held'
    UNION ALL SELECT s.id, s.unit_id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, concat_ws(' ', s.id, coalesce(r ->> 'enrolment_id', r ->> 'id')) FROM session s
      WHERE what IN ('attendance', 'enrolment') AND s.id = (r ->> 'session_id')::uuid AND s.state = 'held' AND CASE what WHEN 'attendance' THEN r ->> 'mark' IN ('present', 'late')
        ELSE r ->> 'state' <> 'merged' AND EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = (r ->> 'id')::uuid AND a.mark IN ('present', 'late')) END)
  SELECT unit_id, told, datemultirange(daterange(day, day, '[]')) FROM session
  UNION ALL SELECT (r ->> CASE what WHEN 'pair' THEN 'id' WHEN 'model_status' THEN 'model_id' ELSE 'unit_id' END)::uuid,
      concat_ws(' ', r ->> 'unit_id', r ->> CASE what WHEN 'pair_host' THEN 'pair_id' WHEN 'model_host' THEN 'model_id' WHEN 'model_status' THEN 'status' WHEN 'membership' THEN 'person_id' END),
      datemultirange(daterange((r ->> 'valid_from')::date, (r ->> 'valid_to')::date))
    WHERE r ? 'valid_from' $$;

-- What is noted of a line of a register that comes or goes.
CREATE OR REPLACE FUNCTION derived.notes_of_line(line jsonb, sign int) RETURNS SETOF derived.closed_note LANGUAGE sql STABLE AS $$
  SELECT pg_current_xact_id(), 'attendance', c.subject, c.value, d, sign FROM derived.counted_days('attendance', line) c CROSS JOIN LATERAL unnest(c.days * datemultirange(daterange(NULL, app.today()))) d $$;

-- Notes of such a record what a change takes away and what it brings, of days that are over: no other can be closed. Its plan is kept, for
-- making it took longer than the change.
CREATE OR REPLACE FUNCTION derived.record_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO derived.closed_note
    WITH was AS (SELECT * FROM derived.counted_days(TG_TABLE_NAME, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END)),
      now AS (SELECT * FROM derived.counted_days(TG_TABLE_NAME, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END)),
      moved AS (SELECT w.subject, w.value, w.days - coalesce(n.days, '{}') AS days, -1 AS sign FROM was w LEFT JOIN now n USING (subject, value)
        UNION ALL SELECT n.subject, n.value, n.days - coalesce(w.days, '{}'), 1 FROM now n LEFT JOIN was w USING (subject, value))
    SELECT pg_current_xact_id(), TG_TABLE_NAME, m.subject, m.value, d, m.sign FROM moved m CROSS JOIN LATERAL unnest(m.days * datemultirange(daterange(NULL, app.today()))) d;
  RETURN NULL;
END $$;

-- The same of a register, as a whole: it comes thirty lines at a time, and mostly before its session is held, when nothing counts it yet.
CREATE OR REPLACE FUNCTION derived.register_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM new_rows l JOIN session s ON s.id = l.session_id AND s.state = 'held') THEN
      INSERT INTO derived.closed_note SELECT n.* FROM new_rows l CROSS JOIN LATERAL derived.notes_of_line(to_jsonb(l), 1) n;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN INSERT INTO derived.closed_note SELECT n.* FROM old_rows l CROSS JOIN LATERAL derived.notes_of_line(to_jsonb(l), -1) n;
  ELSIF EXISTS (SELECT FROM (SELECT session_id FROM new_rows UNION ALL SELECT session_id FROM old_rows) l JOIN session s ON s.id = l.session_id AND s.state = 'held') THEN
    INSERT INTO derived.closed_note
      SELECT n.* FROM (SELECT o.*, -1 AS sign FROM (SELECT enrolment_id, session_id, mark FROM old_rows EXCEPT SELECT enrolment_id, session_id, mark FROM new_rows) o
          UNION ALL SELECT c.*, 1 FROM (SELECT enrolment_id, session_id, mark FROM new_rows EXCEPT SELECT enrolment_id, session_id, mark FROM old_rows) c) l
        CROSS JOIN LATERAL derived.notes_of_line(to_jsonb(l), l.sign) n;
  END IF;
  RETURN NULL;
END $$;

-- What a transaction noted is looked at once, however much it is: a row of hers waits for her end.
CREATE OR REPLACE FUNCTION derived.closed_note_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_note_writer VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Where noted facts lay on their days: the commune of the unit, or of the unit that hosted the model or pair, the first host also before.
CREATE OR REPLACE FUNCTION derived.noted_places() RETURNS TABLE (commune_id uuid, what text, value text, days daterange, sign int) LANGUAGE sql STABLE AS $$
  SELECT s.commune_id, n.what, n.value, n.days * h.days * daterange(s.valid_from, s.valid_to), n.sign
  FROM derived.closed_note n CROSS JOIN LATERAL (
      SELECT n.subject AS unit_id, daterange(NULL, NULL) AS days WHERE n.what NOT IN ('model_activity', 'model_status', 'pair_contact', 'pair')
      UNION ALL SELECT m.unit_id, daterange(nullif(m.valid_from, min(m.valid_from) OVER ()), m.valid_to) FROM model_host m WHERE n.what IN ('model_activity', 'model_status') AND m.model_id = n.subject
      UNION ALL SELECT p.unit_id, daterange(nullif(p.valid_from, min(p.valid_from) OVER ()), p.valid_to) FROM pair_host p WHERE n.what IN ('pair_contact', 'pair') AND p.pair_id = n.subject) h
    JOIN unit_span s ON s.unit_id = h.unit_id AND s.commune_id IS NOT NULL
  WHERE n.txid = pg_current_xact_id() $$;

-- As with the days of coverage: what a transaction did adds up to nothing on closed days of a commune, or none of it holds. Who changes
-- such facts waits for a month that is being closed, and sees it closed. A member whose record comes late is no correction: of memberships none is
-- taken away. Where two records of one woman become one, or two again, what was counted twice is not held.
CREATE OR REPLACE FUNCTION derived.keep_closed_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE until date;
BEGIN
  DELETE FROM derived.closed_note_writer WHERE txid = pg_current_xact_id();
  IF EXISTS (SELECT FROM derived.closed_note WHERE txid = pg_current_xact_id() AND what = 'person_merge') THEN
    DELETE FROM derived.closed_note WHERE txid = pg_current_xact_id() AND what IN ('person_merge', 'membership', 'pair', 'pair_host', 'attendance', 'enrolment');
  END IF;
  IF NOT EXISTS (SELECT FROM derived.closed_note WHERE txid = pg_current_xact_id()) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed months'), hashtext(c.commune_id::text)) FROM (SELECT DISTINCT n.commune_id FROM derived.noted_places() n ORDER BY 1) c;
  SELECT max(moved.until) INTO until FROM (
    SELECT n.what, p.ends_on AS until, sum(sum(e.n)) OVER (PARTITION BY n.commune_id, n.what, n.value, p.id ORDER BY e.day) AS more
    FROM derived.noted_places() n JOIN report r ON r.unit_id = n.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id
      CROSS JOIN LATERAL (SELECT n.days * daterange(p.starts_on, p.ends_on) AS here) x CROSS JOIN LATERAL (VALUES (lower(x.here), n.sign), (upper(x.here), -n.sign)) e (day, n)
    WHERE NOT isempty(x.here) GROUP BY n.commune_id, n.what, n.value, p.id, p.ends_on, e.day) moved
  WHERE moved.more < 0 OR moved.more > 0 AND moved.what <> 'membership';
  DELETE FROM derived.closed_note WHERE txid = pg_current_xact_id();
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'facts of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NULL;
END $$;

-- Says that this transaction makes two records of one woman one, or two again.
CREATE OR REPLACE FUNCTION derived.merger_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_note VALUES (pg_current_xact_id(), 'person_merge', NEW.id, '', 'empty', 0);
  RETURN NULL;
END $$;
