CREATE OR REPLACE FUNCTION app.keep_model_kind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a model keeps its kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'kind_fixed', HINT = 'kind_fixed'; END $$;

-- only a Digital Family can be what a pair is tied to
CREATE OR REPLACE FUNCTION app.check_tie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT kind FROM digital_model WHERE id = NEW.model_id) <> 'digital_family' THEN RAISE EXCEPTION 'a pair is tied to a Digital Family' USING ERRCODE = 'check_violation', CONSTRAINT = 'tie_family', HINT = 'tie_family'; END IF;
  RETURN NEW; END $$;

-- A goal in which something was seen stays on the record; one without a mark may go.
CREATE OR REPLACE FUNCTION app.keep_marked_goal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a goal with a mark stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_marked', HINT = 'goal_marked'; END $$;
