-- A lock on the note ended with its transaction, after twenty seconds, while a slow bucket was still removing: what was put there meanwhile went with
-- it. That somebody removes a file is written down now, and stands until it is gone.
ALTER TABLE file_removal ADD COLUMN removing_at timestamptz(6);
