-- By given name, and by it alone: "Đỗ Thị Ánh" stands with every Ánh, and only among them the surname tells. In one text
-- ("Ánh Đỗ Thị") it does not: a collation weighs the letters of the whole text before any mark, so that Anh and Ánh mixed by
-- surname. Hence two columns, compared one after the other.
CREATE FUNCTION app.given_name(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN substring(btrim(t) FROM '\S+$');
CREATE FUNCTION app.other_names(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN regexp_replace(btrim(t), '\s*\S+$', '');
REVOKE EXECUTE ON FUNCTION app.given_name(text), app.other_names(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.given_name(text), app.other_names(text) TO portal_app;

-- PostgreSQL 15 does not alter a table whose row a function takes: the digest goes, and comes back as it was.
DROP FUNCTION app.likeness_digest(person);
ALTER TABLE person DROP COLUMN name_order, -- and with it the indexes person_register and person_by_name
  ADD COLUMN given_name text COLLATE "vi-x-icu" GENERATED ALWAYS AS (app.given_name(full_name)) STORED,
  ADD COLUMN other_names text COLLATE "vi-x-icu" GENERATED ALWAYS AS (app.other_names(full_name)) STORED;
CREATE FUNCTION app.likeness_digest(p person) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE RETURN
  sha256(convert_to(coalesce(app.name_key(p.full_name), '') || chr(10) || coalesce(p.birth_year::text, '') || chr(10) || coalesce(p.phone, ''), 'UTF8'));
GRANT EXECUTE ON FUNCTION app.likeness_digest(person) TO portal_app;
REVOKE EXECUTE ON FUNCTION app.likeness_digest(person) FROM PUBLIC;
DROP FUNCTION app.given_name_first(text);
CREATE INDEX person_register ON person (keeper_unit_id, given_name, other_names, id);
CREATE INDEX person_by_name ON person (given_name, other_names, id) WHERE merged_into_id IS NULL AND erased_on IS NULL;

-- Marks of mergers that can still be undone stay true: columns that follow from another one tell nothing of an edit.
CREATE OR REPLACE FUNCTION app.row_mark(r jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  md5((r - ARRAY['version', 'search_key', 'given_name', 'other_names', 'starts_at', 'ends_at', 'changed_at'])::text);
