-- expand: a pair that was taken back before it began explains nothing of what is missing; what is kept of coverage never counted it.
-- What is missing in a commune on a day: one row a unit that is not covered, with the unmet conditions and what explains them. What
-- the signed reading does not ask for is not missing. Where a family stands that lacks but its board or households, these are.
-- A pair that was taken back before it began, or moved on its first day, never was here: it explains nothing.
CREATE OR REPLACE FUNCTION app.missing(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, missing text[], because text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, c.level, c.sub_association_id,
    array_remove(ARRAY[CASE WHEN NOT c.family @> day AND r.reading <> 'pair' THEN CASE WHEN r.asks AND EXISTS (SELECT FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family'
          JOIN model_status s ON s.model_id = m.id AND s.status = 'active' WHERE h.unit_id = c.unit_id AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day)) THEN 'households' ELSE 'family' END END,
      CASE WHEN NOT c.pair @> day AND r.reading <> 'family' THEN 'pair' END,
      CASE WHEN c.family @> day AND c.pair @> day THEN 'tie' END], NULL),
    ARRAY (SELECT DISTINCT 'family_' || s.status FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family' JOIN model_status s ON s.model_id = m.id
           WHERE h.unit_id = c.unit_id AND NOT c.family @> day AND r.reading <> 'pair' AND s.status <> 'active' AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day))
    || ARRAY (SELECT DISTINCT CASE WHEN NOT app.active_on(p.valid_from, p.valid_to, day) THEN 'pair_ended'
             WHEN EXISTS (SELECT FROM membership b WHERE b.person_id = app.record_today(p.instructor_id) AND b.valid_from < b.valid_to AND b.valid_to <= day) THEN 'instructor_left'
             ELSE 'instructor_not_joined' END FROM pair_host h JOIN pair p ON p.id = h.pair_id
           WHERE h.unit_id = c.unit_id AND NOT c.pair @> day AND r.reading <> 'family' AND h.valid_from <= day AND p.valid_from <= day
             AND p.valid_to IS DISTINCT FROM p.valid_from AND h.valid_to IS DISTINCT FROM h.valid_from)
  FROM (SELECT app.signed_reading(day) AS reading, app.days_asking_households() @> day AS asks OFFSET 0) r CROSS JOIN derived.coverage_span c
  WHERE c.commune_id = p_commune AND c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to) AND NOT app.counts_as(r.reading, c.family @> day, c.pair @> day, c.tied @> day) $$;
