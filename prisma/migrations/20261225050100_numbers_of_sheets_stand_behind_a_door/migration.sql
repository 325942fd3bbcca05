-- contract: an earlier release would carry out rows of a sheet without their numbers.
-- The numbers in a sheet of members stand apart from its rows, where the portal's role reads nothing.
CREATE TABLE app.sheet_number (batch_id uuid NOT NULL, row_no int NOT NULL, place int NOT NULL, written text NOT NULL, PRIMARY KEY (batch_id, row_no, place),
  FOREIGN KEY (batch_id, row_no) REFERENCES import_row (batch_id, row_no) ON DELETE CASCADE);
REVOKE ALL ON app.sheet_number FROM portal_app, PUBLIC;

-- Which roles may do what stands behind a door of the database (0245): one meaning with domain/access/permissions.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.roles_for(p_permission text) RETURNS role[] LANGUAGE sql IMMUTABLE RETURN
  CASE p_permission
    WHEN 'sensitive.see' THEN '{province_official,commune_official}'
    WHEN 'own-data.export' THEN '{province_official,commune_official}'
    WHEN 'merging.merge' THEN '{province_official,commune_official}'
    WHEN 'people.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'exports.persons' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'messages.tell' THEN '{province_official,commune_official,sub_association_head,trainer}'
    WHEN 'imports.members' THEN '{province_official,commune_official,sub_association_head}'
    WHEN 'enrolments.see-phone' THEN '{province_official,commune_official,sub_association_head}'
    ELSE '{}' END::role[];

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

-- sheets of the last thirty days
INSERT INTO app.sheet_number (batch_id, row_no, place, written)
  SELECT r.batch_id, r.row_no, c.at - 1, c.cell FROM import_row r CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(r.cells) WHEN 'array' THEN r.cells ELSE '[]' END) WITH ORDINALITY c (cell, at)
  WHERE regexp_replace(c.cell, '[^0-9+]', '', 'g') ~ '^(\+?84|0084|0)?([35789]\d{8}|1\d{9})$' AND c.cell !~ '[[:alpha:]]';
UPDATE import_row r SET cells = (SELECT jsonb_agg(CASE WHEN n.place IS NULL THEN to_jsonb(c.cell) ELSE to_jsonb(app.masked_phone('+84' || right(regexp_replace(c.cell, '\D', '', 'g'), 9))) END ORDER BY c.at)
    FROM jsonb_array_elements_text(r.cells) WITH ORDINALITY c (cell, at) LEFT JOIN app.sheet_number n ON n.batch_id = r.batch_id AND n.row_no = r.row_no AND n.place = c.at - 1)
  WHERE EXISTS (SELECT FROM app.sheet_number n WHERE n.batch_id = r.batch_id AND n.row_no = r.row_no);
UPDATE import_row SET plan = plan || jsonb_build_object('phone', app.masked_phone(plan ->> 'phone'), 'print', app.phone_print(plan ->> 'phone'),
    'changes', (SELECT coalesce(jsonb_agg(CASE WHEN c ->> 'field' = 'phone' THEN c || jsonb_build_object('to', app.masked_phone(plan ->> 'phone')) ELSE c END), '[]') FROM jsonb_array_elements(plan -> 'changes') c))
  WHERE plan ->> 'phone' ~ '^\+[0-9]+$';

CREATE TRIGGER forget_sheet_numbers AFTER UPDATE OF cells ON import_row FOR EACH ROW WHEN (NEW.cells = '[]'::jsonb AND OLD.cells <> '[]'::jsonb) EXECUTE FUNCTION app.forget_sheet_numbers();
REVOKE EXECUTE ON FUNCTION app.keep_sheet_numbers(uuid, jsonb), app.sheet_numbers_of(uuid, uuid, int[]), app.bad_row_numbers_of(uuid, uuid, bytea), app.forget_sheet_numbers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keep_sheet_numbers(uuid, jsonb), app.sheet_numbers_of(uuid, uuid, int[]), app.bad_row_numbers_of(uuid, uuid, bytea), app.forget_sheet_numbers() TO portal_app;
