-- A check that differs says in what, and no other says it: parts that were not there at all (NULL, as of each that waits for its visit) passed
-- the rule, for a comparison with nothing is neither true nor false. They are an empty list from now on. A reminder of a gap says what is missing.
ALTER TABLE "spot_check" ALTER COLUMN "parts" SET DEFAULT ARRAY[]::"spot_part"[];
ALTER TABLE spot_check DISABLE TRIGGER USER;
UPDATE spot_check SET parts = '{}' WHERE parts IS NULL AND result IS DISTINCT FROM 'differs';
ALTER TABLE spot_check ENABLE TRIGGER USER;
ALTER TABLE spot_check DROP CONSTRAINT spot_check_answer_check;
ALTER TABLE spot_check ADD CONSTRAINT spot_check_answer_check CHECK ((result IS NULL) = (answered_at IS NULL) AND parts IS NOT NULL
  AND (result IS NOT DISTINCT FROM 'differs') = (cardinality(parts) > 0));
ALTER TABLE reminder DROP CONSTRAINT says_what_is_missing;
ALTER TABLE reminder ADD CONSTRAINT says_what_is_missing CHECK (kind <> 'coverage_gap' OR coalesce(cardinality(parts), 0) > 0);
