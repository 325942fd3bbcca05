CREATE OR REPLACE FUNCTION app.apply_report_action() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was report_state;
BEGIN
  SELECT state INTO was FROM report WHERE id = NEW.report_id FOR NO KEY UPDATE;
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'accepted') AND was = 'submitted') OR (NEW.kind = 'locked' AND was = 'accepted') OR (NEW.kind = 'reopened' AND was IN ('accepted', 'locked'))) THEN
    RAISE EXCEPTION 'a % report cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'report_step', HINT = 'report_step';
  END IF;
  IF NEW.kind = 'submitted' AND NEW.snapshot_id IS NULL THEN RAISE EXCEPTION 'a report is filed with a snapshot' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_snapshot', HINT = 'report_snapshot'; END IF;
  UPDATE report SET state = (CASE NEW.kind WHEN 'reopened' THEN 'returned' ELSE NEW.kind::text END)::report_state, snapshot_id = coalesce(NEW.snapshot_id, snapshot_id) WHERE id = NEW.report_id;
  RETURN NULL;
END $$;

-- A month is closed when nobody is changing its figures any more: who changes figures of the commune holds this lock to her end.
CREATE OR REPLACE FUNCTION app.wait_for_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('closed months'), hashtext(NEW.unit_id::text));
  RETURN NEW; END $$;

CREATE OR REPLACE FUNCTION app.signed_reading(day date) RETURNS coverage_reading LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT reading FROM coverage_ruling WHERE app.active_on(valid_from, valid_to, day)), 'tied') $$;

-- A snapshot is whole and true at commit: as many rows as it says, hashing to what it says.
CREATE OR REPLACE FUNCTION app.snapshot_hash(p_snapshot uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(coalesce(string_agg(jsonb_build_array(r.unit_id, r.level, r.name, r.kind, r.path, r.figures)::text, E'\n' ORDER BY r.path COLLATE "C", r.unit_id), ''), 'UTF8')) FROM snapshot_row r WHERE r.snapshot_id = p_snapshot $$;

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
