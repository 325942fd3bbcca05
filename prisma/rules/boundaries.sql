-- What the database holds of the tables in prisma/schema/boundaries.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- boundary_edition
ALTER TABLE boundary_edition ADD CONSTRAINT clean_text CHECK ((app.clean_line(edition) AND app.clean_line(source) AND app.clean_line(licence)));
ALTER TABLE boundary_edition ADD CONSTRAINT file_hashed CHECK ((octet_length(file_sha256) = 32));
ALTER TABLE boundary_edition ADD CONSTRAINT lines_small CHECK (((topology IS NULL) OR (octet_length((topology)::text) <= 131072)));
ALTER TABLE boundary_edition ADD CONSTRAINT lines_while_there CHECK (((topology IS NULL) = (removed_at IS NOT NULL)));
CREATE UNIQUE INDEX one_shown ON public.boundary_edition USING btree (((shown_at IS NOT NULL))) WHERE (removed_at IS NULL);
