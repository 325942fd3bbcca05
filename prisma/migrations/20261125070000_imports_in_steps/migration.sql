-- An import goes on in steps of some thousand rows, each a transaction of its own: where it stands is kept here and nowhere
-- else, so that any process goes on after any other, also after a crash.
ALTER TABLE import_batch
  -- within it she who uploads looks for the same persons; who reaches all of it may see what was found
  ADD COLUMN scope_unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD COLUMN phase text NOT NULL DEFAULT 'checking',
  ADD COLUMN row_count integer NOT NULL DEFAULT 0,
  ADD COLUMN done_row_no integer NOT NULL DEFAULT 0,
  ADD COLUMN purged_on date,
  ADD CONSTRAINT import_phase CHECK (phase IN ('checking', 'checked', 'applying', 'undoing', 'finished'));
ALTER TABLE import_row
  ALTER COLUMN verdict DROP NOT NULL,
  ADD COLUMN match_key text COLLATE "C",
  ADD COLUMN plan jsonb,
  ADD COLUMN membership_id uuid,
  ADD COLUMN membership_version integer,
  ADD COLUMN outcome text,
  ADD CONSTRAINT import_outcome CHECK (outcome IN ('done', 'undone', 'left-alone'));
CREATE INDEX import_batch_scope_unit_id_uploaded_at_idx ON import_batch (scope_unit_id, uploaded_at);
-- the same woman twice in one sheet
CREATE INDEX import_row_alike ON import_row (batch_id, match_key, row_no);
-- rows of one verdict, in the order of the sheet
CREATE INDEX import_row_verdict ON import_row (batch_id, verdict, row_no);
-- batches whose personal contents are due to go
CREATE INDEX import_batch_due ON import_batch (purge_on) WHERE purged_on IS NULL;
SELECT app.guard('import_batch');
SELECT app.guard('import_row');

-- Which of these persons something else speaks of: a pair, a consent, an office, an account, … Whatever table refers to a
-- person is asked, also one that comes later. Memberships aside: an import makes one for each woman, and knows its version.
CREATE FUNCTION app.persons_in_use(ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = public, app, pg_temp AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND c.conrelid <> 'membership'::regclass LOOP
    RETURN QUERY EXECUTE format('SELECT %I FROM %s WHERE %I = ANY ($1)', r.col, r.tab, r.col) USING ids;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION app.persons_in_use(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.persons_in_use(uuid[]) TO portal_app;
