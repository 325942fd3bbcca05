-- An English text says which Vietnamese words it follows, and those words are kept for as long as one does: so it is known when it is
-- behind them, and what changed since can be shown where a draft was written over.
-- CreateTable
CREATE TABLE "translation_source" (
    "article_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "plain" TEXT NOT NULL,

    CONSTRAINT "translation_source_pkey" PRIMARY KEY ("article_id","sha256")
);

-- AddForeignKey
ALTER TABLE "translation_source" ADD CONSTRAINT "translation_source_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- An English text follows Vietnamese words of its own article that stood there: they are kept as long as one does, for a draft is written
-- over. What was erased keeps none.
CREATE OR REPLACE FUNCTION app.keep_translation_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid := (SELECT article_id FROM edition WHERE id = NEW.edition_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.plain = '' AND OLD.plain <> '' THEN
    NEW.translated_from_id := NULL; NEW.translated_from_sha := NULL;
    DELETE FROM translation_source WHERE article_id = own;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.translated_from_sha IS DISTINCT FROM NEW.translated_from_sha THEN
    DELETE FROM translation_source s WHERE s.article_id = own AND s.sha256 = OLD.translated_from_sha AND NOT EXISTS (SELECT FROM edition_text t
      JOIN edition e ON e.id = t.edition_id WHERE e.article_id = own AND t.id <> NEW.id AND t.translated_from_sha = OLD.translated_from_sha);
  END IF;
  IF NEW.translated_from_id IS NULL AND NEW.translated_from_sha IS NULL THEN RETURN NEW; END IF;
  INSERT INTO translation_source (article_id, sha256, title, summary, plain)
    SELECT own, t.sha256, t.title, t.summary, t.plain FROM edition_text t WHERE t.id = NEW.translated_from_id AND t.sha256 = NEW.translated_from_sha
      AND t.locale = 'vi' AND t.edition_id IN (SELECT id FROM edition WHERE article_id = own)
    ON CONFLICT DO NOTHING;
  IF NEW.locale <> 'en' OR NOT EXISTS (SELECT FROM translation_source WHERE article_id = own AND sha256 = NEW.translated_from_sha)
    OR NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.translated_from_id AND t.locale = 'vi' AND e.article_id = own) THEN
    RAISE EXCEPTION 'an English text follows Vietnamese words of its own article' USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_source', HINT = 'translation_source'; END IF;
  RETURN NEW;
END $$;

SELECT app.guard('translation_source');
GRANT SELECT ON translation_source TO portal_app;
CREATE TRIGGER keep_translation_source BEFORE INSERT OR UPDATE OF translated_from_id, translated_from_sha, plain ON edition_text
  FOR EACH ROW EXECUTE FUNCTION app.keep_translation_source();

-- Texts that say nothing yet were written and read beside the Vietnamese one of their edition; those of the demonstration say so already.
ALTER TABLE edition_text DISABLE TRIGGER approved_text_fixed;
UPDATE edition_text en SET translated_from_id = vi.id, translated_from_sha = vi.sha256 FROM edition_text vi
  WHERE vi.edition_id = en.edition_id AND vi.locale = 'vi' AND en.locale = 'en' AND en.plain <> '';
ALTER TABLE edition_text ENABLE TRIGGER approved_text_fixed;
ALTER TABLE edition_text ADD CONSTRAINT translation_source_whole CHECK ((translated_from_id IS NULL) = (translated_from_sha IS NULL));
