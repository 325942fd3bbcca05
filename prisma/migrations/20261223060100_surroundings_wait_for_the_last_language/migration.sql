-- Places, source and model are one for both languages, and were taken with the first language of an edition that went out: where the other one had its
-- hour tomorrow, its page changed them today beside its old words. They wait for the last language whose words the edition changes.

-- An edition brings its places or that it is of the whole city, its source and the model it tells of as it begins to be read,
-- or with its approval where its words are read already: until then readers see those from before. What earlier ones were to bring is past.
CREATE OR REPLACE FUNCTION app.take_surroundings(p_edition uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE article a SET source_name = e.surroundings->>'sourceName', source_url = e.surroundings->>'sourceUrl',
    whole_city = CASE WHEN e.surroundings ? 'wholeCity' THEN (e.surroundings->>'wholeCity')::boolean ELSE a.whole_city END,
    subject_model_id = CASE WHEN e.surroundings ? 'subjectModelId' THEN (SELECT m.id FROM digital_model m WHERE m.id::text = e.surroundings->>'subjectModelId') ELSE a.subject_model_id END FROM edition e WHERE e.id = p_edition AND a.id = e.article_id AND e.surroundings IS NOT NULL;
  DELETE FROM article_commune c USING edition e WHERE e.id = p_edition AND c.article_id = e.article_id AND e.surroundings IS NOT NULL;
  INSERT INTO article_commune (article_id, unit_id) SELECT e.article_id, u.id FROM edition e JOIN unit u ON u.level = 'commune' AND u.id::text IN (SELECT jsonb_array_elements_text(e.surroundings->'communeIds')) WHERE e.id = p_edition;
  UPDATE edition x SET surroundings = NULL FROM edition e WHERE e.id = p_edition AND x.article_id = e.article_id AND x.number <= e.number AND x.surroundings IS NOT NULL;
$$;

-- Whether two texts say the same to their readers: words and their form, steps and lines, the picture at the head.
CREATE OR REPLACE FUNCTION app.reads_as(p_text uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) = 1 FROM (SELECT DISTINCT t.title, t.summary, t.body, t.easy_read, t.what_changed, app.parts_of(t.id) AS parts,
    ARRAY (SELECT m.asset_id FROM media_use m WHERE m.text_id = t.id AND m.use = 'portal' AND m.at_head ORDER BY m.asset_id) AS head
    FROM edition_text t WHERE t.id IN (p_text, p_other)) x $$;

-- What stands beside the words is one for both languages, and begins with the last of the words that an edition changes: as long as readers of a
-- language have other words than it brings them, they see what stood beside those. A language that is withdrawn or ends waits for nothing.
CREATE OR REPLACE FUNCTION app.surroundings_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE begun uuid := (SELECT e.id FROM edition e WHERE e.article_id = NEW.article_id AND e.surroundings IS NOT NULL
  AND EXISTS (SELECT FROM publication p JOIN edition_text t ON t.id = p.text_id AND t.edition_id = e.id WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL)
  AND NOT EXISTS (SELECT FROM publication p JOIN edition_text t ON t.edition_id = e.id AND t.locale = p.locale
    WHERE p.article_id = e.article_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL AND NOT app.reads_as(p.text_id, t.id))
  ORDER BY e.number DESC LIMIT 1);
BEGIN
  IF begun IS NOT NULL THEN PERFORM app.take_surroundings(begun); END IF;
  RETURN NULL;
END $$;

DROP TRIGGER surroundings_follow ON publication;
CREATE TRIGGER surroundings_follow AFTER INSERT OR UPDATE OF published_at, ended_at ON publication FOR EACH ROW
  WHEN (NEW.published_at IS NOT NULL AND (NEW.ended_at IS NULL OR NEW.end_reason IN ('withdrawn', 'expired'))) EXECUTE FUNCTION app.surroundings_follow();
