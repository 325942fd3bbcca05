-- The rest of a series is moved in one statement: whether two of one hall overlap is asked once all of them stand at their new time.
ALTER TABLE session DROP CONSTRAINT venue_taken;
ALTER TABLE session ADD CONSTRAINT venue_taken EXCLUDE USING gist (venue_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (state IN ('approved', 'held') AND venue_id IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX session_series_id_starts_at_idx ON session (series_id, starts_at);
