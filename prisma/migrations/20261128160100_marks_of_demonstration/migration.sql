-- What is made where only invented records stand is invented too: typed, imported or made in whatever other way. The mark is set at the
-- one place every way leads through, and only ever added. Real units have none, so that on a portal at work nothing is marked.
SET client_min_messages = warning;

CREATE FUNCTION app.mark_demo() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.demo THEN RETURN NEW; END IF;
  NEW.demo := CASE TG_TABLE_NAME
    WHEN 'person' THEN (SELECT u.demo FROM unit u WHERE u.id = (to_jsonb(NEW) ->> 'keeper_unit_id')::uuid)
    WHEN 'session' THEN (SELECT u.demo FROM unit u WHERE u.id = (to_jsonb(NEW) ->> 'unit_id')::uuid)
    ELSE EXISTS (SELECT FROM person p WHERE p.demo AND p.id IN ((to_jsonb(NEW) ->> 'instructor_id')::uuid, (to_jsonb(NEW) ->> 'learner_id')::uuid))
  END IS TRUE;
  RETURN NEW;
END $$;
CREATE TRIGGER mark_demo BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON pair FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION app.mark_demo();

-- A model belongs to a unit by a row of its own, written after it.
CREATE FUNCTION app.mark_demo_model() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE digital_model m SET demo = true FROM unit u WHERE m.id = NEW.model_id AND NOT m.demo AND u.id = NEW.unit_id AND u.demo;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_demo AFTER INSERT ON model_host FOR EACH ROW EXECUTE FUNCTION app.mark_demo_model();
GRANT EXECUTE ON FUNCTION app.mark_demo(), app.mark_demo_model() TO portal_app;
