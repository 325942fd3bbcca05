-- Guidance passed on: where a pair belongs, whom an instructor, a model or a unit reaches, and which pairs have gone quiet.

-- What else is said of an ending, beside its reason.
ALTER TABLE pair ADD COLUMN end_note text;
SELECT app.guard('pair');

-- A goal in which something was seen stays on the record; one without a mark may go.
CREATE FUNCTION app.keep_marked_goal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a goal with a mark stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_marked', HINT = 'goal_marked'; END $$;
CREATE TRIGGER goal_marked BEFORE DELETE ON pair_goal FOR EACH ROW WHEN (OLD.mark IS NOT NULL) EXECUTE FUNCTION app.keep_marked_goal();
ALTER TABLE pair_goal ADD CONSTRAINT mark_has_day CHECK ((mark IS NULL) = (marked_on IS NULL));
GRANT DELETE ON pair_goal TO portal_app;

-- A contact lies within the days of its pair. The pair is locked, so that an end recorded meanwhile is seen.
CREATE FUNCTION app.check_contact() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM FROM pair WHERE id = NEW.pair_id AND valid_from <= NEW.on_day AND (valid_to IS NULL OR NEW.on_day < valid_to) FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'a contact outside of its pair''s days' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_within', HINT = 'contact_within'; END IF;
  RETURN NEW; END $$;
CREATE TRIGGER contact_within BEFORE INSERT ON pair_contact FOR EACH ROW EXECUTE FUNCTION app.check_contact();

-- Whether a path lies within one of these areas; NULL is everywhere, an empty list nowhere.
CREATE FUNCTION app.within(path text, areas text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  areas IS NULL OR EXISTS (SELECT FROM unnest(areas) a WHERE path >= a COLLATE "C" AND path < (a || '~') COLLATE "C");

-- The unit a pair belongs to on a day and where that unit stands on it: the last one it was counted for by then.
CREATE FUNCTION app.pair_place(p_pair uuid, day date) RETURNS TABLE (unit_id uuid, path text, commune_id uuid) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.unit_id, s.path, s.commune_id FROM (SELECT h.unit_id FROM pair_host h WHERE h.pair_id = p_pair AND h.valid_from <= day ORDER BY h.valid_from DESC LIMIT 1) h
    JOIN unit_span s ON s.unit_id = h.unit_id WHERE s.valid_from <= day AND (s.is_last OR day < s.valid_to) $$;

-- Who has guided whom by a day (NULL: ever), ended pairs too: what was taught stays taught. A pair taken back on its first
-- day never was. `areas` leaves only pairs that belong today within them, as far as somebody may see.
CREATE FUNCTION app.guidance(day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (pair_id uuid, instructor_id uuid, learner_id uuid, began date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, p.instructor_id, p.learner_id, p.valid_from FROM pair p
  WHERE (day IS NULL OR p.valid_from <= day) AND p.valid_to IS DISTINCT FROM p.valid_from
    AND (areas IS NULL OR EXISTS (SELECT FROM app.pair_place(p.id, app.today()) x WHERE app.within(x.path, areas))) $$;

-- Women reached from an instructor, onward through her learners, each once; a loop ends where it began and she herself is not counted.
DROP FUNCTION app.reach_of(uuid, date);
CREATE FUNCTION app.reach_of(p_instructor uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE r AS (SELECT p_instructor AS id UNION SELECT g.learner_id FROM r JOIN app.guidance(day, areas) g ON g.instructor_id = r.id)
  SELECT id FROM r WHERE id <> p_instructor $$;

-- Women whom at least one of several instructors reaches, each once: exactly the union of their app.reach_of. An instructor
-- among them counts when another of them reaches her, never through herself.
CREATE FUNCTION app.reach_of_all(instructors uuid[], day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE g AS MATERIALIZED (SELECT * FROM app.guidance(day, areas)),
  r AS (SELECT unnest(instructors) AS id UNION SELECT g.learner_id FROM r JOIN g ON g.instructor_id = r.id),
  l AS (SELECT DISTINCT g.learner_id AS id FROM r JOIN g ON g.instructor_id = r.id),
  -- of each instructor who learned, all who stand above her: one start each, so that a woman of hers is told from herself
  above AS (SELECT l.id AS who, l.id FROM l WHERE l.id = ANY (instructors) UNION SELECT a.who, g.instructor_id FROM above a JOIN g ON g.learner_id = a.id)
  SELECT l.id FROM l WHERE l.id <> ALL (instructors)
  UNION SELECT a.who FROM above a WHERE a.id <> a.who AND a.id = ANY (instructors) $$;

-- Reach of a digital model: from those who guide in pairs that belong to it or were tied to it by the day, and, of a club,
-- from its members by then.
CREATE FUNCTION app.reach_of_model(p_model uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT x.person_id FROM app.reach_of_all(ARRAY (
    SELECT g.instructor_id FROM app.guidance(day, areas) g JOIN pair p ON p.id = g.pair_id WHERE p.model_id = p_model
    UNION SELECT g.instructor_id FROM app.guidance(day, areas) g JOIN pair_tie t ON t.pair_id = g.pair_id WHERE t.model_id = p_model AND (day IS NULL OR t.valid_from <= day)
    UNION SELECT m.person_id FROM model_member m WHERE m.model_id = p_model AND m.person_id IS NOT NULL AND (day IS NULL OR m.valid_from <= day)), day, areas) x $$;

-- Reach of a unit and those below it (a commune, a sub-association, the province): from those who guide in pairs that belong
-- to one of them on the day (NULL: today). The way on may lead into other units.
CREATE FUNCTION app.instructors_of_unit(p_unit uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT g.instructor_id FROM app.guidance(day, areas) g CROSS JOIN LATERAL app.pair_place(g.pair_id, coalesce(day, app.today())) x
  WHERE app.within(x.path, ARRAY (SELECT s.path FROM unit_span s WHERE s.unit_id = p_unit AND s.valid_from <= coalesce(day, app.today()) AND (s.is_last OR coalesce(day, app.today()) < s.valid_to))) $$;
CREATE FUNCTION app.reach_of_unit(p_unit uuid, day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT x.person_id FROM app.reach_of_all(ARRAY (SELECT i.person_id FROM app.instructors_of_unit(p_unit, day, areas) i), day, areas) x $$;

-- Pairs that run on a day and whose two have not met for a fortnight: fourteen days or more since the last contact by that day,
-- since the beginning where there was none. A pair runs while its instructor belongs to the union, as in coverage.
CREATE FUNCTION app.quiet_pairs(day date DEFAULT app.today()) RETURNS TABLE (pair_id uuid, quiet_since date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, c.last FROM pair p
    CROSS JOIN LATERAL (SELECT coalesce(max(c.on_day), p.valid_from) AS last FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day <= day) c
  WHERE p.valid_from <= day - 14 AND (p.valid_to IS NULL OR day < p.valid_to) AND c.last <= day - 14
    AND EXISTS (SELECT FROM app.pair_days d WHERE d.pair_id = p.id AND d.days @> day) $$;

GRANT EXECUTE ON FUNCTION app.within(text, text[]), app.pair_place(uuid, date), app.guidance(date, text[]), app.reach_of(uuid, date, text[]),
  app.reach_of_all(uuid[], date, text[]), app.reach_of_model(uuid, date, text[]), app.instructors_of_unit(uuid, date, text[]),
  app.reach_of_unit(uuid, date, text[]), app.quiet_pairs(date) TO portal_app;
