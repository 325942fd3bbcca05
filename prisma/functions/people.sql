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
  sha256(convert_to(coalesce(app.name_key(p.full_name), '') || chr(10) || coalesce(p.birth_year::text, '') || chr(10) || coalesce(p.phone_print, ''), 'UTF8'));

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

-- What two telephone numbers are compared by, since the numbers themselves stand behind a door (0246): the same for the same number, and
-- none can be read from it without what is kept where the portal's role sees nothing.
CREATE OR REPLACE FUNCTION app.phone_print(p_phone text) RETURNS text LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  RETURN encode(substring(sha256((SELECT k.pepper FROM app.phone_pepper k) || convert_to(p_phone, 'UTF8')) FROM 1 FOR 12), 'base64');
END $$;

-- As domain/people/phones/phone.ts masks it: enough to tell two numbers apart, too little to call. Of a number of another country less.
CREATE OR REPLACE FUNCTION app.masked_phone(p_phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN p_phone ~ '^\+84\d{9}$' THEN '0' || substr(p_phone, 4, 1) || '•• ••• ' || right(p_phone, 3) ELSE '•••• ••• ' || right(p_phone, 3) END;

-- A number that is written goes where the portal's role reads nothing. In its place stand the masked one and its print. What was read is
-- no number: written again it changes nothing, and anything else that is none is refused.
CREATE OR REPLACE FUNCTION app.keep_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.phone IS NULL THEN
    NEW.phone_print := NULL;
    IF TG_OP = 'UPDATE' THEN DELETE FROM app.number WHERE row_id = NEW.id; END IF;
  ELSIF NEW.phone ~ '^\+[1-9][0-9]{7,14}$' THEN
    NEW.phone_print := app.phone_print(NEW.phone);
    INSERT INTO app.number (row_id, phone) VALUES (NEW.id, NEW.phone) ON CONFLICT (row_id) DO UPDATE SET phone = excluded.phone;
    NEW.phone := app.masked_phone(NEW.phone);
  ELSIF TG_OP = 'UPDATE' AND NEW.phone = OLD.phone THEN NEW.phone_print := OLD.phone_print;
  ELSE RAISE EXCEPTION 'not a whole number' USING ERRCODE = 'check_violation', CONSTRAINT = 'phone_is_whole', HINT = 'phone_is_whole';
  END IF;
  RETURN NEW;
END $$;

-- Whole numbers of the persons asked for, for the entry of the trail that says who reads them: kept before any number comes, by an account
-- that may, of those whom it reaches. Of a number that is looked at the entry names the woman.
CREATE OR REPLACE FUNCTION app.numbers_of(p_account uuid, p_entry uuid, p_key bytea) RETURNS TABLE (person_id uuid, phone text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e record; areas text[];
BEGIN
  SELECT * INTO e FROM app.opened(p_account, ARRAY[p_entry], p_key, '{seePhone,exportPeople}');
  areas := app.areas_of(p_account, CASE e.action WHEN 'seePhone' THEN 'people.see-phone' ELSE 'exports.persons' END);
  IF e.action IS NULL OR areas = '{}' THEN RETURN; END IF;
  RETURN QUERY WITH here AS MATERIALIZED (SELECT s.unit_id FROM unnest(areas) a JOIN unit_span s ON s.path >= a COLLATE "C" AND s.path < (a || '~') COLLATE "C" AND app.placed_today(s))
    SELECT p.id, n.phone FROM person p JOIN app.number n ON n.row_id = p.id
    WHERE p.id = ANY (e.asked) AND (e.action <> 'seePhone' OR p.id = e.subject_id) AND p.erased_on IS NULL AND p.merged_into_id IS NULL
      AND (areas IS NULL OR p.keeper_unit_id IN (SELECT h.unit_id FROM here h) OR EXISTS (SELECT FROM membership m JOIN here h ON h.unit_id = m.unit_id
        WHERE m.person_id = p.id AND app.active_on(m.valid_from, m.valid_to, app.today())));
END $$;
