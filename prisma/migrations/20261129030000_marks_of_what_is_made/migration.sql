-- What is made on a demonstration portal is invented, whatever it is and wherever it stands: also what hangs on a real commune there.
-- A portal is one when it holds invented units; one at work has none, so that nothing is ever marked on it. Accounts stay as they are:
-- the mark of an account says that its password is in everybody's hands.
SET client_min_messages = warning;

ALTER TABLE venue ADD COLUMN demo boolean NOT NULL DEFAULT false;
-- Asked of every row that is written: a look at an empty index on a portal at work.
CREATE INDEX unit_demo ON unit (id) WHERE demo;

CREATE OR REPLACE FUNCTION app.mark_demo() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.demo := NEW.demo OR EXISTS (SELECT FROM unit u WHERE u.demo);
  RETURN NEW;
END $$;
DROP TRIGGER mark_demo ON model_host;
DROP FUNCTION app.mark_demo_model();
CREATE TRIGGER mark_demo BEFORE INSERT ON digital_model FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON unit FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON venue FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON media_asset FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON article FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER mark_demo BEFORE INSERT ON course FOR EACH ROW EXECUTE FUNCTION app.mark_demo();

-- The halls of a demonstration were invented with it.
UPDATE venue SET demo = true WHERE EXISTS (SELECT FROM unit u WHERE u.demo);
