-- What the portal does by itself when its time has come: a row for each kind of work. What is due stands in the tables of its concept;
-- here stands only who looked last and when somebody looks next. due_at is moved ahead by whoever takes the work, for as long as the
-- claim holds: a process that is killed leaves a time that passes, and the next one takes over. run_no tells a claim from a later one.
CREATE TABLE job (
  name text PRIMARY KEY,
  due_at timestamptz(6) NOT NULL DEFAULT now(),
  run_no integer NOT NULL DEFAULT 0,
  running boolean NOT NULL DEFAULT false,
  started_at timestamptz(6),
  done_at timestamptz(6),
  -- how many things the last run moved, and how many milliseconds it took
  moved integer,
  took integer,
  -- in a row, without a run that went well in between
  failures integer NOT NULL DEFAULT 0,
  failed_at timestamptz(6),
  -- a code, never a sentence that could name somebody
  error text,
  CONSTRAINT job_error CHECK ((error IS NULL) = (failures = 0))
) WITH (fillfactor = 50);
SELECT app.guard('job');
GRANT SELECT, INSERT, UPDATE ON job TO portal_app;
