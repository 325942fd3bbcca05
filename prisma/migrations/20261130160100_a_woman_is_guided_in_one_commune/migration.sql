-- Women who were guided are counted once, in the commune where they first were, frozen over moves and mergers.

-- Where a woman was first guided by the end of a day: the unit that her first pair belonged to on its first day, and the commune in which that
-- lay then. So each woman counts once, in one commune, and neither a pair that moves nor a restructuring changes that.
CREATE OR REPLACE FUNCTION app.first_guided(p_learner uuid, day date) RETURNS TABLE (person_id uuid, unit_id uuid, commune_id uuid, since date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p_learner, x.unit_id, x.commune_id, g.began FROM (SELECT g.pair_id, g.began FROM app.guidance_by(day) g WHERE g.learner_id = p_learner ORDER BY g.began, g.pair_id LIMIT 1) g
    CROSS JOIN LATERAL app.pair_place(g.pair_id, g.began) x $$;

-- The women first guided in a commune by the end of a day.
CREATE OR REPLACE FUNCTION app.women_guided_in(p_commune uuid, day date) RETURNS TABLE (person_id uuid, unit_id uuid, since date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT f.person_id, f.unit_id, f.since FROM (SELECT DISTINCT p.learner_id AS id FROM unit_span s JOIN pair_host h ON h.unit_id = s.unit_id JOIN pair p ON p.id = h.pair_id WHERE s.commune_id = p_commune) l
    CROSS JOIN LATERAL app.first_guided(l.id, day) f WHERE f.commune_id = p_commune $$;
