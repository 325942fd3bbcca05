-- The last English text that follows them is deleted, and with it the Vietnamese words.
CREATE OR REPLACE FUNCTION app.forget_translation_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid := (SELECT article_id FROM edition WHERE id = OLD.edition_id);
BEGIN
  DELETE FROM translation_source s WHERE s.article_id = own AND s.sha256 = OLD.translated_from_sha AND NOT EXISTS (SELECT FROM edition_text t
    JOIN edition e ON e.id = t.edition_id WHERE e.article_id = own AND t.translated_from_sha = OLD.translated_from_sha);
  RETURN NULL;
END $$;

CREATE TRIGGER forget_translation_source AFTER DELETE ON edition_text FOR EACH ROW EXECUTE FUNCTION app.forget_translation_source();
