-- The token of a session is exchanged after a change of role; the former one holds a moment longer, for requests under way.
ALTER TABLE account_session
  ADD COLUMN renewal_asked_at timestamptz(6),
  ADD COLUMN former_token_hash bytea CHECK (octet_length(former_token_hash) = 32),
  ADD COLUMN former_until timestamptz(6);
ALTER TABLE account_session ADD CONSTRAINT former_token_ends CHECK ((former_token_hash IS NULL) = (former_until IS NULL));
CREATE UNIQUE INDEX account_session_former_token_hash_key ON account_session (former_token_hash);

-- A role that was given, changed or taken: each open session of the account gets a new token at its next request.
CREATE OR REPLACE FUNCTION app.ask_renewal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE account_session SET renewal_asked_at = now() WHERE account_id = NEW.account_id AND ended_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER ask_renewal AFTER INSERT OR UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION app.ask_renewal();
