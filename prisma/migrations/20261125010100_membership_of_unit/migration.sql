-- Who belongs to a unit on a day, answered from the index alone. Without it the planner takes the exclusion constraint's
-- GiST index for the cheaper way, which reads most of it for each unit.
CREATE INDEX membership_of_unit ON membership (unit_id, person_id) INCLUDE (kind, valid_from, valid_to);
-- And each woman once, over the whole province: read in her order, without a sort.
CREATE INDEX membership_of_person ON membership (person_id) INCLUDE (valid_from, valid_to);
