-- expand: what a transaction noted of closed months is looked at once, at its end, as steps on closed days are. Each note queued a look of its own,
-- and each look read through the dead rows of all others.
CREATE TABLE derived.closed_note_writer (txid xid8 PRIMARY KEY);

CREATE OR REPLACE FUNCTION derived.closed_note_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO derived.closed_note_writer VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

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

-- Who may hang one of these on a table of her own writes as their owner does.
REVOKE EXECUTE ON FUNCTION derived.closed_note_written(), derived.closed_steps_written(), derived.fact_changed(), derived.housing_changed(), derived.keep_closed_days(),
  derived.keep_closed_facts(), derived.merger_noted(), derived.record_changed(), derived.ruling_changed() FROM PUBLIC;

DROP TRIGGER period_locked ON derived.closed_note;
CREATE TRIGGER closed_note_written AFTER INSERT ON derived.closed_note FOR EACH ROW EXECUTE FUNCTION derived.closed_note_written();
CREATE CONSTRAINT TRIGGER period_locked AFTER INSERT ON derived.closed_note_writer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION derived.keep_closed_facts();
