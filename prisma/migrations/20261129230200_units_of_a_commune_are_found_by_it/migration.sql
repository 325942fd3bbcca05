-- The page of a commune reads its own hundred units, where it went through fourteen thousand.

-- Those of one commune, found by it: a function with rights of its own is not planned into what asks it.
CREATE OR REPLACE FUNCTION app.coverage_units_of(p_commune uuid, day date) RETURNS TABLE (unit_id uuid, level unit_level, sub_association_id uuid, has_family boolean, has_pair boolean, covered boolean)
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT unit_id, level, sub_association_id, family @> day, pair @> day, tied @> day FROM derived.coverage_span
  WHERE commune_id = p_commune AND valid_from <= day AND (valid_to IS NULL OR day < valid_to) $$;
