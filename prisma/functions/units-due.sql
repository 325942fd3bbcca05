-- Where the things of one kind that are about to move will be on a day, step by step: who moved elsewhere meanwhile is left alone.
-- A session that is over or begins before, and a network that ends before, stays where it was.
CREATE OR REPLACE FUNCTION app.due_moves(p_what text, p_day date) RETURNS TABLE (row_id uuid, from_unit_id uuid, to_unit_id uuid) LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE pending AS MATERIALIZED (SELECT * FROM unit_move WHERE on_day <= p_day AND what IN (p_what, 'rest')),
  units AS MATERIALIZED (SELECT DISTINCT p.from_unit_id AS id FROM pending p),
  at_first AS (
    SELECT x.id, x.keeper_unit_id AS unit_id, 'infinity'::date AS upto FROM person x JOIN units u ON u.id = x.keeper_unit_id WHERE p_what = 'person'
    UNION ALL SELECT x.id, x.unit_id, 'infinity' FROM household x JOIN units u ON u.id = x.unit_id WHERE p_what = 'household'
    UNION ALL SELECT x.id, x.unit_id, coalesce(x.valid_to - 1, 'infinity') FROM network x JOIN units u ON u.id = x.unit_id WHERE p_what = 'network'
    UNION ALL SELECT x.id, x.unit_id, 'infinity' FROM venue x JOIN units u ON u.id = x.unit_id WHERE p_what = 'venue'
    UNION ALL SELECT x.id, x.unit_id, (x.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM session x JOIN units u ON u.id = x.unit_id
      WHERE p_what = 'session' AND x.state IN ('proposed', 'approved')),
  way AS (
    SELECT b.id, b.unit_id AS began, b.unit_id AS place, b.upto, '-infinity'::date AS since FROM at_first b
    UNION ALL
    SELECT w.id, w.began, m.to_unit_id, w.upto, m.on_day FROM way w CROSS JOIN LATERAL (
      SELECT p.to_unit_id, p.on_day FROM pending p
      WHERE p.from_unit_id = w.place AND p.on_day > w.since AND p.on_day <= w.upto AND (p.row_id = w.id OR p.what = 'rest')
      ORDER BY p.on_day, p.what = 'rest' LIMIT 1) m)
  SELECT DISTINCT ON (w.id) w.id, w.began, w.place FROM way w WHERE w.since > '-infinity' ORDER BY w.id, w.since DESC $$;

-- The things of one kind that are at some units on a day, today or to come.
CREATE OR REPLACE FUNCTION app.rows_at(p_what text, p_units uuid[], p_day date) RETURNS TABLE (row_id uuid, unit_id uuid) LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH due AS MATERIALIZED (SELECT * FROM app.due_moves(p_what, p_day)),
  here AS (
    SELECT x.id, x.keeper_unit_id AS unit_id FROM person x WHERE p_what = 'person' AND x.keeper_unit_id = ANY (p_units)
    UNION ALL SELECT x.id, x.unit_id FROM household x WHERE p_what = 'household' AND x.unit_id = ANY (p_units)
    UNION ALL SELECT x.id, x.unit_id FROM network x WHERE p_what = 'network' AND x.unit_id = ANY (p_units) AND (x.valid_to IS NULL OR x.valid_to > p_day)
    UNION ALL SELECT x.id, x.unit_id FROM venue x WHERE p_what = 'venue' AND x.unit_id = ANY (p_units)
    UNION ALL SELECT x.id, x.unit_id FROM session x WHERE p_what = 'session' AND x.unit_id = ANY (p_units)
      AND x.state IN ('proposed', 'approved') AND (x.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >= p_day)
  SELECT h.id, h.unit_id FROM here h WHERE NOT EXISTS (SELECT FROM due d WHERE d.row_id = h.id)
  UNION ALL SELECT d.row_id, d.to_unit_id FROM due d WHERE d.to_unit_id = ANY (p_units) $$;

-- Carries out what is due by today, and says how many things moved. Whoever comes first does it: the next one waits for the
-- tree's lock and finds nothing left. Asked often, so that it looks before it locks.
CREATE OR REPLACE FUNCTION app.move_due_rows() RETURNS integer LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
DECLARE moved integer := 0; n integer; rest record;
BEGIN
  IF NOT EXISTS (SELECT FROM unit_move WHERE on_day <= app.today()) THEN RETURN 0; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('unit tree'));
  UPDATE person x SET keeper_unit_id = d.to_unit_id FROM app.due_moves('person', app.today()) d WHERE x.id = d.row_id AND x.keeper_unit_id <> d.to_unit_id;
  GET DIAGNOSTICS n = ROW_COUNT; moved := moved + n;
  UPDATE household x SET unit_id = d.to_unit_id FROM app.due_moves('household', app.today()) d WHERE x.id = d.row_id AND x.unit_id <> d.to_unit_id;
  GET DIAGNOSTICS n = ROW_COUNT; moved := moved + n;
  UPDATE network x SET unit_id = d.to_unit_id FROM app.due_moves('network', app.today()) d WHERE x.id = d.row_id AND x.unit_id <> d.to_unit_id;
  GET DIAGNOSTICS n = ROW_COUNT; moved := moved + n;
  UPDATE venue x SET unit_id = d.to_unit_id FROM app.due_moves('venue', app.today()) d WHERE x.id = d.row_id AND x.unit_id <> d.to_unit_id;
  GET DIAGNOSTICS n = ROW_COUNT; moved := moved + n;
  UPDATE session x SET unit_id = d.to_unit_id FROM app.due_moves('session', app.today()) d WHERE x.id = d.row_id AND x.unit_id <> d.to_unit_id;
  GET DIAGNOSTICS n = ROW_COUNT; moved := moved + n;
  FOR rest IN SELECT m.from_unit_id AS ended, m.to_unit_id AS successor, m.on_day FROM unit_move m JOIN unit a ON a.id = m.from_unit_id JOIN unit b ON b.id = m.to_unit_id
    WHERE m.what = 'rest' AND m.on_day <= app.today() AND a.level = b.level ORDER BY m.on_day LOOP
    -- what was asked of the unit is answered by who takes over, once for each woman
    UPDATE person_request r SET to_unit_id = rest.successor WHERE r.to_unit_id = rest.ended AND r.answer IS NULL AND r.closed_at IS NULL
      AND NOT EXISTS (SELECT FROM person_request o WHERE o.person_id = r.person_id AND o.purpose = r.purpose AND o.id <> r.id AND o.answer IS NULL AND o.closed_at IS NULL
        AND (o.to_unit_id = rest.successor OR o.to_unit_id = rest.ended AND o.id < r.id));
    UPDATE topic_wait w SET unit_id = rest.successor WHERE w.unit_id = rest.ended AND w.answered_by_session_id IS NULL;
    UPDATE trainer_call c SET unit_id = rest.successor WHERE c.unit_id = rest.ended AND c.withdrawn_at IS NULL AND c.wanted_on >= rest.on_day;
  END LOOP;
  DELETE FROM unit_move WHERE on_day <= app.today();
  RETURN moved;
END $$;

-- Whatever is written at a unit goes on at its successor when the unit closes, also where it has closed already: whoever was
-- about to write waited for the restructuring, or learned of it late. Of a unit that closed without a successor the row ends
-- with the unit, and one that would only begin then is refused. Of several changes of one day the last one closed it. The unit's
-- days are read under a lock that a restructuring waits for.
CREATE OR REPLACE FUNCTION app.go_on_at_successor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ends date; into_unit uuid; later date;
BEGIN
  SELECT u.closed_on INTO ends FROM unit u WHERE u.id = NEW.unit_id FOR SHARE;
  IF ends IS NULL OR NEW.valid_to <= ends OR NEW.valid_to <= NEW.valid_from THEN RETURN NEW; END IF;
  SELECT l.successor_id INTO into_unit FROM unit_lineage l WHERE l.predecessor_id = NEW.unit_id AND l.on_day = ends
    ORDER BY l.change_id DESC, l.id LIMIT 1;
  later := greatest(NEW.valid_from, ends);
  IF into_unit IS NULL THEN
    IF NEW.valid_from >= ends THEN
      RAISE EXCEPTION 'unit % closed on %', NEW.unit_id, ends USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_closed', HINT = 'unit_closed';
    END IF;
    NEW.valid_to := ends;
    RETURN NEW;
  END IF;
  CASE TG_TABLE_NAME
    WHEN 'membership' THEN
      INSERT INTO membership (id, person_id, unit_id, kind, valid_from, valid_to, end_reason, import_batch_id)
        SELECT app.uuid7(), NEW.person_id, into_unit, NEW.kind, later, NEW.valid_to, NEW.end_reason, NEW.import_batch_id
        WHERE NOT EXISTS (SELECT FROM membership m WHERE m.person_id = NEW.person_id AND m.unit_id = into_unit AND daterange(m.valid_from, m.valid_to) && daterange(later, NEW.valid_to));
    WHEN 'model_host' THEN
      INSERT INTO model_host (id, model_id, unit_id, valid_from, valid_to) VALUES (app.uuid7(), NEW.model_id, into_unit, later, NEW.valid_to);
    ELSE
      INSERT INTO pair_host (id, pair_id, unit_id, valid_from, valid_to) VALUES (app.uuid7(), NEW.pair_id, into_unit, later, NEW.valid_to);
  END CASE;
  NEW.valid_to := later;
  RETURN NEW;
END $$;
