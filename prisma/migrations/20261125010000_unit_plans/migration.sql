-- Restructurings that are being prepared, and an order of names in which "Tổ 2" stands before "Tổ 10".
CREATE TABLE unit_plan (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  plan jsonb NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX unit_plan_account_id_created_at_idx ON unit_plan (account_id, created_at);
CREATE INDEX unit_plan_unit_id_idx ON unit_plan (unit_id);
SELECT app.guard('unit_plan');
GRANT SELECT, INSERT, UPDATE, DELETE ON unit_plan TO portal_app;

CREATE COLLATION app.vi_numeric (provider = icu, locale = 'vi-u-kn-true');
