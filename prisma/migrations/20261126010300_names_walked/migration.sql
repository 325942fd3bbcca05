-- A search in the whole union walks along the order of names until a page is full. What is sought stands in the index, so that a
-- given name late in the order is met without a look at each record before it.
DROP INDEX person_by_name;
CREATE INDEX person_by_name ON person (given_name, other_names, id) INCLUDE (search_key) WHERE merged_into_id IS NULL AND erased_on IS NULL;
