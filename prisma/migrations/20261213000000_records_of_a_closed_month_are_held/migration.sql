-- Of a closed month every record that figures count is held by the database: sessions held and who was there, pairs, models of every kind,
-- memberships. Before, coverage, names, kinds, activities, contacts and peer lessons were.
-- What of a record figures count, and on which days: sessions and who was there once they were held, pairs, models of every kind, memberships.
-- Nothing of who she is: two records of one woman may become one.
CREATE OR REPLACE FUNCTION derived.counted_days(what text, r jsonb) RETURNS TABLE (subject uuid, value text, days datemultirange) LANGUAGE sql STABLE AS $$
  WITH session AS (SELECT s.id, s.unit_id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, concat_ws(' ', s.id, s.unit_id, s.course_id, s.starts_at, s.ends_at, s.all_day) AS told
      FROM jsonb_populate_record(NULL::session, CASE WHEN what = 'session' THEN r END) s WHERE s.state = 'held'
    UNION ALL SELECT s.id, s.unit_id, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, coalesce(r ->> 'enrolment_id', r ->> 'id') FROM session s
      WHERE what IN ('attendance', 'enrolment') AND s.id = (r ->> 'session_id')::uuid AND s.state = 'held' AND CASE what WHEN 'attendance' THEN r ->> 'mark' IN ('present', 'late')
        ELSE r ->> 'state' <> 'merged' AND EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = (r ->> 'id')::uuid AND a.mark IN ('present', 'late')) END)
  SELECT unit_id, told, datemultirange(daterange(day, day, '[]')) FROM session
  UNION ALL SELECT (r ->> CASE what WHEN 'pair' THEN 'id' WHEN 'model_status' THEN 'model_id' ELSE 'unit_id' END)::uuid,
      concat_ws(' ', r ->> 'unit_id', r ->> CASE what WHEN 'pair_host' THEN 'pair_id' WHEN 'model_host' THEN 'model_id' WHEN 'model_status' THEN 'status' WHEN 'membership' THEN 'person_id' END),
      datemultirange(daterange((r ->> 'valid_from')::date, (r ->> 'valid_to')::date))
    WHERE r ? 'valid_from' $$;

-- Notes of such a record what a change takes away and what it brings, of days that are over: no other can be closed.
CREATE OR REPLACE FUNCTION derived.record_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_note
    WITH was AS (SELECT * FROM derived.counted_days(TG_TABLE_NAME, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END)),
      now AS (SELECT * FROM derived.counted_days(TG_TABLE_NAME, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END)),
      moved AS (SELECT w.subject, w.value, w.days - coalesce(n.days, '{}') AS days, -1 AS sign FROM was w LEFT JOIN now n USING (subject, value)
        UNION ALL SELECT n.subject, n.value, n.days - coalesce(w.days, '{}'), 1 FROM now n LEFT JOIN was w USING (subject, value))
    SELECT pg_current_xact_id(), TG_TABLE_NAME, m.subject, m.value, d, m.sign FROM moved m CROSS JOIN LATERAL unnest(m.days * datemultirange(daterange(NULL, app.today()))) d;
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

CREATE TRIGGER closed_days AFTER UPDATE OR DELETE ON session FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OF mark OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER closed_days AFTER UPDATE OF state ON enrolment FOR EACH ROW WHEN ((old.state = 'merged') <> (new.state = 'merged')) EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OF valid_from, valid_to OR DELETE ON pair FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OR DELETE ON pair_host FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OF status, valid_from, valid_to OR DELETE ON model_status FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OR DELETE ON model_host FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
-- When she joined is filled in for years, by lists; a list that is taken back was none.
CREATE TRIGGER closed_days AFTER UPDATE OF valid_to, unit_id ON membership FOR EACH ROW WHEN ((old.valid_to, old.unit_id) IS DISTINCT FROM (new.valid_to, new.unit_id) AND NOT (new.import_batch_id IS NOT NULL AND new.valid_to IS NOT DISTINCT FROM new.valid_from)) EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER merger_noted AFTER INSERT OR UPDATE OF undone_at ON person_merge FOR EACH ROW EXECUTE FUNCTION derived.merger_noted();
