-- What women teach each other outside classes is noted as a series of its own: topic, minutes, how many learned, and who where the union knows them.
ALTER TABLE skill ADD COLUMN campaign_topic boolean NOT NULL DEFAULT false;
UPDATE skill SET campaign_topic = true WHERE code IN ('vneid', 'online-public-services', 'cashless-payment', 'scams-and-safety', 'ai-tools', 'business-online', 'ocop', 'verified-information');

CREATE TABLE peer_lesson (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  on_day date NOT NULL,
  topic_id uuid NOT NULL,
  minutes smallint NOT NULL CHECK (minutes BETWEEN 1 AND 600),
  teacher_id uuid,
  women smallint NOT NULL CHECK (women BETWEEN 1 AND 200),
  recorded_by_id uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  taken_back_at timestamptz(6),
  taken_back_by_id uuid,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT peer_lesson_pkey PRIMARY KEY (id),
  CONSTRAINT peer_lesson_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT peer_lesson_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES skill (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT peer_lesson_teacher_id_fkey FOREIGN KEY (teacher_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT peer_lesson_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT peer_lesson_taken_back_by_id_fkey FOREIGN KEY (taken_back_by_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT taken_back_whole CHECK ((taken_back_at IS NULL) = (taken_back_by_id IS NULL))
);
CREATE INDEX peer_lesson_unit_id_on_day_idx ON peer_lesson (unit_id, on_day);
CREATE INDEX peer_lesson_on_day_id_idx ON peer_lesson (on_day, id);
CREATE INDEX peer_lesson_teacher_id_idx ON peer_lesson (teacher_id);

CREATE TABLE peer_learner (
  id uuid NOT NULL,
  lesson_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT peer_learner_pkey PRIMARY KEY (id),
  CONSTRAINT peer_learner_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES peer_lesson (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT peer_learner_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX peer_learner_lesson_id_person_id_key ON peer_learner (lesson_id, person_id);
CREATE INDEX peer_learner_person_id_idx ON peer_learner (person_id);

-- A lesson stands at a unit that there was on its day. Of a month that is closed for the commune in which the unit lay none is added, changed or taken
-- back, and closing waits for who is about it. A record that goes into another takes its lessons along all the same: nothing that is counted changes.
CREATE OR REPLACE FUNCTION app.keep_peer_lesson() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
DECLARE until date;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.unit_id, NEW.on_day, NEW.topic_id, NEW.minutes, NEW.women, NEW.taken_back_at) IS NOT DISTINCT FROM (OLD.unit_id, OLD.on_day, OLD.topic_id, OLD.minutes, OLD.women, OLD.taken_back_at) THEN RETURN NEW; END IF;
  PERFORM FROM unit_span s WHERE s.unit_id = NEW.unit_id AND app.active_on(s.valid_from, s.valid_to, NEW.on_day);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there was no such unit on that day' USING ERRCODE = 'check_violation', CONSTRAINT = 'peer_lesson_place', HINT = 'peer_lesson_place';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('closed months'), hashtext(c.id::text))
    FROM (SELECT DISTINCT s.commune_id AS id FROM unit_span s WHERE s.unit_id IN (NEW.unit_id, OLD.unit_id) AND s.commune_id IS NOT NULL ORDER BY 1) c;
  SELECT max(p.ends_on) INTO until FROM (VALUES (NEW.unit_id, NEW.on_day), (OLD.unit_id, OLD.on_day)) x (unit_id, on_day)
    JOIN unit_span s ON s.unit_id = x.unit_id AND app.active_on(s.valid_from, s.valid_to, x.on_day)
    JOIN report r ON r.unit_id = s.commune_id AND r.state = 'locked' JOIN reporting_period p ON p.id = r.period_id AND p.starts_on <= x.on_day AND x.on_day < p.ends_on;
  IF until IS NOT NULL THEN
    RAISE EXCEPTION 'lessons of a closed month would change, the first open day is %', until USING ERRCODE = 'check_violation', CONSTRAINT = 'period_locked', HINT = 'period_locked';
  END IF;
  RETURN NEW;
END $$;


SELECT app.guard('peer_lesson');
CREATE TRIGGER keep_peer_lesson BEFORE INSERT OR UPDATE ON peer_lesson FOR EACH ROW EXECUTE FUNCTION app.keep_peer_lesson();
CREATE TRIGGER mark_demo BEFORE INSERT ON peer_lesson FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER on_record_teacher_id BEFORE INSERT ON peer_lesson FOR EACH ROW WHEN (NEW.teacher_id IS NOT NULL) EXECUTE FUNCTION app.refuse_merged('teacher_id');
CREATE TRIGGER on_record_person_id BEFORE INSERT ON peer_learner FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION app.refuse_merged('person_id');
GRANT SELECT, INSERT, UPDATE ON peer_lesson TO portal_app;
-- who learned is named anew where a lesson is corrected
GRANT SELECT, INSERT, UPDATE, DELETE ON peer_learner TO portal_app;
