-- U+FFFE and U+FFFF are signs of no language, and a feed, a drawing or a workbook with one of them is read by no program.
CREATE OR REPLACE FUNCTION app.clean_line(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  t IS NULL OR (t IS NFC NORMALIZED AND t !~ '[\u0001-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]');

CREATE OR REPLACE FUNCTION app.clean_text(t text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  t IS NULL OR (t IS NFC NORMALIZED AND t !~ '[\u0001-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]');
