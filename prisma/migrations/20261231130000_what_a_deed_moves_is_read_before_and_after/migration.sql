-- expand: a deed is measured where it is done: what its units count for is asked before it and after it.
-- Where units stand on a day: some by name, and whatever these models, pairs and women who guide count for. Whether each is covered, and
-- the first day after on which that turns, by what is on record. What a deed moved is what this says otherwise after it.
CREATE OR REPLACE FUNCTION app.coverage_turns(units uuid[], models uuid[], pairs uuid[], people uuid[], day date) RETURNS TABLE (unit_id uuid, covered boolean, turns date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.unit_id, n.covered, (SELECT min(e.day) FROM (SELECT unnest(ARRAY[lower(r), upper(r)]) FROM unnest(c.family) r UNION SELECT unnest(ARRAY[lower(r), upper(r)]) FROM unnest(c.pair) r
        UNION SELECT unnest(ARRAY[lower(r), upper(r)]) FROM unnest(c.tied) r UNION SELECT unnest(ARRAY[u.valid_from, u.valid_to]) FROM coverage_ruling u) e (day)
      WHERE e.day > coverage_turns.day AND (c.valid_to IS NULL OR e.day < c.valid_to)
        AND app.counts_as(app.signed_reading(e.day), c.family @> e.day, c.pair @> e.day, c.tied @> e.day) <> n.covered)
  FROM derived.coverage_span c CROSS JOIN LATERAL (SELECT app.counts_as((SELECT app.signed_reading(coverage_turns.day)), c.family @> coverage_turns.day, c.pair @> coverage_turns.day, c.tied @> coverage_turns.day) AS covered) n
  WHERE c.unit_id = ANY (units || ARRAY (SELECT derived.units_of_models(models)) || ARRAY (SELECT derived.units_of_pairs(pairs || ARRAY (SELECT derived.pairs_of_instructors(people)))))
    AND c.valid_from <= coverage_turns.day AND (c.valid_to IS NULL OR coverage_turns.day < c.valid_to) $$;
