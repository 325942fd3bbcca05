-- Communes, and those that they took over as these ended, through all that has happened since.
CREATE OR REPLACE FUNCTION app.with_predecessors(ids uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE place (id) AS (
    SELECT unnest(ids)
    UNION SELECT u.id FROM place JOIN unit_lineage l ON l.successor_id = place.id
      JOIN unit u ON u.id = l.predecessor_id AND u.level = 'commune' AND u.closed_on = l.on_day AND u.closed_on <= app.today())
  SELECT coalesce(array_agg(id), '{}') FROM place $$;

-- Communes, and those that took them over as they ended: the other way round.
CREATE OR REPLACE FUNCTION app.with_successors(ids uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE place (id) AS (
    SELECT unnest(ids)
    UNION SELECT l.successor_id FROM place JOIN unit u ON u.id = place.id AND u.level = 'commune' AND u.closed_on <= app.today()
      JOIN unit_lineage l ON l.predecessor_id = u.id AND l.on_day = u.closed_on)
  SELECT coalesce(array_agg(id), '{}') FROM place $$;

-- Communes that an article tells of: those it names, else, where it is no alert, that of its unit, and what took them over. None is the whole city.
CREATE OR REPLACE FUNCTION app.places_of_article(p_article uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT app.with_successors(ARRAY (
    SELECT c.unit_id FROM article_commune c WHERE c.article_id = p_article
    UNION SELECT u.id FROM article a JOIN unit_span s ON s.unit_id = a.unit_id AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
      JOIN unit u ON u.id = s.commune_id AND u.level = 'commune'
      WHERE a.id = p_article AND a.kind <> 'alert' AND NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id))) $$;

-- Articles that tell of these communes: the other way round, from the communes, so that no list reads all articles to find theirs.
CREATE OR REPLACE FUNCTION app.articles_told_in(slugs text[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH place AS (SELECT unnest(app.with_predecessors(ARRAY (SELECT id FROM unit WHERE slug = ANY (slugs) AND level = 'commune'))) AS id)
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.article_id AS id FROM article_commune c WHERE c.unit_id = ANY (ARRAY (SELECT id FROM place))
    UNION SELECT a.id FROM article a WHERE a.kind <> 'alert' AND NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id OFFSET 0)
      AND a.unit_id = ANY (ARRAY (SELECT s.unit_id FROM place JOIN unit_span s ON s.commune_id = place.id AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())))) told $$;
