-- A month could be closed while a ruling over its days was being signed: neither saw the other, and what was filed no longer was what is read.

-- What was ruled stays ruled: a ruling is only ended, by the next one, or withdrawn before its day, when the one before it goes on. Neither
-- may move a day that has come, but for an open one that ends, and nothing begins or ends on a day of a closed month.
CREATE OR REPLACE FUNCTION app.check_ruling() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD.withdrawn_at IS NOT NULL OR NEW.valid_to IS DISTINCT FROM OLD.valid_to AND OLD.valid_to <= app.today()
      OR to_jsonb(NEW) - 'valid_to' <> to_jsonb(OLD) - 'valid_to' AND (NEW.withdrawn_at IS NULL OR OLD.valid_from <= app.today()
        OR to_jsonb(NEW) - '{valid_to,withdrawn_at,withdrawn_by_id,withdraw_reason}'::text[] <> to_jsonb(OLD) - '{valid_to,withdrawn_at,withdrawn_by_id,withdraw_reason}'::text[])) THEN
    RAISE EXCEPTION 'a ruling stays on record' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ruling_kept', HINT = 'ruling_kept'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('rulings of coverage'));
  IF EXISTS (SELECT FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked'
      AND daterange(p.starts_on, p.ends_on) && CASE TG_OP WHEN 'INSERT' THEN daterange(NEW.valid_from, NEW.valid_to)
        ELSE daterange(least(coalesce(OLD.valid_to, 'infinity'), coalesce(NEW.valid_to, 'infinity')), greatest(coalesce(OLD.valid_to, 'infinity'), coalesce(NEW.valid_to, 'infinity'))) END) THEN
    RAISE EXCEPTION 'a month of these days is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked'; END IF;
  RETURN NEW;
END $$;

-- A month is closed when nobody is changing its figures any more, nor how they are read: who does holds one of these locks to her end.
CREATE OR REPLACE FUNCTION app.wait_for_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('rulings of coverage'));
  PERFORM pg_advisory_xact_lock(hashtext('closed months'), hashtext(NEW.unit_id::text));
  RETURN NEW; END $$;
