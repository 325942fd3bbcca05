-- Who asked may take her request back until it is answered. It is then closed like one that had lapsed and was asked anew, or
-- whose woman was erased: nobody is asked any more, and it stands in no other one's way.
ALTER TABLE person_request RENAME COLUMN replaced_at TO closed_at;
ALTER TABLE person_request ADD COLUMN withdrawn_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT withdrawn_or_answered CHECK (withdrawn_by_id IS NULL OR (closed_at IS NOT NULL AND answer IS NULL));

-- Marks of mergers that can still be undone: a column that is added later tells nothing of an edit while it is empty.
CREATE OR REPLACE FUNCTION app.row_mark(r jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  md5(jsonb_strip_nulls(r - ARRAY['version', 'search_key', 'given_name', 'other_names', 'starts_at', 'ends_at', 'changed_at'])::text);
