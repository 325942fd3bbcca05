-- backfill: what could not be read in a row of the last thirty days may be a number, and is masked as its cells are.
WITH said AS (SELECT r.batch_id, r.row_no, x.at, x.reason, split_part(x.reason, '|', 1) AS name, regexp_replace(w.detail, '[^0-9+]', '', 'g') AS digits,
    regexp_replace(w.detail, '[^0-9+]', '', 'g') ~ '^(\+?84|0084|0)?([35789]\d{8}|1\d{9})$' AND w.detail !~ '[[:alpha:]]' AS is_number
  FROM import_row r CROSS JOIN LATERAL unnest(r.reasons) WITH ORDINALITY x (reason, at) CROSS JOIN LATERAL (SELECT substr(x.reason, strpos(x.reason, '|') + 1) AS detail) w)
UPDATE import_row r SET reasons = m.reasons
  FROM (SELECT s.batch_id, s.row_no, array_agg(CASE WHEN s.is_number THEN s.name || '|' || app.masked_phone('+84' || right(s.digits, 9)) ELSE s.reason END ORDER BY s.at) AS reasons
    FROM said s GROUP BY 1, 2 HAVING bool_or(s.is_number)) m
  WHERE r.batch_id = m.batch_id AND r.row_no = m.row_no;
