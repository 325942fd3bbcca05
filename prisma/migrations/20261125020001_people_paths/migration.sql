-- The register of the whole province, by given name, walked a page at a time.
CREATE INDEX person_by_name ON person (name_order, id) WHERE merged_into_id IS NULL AND erased_on IS NULL;

-- The same rule, on one value instead of two columns: the planner took this index for "members of these units" and read a third
-- of it each time, where the index on (unit_id, valid_to) reads a few pages.
ALTER TABLE membership DROP CONSTRAINT one_membership;
ALTER TABLE membership ADD CONSTRAINT one_membership EXCLUDE USING gist ((person_id::text || unit_id::text) WITH =, daterange(valid_from, valid_to) WITH &&);
