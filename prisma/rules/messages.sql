-- What the database holds of the tables in prisma/schema/messages.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- outbox_message
ALTER TABLE outbox_message ADD CONSTRAINT clean_text CHECK ((app.clean_line(dedupe_key) AND app.clean_line(recipient) AND app.clean_line(locale) AND app.clean_text(last_error) AND app.clean_line(about)));
ALTER TABLE outbox_message ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE outbox_message ADD CONSTRAINT phone_is_masked CHECK (((kind = 'email'::message_kind) OR (recipient ~ '^(0\d•• ••• |•••• ••• )\d{3}$'::text)));
ALTER TABLE outbox_message ADD CONSTRAINT sent_at_some_time CHECK (((state = 'sent'::message_state) = (sent_at IS NOT NULL)));
ALTER TABLE outbox_message ADD CONSTRAINT told_by_hand CHECK (((told_by_id IS NULL) OR ((state = 'sent'::message_state) AND (kind <> 'email'::message_kind))));
CREATE INDEX outbox_mail_due ON public.outbox_message USING btree (not_before) WHERE ((state = 'ready'::message_state) AND (kind = 'email'::message_kind));
CREATE INDEX outbox_to_tell ON public.outbox_message USING btree (session_id, id) WHERE ((state = 'ready'::message_state) AND (kind <> 'email'::message_kind));
CREATE TRIGGER mask_recipient BEFORE INSERT ON public.outbox_message FOR EACH ROW WHEN ((new.kind <> 'email'::message_kind)) EXECUTE FUNCTION app.mask_recipient();
CREATE TRIGGER wake_mail AFTER INSERT OR UPDATE OF state ON public.outbox_message FOR EACH ROW WHEN (((new.kind = 'email'::message_kind) AND (new.state = 'ready'::message_state))) EXECUTE FUNCTION app.wake_mail();
