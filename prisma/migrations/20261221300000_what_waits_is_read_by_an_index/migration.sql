-- With ten thousand articles a page at work read all of them to find the few that wait.
CREATE INDEX "edition_text_search" ON "edition_text" USING GIN ("search_key" gin_trgm_ops);
CREATE INDEX "edition_text_of_edition" ON "edition_text" ("edition_id", "id");
CREATE INDEX "edition_open" ON "edition" ("article_id") WHERE "state" IN ('draft', 'submitted', 'returned');
CREATE INDEX "edition_decision_forced" ON "edition_decision" ("edition_id") WHERE "kind" = 'forced';

CREATE OR REPLACE FUNCTION app.articles_told_in(slugs text[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH place AS MATERIALIZED (SELECT unnest(app.with_predecessors(ARRAY (SELECT id FROM unit WHERE slug = ANY (slugs) AND level = 'commune'))) AS id)
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.article_id AS id FROM place JOIN article_commune c ON c.unit_id = place.id
    UNION SELECT a.id FROM place JOIN unit_span s ON s.commune_id = place.id AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
      JOIN article a ON a.unit_id = s.unit_id AND a.kind <> 'alert' WHERE NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id)) told $$;
