-- What the database holds of the tables in prisma/schema/subscriptions.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- subscription
ALTER TABLE subscription ADD CONSTRAINT clean_text CHECK ((app.clean_line(pair) AND app.clean_line(locale)));
ALTER TABLE subscription ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));

-- follow
CREATE UNIQUE INDEX follow_once ON public.follow USING btree (subscription_id, commune_id, topic_id, alerts_alone) NULLS NOT DISTINCT;

-- push_round
ALTER TABLE push_round ADD CONSTRAINT clean_text CHECK (app.clean_line(locale));
ALTER TABLE push_round ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
CREATE INDEX push_round_open ON public.push_round USING btree (begun_at) WHERE (ended_at IS NULL);
