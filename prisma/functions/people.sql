-- The words of a name in alphabetical order: equal for "Đỗ Thị Hòa" and "Hòa Đỗ Thị".
CREATE OR REPLACE FUNCTION app.name_bag(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (SELECT string_agg(w, ' ' ORDER BY w COLLATE "C") FROM unnest(string_to_array(app.name_key(t), ' ')) w);

-- By given name, and by it alone: "Đỗ Thị Ánh" stands with every Ánh, and only among them the surname tells. In one text
-- ("Ánh Đỗ Thị") it does not: a collation weighs the letters of the whole text before any mark, so that Anh and Ánh mixed by
-- surname. Hence two columns, compared one after the other.
CREATE OR REPLACE FUNCTION app.given_name(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN substring(btrim(t) FROM '\S+$');

CREATE OR REPLACE FUNCTION app.other_names(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN regexp_replace(btrim(t), '\s*\S+$', '');

-- What "not the same" was said about: a name, a year and a phone. When one of them changes, the digest differs and the question is open again.
CREATE OR REPLACE FUNCTION app.likeness_digest(p person) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE RETURN
  sha256(convert_to(coalesce(app.name_key(p.full_name), '') || chr(10) || coalesce(p.birth_year::text, '') || chr(10) || coalesce(p.phone, ''), 'UTF8'));

-- Which of these persons something else speaks of: a pair, a consent, an office, an account, … Whatever table refers to a
-- person is asked, also one that comes later. Memberships aside: an import makes one for each woman, and knows its version.
CREATE OR REPLACE FUNCTION app.persons_in_use(ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = public, app, pg_temp AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND c.conrelid <> 'membership'::regclass LOOP
    RETURN QUERY EXECUTE format('SELECT %I FROM %s WHERE %I = ANY ($1)', r.col, r.tab, r.col) USING ids;
  END LOOP;
END $$;
