-- What the database holds of the tables in prisma/schema/condition.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- alarm
ALTER TABLE alarm ADD CONSTRAINT alarm_about_one CHECK ((num_nonnulls(account_id, network) = 1));
ALTER TABLE alarm ADD CONSTRAINT alarm_counted CHECK ((count > 0));
ALTER TABLE alarm ADD CONSTRAINT alarm_not_seen_by_who_rang CHECK (((seen_by_id IS DISTINCT FROM account_id) OR (seen_by_id IS NULL)));
ALTER TABLE alarm ADD CONSTRAINT alarm_seen_by_somebody CHECK ((((seen_at IS NULL) = (seen_by_id IS NULL)) AND ((seen_at IS NULL) = (word IS NULL))));
ALTER TABLE alarm ADD CONSTRAINT clean_text CHECK ((app.clean_line(network) AND app.clean_line(word)));
CREATE UNIQUE INDEX alarm_unseen ON public.alarm USING btree (kind, COALESCE((account_id)::text, network)) WHERE (seen_at IS NULL);
