-- expand: whoever lets a piece out looks whether a name in it is hers who has said no on record; what she says is never changed, and goes with a record that is erased.
CREATE TABLE "refused_name_look" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "words" BYTEA NOT NULL,
    "refused_at" TIMESTAMPTZ(6) NOT NULL,
    "looked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "looked_by_id" UUID NOT NULL,

    CONSTRAINT "refused_name_look_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "refused_name_look_article_id_idx" ON "refused_name_look"("article_id");
ALTER TABLE "refused_name_look" ADD CONSTRAINT "refused_name_look_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "refused_name_look" ADD CONSTRAINT "refused_name_look_looked_by_id_fkey" FOREIGN KEY ("looked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "refused_name_look" ADD CONSTRAINT "look_at_somebody" CHECK (name <> '' AND octet_length(words) = 32);
CREATE TRIGGER append_only BEFORE UPDATE ON refused_name_look FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON refused_name_look FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
SELECT app.guard('refused_name_look');
GRANT SELECT, INSERT, DELETE ON refused_name_look TO portal_app;

-- Lines, easy words and what changed are sought for a name without reading all of them.
CREATE INDEX edition_text_lines_search ON edition_text USING gin
  (app.search_key(coalesce(what_changed, '') || ' ' || coalesce(easy_read, '') || ' ' || coalesce(lines, '')) gin_trgm_ops)
  WHERE coalesce(what_changed, easy_read, lines) IS NOT NULL;

-- What readers of a text read at its pictures, at the head and within; of one that has left the library they see nothing.
CREATE OR REPLACE FUNCTION app.words_of_pictures(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(concat_ws(' ', w.alt, w.caption), ' ' ORDER BY w.asset_id) FROM media_text w WHERE w.locale = t.locale AND w.asset_id IN (SELECT m.asset_id FROM media_use m
    JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = t.id AND m.use = 'portal' AND NOT app.has_left_library(a)) $$;
