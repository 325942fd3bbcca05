-- What the database holds of the tables in prisma/schema/venues.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- venue
ALTER TABLE venue ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_text(address)));
ALTER TABLE venue ADD CONSTRAINT venue_point CHECK ((((lat IS NULL) = (lon IS NULL)) AND ((lat >= (8)::double precision) AND (lat <= (24)::double precision)) AND ((lon >= (102)::double precision) AND (lon <= (110)::double precision))));
ALTER TABLE venue ADD CONSTRAINT venue_seats CHECK (((seats >= 1) AND (seats <= 100000)));
CREATE TRIGGER mark_demo BEFORE INSERT ON public.venue FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.venue FOR EACH ROW EXECUTE FUNCTION app.raise_version();
