-- A message keeps what it is about and the facts; its words are made in the reader's language when it is shown or sent.
ALTER TABLE outbox_message DROP COLUMN subject, DROP COLUMN body, ADD COLUMN about text NOT NULL, ADD COLUMN facts jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN session_id uuid REFERENCES session (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX outbox_message_session_id_idx ON outbox_message (session_id);
CREATE INDEX outbox_message_enrolment_id_idx ON outbox_message (enrolment_id);
SELECT app.guard('outbox_message');
