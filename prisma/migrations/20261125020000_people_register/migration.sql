-- Likely the same person: the words of a name in alphabetical order stand in a column of their own, so that half a million
-- records are compared without calling a function for each, and year and name are looked up together.
DROP INDEX person_name_bag;
ALTER TABLE person ADD COLUMN name_bag text COLLATE "C" GENERATED ALWAYS AS (app.name_bag(full_name)) STORED;
CREATE INDEX person_alike ON person (name_bag, birth_year, id) WHERE merged_into_id IS NULL AND erased_on IS NULL;

-- What "not the same" was said about: a name, a year and a phone. When one of them changes, the digest differs and the question is open again.
CREATE FUNCTION app.likeness_digest(p person) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE RETURN
  sha256(convert_to(coalesce(app.name_key(p.full_name), '') || chr(10) || coalesce(p.birth_year::text, '') || chr(10) || coalesce(p.phone, ''), 'UTF8'));
GRANT EXECUTE ON FUNCTION app.likeness_digest(person) TO portal_app;
REVOKE EXECUTE ON FUNCTION app.likeness_digest(person) FROM PUBLIC;
