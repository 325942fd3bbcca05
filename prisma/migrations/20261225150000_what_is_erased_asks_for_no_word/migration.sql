-- expand: a function alone; an earlier release erases too.
-- An invitation to such a role. Its address is taken out with whoever is erased: that gives nobody a role, and uses up no word.
CREATE OR REPLACE FUNCTION app.invite_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.address = 'erased' AND (NEW.role, NEW.unit_id) IS NOT DISTINCT FROM (OLD.role, OLD.unit_id) THEN RETURN NEW; END IF;
  IF (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) = 'province' THEN
    PERFORM app.take_second(NEW.request_id, 'giveRole', NEW.invited_by_id, NEW.unit_id, 1, jsonb_build_object('address', NEW.address, 'role', NEW.role, 'unitId', NEW.unit_id), NEW.role);
  END IF;
  RETURN NEW;
END $$;
