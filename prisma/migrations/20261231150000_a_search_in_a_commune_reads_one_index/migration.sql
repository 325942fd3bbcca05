-- expand: whose name holds a word is decided by the index of whose records a unit keeps, as the rows of a commune lie in ten thousand pages.
DROP INDEX person_register;
CREATE INDEX person_register ON person (keeper_unit_id, given_name, other_names, id) INCLUDE (search_key, merged_into_id, erased_on);
