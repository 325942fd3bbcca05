-- A role that was given, changed or taken: each open session of the account gets a new token at its next request.
CREATE OR REPLACE FUNCTION app.ask_renewal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE account_session SET renewal_asked_at = now() WHERE account_id = NEW.account_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
