-- What lay where a commune or ward of today is, until the day it ended: found by name, and of no other use, so it is no unit.
CREATE TYPE former_unit_kind AS ENUM ('commune', 'ward', 'town');
CREATE TABLE former_unit (
  id uuid PRIMARY KEY DEFAULT app.uuid7(),
  unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  name text NOT NULL,
  kind former_unit_kind NOT NULL,
  district text,
  part boolean NOT NULL DEFAULT false,
  closed_on date NOT NULL,
  search_key text GENERATED ALWAYS AS (app.search_key(name)) STORED,
  CONSTRAINT former_unit_once UNIQUE (unit_id, name, kind, closed_on)
);
CREATE INDEX former_unit_search ON former_unit USING gin (search_key gin_trgm_ops);
SELECT app.guard('former_unit');
GRANT SELECT ON former_unit TO portal_app;
REVOKE INSERT, UPDATE, DELETE ON former_unit FROM portal_app;
