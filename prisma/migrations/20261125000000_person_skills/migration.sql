-- Languages a person speaks, and skills seen in her outside of sessions and pairs.
ALTER TABLE person ADD COLUMN languages text[] NOT NULL DEFAULT '{}';
ALTER TABLE person ADD CONSTRAINT language_codes CHECK (array_to_string(languages, ' ', '') ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$');

CREATE TABLE person_skill (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  skill_id uuid NOT NULL REFERENCES skill (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  mark skill_mark,
  marked_on date NOT NULL,
  recorded_by_id uuid REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (person_id, skill_id)
);
CREATE INDEX person_skill_skill_id_idx ON person_skill (skill_id);
SELECT app.guard('person_skill');
GRANT SELECT, INSERT, UPDATE ON person_skill TO portal_app;

-- Everything that is known of what a person can do, wherever it was seen: the one place to ask.
CREATE VIEW app.known_skill WITH (security_invoker = true) AS
  SELECT person_id, skill_id, mark, marked_on AS on_day, 'seen' AS source FROM person_skill WHERE mark IS NOT NULL
  UNION ALL SELECT e.person_id, l.skill_id, l.level::text::skill_mark, (l.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'session'
    FROM learned_skill l JOIN enrolment e ON e.id = l.enrolment_id WHERE e.person_id IS NOT NULL
  UNION ALL SELECT p.learner_id, g.skill_id, g.mark, g.marked_on, 'pair' FROM pair_goal g JOIN pair p ON p.id = g.pair_id WHERE g.mark IS NOT NULL;
GRANT SELECT ON app.known_skill TO portal_app;
