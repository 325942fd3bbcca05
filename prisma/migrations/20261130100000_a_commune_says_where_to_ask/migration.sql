-- Where women of a commune ask and are received: the number, place and hours of the union's office there. It is public, so it is
-- nobody's private number, and it is a row of its own: what is said of a unit has days, this is only what holds today.
CREATE TABLE unit_reception (
  unit_id uuid PRIMARY KEY REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  phone text CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'),
  place text,
  hours text,
  set_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  set_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT clean_text CHECK (app.clean_line(phone) AND app.clean_line(place) AND app.clean_line(hours))
);
CREATE TRIGGER raise_version BEFORE UPDATE ON unit_reception FOR EACH ROW EXECUTE FUNCTION app.raise_version();
SELECT app.guard('unit_reception');
GRANT SELECT, INSERT, UPDATE ON unit_reception TO portal_app;
