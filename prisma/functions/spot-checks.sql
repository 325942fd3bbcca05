-- What was announced of a round holds, and each of its steps is taken once: it is drawn or withdrawn, and what is drawn is closed.
CREATE OR REPLACE FUNCTION app.keep_spot_round() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
DECLARE steps text[] := ARRAY['drawn_at', 'closed_at', 'closed_by_id', 'withdrawn_at', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - steps <> to_jsonb(OLD) - steps
    OR OLD.drawn_at IS NOT NULL AND NEW.drawn_at IS DISTINCT FROM OLD.drawn_at OR OLD.closed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'a round of spot checks stays as it was announced and drawn' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'spot_round_kept', HINT = 'spot_round_kept'; END IF;
  RETURN NEW;
END $$;

-- What was drawn stays drawn. It is answered while its round is open, and its commune remarks on it when the round is closed.
CREATE OR REPLACE FUNCTION app.keep_spot_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE moving text[] := (SELECT CASE WHEN r.closed_at IS NULL THEN ARRAY['result', 'parts', 'seen_on', 'note', 'answered_at', 'answered_by_id', 'visitor_id', 'version']
    ELSE ARRAY['remark', 'remarked_at', 'remarked_by_id', 'version'] END FROM spot_round r WHERE r.id = OLD.round_id FOR SHARE);
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
    RAISE EXCEPTION 'a spot check stays as it was drawn, and as it was answered when its round closed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'spot_check_kept', HINT = 'spot_check_kept'; END IF;
  RETURN NEW;
END $$;
