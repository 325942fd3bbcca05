-- The day in Vietnam, whatever the server's zone.
CREATE OR REPLACE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE RETURN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- The one meaning of "active on a day": half-open, [valid_from, valid_to).
CREATE OR REPLACE FUNCTION app.active_on(valid_from date, valid_to date, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  valid_from <= day AND (valid_to IS NULL OR day < valid_to);
