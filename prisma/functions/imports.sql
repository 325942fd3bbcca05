-- With what undid a row of an import goes the number that was kept for it.
CREATE OR REPLACE FUNCTION app.forget_phone_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.kept_phone k WHERE k.id = (OLD.before #>> '{phone,kept}')::uuid;
  RETURN NULL;
END $$;

-- The numbers of a sheet, as they were written, go where the portal's role reads nothing: of each row its cells by their places. In the
-- table stand masked ones.
CREATE OR REPLACE FUNCTION app.keep_sheet_numbers(p_batch uuid, p_rows jsonb) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  INSERT INTO app.sheet_number (batch_id, row_no, place, written)
  SELECT p_batch, (r ->> 'no')::int, n.key::int, n.value FROM jsonb_array_elements(p_rows) r CROSS JOIN LATERAL jsonb_each_text(r -> 'numbers') n $$;

-- Of a sheet at work the numbers of rows that are to be done next, for who reaches all that it may touch; that it was sent is in the trail.
CREATE OR REPLACE FUNCTION app.sheet_numbers_of(p_account uuid, p_batch uuid, p_rows int[]) RETURNS TABLE (row_no int, place int, written text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT n.row_no, n.place, n.written FROM import_batch b JOIN app.sheet_number n ON n.batch_id = b.id
  WHERE b.id = p_batch AND b.phase IN ('checking', 'applying') AND n.row_no > b.done_row_no AND n.row_no = ANY (p_rows)
    AND app.unit_within(b.scope_unit_id, app.areas_of(p_account, 'imports.members'))
    AND EXISTS (SELECT FROM audit_entry e WHERE e.subject_id = b.id AND e.action = 'uploadSheet') $$;

-- The numbers in rows that could not be taken, to be corrected and sent again, for the entry of the trail that says who takes them out.
CREATE OR REPLACE FUNCTION app.bad_row_numbers_of(p_account uuid, p_entry uuid, p_key bytea) RETURNS TABLE (row_no int, place int, written text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
#variable_conflict use_column
DECLARE e record;
BEGIN
  SELECT * INTO e FROM app.opened(p_account, ARRAY[p_entry], p_key, '{exportBadRows}', 'bad_row_numbers_of');
  IF e.action IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT n.row_no, n.place, n.written FROM import_batch b JOIN import_row r ON r.batch_id = b.id AND r.verdict = 'error'
      JOIN app.sheet_number n ON n.batch_id = r.batch_id AND n.row_no = r.row_no
    WHERE b.id = e.subject_id AND app.unit_within(b.scope_unit_id, app.areas_of(p_account, 'imports.members'));
END $$;

-- With the contents of a row go its numbers.
CREATE OR REPLACE FUNCTION app.forget_sheet_numbers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.sheet_number n WHERE n.batch_id = OLD.batch_id AND n.row_no = OLD.row_no;
  RETURN NULL;
END $$;
