CREATE OR REPLACE FUNCTION app.keep_model_kind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a model keeps its kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'kind_fixed', HINT = 'kind_fixed'; END $$;
