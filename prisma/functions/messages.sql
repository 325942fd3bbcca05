-- Whichever process is up sends it at once instead of at its next look.
CREATE OR REPLACE FUNCTION app.wake_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$ BEGIN
  PERFORM pg_notify('outbox_mail', '');
  RETURN NULL;
END $$;
