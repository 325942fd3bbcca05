-- "Lê Thị An" does not stand in "Lê Thị Anh", and stands in "Le Thi An".

-- Whether a name stands in words: as whole words, each with its marks or without them, as in an address.
CREATE OR REPLACE FUNCTION app.name_stands_in(p_words text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((' ' || regexp_replace(app.name_key(p_words) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g') || ' ')
    ~ (SELECT ' ' || string_agg('(?:' || w || '|' || app.search_key(w) || ')', ' ' ORDER BY n) || ' '
      FROM regexp_split_to_table(btrim(regexp_replace(app.name_key(p_name) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g')), ' ') WITH ORDINALITY x(w, n)), false) $$;

-- Whether a name stands in a text, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(concat_ws(' ', t.title, t.summary, t.plain, t.easy_read), p_name) $$;
