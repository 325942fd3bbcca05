-- An edition that begins in two languages at once goes on with its picture: each text looked at the other, which had none yet.

CREATE OR REPLACE FUNCTION app.carry_pictures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO media_use (asset_id, text_id, use)
    SELECT m.asset_id, NEW.id, m.use FROM media_use m WHERE m.text_id = (SELECT t.id FROM edition_text t JOIN edition e ON e.id = t.edition_id
      WHERE e.article_id = (SELECT x.article_id FROM edition x WHERE x.id = NEW.edition_id) AND t.id <> NEW.id
        AND EXISTS (SELECT FROM media_use x WHERE x.text_id = t.id) ORDER BY e.number DESC, (t.locale = NEW.locale) DESC LIMIT 1)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
