-- A story is of a woman, a model or a unit: the last was told by its places alone, which name no sub-association and no group.
ALTER TABLE "article" ADD COLUMN     "subject_unit_id" UUID;
ALTER TABLE "article" ADD CONSTRAINT "article_subject_unit_id_fkey" FOREIGN KEY ("subject_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- An edition brings its places or that it is of the whole city, its source, and the model and the unit it tells of as it begins to be read,
-- or with its approval where its words are read already: until then readers see those from before. What earlier ones were to bring is past.
CREATE OR REPLACE FUNCTION app.take_surroundings(p_edition uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE article a SET source_name = e.surroundings->>'sourceName', source_url = e.surroundings->>'sourceUrl',
    whole_city = CASE WHEN e.surroundings ? 'wholeCity' THEN (e.surroundings->>'wholeCity')::boolean ELSE a.whole_city END,
    subject_model_id = CASE WHEN e.surroundings ? 'subjectModelId' THEN (SELECT m.id FROM digital_model m WHERE m.id::text = e.surroundings->>'subjectModelId') ELSE a.subject_model_id END,
    subject_unit_id = CASE WHEN e.surroundings ? 'subjectUnitId' THEN (SELECT u.id FROM unit u WHERE u.id::text = e.surroundings->>'subjectUnitId') ELSE a.subject_unit_id END FROM edition e WHERE e.id = p_edition AND a.id = e.article_id AND e.surroundings IS NOT NULL;
  DELETE FROM article_commune c USING edition e WHERE e.id = p_edition AND c.article_id = e.article_id AND e.surroundings IS NOT NULL;
  INSERT INTO article_commune (article_id, unit_id) SELECT e.article_id, u.id FROM edition e JOIN unit u ON u.level = 'commune' AND u.id::text IN (SELECT jsonb_array_elements_text(e.surroundings->'communeIds')) WHERE e.id = p_edition;
  UPDATE edition x SET surroundings = NULL FROM edition e WHERE e.id = p_edition AND x.article_id = e.article_id AND x.number <= e.number AND x.surroundings IS NOT NULL;
$$;

-- What readers see beside the words of an edition, as far as it is no word: the picture at the head, places, source, model and unit as it has them or waits for
-- them, topics and what its drawing shows.
CREATE OR REPLACE FUNCTION app.beside_of(p_edition uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object(
    'picture', (SELECT m.asset_id FROM edition_text t JOIN media_use m ON m.text_id = t.id AND m.use = 'portal' AND m.at_head WHERE t.edition_id = e.id ORDER BY t.locale DESC LIMIT 1),
    'communes', coalesce(CASE WHEN e.surroundings IS NULL THEN (SELECT jsonb_agg(c.unit_id ORDER BY c.unit_id::text) FROM article_commune c WHERE c.article_id = a.id)
      ELSE (SELECT jsonb_agg(x ORDER BY x) FROM jsonb_array_elements_text(e.surroundings->'communeIds') x) END, '[]'),
    'wholeCity', CASE WHEN e.surroundings ? 'wholeCity' THEN e.surroundings->'wholeCity' ELSE to_jsonb(a.whole_city) END,
    'sourceName', CASE WHEN e.surroundings IS NULL THEN to_jsonb(a.source_name) ELSE e.surroundings->'sourceName' END,
    'sourceUrl', CASE WHEN e.surroundings IS NULL THEN to_jsonb(a.source_url) ELSE e.surroundings->'sourceUrl' END,
    'model', CASE WHEN e.surroundings ? 'subjectModelId' THEN e.surroundings->'subjectModelId' ELSE to_jsonb(a.subject_model_id) END,
    'unit', CASE WHEN e.surroundings ? 'subjectUnitId' THEN e.surroundings->'subjectUnitId' ELSE to_jsonb(a.subject_unit_id) END,
    'scene', a.scene,
    'topics', coalesce((SELECT jsonb_agg(k.code ORDER BY k.position, k.code) FROM article_topic t JOIN skill k ON k.id = t.skill_id WHERE t.article_id = a.id), '[]'))
  FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = p_edition $$;
