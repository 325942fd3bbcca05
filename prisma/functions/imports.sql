-- With what undid a row of an import goes the number that was kept for it.
CREATE OR REPLACE FUNCTION app.forget_phone_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM app.kept_phone k WHERE k.id = (OLD.before #>> '{phone,kept}')::uuid;
  RETURN NULL;
END $$;
