-- What the database holds of the tables in prisma/schema/calendar.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- feed_token
ALTER TABLE feed_token ADD CONSTRAINT clean_text CHECK (app.clean_line(purpose));
ALTER TABLE feed_token ADD CONSTRAINT feed_token_check CHECK (((purpose !~~ 'calendar-%'::text) OR (account_id IS NOT NULL)));
ALTER TABLE feed_token ADD CONSTRAINT feed_token_token_hash_check CHECK ((octet_length(token_hash) = 32));
CREATE INDEX feed_token_account_id_idx ON public.feed_token USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE TRIGGER feed_ended BEFORE UPDATE ON public.feed_token FOR EACH ROW WHEN (((new.token_hash <> old.token_hash) OR ((old.revoked_at IS NOT NULL) AND (new.revoked_at IS DISTINCT FROM old.revoked_at)))) EXECUTE FUNCTION app.keep_feed_ended();
