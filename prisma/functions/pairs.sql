-- A contact lies within the days of its pair. The pair is locked, so that an end recorded meanwhile is seen.
CREATE OR REPLACE FUNCTION app.check_contact() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM FROM pair WHERE id = NEW.pair_id AND valid_from <= NEW.on_day AND (valid_to IS NULL OR NEW.on_day < valid_to) FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'a contact outside of its pair''s days' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_within', HINT = 'contact_within'; END IF;
  RETURN NEW; END $$;

-- The unit a pair belongs to on a day and where that unit stands on it: the last one it was counted for by then. Of two from the
-- same day on the one that lasts: a pair that moves on its first day was nowhere before.
CREATE OR REPLACE FUNCTION app.pair_place(p_pair uuid, day date) RETURNS TABLE (unit_id uuid, path text, commune_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.unit_id, s.path, s.commune_id FROM (SELECT h.unit_id FROM pair_host h WHERE h.pair_id = p_pair AND h.valid_from <= day
      ORDER BY h.valid_from DESC, coalesce(h.valid_to, 'infinity') DESC LIMIT 1) h
    JOIN unit_span s ON s.unit_id = h.unit_id WHERE s.valid_from <= day AND (s.is_last OR day < s.valid_to) $$;

-- The pairs whose app.pair_place on a day lies within these areas, found from the units. "OFFSET 0" and "IS TRUE" keep the planner
-- at that: it thinks the units of a place many more than they are, and would join all pairs of the province.
CREATE OR REPLACE FUNCTION app.pairs_within(day date, areas text[]) RETURNS TABLE (pair_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT h.pair_id FROM unnest(areas) a
    CROSS JOIN LATERAL (SELECT s.unit_id FROM unit_span s
      WHERE s.path >= a COLLATE "C" AND s.path < (a || '~') COLLATE "C" AND s.valid_from <= day AND (s.is_last OR day < s.valid_to) OFFSET 0) s
    CROSS JOIN LATERAL (SELECT * FROM pair_host x WHERE x.unit_id = s.unit_id AND x.valid_from <= day OFFSET 0) h
  WHERE (NOT EXISTS (SELECT FROM pair_host l WHERE l.pair_id = h.pair_id AND l.valid_from <= day
    AND (l.valid_from, coalesce(l.valid_to, 'infinity')) > (h.valid_from, coalesce(h.valid_to, 'infinity')))) IS TRUE $$;

-- The pairs of a unit and those below it, as it stood on a day.
CREATE OR REPLACE FUNCTION app.pairs_of_unit(p_unit uuid, day date) RETURNS TABLE (pair_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT w.pair_id FROM unit_span s CROSS JOIN LATERAL app.pairs_within(day, ARRAY[s.path]) w
  WHERE s.unit_id = p_unit AND s.valid_from <= day AND (s.is_last OR day < s.valid_to) $$;

-- Pairs that run on a day and whose two have not met for a fortnight: fourteen days or more since the last contact by that day,
-- since the beginning where there was none. A pair runs while its instructor belongs to the union, as in coverage.
-- When they last met is asked of those alone who did not meet in the fortnight.
CREATE OR REPLACE FUNCTION app.quiet_pairs(day date DEFAULT app.today()) RETURNS TABLE (pair_id uuid, quiet_since date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, (SELECT coalesce(max(c.on_day), p.valid_from) FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day <= day) FROM pair p
  WHERE p.valid_from <= day - 14 AND (p.valid_to IS NULL OR day < p.valid_to)
    AND NOT EXISTS (SELECT FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day > day - 14 AND c.on_day <= day)
    AND EXISTS (SELECT FROM membership b WHERE b.person_id = p.instructor_id AND app.active_on(b.valid_from, b.valid_to, day)) $$;

-- Who has guided whom by a day (NULL: ever), ended pairs too: what was taught stays taught. A pair taken back on its first
-- day never was.
CREATE OR REPLACE FUNCTION app.guidance_by(day date) RETURNS TABLE (pair_id uuid, instructor_id uuid, learner_id uuid, began date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, p.instructor_id, p.learner_id, p.valid_from FROM pair p
  WHERE (day IS NULL OR p.valid_from <= day) AND p.valid_to IS DISTINCT FROM p.valid_from
    -- only a pair between two records of one woman still names a record that was merged
    AND NOT EXISTS (SELECT FROM person m WHERE m.id = p.instructor_id AND m.merged_into_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM person m WHERE m.id = p.learner_id AND m.merged_into_id IS NOT NULL) $$;

-- Where a woman was first guided by the end of a day: the unit that her first pair belonged to on its first day, and the commune in which that
-- lay then. So each woman counts once, in one commune, and neither a pair that moves nor a restructuring changes that.
CREATE OR REPLACE FUNCTION app.first_guided(p_learner uuid, day date) RETURNS TABLE (person_id uuid, unit_id uuid, commune_id uuid, since date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p_learner, x.unit_id, x.commune_id, g.began FROM (SELECT g.pair_id, g.began FROM app.guidance_by(day) g WHERE g.learner_id = p_learner ORDER BY g.began, g.pair_id LIMIT 1) g
    CROSS JOIN LATERAL app.pair_place(g.pair_id, g.began) x $$;

-- All who were guided by the end of a day, each with what app.first_guided says of her: for the whole city, read table by table.
CREATE OR REPLACE FUNCTION app.all_first_guided(day date) RETURNS TABLE (person_id uuid, unit_id uuid, commune_id uuid, since date)
  LANGUAGE sql STABLE AS $$
  WITH first AS MATERIALIZED (SELECT DISTINCT ON (g.learner_id) g.learner_id, g.pair_id, g.began FROM app.guidance_by(day) g ORDER BY g.learner_id, g.began, g.pair_id),
  host AS MATERIALIZED (SELECT DISTINCT ON (f.learner_id) f.learner_id, f.began, h.unit_id FROM first f JOIN pair_host h ON h.pair_id = f.pair_id AND h.valid_from <= f.began
      ORDER BY f.learner_id, h.valid_from DESC, coalesce(h.valid_to, 'infinity') DESC)
  SELECT h.learner_id, s.unit_id, s.commune_id, h.began FROM host h JOIN unit_span s ON s.unit_id = h.unit_id WHERE s.valid_from <= h.began AND (s.is_last OR h.began < s.valid_to) $$;

-- The women first guided in a commune by the end of a day.
CREATE OR REPLACE FUNCTION app.women_guided_in(p_commune uuid, day date) RETURNS TABLE (person_id uuid, unit_id uuid, since date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT f.person_id, f.unit_id, f.since FROM (SELECT DISTINCT p.learner_id AS id FROM unit_span s JOIN pair_host h ON h.unit_id = s.unit_id JOIN pair p ON p.id = h.pair_id WHERE s.commune_id = p_commune) l
    CROSS JOIN LATERAL app.first_guided(l.id, day) f WHERE f.commune_id = p_commune $$;

-- All guidance onward from these instructors, and from those of these pairs, as far as somebody may see: `areas` leaves only pairs that
-- belong today within them. Those are few, and all are given; where she sees everything the way is walked pair by pair.
-- The number of rows is said, small: what walks on these rows would be planned for more than there are women.
CREATE OR REPLACE FUNCTION app.guidance_around(instructors uuid[], pairs uuid[], day date, areas text[]) RETURNS TABLE (pair_id uuid, instructor_id uuid, learner_id uuid, began date)
  LANGUAGE sql STABLE ROWS 100 SET plan_cache_mode TO 'force_custom_plan' AS $$
  WITH RECURSIVE walked AS (
    SELECT g.* FROM (SELECT unnest(instructors) AS id UNION SELECT p.instructor_id FROM unnest(pairs) o JOIN pair p ON p.id = o) i
      CROSS JOIN LATERAL (SELECT * FROM app.guidance_by(day) x WHERE x.instructor_id = i.id OFFSET 0) g WHERE areas IS NULL
    UNION SELECT g.* FROM walked w CROSS JOIN LATERAL (SELECT * FROM app.guidance_by(day) x WHERE x.instructor_id = w.learner_id OFFSET 0) g)
  SELECT * FROM walked
  UNION ALL SELECT g.* FROM (SELECT DISTINCT w.pair_id FROM (SELECT app.today() AS now OFFSET 0) t CROSS JOIN LATERAL app.pairs_within(t.now, areas) w) w
    CROSS JOIN LATERAL (SELECT * FROM app.guidance_by(day) x WHERE x.pair_id = w.pair_id OFFSET 0) g WHERE areas IS NOT NULL $$;

-- Women reached from an instructor, onward through her learners, each once; a loop ends where it began and she herself is not counted.
CREATE OR REPLACE FUNCTION app.reach_of(p_instructor uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE g AS MATERIALIZED (SELECT * FROM app.guidance_around(ARRAY[p_instructor], '{}', day, areas)),
  r AS (SELECT p_instructor AS id UNION SELECT g.learner_id FROM r JOIN g ON g.instructor_id = r.id)
  SELECT id FROM r WHERE id <> p_instructor $$;

-- Women whom at least one of several instructors reaches, each once: exactly the union of their app.reach_of. They are these, and those
-- who guide in these pairs. An instructor among them counts when another of them reaches her, never through herself.
-- Whom one of them guides herself is reached at once; the way on is walked only from women who are none of them, since each of
-- them begins a way of her own. Of one met again on such a way, and by nobody else, those above her tell whether she only met herself.
CREATE OR REPLACE FUNCTION app.reach_of_all(instructors uuid[], pairs uuid[] DEFAULT '{}', day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE SET plan_cache_mode TO 'force_custom_plan' AS $$
  WITH RECURSIVE g AS MATERIALIZED (SELECT * FROM app.guidance_around(instructors, pairs, day, areas)),
  i AS MATERIALIZED (SELECT unnest(instructors) AS id UNION SELECT g.instructor_id FROM g WHERE g.pair_id IN (SELECT unnest(pairs))),
  guided AS MATERIALIZED (SELECT DISTINCT g.learner_id AS id FROM i JOIN g ON g.instructor_id = i.id),
  onward AS (SELECT g.learner_id AS id FROM guided d JOIN g ON g.instructor_id = d.id WHERE NOT EXISTS (SELECT FROM i WHERE i.id = d.id)
    UNION SELECT g.learner_id FROM onward o JOIN g ON g.instructor_id = o.id),
  above AS (SELECT o.id AS who, o.id FROM onward o JOIN i ON i.id = o.id WHERE NOT EXISTS (SELECT FROM guided d WHERE d.id = o.id)
    UNION SELECT a.who, g.instructor_id FROM above a JOIN g ON g.learner_id = a.id)
  SELECT d.id FROM guided d
  UNION SELECT o.id FROM onward o WHERE NOT EXISTS (SELECT FROM i WHERE i.id = o.id)
  UNION SELECT a.who FROM above a JOIN i ON i.id = a.id WHERE a.id <> a.who $$;

-- Reach of a digital model: from those who guide in pairs that belong to it or were tied to it by the day, and, of a club,
-- from its members by then.
CREATE OR REPLACE FUNCTION app.reach_of_model(p_model uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT x.person_id FROM app.reach_of_all(
    ARRAY (SELECT m.person_id FROM model_member m WHERE m.model_id = p_model AND m.person_id IS NOT NULL AND (day IS NULL OR m.valid_from <= day)),
    ARRAY (SELECT p.id FROM pair p WHERE p.model_id = p_model
      UNION SELECT t.pair_id FROM pair_tie t WHERE t.model_id = p_model AND (day IS NULL OR t.valid_from <= day)), day, areas) x $$;

-- Reach of a unit and those below it (a commune, a sub-association, the province): from those who guide in pairs that belong
-- to one of them on the day (NULL: today). The way on may lead into other units. In the whole city everybody who guides begins a way,
-- so that whoever was guided at all was reached.
CREATE OR REPLACE FUNCTION app.reach_of_unit(p_unit uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT x.person_id FROM app.reach_of_all('{}', ARRAY (SELECT u.pair_id FROM app.pairs_of_unit(p_unit, coalesce(day, app.today())) u WHERE NOT (areas IS NULL AND day IS NOT NULL AND app.is_whole(p_unit))), day, areas) x
  UNION ALL SELECT DISTINCT g.learner_id FROM app.guidance_by(day) g WHERE areas IS NULL AND day IS NOT NULL AND (SELECT app.is_whole(p_unit)) $$;

-- A goal in which something was seen stays on the record; one without a mark may go.
CREATE OR REPLACE FUNCTION app.keep_marked_goal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a goal with a mark stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_marked', HINT = 'goal_marked'; END $$;

-- only a Digital Family can be what a pair is tied to
CREATE OR REPLACE FUNCTION app.check_tie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT kind FROM digital_model WHERE id = NEW.model_id) <> 'digital_family' THEN RAISE EXCEPTION 'a pair is tied to a Digital Family' USING ERRCODE = 'check_violation', CONSTRAINT = 'tie_family', HINT = 'tie_family'; END IF;
  RETURN NEW; END $$;
