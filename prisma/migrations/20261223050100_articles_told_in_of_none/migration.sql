-- Articles that tell of these communes: the other way round, from the communes, so that no list reads all articles to find theirs. Most lists ask for
-- none, and that is answered without looking.
CREATE OR REPLACE FUNCTION app.articles_told_in(slugs text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE place uuid[] := '{}';
BEGIN
  IF slugs <> '{}' THEN place := app.with_predecessors(ARRAY (SELECT id FROM unit WHERE slug = ANY (slugs) AND level = 'commune')); END IF;
  IF place = '{}' THEN RETURN place; END IF;
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.article_id AS id FROM article_commune c WHERE c.unit_id = ANY (place)
    UNION SELECT a.id FROM unit_span s JOIN article a ON a.unit_id = s.unit_id AND a.kind <> 'alert'
      WHERE s.commune_id = ANY (place) AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
        AND NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id)) told);
END $$;
