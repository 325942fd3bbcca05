-- A closed month stays as it was filed, whoever hosts a thing now and by whatever way a change comes. And a tie counts on days on which
-- the family and the pair are hosted by one unit: a split parted some, and one of its parts was covered by a pair of the other.
CREATE TABLE derived.closed_step (
  txid xid8 NOT NULL, unit_id uuid NOT NULL, commune_id uuid NOT NULL, sub_association_id uuid, level unit_level NOT NULL, day date NOT NULL,
  open int NOT NULL, reported int NOT NULL, units int NOT NULL, family int NOT NULL, pair int NOT NULL, both_untied int NOT NULL, covered int NOT NULL);

CREATE OR REPLACE VIEW app.tied_days WITH (security_invoker = true) AS
  SELECT f.unit_id, f.model_id, t.pair_id, f.days * daterange(t.valid_from, t.valid_to) * d.days AS days
  FROM app.family_days f JOIN pair_tie t ON t.model_id = f.model_id JOIN app.pair_unit_days d ON d.pair_id = t.pair_id AND d.unit_id = f.unit_id
  WHERE NOT isempty(f.days * daterange(t.valid_from, t.valid_to) * d.days);
-- Days that were counted by a parted tie are counted no more. What was filed of them stays filed.
SELECT derived.rebuild_coverage(ARRAY (SELECT DISTINCT h.unit_id FROM pair_tie t JOIN model_host h ON h.model_id = t.model_id));

-- The same where what is kept is not what its sources say: a repair. It may touch closed days, since nothing was changed there.
CREATE OR REPLACE FUNCTION derived.repair_coverage(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM derived.rebuild_coverage(ids, true);
  DELETE FROM derived.closed_step WHERE txid = pg_current_xact_id();
END $$;

-- The days of a unit's facts on some days, each day on which one begins (+1) or ends (-1).
CREATE OR REPLACE FUNCTION derived.turns_within(here datemultirange, family datemultirange, pair datemultirange, tied datemultirange)
  RETURNS TABLE (day date, units int, family int, pair int, both_untied int, covered int) LANGUAGE sql IMMUTABLE AS $$
  SELECT e.day, e.n * k.units, e.n * k.family, e.n * k.pair, e.n * k.both_untied, e.n * k.covered
  FROM (SELECT $1 AS here) h
    CROSS JOIN LATERAL (VALUES (h.here, 1, 0, 0, 0, 0), ($2 * h.here, 0, 1, 0, 0, 0), ($3 * h.here, 0, 0, 1, 0, 0), ($2 * $3 * h.here, 0, 0, 0, 1, 0), ($4 * h.here, 0, 0, 0, 0, 1)) k (days, units, family, pair, both_untied, covered)
    CROSS JOIN LATERAL unnest(k.days) r CROSS JOIN LATERAL (VALUES (lower(r), 1), (upper(r), -1)) e (day, n)
  WHERE e.day IS NOT NULL $$;

-- The same on all days on which it lies in one place.
CREATE OR REPLACE FUNCTION derived.turns_of(valid_from date, valid_to date, family datemultirange, pair datemultirange, tied datemultirange)
  RETURNS TABLE (day date, units int, family int, pair int, both_untied int, covered int) LANGUAGE sql IMMUTABLE AS $$
  SELECT * FROM derived.turns_within(datemultirange(daterange($1, $2)), $3, $4, $5) $$;

-- The days that are closed for these communes. Until its end nobody closes another month of theirs: whoever wants to waits, and what is
-- changed in a month that is being closed waits for that.
CREATE OR REPLACE FUNCTION derived.closed_for(communes uuid[]) RETURNS TABLE (commune_id uuid, days datemultirange) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed months'), hashtext(c.id::text)) FROM (SELECT DISTINCT unnest(communes) AS id ORDER BY 1) c;
  RETURN QUERY SELECT r.unit_id, range_agg(daterange(p.starts_on, p.ends_on)) FROM report r JOIN reporting_period p ON p.id = r.period_id
    WHERE r.unit_id = ANY (communes) AND r.state = 'locked' GROUP BY 1;
END $$;

-- What a unit gains and loses is noted for its commune; what of it lies on closed days is noted beside, unit by unit, and looked at as
-- the transaction ends (derived.keep_closed_days): on the way there facts may come and go.
CREATE OR REPLACE FUNCTION derived.spans_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO derived.coverage_step SELECT n.commune_id, n.level, t.day, 0, 0, sum(t.units), sum(t.family), sum(t.pair), sum(t.both_untied), sum(t.covered)
      FROM new_rows n CROSS JOIN LATERAL derived.turns_of(n.valid_from, n.valid_to, n.family, n.pair, n.tied) t GROUP BY 1, 2, 3;
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), n.unit_id, n.commune_id, n.sub_association_id, n.level, t.day, 0, 0, t.units, t.family, t.pair, t.both_untied, t.covered
      FROM derived.closed_for(ARRAY (SELECT DISTINCT commune_id FROM new_rows)) c JOIN new_rows n USING (commune_id)
        CROSS JOIN LATERAL derived.turns_within(c.days * datemultirange(daterange(n.valid_from, n.valid_to)), n.family, n.pair, n.tied) t;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO derived.coverage_step SELECT o.commune_id, o.level, t.day, 0, 0, -sum(t.units), -sum(t.family), -sum(t.pair), -sum(t.both_untied), -sum(t.covered)
      FROM old_rows o CROSS JOIN LATERAL derived.turns_of(o.valid_from, o.valid_to, o.family, o.pair, o.tied) t GROUP BY 1, 2, 3;
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), o.unit_id, o.commune_id, o.sub_association_id, o.level, t.day, 0, 0, -t.units, -t.family, -t.pair, -t.both_untied, -t.covered
      FROM derived.closed_for(ARRAY (SELECT DISTINCT commune_id FROM old_rows)) c JOIN old_rows o USING (commune_id)
        CROSS JOIN LATERAL derived.turns_within(c.days * datemultirange(daterange(o.valid_from, o.valid_to)), o.family, o.pair, o.tied) t;
  ELSE
    INSERT INTO derived.coverage_step SELECT s.commune_id, s.level, t.day, 0, 0, sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)
      FROM (SELECT 1 AS sign, n.* FROM new_rows n UNION ALL SELECT -1, o.* FROM old_rows o) s CROSS JOIN LATERAL derived.turns_of(s.valid_from, s.valid_to, s.family, s.pair, s.tied) t GROUP BY 1, 2, 3
      HAVING (sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)) <> (0, 0, 0, 0, 0);
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), s.unit_id, s.commune_id, s.sub_association_id, s.level, t.day, 0, 0, sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)
      FROM derived.closed_for(ARRAY (SELECT commune_id FROM new_rows UNION SELECT commune_id FROM old_rows)) c
        JOIN (SELECT 1 AS sign, n.* FROM new_rows n UNION ALL SELECT -1, o.* FROM old_rows o) s USING (commune_id)
        CROSS JOIN LATERAL derived.turns_within(c.days * datemultirange(daterange(s.valid_from, s.valid_to)), s.family, s.pair, s.tied) t GROUP BY 2, 3, 4, 5, 6
      HAVING (sum(s.sign * t.units), sum(s.sign * t.family), sum(s.sign * t.pair), sum(s.sign * t.both_untied), sum(s.sign * t.covered)) <> (0, 0, 0, 0, 0);
  END IF;
  PERFORM derived.add_steps(100);
  RETURN NULL;
END $$;

-- A closed day cannot change, whoever hosts the thing now and by whatever way it came: what a transaction did to the days of each unit
-- adds up to nothing there, or none of it holds. The message ends with the first open day, which who words it reads.
CREATE OR REPLACE FUNCTION derived.keep_closed_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE until date;
BEGIN
  WITH mine AS (DELETE FROM derived.closed_step WHERE txid = pg_current_xact_id() RETURNING *),
    moved AS (SELECT commune_id FROM mine GROUP BY unit_id, commune_id, sub_association_id, level, day
      HAVING (sum(open), sum(reported), sum(units), sum(family), sum(pair), sum(both_untied), sum(covered)) <> (0, 0, 0, 0, 0, 0, 0))
  SELECT max(p.ends_on) INTO until FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked' AND r.unit_id IN (SELECT commune_id FROM moved);
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'figures of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NULL;
END $$;

-- A commune opens or closes: rows of unit_span. It begins or ceases to keep its records here: rows of record_keeping.
CREATE OR REPLACE FUNCTION derived.commune_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE kept int := (TG_TABLE_NAME = 'record_keeping')::int; communes uuid[];
BEGIN
  IF TG_OP <> 'DELETE' THEN
    communes := ARRAY (SELECT DISTINCT n.unit_id FROM new_rows n JOIN unit u ON u.id = n.unit_id AND u.level = 'commune');
    INSERT INTO derived.coverage_step SELECT s.* FROM new_rows n CROSS JOIN LATERAL derived.commune_steps(n.unit_id, n.valid_from, n.valid_to, 1 - kept, kept) s WHERE n.unit_id = ANY (communes);
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), s.commune_id, s.commune_id, NULL, s.level, s.day, s.open, s.reported, 0, 0, 0, 0, 0
      FROM derived.closed_for(communes) c JOIN new_rows n ON n.unit_id = c.commune_id CROSS JOIN LATERAL unnest(c.days * datemultirange(daterange(n.valid_from, n.valid_to))) d
        CROSS JOIN LATERAL derived.commune_steps(n.unit_id, lower(d), upper(d), 1 - kept, kept) s;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    communes := ARRAY (SELECT DISTINCT o.unit_id FROM old_rows o JOIN unit u ON u.id = o.unit_id AND u.level = 'commune');
    INSERT INTO derived.coverage_step SELECT s.* FROM old_rows o CROSS JOIN LATERAL derived.commune_steps(o.unit_id, o.valid_from, o.valid_to, kept - 1, -kept) s WHERE o.unit_id = ANY (communes);
    INSERT INTO derived.closed_step SELECT pg_current_xact_id(), s.commune_id, s.commune_id, NULL, s.level, s.day, s.open, s.reported, 0, 0, 0, 0, 0
      FROM derived.closed_for(communes) c JOIN old_rows o ON o.unit_id = c.commune_id CROSS JOIN LATERAL unnest(c.days * datemultirange(daterange(o.valid_from, o.valid_to))) d
        CROSS JOIN LATERAL derived.commune_steps(o.unit_id, lower(d), upper(d), kept - 1, -kept) s;
  END IF;
  PERFORM derived.add_steps(100);
  RETURN NULL;
END $$;

-- A month is closed when nobody is changing its figures any more: who changes figures of the commune holds this lock to her end.
CREATE OR REPLACE FUNCTION app.wait_for_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('closed months'), hashtext(NEW.unit_id::text));
  RETURN NEW; END $$;

DROP FUNCTION app.period_locked(p_unit uuid, p_day date);

CREATE CONSTRAINT TRIGGER period_locked AFTER INSERT ON derived.closed_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION derived.keep_closed_days();
CREATE TRIGGER wait_for_changes BEFORE INSERT OR UPDATE OF state ON report FOR EACH ROW WHEN (NEW.state = 'locked') EXECUTE FUNCTION app.wait_for_changes();
