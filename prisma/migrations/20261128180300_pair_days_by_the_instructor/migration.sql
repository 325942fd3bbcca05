-- The days of a pair are read by its instructor's own record again, along an index, and only for the few who were merged by the
-- record she has today: one join over both was planned as every pair with every membership, and a first filling took minutes.
CREATE OR REPLACE VIEW app.pair_days WITH (security_invoker = true) AS
  SELECT p.id AS pair_id, daterange(p.valid_from, p.valid_to) * daterange(b.valid_from, b.valid_to) AS days
  FROM pair p JOIN membership b ON b.person_id = p.instructor_id
  WHERE daterange(p.valid_from, p.valid_to) && daterange(b.valid_from, b.valid_to)
    AND NOT EXISTS (SELECT FROM person i WHERE i.id = p.instructor_id AND i.merged_into_id IS NOT NULL)
  UNION ALL
  SELECT p.id, daterange(p.valid_from, p.valid_to) * daterange(b.valid_from, b.valid_to)
  FROM person i JOIN pair p ON p.instructor_id = i.id JOIN membership b ON b.person_id = app.record_today(i.id)
  WHERE i.merged_into_id IS NOT NULL AND daterange(p.valid_from, p.valid_to) && daterange(b.valid_from, b.valid_to);
