-- expand: what a transaction did to closed days is looked at once, at its end. Each step queued a look of its own, and each look read through the
-- dead rows of all others: the larger a change, the longer its end, by the square.
CREATE TABLE derived.closed_step_writer (txid xid8 PRIMARY KEY);

CREATE OR REPLACE FUNCTION derived.closed_steps_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_step_writer SELECT pg_current_xact_id() WHERE EXISTS (SELECT FROM new_rows) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION derived.keep_closed_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE until date;
BEGIN
  DELETE FROM derived.closed_step_writer WHERE txid = pg_current_xact_id();
  WITH mine AS (DELETE FROM derived.closed_step WHERE txid = pg_current_xact_id() RETURNING *),
    moved AS (SELECT commune_id FROM mine GROUP BY unit_id, commune_id, sub_association_id, level, day
      HAVING (sum(open), sum(reported), sum(units), sum(family), sum(pair), sum(both_untied), sum(covered)) <> (0, 0, 0, 0, 0, 0, 0))
  SELECT max(p.ends_on) INTO until FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked' AND r.unit_id IN (SELECT commune_id FROM moved);
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'figures of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER period_locked ON derived.closed_step;
CREATE TRIGGER closed_steps_written AFTER INSERT ON derived.closed_step REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.closed_steps_written();
CREATE CONSTRAINT TRIGGER period_locked AFTER INSERT ON derived.closed_step_writer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION derived.keep_closed_days();
