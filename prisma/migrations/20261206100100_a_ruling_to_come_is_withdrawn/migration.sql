-- Who signed a reading by mistake could only sign another one from the day after. A ruling whose day has not come is withdrawn with its
-- reason, stays on record, and the one before it goes on.
ALTER TABLE "coverage_ruling" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(6),
ADD COLUMN "withdrawn_by_id" UUID,
ADD COLUMN "withdraw_reason" TEXT;
ALTER TABLE "coverage_ruling" ADD CONSTRAINT "coverage_ruling_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE coverage_ruling ADD CONSTRAINT withdrawn_whole CHECK (num_nonnulls(withdrawn_at, withdrawn_by_id, withdraw_reason) = CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 3 END
  AND (withdrawn_at IS NULL OR valid_to = valid_from));
SELECT app.guard('coverage_ruling');

-- What was ruled stays ruled: a ruling is only ended, by the next one, or withdrawn before its day, when the one before it goes on. Neither
-- may move a day that has come, but for an open one that ends, and nothing begins or ends on a day of a closed month.
CREATE OR REPLACE FUNCTION app.check_ruling() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (OLD.withdrawn_at IS NOT NULL OR NEW.valid_to IS DISTINCT FROM OLD.valid_to AND OLD.valid_to <= app.today()
      OR to_jsonb(NEW) - 'valid_to' <> to_jsonb(OLD) - 'valid_to' AND (NEW.withdrawn_at IS NULL OR OLD.valid_from <= app.today()
        OR to_jsonb(NEW) - '{valid_to,withdrawn_at,withdrawn_by_id,withdraw_reason}'::text[] <> to_jsonb(OLD) - '{valid_to,withdrawn_at,withdrawn_by_id,withdraw_reason}'::text[])) THEN
    RAISE EXCEPTION 'a ruling stays on record' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ruling_kept', HINT = 'ruling_kept'; END IF;
  IF EXISTS (SELECT FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked'
      AND daterange(p.starts_on, p.ends_on) && CASE TG_OP WHEN 'INSERT' THEN daterange(NEW.valid_from, NEW.valid_to)
        ELSE daterange(least(coalesce(OLD.valid_to, 'infinity'), coalesce(NEW.valid_to, 'infinity')), greatest(coalesce(OLD.valid_to, 'infinity'), coalesce(NEW.valid_to, 'infinity'))) END) THEN
    RAISE EXCEPTION 'a month of these days is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked'; END IF;
  RETURN NEW;
END $$;
