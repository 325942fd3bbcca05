-- A pair whose instructor is no member yet was explained as one whose instructor had left: "left" needs a membership that ended.
CREATE OR REPLACE FUNCTION app.missing(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, missing text[], because text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, c.level, c.sub_association_id,
    array_remove(ARRAY[CASE WHEN NOT c.family @> day THEN 'family' END, CASE WHEN NOT c.pair @> day THEN 'pair' END, CASE WHEN c.family @> day AND c.pair @> day THEN 'tie' END], NULL),
    ARRAY (SELECT DISTINCT 'family_' || s.status FROM model_host h JOIN digital_model m ON m.id = h.model_id AND m.kind = 'digital_family' JOIN model_status s ON s.model_id = m.id
           WHERE h.unit_id = c.unit_id AND NOT c.family @> day AND app.active_on(h.valid_from, h.valid_to, day) AND app.active_on(s.valid_from, s.valid_to, day))
    || ARRAY (SELECT DISTINCT CASE WHEN NOT app.active_on(p.valid_from, p.valid_to, day) THEN 'pair_ended'
             WHEN EXISTS (SELECT FROM membership b WHERE b.person_id = app.record_today(p.instructor_id) AND b.valid_from < b.valid_to AND b.valid_to <= day) THEN 'instructor_left'
             ELSE 'instructor_not_joined' END FROM pair_host h JOIN pair p ON p.id = h.pair_id
           WHERE h.unit_id = c.unit_id AND NOT c.pair @> day AND h.valid_from <= day AND p.valid_from <= day)
  FROM derived.coverage_span c WHERE c.commune_id = p_commune AND c.valid_from <= day AND (c.valid_to IS NULL OR day < c.valid_to) AND NOT c.tied @> day $$;
