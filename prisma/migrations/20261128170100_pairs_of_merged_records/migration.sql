-- A pair between two records of one woman stays as it was written, ended on the day of the merger: nobody is turned into her own
-- instructor. Its past days stay counted, since whether its instructor belongs to the union is asked of her record of today; in
-- chains it is nobody's, as no woman is her own learner.
CREATE OR REPLACE VIEW app.pair_days WITH (security_invoker = true) AS
  SELECT p.id AS pair_id, daterange(p.valid_from, p.valid_to) * daterange(b.valid_from, b.valid_to) AS days
  FROM pair p JOIN person i ON i.id = p.instructor_id
    JOIN membership b ON b.person_id = CASE WHEN i.merged_into_id IS NULL THEN i.id ELSE app.record_today(i.id) END
  WHERE daterange(p.valid_from, p.valid_to) && daterange(b.valid_from, b.valid_to);

CREATE OR REPLACE FUNCTION app.guidance(day date DEFAULT NULL, areas text[] DEFAULT NULL) RETURNS TABLE (pair_id uuid, instructor_id uuid, learner_id uuid, began date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT p.id, p.instructor_id, p.learner_id, p.valid_from FROM pair p
  WHERE (day IS NULL OR p.valid_from <= day) AND p.valid_to IS DISTINCT FROM p.valid_from
    -- only a pair between two records of one woman still names a record that was merged
    AND NOT EXISTS (SELECT FROM person m WHERE m.id = p.instructor_id AND m.merged_into_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM person m WHERE m.id = p.learner_id AND m.merged_into_id IS NOT NULL)
    AND (areas IS NULL OR p.id IN (SELECT w.pair_id FROM app.pairs_within(app.today(), areas) w)) $$;
CREATE INDEX person_merged ON person (id) WHERE merged_into_id IS NOT NULL;

-- The kept figures follow: memberships of the record of today count for pairs of those merged into it, and a merger itself changes whose count.
CREATE FUNCTION derived.pairs_of_instructors(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE r AS (SELECT unnest(ids) AS id UNION SELECT p.id FROM person p JOIN r ON p.merged_into_id = r.id)
  SELECT p.id FROM pair p WHERE p.instructor_id IN (SELECT r.id FROM r) $$;
CREATE OR REPLACE FUNCTION derived.source_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[]; touched uuid[]; src text := CASE TG_OP WHEN 'INSERT' THEN 'new_rows' WHEN 'DELETE' THEN 'old_rows' ELSE '(SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows)' END;
BEGIN
  IF TG_TABLE_NAME = 'membership' THEN -- a million rows pass here, few are instructors'
    EXECUTE format('SELECT array_agg(p.id) FROM pair p WHERE p.instructor_id IN (SELECT x.person_id FROM %s x)', src) INTO ids;
    IF EXISTS (SELECT FROM person WHERE merged_into_id IS NOT NULL) THEN
      EXECUTE format('SELECT $1 || array_agg(p) FROM derived.pairs_of_instructors(ARRAY (SELECT m.id FROM person m WHERE m.merged_into_id IN (SELECT x.person_id FROM %s x))) p', src) INTO ids USING ids;
    END IF;
    IF ids IS NULL THEN RETURN NULL; END IF;
    touched := ARRAY (SELECT derived.units_of_pairs(ids));
  ELSE
    EXECUTE format('SELECT array_agg(DISTINCT x.%I) FROM %s x', CASE TG_TABLE_NAME WHEN 'pair' THEN 'id' WHEN 'model_host' THEN 'unit_id' WHEN 'pair_host' THEN 'unit_id' ELSE 'model_id' END, src) INTO ids;
    touched := CASE WHEN TG_TABLE_NAME IN ('model_host', 'pair_host') THEN ids WHEN TG_TABLE_NAME = 'pair' THEN ARRAY (SELECT derived.units_of_pairs(ids)) ELSE ARRAY (SELECT derived.units_of_models(ids)) END;
  END IF;
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION derived.merger_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE touched uuid[] := ARRAY (SELECT derived.units_of_pairs(ARRAY (SELECT derived.pairs_of_instructors(ARRAY[NEW.id]))));
BEGIN
  IF cardinality(touched) > 0 THEN PERFORM derived.rebuild_coverage(touched); END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION derived.merger_changed() FROM PUBLIC;
CREATE TRIGGER coverage_of_merged AFTER UPDATE OF merged_into_id ON person FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION derived.merger_changed();
