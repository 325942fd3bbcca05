-- What the database holds of the tables in prisma/schema/links.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- link
ALTER TABLE link ADD CONSTRAINT clean_text CHECK ((app.clean_text(address) AND app.clean_line(host) AND app.clean_line(cause) AND app.clean_line(moved_to)));
ALTER TABLE link ADD CONSTRAINT link_misses CHECK (((misses >= 0) AND ((misses > 0) = (state = 'unreached'::link_state))));

-- link_host
ALTER TABLE link_host ADD CONSTRAINT clean_text CHECK (app.clean_line(host));
ALTER TABLE link_host ADD CONSTRAINT link_host_name CHECK ((host ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'::text));
