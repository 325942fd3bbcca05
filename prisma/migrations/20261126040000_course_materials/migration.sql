-- What a course hands out: a link or a kept file, in one language. What is public is offered on the pages of its sessions too.
ALTER TABLE course_material ADD COLUMN is_public boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT link_or_file CHECK (num_nonnulls(url, asset_id) = 1),
  ADD CONSTRAINT link_is_https CHECK (url ~ '^https://\S+$'),
  ADD CONSTRAINT material_locale CHECK (locale IN ('vi', 'en'));
CREATE INDEX course_material_course_id_position_idx ON course_material (course_id, position);
ALTER TABLE course ADD CONSTRAINT minutes_of_course CHECK (minutes BETWEEN 10 AND 2400);
-- where a hall stands, whole or not at all, within the borders of the country
ALTER TABLE venue ADD CONSTRAINT venue_point CHECK ((lat IS NULL) = (lon IS NULL) AND lat BETWEEN 8 AND 24 AND lon BETWEEN 102 AND 110),
  ADD CONSTRAINT venue_seats CHECK (seats BETWEEN 1 AND 100000);
SELECT app.guard('course_material');
