-- Between the decision and its day people still join a unit that is about to close, and models and pairs are still founded
-- there. What is written then goes on at the successor from that day, as what stood at the decision does; of a split unit
-- at its first part. A unit that closes without a successor is closed empty: nothing is written for it.
CREATE FUNCTION app.go_on_at_successor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ends date; into_unit uuid; later date;
BEGIN
  SELECT u.closed_on INTO ends FROM unit u WHERE u.id = NEW.unit_id AND u.closed_on > app.today();
  IF ends IS NULL OR NEW.valid_to <= ends THEN RETURN NEW; END IF;
  SELECT l.successor_id INTO into_unit FROM unit_lineage l WHERE l.predecessor_id = NEW.unit_id AND l.on_day = ends ORDER BY l.id LIMIT 1;
  IF into_unit IS NULL THEN RETURN NEW; END IF;
  later := greatest(NEW.valid_from, ends);
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
REVOKE EXECUTE ON FUNCTION app.go_on_at_successor() FROM PUBLIC;
CREATE TRIGGER go_on_at_successor BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION app.go_on_at_successor();
CREATE TRIGGER go_on_at_successor BEFORE INSERT ON model_host FOR EACH ROW EXECUTE FUNCTION app.go_on_at_successor();
CREATE TRIGGER go_on_at_successor BEFORE INSERT ON pair_host FOR EACH ROW EXECUTE FUNCTION app.go_on_at_successor();
