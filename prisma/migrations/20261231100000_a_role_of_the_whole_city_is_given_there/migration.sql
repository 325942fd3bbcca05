-- expand: roles whose work is the whole city are given at the city alone, where two decide.
-- Roles above the commune, also where one is made to last longer. Whoever takes up an invitation has what two agreed to when it was written.
-- A role whose work is the whole city is given there alone (0351): below it nobody would be asked, and it would reach as far.
CREATE OR REPLACE FUNCTION app.grant_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.account_id, NEW.role, NEW.unit_id) = (OLD.account_id, OLD.role, OLD.unit_id) AND NEW.valid_from >= OLD.valid_from
    AND coalesce(NEW.valid_to, 'infinity') <= coalesce(OLD.valid_to, 'infinity') AND (NEW.revoked_at IS NOT NULL OR OLD.revoked_at IS NULL) THEN
    RETURN NEW;
  END IF;
  IF NEW.granted_by_id IS NOT NULL AND NEW.role IN ('system_administrator', 'province_official') AND (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province' THEN
    RAISE EXCEPTION 'a role of the whole city is given at the city alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_of_whole_city', HINT = 'role_of_whole_city';
  END IF;
  IF NEW.granted_by_id IS NULL OR (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province'
    OR EXISTS (SELECT FROM invitation i WHERE i.accepted_by_id = NEW.account_id AND i.role = NEW.role AND i.unit_id = NEW.unit_id AND i.accepted_at >= now() - interval '1 minute') THEN
    RETURN NEW;
  END IF;
  PERFORM app.take_second(NEW.request_id, 'giveRole', NEW.granted_by_id, NEW.unit_id, 1, jsonb_build_object('accountId', NEW.account_id, 'role', NEW.role, 'unitId', NEW.unit_id), NEW.role);
  RETURN NEW;
END $$;

-- An invitation to such a role. Its address is taken out with whoever is erased: that gives nobody a role, and uses up no word.
CREATE OR REPLACE FUNCTION app.invite_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.address = 'erased' AND (NEW.role, NEW.unit_id) IS NOT DISTINCT FROM (OLD.role, OLD.unit_id) THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.role IN ('system_administrator', 'province_official') AND (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) <> 'province' THEN
    RAISE EXCEPTION 'a role of the whole city is given at the city alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_of_whole_city', HINT = 'role_of_whole_city';
  END IF;
  IF (SELECT u.level FROM unit u WHERE u.id = NEW.unit_id) = 'province' THEN
    PERFORM app.take_second(NEW.request_id, 'giveRole', NEW.invited_by_id, NEW.unit_id, 1, jsonb_build_object('address', NEW.address, 'role', NEW.role, 'unitId', NEW.unit_id), NEW.role);
  END IF;
  RETURN NEW;
END $$;
