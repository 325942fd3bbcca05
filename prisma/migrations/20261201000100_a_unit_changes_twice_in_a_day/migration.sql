-- A unit may be split and go on, and be merged into one of its parts on the same day: each change keeps its own thread. Whoever writes
-- late goes on where the change led that closed the unit, the last one of its day.
-- DropIndex
DROP INDEX "unit_lineage_predecessor_id_successor_id_on_day_key";

-- CreateIndex
CREATE INDEX "unit_lineage_predecessor_id_on_day_idx" ON "unit_lineage"("predecessor_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "unit_lineage_change_id_predecessor_id_successor_id_key" ON "unit_lineage"("change_id", "predecessor_id", "successor_id");


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
