-- expand: the end of a pair reckons the days of its own unit, where it joined all pairs and all memberships; what a change means for closed months is planned once.

-- Each tie seeks the days of its own pair at its own unit. Joined with all of them, the plan that PostgreSQL keeps went through every pair of
-- the province for one that ended: it takes the few rows of a family's days for a hundred.
CREATE OR REPLACE VIEW app.tied_days WITH (security_invoker = true) AS
  SELECT f.unit_id, f.model_id, t.pair_id, f.days * daterange(t.valid_from, t.valid_to) * d.days AS days
  FROM app.family_days f JOIN pair_tie t ON t.model_id = f.model_id
    CROSS JOIN LATERAL (SELECT p.days FROM app.pair_unit_days p WHERE p.pair_id = t.pair_id AND p.unit_id = f.unit_id OFFSET 0) d
  WHERE NOT isempty(f.days * daterange(t.valid_from, t.valid_to) * d.days);

-- Notes of such a record what a change takes away and what it brings, of days that are over: no other can be closed. Its plan is kept, for
-- making it took longer than the change. A register mostly comes before its session is held: nothing counts it yet.
CREATE OR REPLACE FUNCTION derived.record_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF TG_TABLE_NAME = 'attendance' THEN
    IF NOT EXISTS (SELECT FROM session s WHERE s.id IN (OLD.session_id, NEW.session_id) AND s.state = 'held') THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO derived.closed_note
    WITH was AS (SELECT * FROM derived.counted_days(TG_TABLE_NAME, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END)),
      now AS (SELECT * FROM derived.counted_days(TG_TABLE_NAME, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END)),
      moved AS (SELECT w.subject, w.value, w.days - coalesce(n.days, '{}') AS days, -1 AS sign FROM was w LEFT JOIN now n USING (subject, value)
        UNION ALL SELECT n.subject, n.value, n.days - coalesce(w.days, '{}'), 1 FROM now n LEFT JOIN was w USING (subject, value))
    SELECT pg_current_xact_id(), TG_TABLE_NAME, m.subject, m.value, d, m.sign FROM moved m CROSS JOIN LATERAL unnest(m.days * datemultirange(daterange(NULL, app.today()))) d;
  RETURN NULL;
END $$;
