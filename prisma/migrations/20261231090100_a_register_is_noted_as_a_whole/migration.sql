-- expand: what a register moves on closed days is noted as a whole, and no longer line by line.
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

CREATE OR REPLACE FUNCTION derived.notes_of_line(line jsonb, sign int) RETURNS SETOF derived.closed_note LANGUAGE sql STABLE AS $$
  SELECT pg_current_xact_id(), 'attendance', c.subject, c.value, d, sign FROM derived.counted_days('attendance', line) c CROSS JOIN LATERAL unnest(c.days * datemultirange(daterange(NULL, app.today()))) d $$;

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

REVOKE EXECUTE ON FUNCTION derived.notes_of_line(jsonb, int), derived.register_changed() FROM PUBLIC;

DROP TRIGGER closed_days ON attendance;
CREATE TRIGGER closed_days_written AFTER INSERT ON attendance REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.register_changed();
CREATE TRIGGER closed_days_changed AFTER UPDATE ON attendance REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.register_changed();
CREATE TRIGGER closed_days_removed AFTER DELETE ON attendance REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.register_changed();
