-- Folded for search: NFC → lower case → no marks (NFD without U+0300–U+036F, which takes ơ, ư and every tone) → đ, ð to d → single blanks.
-- Plain string functions only, so IMMUTABLE is true: no dictionary file that could change under an index (as unaccent's can).
CREATE OR REPLACE FUNCTION app.search_key(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  btrim(regexp_replace(translate(regexp_replace(normalize(lower(normalize(t, NFC) COLLATE "und-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'), 'đðĐÐ', 'dddd'), '\s+', ' ', 'g'));

-- Equal for hòa/hoà, Đ/Ð, NFC/NFD, capitals and blanks; different for Hoa/Hòa. For "the same person?", not for search.
CREATE OR REPLACE FUNCTION app.name_key(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE k text := btrim(regexp_replace(replace(lower(normalize(t, NFC) COLLATE "und-x-icu"), 'ð', 'đ'), '\s+', ' ', 'g')); i int;
  was text[] := ARRAY['oà','oá','oả','oã','oạ','oè','oé','oẻ','oẽ','oẹ','uỳ','uý','uỷ','uỹ','uỵ'];
  now text[] := ARRAY['òa','óa','ỏa','õa','ọa','òe','óe','ỏe','õe','ọe','ùy','úy','ủy','ũy','ụy'];
BEGIN
  IF k ~ 'o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]' THEN FOR i IN 1..15 LOOP k := replace(k, was[i], now[i]); END LOOP; END IF;
  RETURN k;
END $$;

-- NFC, and no control, bidi or other invisible steering characters, nor the two that no XML may hold. One line, or a text with line breaks
-- and tabs.
CREATE OR REPLACE FUNCTION app.clean_line(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  t IS NULL OR (t IS NFC NORMALIZED AND t !~ '[\u0001-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]');

CREATE OR REPLACE FUNCTION app.clean_text(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  t IS NULL OR (t IS NFC NORMALIZED AND t !~ '[\u0001-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]');
