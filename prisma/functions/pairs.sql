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

-- The pairs whose app.pair_place on a day lies within these areas, found from the units.
CREATE OR REPLACE FUNCTION app.pairs_within(day date, areas text[]) RETURNS TABLE (pair_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT h.pair_id FROM unnest(areas) a
    JOIN unit_span s ON s.path >= a COLLATE "C" AND s.path < (a || '~') COLLATE "C" AND s.valid_from <= day AND (s.is_last OR day < s.valid_to)
    JOIN pair_host h ON h.unit_id = s.unit_id AND h.valid_from <= day
  WHERE NOT EXISTS (SELECT FROM pair_host l WHERE l.pair_id = h.pair_id AND l.valid_from <= day
    AND (l.valid_from, coalesce(l.valid_to, 'infinity')) > (h.valid_from, coalesce(h.valid_to, 'infinity'))) $$;

-- Pairs that run on a day and whose two have not met for a fortnight: fourteen days or more since the last contact by that day,
-- since the beginning where there was none. A pair runs while its instructor belongs to the union, as in coverage.
-- When they last met is asked of those alone who did not meet in the fortnight.
CREATE OR REPLACE FUNCTION app.quiet_pairs(day date DEFAULT app.today()) RETURNS TABLE (pair_id uuid, quiet_since date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, (SELECT coalesce(max(c.on_day), p.valid_from) FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day <= day) FROM pair p
  WHERE p.valid_from <= day - 14 AND (p.valid_to IS NULL OR day < p.valid_to)
    AND NOT EXISTS (SELECT FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day > day - 14 AND c.on_day <= day)
    AND EXISTS (SELECT FROM membership b WHERE b.person_id = p.instructor_id AND app.active_on(b.valid_from, b.valid_to, day)) $$;

-- Who has guided whom by a day (NULL: ever), ended pairs too: what was taught stays taught. A pair taken back on its first
-- day never was. `areas` leaves only pairs that belong today within them, as far as somebody may see.
CREATE OR REPLACE FUNCTION app.guidance(day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (pair_id uuid, instructor_id uuid, learner_id uuid, began date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, p.instructor_id, p.learner_id, p.valid_from FROM pair p
  WHERE (day IS NULL OR p.valid_from <= day) AND p.valid_to IS DISTINCT FROM p.valid_from
    -- only a pair between two records of one woman still names a record that was merged
    AND NOT EXISTS (SELECT FROM person m WHERE m.id = p.instructor_id AND m.merged_into_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM person m WHERE m.id = p.learner_id AND m.merged_into_id IS NOT NULL)
    AND (areas IS NULL OR p.id IN (SELECT w.pair_id FROM app.pairs_within(app.today(), areas) w)) $$;

-- Women reached from an instructor, onward through her learners, each once; a loop ends where it began and she herself is not counted.
CREATE OR REPLACE FUNCTION app.reach_of(p_instructor uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE r AS (SELECT p_instructor AS id UNION SELECT g.learner_id FROM r JOIN app.guidance(day, areas) g ON g.instructor_id = r.id)
  SELECT id FROM r WHERE id <> p_instructor $$;

-- Women whom at least one of several instructors reaches, each once: exactly the union of their app.reach_of. An instructor
-- among them counts when another of them reaches her, never through herself.
-- Whom one of them guides herself is reached at once; the way on is walked only from women who are none of them, since each of
-- them begins a way of her own. Of one met again on such a way, and by nobody else, those above her tell whether she only met herself.
CREATE OR REPLACE FUNCTION app.reach_of_all(instructors uuid[], day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE SET plan_cache_mode TO 'force_custom_plan' AS $$
  WITH RECURSIVE g AS MATERIALIZED (SELECT * FROM app.guidance(day, areas)),
  i AS MATERIALIZED (SELECT DISTINCT unnest(instructors) AS id),
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
  SELECT x.person_id FROM app.reach_of_all(ARRAY (
    SELECT g.instructor_id FROM app.guidance(day, areas) g JOIN pair p ON p.id = g.pair_id WHERE p.model_id = p_model
    UNION SELECT g.instructor_id FROM app.guidance(day, areas) g JOIN pair_tie t ON t.pair_id = g.pair_id WHERE t.model_id = p_model AND (day IS NULL OR t.valid_from <= day)
    UNION SELECT m.person_id FROM model_member m WHERE m.model_id = p_model AND m.person_id IS NOT NULL AND (day IS NULL OR m.valid_from <= day)), day, areas) x $$;

-- Reach of a unit and those below it (a commune, a sub-association, the province): from those who guide in pairs that belong
-- to one of them on the day (NULL: today). The way on may lead into other units.
CREATE OR REPLACE FUNCTION app.instructors_of_unit(p_unit uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT g.instructor_id FROM unit_span s CROSS JOIN LATERAL app.pairs_within(coalesce(day, app.today()), ARRAY[s.path]) w
    JOIN app.guidance(day, areas) g ON g.pair_id = w.pair_id
  WHERE s.unit_id = p_unit AND s.valid_from <= coalesce(day, app.today()) AND (s.is_last OR coalesce(day, app.today()) < s.valid_to) $$;

CREATE OR REPLACE FUNCTION app.reach_of_unit(p_unit uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT x.person_id FROM app.reach_of_all(ARRAY (SELECT i.person_id FROM app.instructors_of_unit(p_unit, day, areas) i), day, areas) x $$;

-- A goal in which something was seen stays on the record; one without a mark may go.
CREATE OR REPLACE FUNCTION app.keep_marked_goal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a goal with a mark stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_marked', HINT = 'goal_marked'; END $$;

-- only a Digital Family can be what a pair is tied to
CREATE OR REPLACE FUNCTION app.check_tie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT kind FROM digital_model WHERE id = NEW.model_id) <> 'digital_family' THEN RAISE EXCEPTION 'a pair is tied to a Digital Family' USING ERRCODE = 'check_violation', CONSTRAINT = 'tie_family', HINT = 'tie_family'; END IF;
  RETURN NEW; END $$;
