-- Calendars of the signed-in area ask for all sessions of some days, in whatever state.
CREATE INDEX session_starts_at_idx ON session (starts_at, id);
