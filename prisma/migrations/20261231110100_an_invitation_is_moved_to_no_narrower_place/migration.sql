-- expand: an invitation that is changed is looked at as one that is made.
-- An invitation to such a role. Its address is taken out with whoever is erased: that gives nobody a role, and uses up no word.
CREATE OR REPLACE FUNCTION app.invite_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.address = 'erased' AND (NEW.role, NEW.unit_id) IS NOT DISTINCT FROM (OLD.role, OLD.unit_id) THEN RETURN NEW; END IF;
  IF (TG_OP = 'INSERT' OR (NEW.role, NEW.unit_id) IS DISTINCT FROM (OLD.role, OLD.unit_id)) AND NEW.role IN ('system_administrator', 'province_official') AND (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province' THEN
    RAISE EXCEPTION 'a role of the whole city is given at the city alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_of_whole_city', HINT = 'role_of_whole_city';
  END IF;
  IF (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) = 'province' THEN
    PERFORM app.take_second(NEW.request_id, 'giveRole', NEW.invited_by_id, NEW.unit_id, 1, jsonb_build_object('address', NEW.address, 'role', NEW.role, 'unitId', NEW.unit_id), NEW.role);
  END IF;
  RETURN NEW;
END $$;
