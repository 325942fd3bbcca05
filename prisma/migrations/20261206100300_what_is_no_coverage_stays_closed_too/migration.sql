-- Names and kinds of units, activities and contacts on closed days were held by commands alone, each of which had to remember to ask the
-- unit of those days. The database holds them as it holds coverage (docs/decisions/0095).
CREATE TABLE derived.closed_note (txid xid8 NOT NULL, what text NOT NULL, subject uuid NOT NULL, value text NOT NULL, days daterange NOT NULL, sign int NOT NULL);

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

-- Where noted facts lay on their days: the commune of the unit, or of the unit that hosted the model or pair, the first host also before.
CREATE OR REPLACE FUNCTION derived.noted_places() RETURNS TABLE (commune_id uuid, what text, value text, days daterange, sign int) LANGUAGE sql STABLE AS $$
  SELECT s.commune_id, n.what, n.value, n.days * h.days * daterange(s.valid_from, s.valid_to), n.sign
  FROM derived.closed_note n CROSS JOIN LATERAL (
      SELECT n.subject AS unit_id, daterange(NULL, NULL) AS days WHERE n.what LIKE 'unit\_%'
      UNION ALL SELECT m.unit_id, daterange(nullif(m.valid_from, min(m.valid_from) OVER ()), m.valid_to) FROM model_host m WHERE n.what = 'model_activity' AND m.model_id = n.subject
      UNION ALL SELECT p.unit_id, daterange(nullif(p.valid_from, min(p.valid_from) OVER ()), p.valid_to) FROM pair_host p WHERE n.what = 'pair_contact' AND p.pair_id = n.subject) h
    JOIN unit_span s ON s.unit_id = h.unit_id AND s.commune_id IS NOT NULL
  WHERE n.txid = pg_current_xact_id() $$;

-- As with the days of coverage: what a transaction did adds up to nothing on closed days of a commune, or none of it holds. Who changes
-- such facts waits for a month that is being closed, and sees it closed.
CREATE OR REPLACE FUNCTION derived.keep_closed_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE until date;
BEGIN
  IF NOT EXISTS (SELECT FROM derived.closed_note WHERE txid = pg_current_xact_id()) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed months'), hashtext(c.commune_id::text)) FROM (SELECT DISTINCT n.commune_id FROM derived.noted_places() n ORDER BY 1) c;
  SELECT max(moved.until) INTO until FROM (
    SELECT max(p.ends_on) AS until FROM derived.noted_places() n JOIN report r ON r.unit_id = n.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id
      CROSS JOIN LATERAL (SELECT n.days * daterange(p.starts_on, p.ends_on) AS here) x CROSS JOIN LATERAL (VALUES (lower(x.here), n.sign), (upper(x.here), -n.sign)) e (day, n)
    WHERE NOT isempty(x.here) GROUP BY n.commune_id, n.what, n.value, p.id, e.day HAVING sum(e.n) <> 0) moved;
  DELETE FROM derived.closed_note WHERE txid = pg_current_xact_id();
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'facts of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER period_locked AFTER INSERT ON derived.closed_note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION derived.keep_closed_facts();
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OR DELETE ON unit_name FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('unit_id');
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OR DELETE ON unit_kind FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('unit_id');
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OR DELETE ON model_activity FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('model_id');
CREATE TRIGGER closed_days AFTER INSERT OR UPDATE OR DELETE ON pair_contact FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('pair_id');
