-- "We need a trainer": announced by an official, answered by a session that is proposed from it. Whether it is open follows from
-- these: withdrawn when it was taken back, answered while a session of it waits or stands, else open.
CREATE TABLE trainer_call (
    id uuid NOT NULL,
    course_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    wanted_on date NOT NULL,
    note text,
    created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    created_by_id uuid NOT NULL,
    withdrawn_at timestamptz(6),
    withdrawn_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT trainer_call_pkey PRIMARY KEY (id),
    CONSTRAINT withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX trainer_call_unit_id_wanted_on_idx ON trainer_call (unit_id, wanted_on);
ALTER TABLE trainer_call ADD CONSTRAINT trainer_call_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE trainer_call ADD CONSTRAINT trainer_call_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE trainer_call ADD CONSTRAINT trainer_call_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE session ADD COLUMN call_id uuid REFERENCES trainer_call (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX session_call_id_idx ON session (call_id);
SELECT app.guard('trainer_call'), app.guard('session');
GRANT SELECT, INSERT, UPDATE ON trainer_call TO portal_app;
GRANT INSERT (call_id), UPDATE (call_id) ON session TO portal_app;
