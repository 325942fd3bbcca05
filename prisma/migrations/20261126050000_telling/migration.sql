-- Telling people: by whom a message to a phone was marked as told; e-mails are sent by the portal itself.
ALTER TABLE outbox_message ADD COLUMN told_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT told_by_hand CHECK (told_by_id IS NULL OR (state = 'sent' AND kind <> 'email')),
  ADD CONSTRAINT sent_at_some_time CHECK ((state = 'sent') = (sent_at IS NOT NULL));

-- what waits for a person, and what waits for the sender, are few among all that was ever said
CREATE INDEX outbox_to_tell ON outbox_message (session_id, id) WHERE state = 'ready' AND kind <> 'email';
CREATE INDEX outbox_mail_due ON outbox_message (not_before) WHERE state = 'ready' AND kind = 'email';

-- Whichever process is up sends it at once instead of at its next look.
CREATE FUNCTION app.wake_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$ BEGIN
  PERFORM pg_notify('outbox_mail', '');
  RETURN NULL;
END $$;
CREATE TRIGGER wake_mail AFTER INSERT OR UPDATE OF state ON outbox_message FOR EACH ROW
  WHEN (NEW.kind = 'email' AND NEW.state = 'ready') EXECUTE FUNCTION app.wake_mail();
