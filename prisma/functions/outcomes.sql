-- Nobody reports on a session that has not begun, that was called off, or out of turn.
CREATE OR REPLACE FUNCTION app.check_session_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE s session;
BEGIN
  SELECT * INTO s FROM session WHERE id = NEW.session_id FOR UPDATE;
  IF s.starts_at > NEW.written_at OR s.state NOT IN ('approved', 'held') THEN
    RAISE EXCEPTION 'not a session to report on' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_of_held', HINT = 'report_of_held'; END IF;
  IF NEW.number <> 1 + coalesce((SELECT max(number) FROM session_report WHERE session_id = NEW.session_id), 0) THEN
    RAISE EXCEPTION 'reports are numbered one by one' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_in_turn', HINT = 'report_in_turn'; END IF;
  RETURN NEW;
END $$;
