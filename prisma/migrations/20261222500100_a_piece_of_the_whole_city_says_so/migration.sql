-- A piece that names no commune may be of the whole city, or nobody has thought of it: the first is said from now on. What readers have had already
-- is what it was told as: of the whole city, where it is neither a commune's own nor names one.
ALTER TABLE "article" ADD COLUMN     "whole_city" BOOLEAN NOT NULL DEFAULT false;

UPDATE article a SET whole_city = true FROM unit u WHERE u.id = a.unit_id AND (u.level = 'province' OR a.kind = 'alert')
  AND EXISTS (SELECT FROM publication p WHERE p.article_id = a.id) AND NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id);

-- An edition brings its places or that it is of the whole city, its source and the model it tells of with its approval: until then readers see those that were approved before.
CREATE OR REPLACE FUNCTION app.take_surroundings(p_edition uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE article a SET source_name = e.surroundings->>'sourceName', source_url = e.surroundings->>'sourceUrl',
    whole_city = CASE WHEN e.surroundings ? 'wholeCity' THEN (e.surroundings->>'wholeCity')::boolean ELSE a.whole_city END,
    subject_model_id = CASE WHEN e.surroundings ? 'subjectModelId' THEN (SELECT m.id FROM digital_model m WHERE m.id::text = e.surroundings->>'subjectModelId') ELSE a.subject_model_id END FROM edition e WHERE e.id = p_edition AND a.id = e.article_id AND e.surroundings IS NOT NULL;
  DELETE FROM article_commune c USING edition e WHERE e.id = p_edition AND c.article_id = e.article_id AND e.surroundings IS NOT NULL;
  INSERT INTO article_commune (article_id, unit_id) SELECT e.article_id, u.id FROM edition e JOIN unit u ON u.level = 'commune' AND u.id::text IN (SELECT jsonb_array_elements_text(e.surroundings->'communeIds')) WHERE e.id = p_edition;
  UPDATE edition SET surroundings = NULL WHERE id = p_edition AND surroundings IS NOT NULL;
$$;
