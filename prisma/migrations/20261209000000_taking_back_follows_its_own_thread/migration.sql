-- Of several restructurings of one day each takes back what was written late for itself: another one took along what a merger of that
-- day had led on, and left it open at a unit that is closed.
-- Takes back what a restructuring wrote. What stands in the way is answered by the names of its tables, and then nothing is done: a row
-- was changed since, or something newer is at a unit that it founded. Rows it wrote count on no day; units it founded never were.
CREATE OR REPLACE FUNCTION app.take_back_units(p_change uuid, p_units uuid[]) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ch unit_change; founded uuid[]; newer text[]; e record; sets text; came boolean;
BEGIN
  SELECT * INTO ch FROM unit_change WHERE id = p_change FOR UPDATE;
  came := ch.effective_on <= app.today();
  CREATE TEMP TABLE taken ON COMMIT DROP AS
    SELECT d ->> 'table' AS tab, (d ->> 'id')::uuid AS id, nullif(d -> 'was', 'null') AS was, nullif(d -> 'now', 'null') AS now FROM jsonb_array_elements(ch.done) d;
  founded := ARRAY (SELECT t.id FROM taken t WHERE t.tab = 'unit' AND t.was IS NULL);
  -- rows that were written for it since, by whoever joined before its day or recorded it late: where this change led, and no other of its day
  CREATE TEMP TABLE onward ON COMMIT DROP AS
    SELECT a.tab, a.id AS ended, b.id AS goes_on, b.img ->> 'valid_to' AS upto, a.img ->> 'unit_id' AS unit_id, a.img ->> 'person_id' AS person_id
    FROM app.rows_of_units(p_units) a JOIN app.rows_of_units(p_units) b ON b.tab = a.tab AND b.id <> a.id
      AND b.img - 'unit_id' - 'valid_from' - 'valid_to' = a.img - 'unit_id' - 'valid_from' - 'valid_to'
    WHERE a.tab IN ('membership', 'model_host', 'pair_host') AND a.img ->> 'valid_to' = ch.effective_on::text AND b.img ->> 'valid_from' = ch.effective_on::text
      AND a.img ->> 'unit_id' <> b.img ->> 'unit_id' AND a.img ->> 'valid_from' < a.img ->> 'valid_to' AND b.img ->> 'valid_from' IS DISTINCT FROM b.img ->> 'valid_to'
      AND EXISTS (SELECT FROM unit_lineage l WHERE l.change_id = p_change AND l.predecessor_id::text = a.img ->> 'unit_id' AND l.successor_id::text = b.img ->> 'unit_id')
      AND NOT EXISTS (SELECT FROM taken t WHERE t.tab = a.tab AND t.id IN (a.id, b.id));
  SELECT array_agg(DISTINCT x.tab) INTO newer FROM (
    SELECT t.tab FROM taken t LEFT JOIN app.rows_of_units(p_units) r ON r.tab = t.tab AND r.id = t.id
      WHERE r.img IS DISTINCT FROM t.now AND NOT (t.tab = 'unit_move' AND came)
    UNION ALL SELECT r.tab FROM app.rows_of_units(founded) r WHERE NOT EXISTS (SELECT FROM taken t WHERE t.tab = r.tab AND t.id = r.id)
      AND NOT EXISTS (SELECT FROM onward o WHERE o.tab = r.tab AND o.goes_on = r.id)
      AND NOT (came AND EXISTS (SELECT FROM taken m WHERE m.tab = 'unit_move' AND m.now ->> 'what' IN (r.tab, 'rest')))) x;
  IF newer IS NOT NULL THEN
    DROP TABLE taken; DROP TABLE onward;
    RETURN newer;
  END IF;

  DELETE FROM unit_lineage WHERE change_id = p_change;
  FOR e IN SELECT t.tab, array_agg(t.id) AS ids FROM taken t WHERE t.was IS NULL AND t.tab NOT IN ('unit', 'unit_move') GROUP BY 1 LOOP
    EXECUTE format('UPDATE %I SET valid_to = valid_from WHERE id = ANY ($1)', e.tab) USING e.ids;
  END LOOP;
  UPDATE membership x SET valid_to = x.valid_from FROM onward o WHERE o.tab = 'membership' AND x.id = o.goes_on;
  UPDATE model_host x SET valid_to = x.valid_from FROM onward o WHERE o.tab = 'model_host' AND x.id = o.goes_on;
  UPDATE pair_host x SET valid_to = x.valid_from FROM onward o WHERE o.tab = 'pair_host' AND x.id = o.goes_on;
  UPDATE unit u SET closed_on = u.opened_on, code = NULL, grid_q = NULL, grid_r = NULL WHERE u.id = ANY (founded);
  DELETE FROM unit_move m USING taken t WHERE t.tab = 'unit_move' AND t.id = m.id AND t.was IS NULL;
  FOR e IN SELECT * FROM taken t WHERE t.was IS NOT NULL AND t.now IS NOT NULL ORDER BY t.tab <> 'unit', t.tab, t.id LOOP
    SELECT string_agg(format('%I = (jsonb_populate_record(NULL::%I, $1)).%I', k, e.tab, k), ', ') INTO sets FROM jsonb_object_keys(e.was) k WHERE e.was -> k IS DISTINCT FROM e.now -> k;
    EXECUTE format('UPDATE %I SET %s WHERE id = $2', e.tab, sets) USING e.was, e.id;
  END LOOP;
  INSERT INTO unit_move SELECT (jsonb_populate_record(NULL::unit_move, t.was)).* FROM taken t WHERE t.tab = 'unit_move' AND t.now IS NULL;
  UPDATE membership x SET valid_to = o.upto::date FROM onward o WHERE o.tab = 'membership' AND x.id = o.ended;
  UPDATE model_host x SET valid_to = o.upto::date FROM onward o WHERE o.tab = 'model_host' AND x.id = o.ended;
  UPDATE pair_host x SET valid_to = o.upto::date FROM onward o WHERE o.tab = 'pair_host' AND x.id = o.ended;
  -- what moved when the day had come goes back where it was
  IF came THEN
    FOR e IN SELECT t.now ->> 'what' AS what, (t.now ->> 'row_id')::uuid AS row_id, (t.now ->> 'from_unit_id')::uuid AS home, (t.now ->> 'to_unit_id')::uuid AS moved_to FROM taken t
      WHERE t.tab = 'unit_move' AND t.was IS NULL AND t.now ->> 'what' <> 'rest' LOOP
      EXECUTE format('UPDATE %I SET %2$I = $1 WHERE id = $2 AND %2$I = $3', e.what, CASE e.what WHEN 'person' THEN 'keeper_unit_id' ELSE 'unit_id' END) USING e.home, e.row_id, e.moved_to;
    END LOOP;
    UPDATE person p SET keeper_unit_id = o.unit_id::uuid FROM onward o WHERE o.tab = 'membership' AND p.id = o.person_id::uuid
      AND p.keeper_unit_id IN (SELECT (t.now ->> 'to_unit_id')::uuid FROM taken t WHERE t.tab = 'unit_move' AND t.now ->> 'what' = 'rest');
  END IF;
  DROP TABLE taken; DROP TABLE onward;
  RETURN '{}';
END $$;
