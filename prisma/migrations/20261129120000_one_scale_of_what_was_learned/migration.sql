-- How far a woman came with a skill is one scale wherever it was seen: learned_level. Two identical types needed a cast through text.
-- A view and a trigger that speak of the column stand in the way of its new type, and are made anew.
DROP VIEW app.known_skill;
DROP TRIGGER goal_marked ON pair_goal;

ALTER TABLE pair_goal ALTER COLUMN mark TYPE learned_level USING mark::text::learned_level;
ALTER TABLE person_skill ALTER COLUMN mark TYPE learned_level USING mark::text::learned_level;
DROP TYPE skill_mark;

CREATE TRIGGER goal_marked BEFORE DELETE ON pair_goal FOR EACH ROW WHEN (OLD.mark IS NOT NULL) EXECUTE FUNCTION app.keep_marked_goal();

-- Everything that is known of what a person can do, wherever it was seen: the one place to ask.
CREATE VIEW app.known_skill WITH (security_invoker = true) AS
  SELECT person_id, skill_id, mark AS level, marked_on AS on_day, 'seen' AS source FROM person_skill WHERE mark IS NOT NULL
  UNION ALL SELECT e.person_id, l.skill_id, l.level, (l.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'session'
    FROM learned_skill l JOIN enrolment e ON e.id = l.enrolment_id WHERE e.person_id IS NOT NULL
  UNION ALL SELECT p.learner_id, g.skill_id, g.mark, g.marked_on, 'pair' FROM pair_goal g JOIN pair p ON p.id = g.pair_id WHERE g.mark IS NOT NULL;
GRANT SELECT ON app.known_skill TO portal_app;
