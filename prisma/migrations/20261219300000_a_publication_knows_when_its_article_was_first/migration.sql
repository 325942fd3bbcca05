-- Lists of articles stand by when a piece was first public. Found out anew for each row, that took the time of all rows for every row.
ALTER TABLE "publication" ADD COLUMN "first_at" TIMESTAMPTZ(6);

-- When an article was first public in its language, in every publication of it: lists stand by it, so that a corrected piece keeps its place.
CREATE OR REPLACE FUNCTION app.date_first_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own timestamptz := date_trunc('milliseconds', NEW.published_at);
BEGIN
  SELECT least(own, min(x.first_at)) INTO NEW.first_at FROM publication x
    WHERE own IS NOT NULL AND x.article_id = NEW.article_id AND x.locale = NEW.locale AND x.id <> NEW.id;
  IF NEW.first_at = own THEN
    UPDATE publication SET first_at = own WHERE article_id = NEW.article_id AND locale = NEW.locale AND first_at > own AND id <> NEW.id;
  END IF;
  RETURN NEW;
END $$;

ALTER TABLE publication DISABLE TRIGGER USER;
UPDATE publication p SET first_at = (SELECT date_trunc('milliseconds', min(x.published_at)) FROM publication x WHERE x.article_id = p.article_id AND x.locale = p.locale)
  WHERE p.published_at IS NOT NULL;
ALTER TABLE publication ENABLE TRIGGER USER;
ALTER TABLE publication ADD CONSTRAINT first_publication CHECK ((published_at IS NULL) = (first_at IS NULL) AND first_at <= published_at);
CREATE TRIGGER date_first_publication BEFORE INSERT OR UPDATE OF published_at ON publication FOR EACH ROW EXECUTE FUNCTION app.date_first_publication();

DROP INDEX "publication_locale_published_at_idx";
CREATE INDEX "publication_article_id_locale_published_at_idx" ON "publication"("article_id", "locale", "published_at");
CREATE INDEX publication_newest ON publication (locale, first_at DESC, article_id DESC) WHERE published_at IS NOT NULL AND ended_at IS NULL;

-- The job that makes the sizes of new pictures looks for those of the last weeks alone.
CREATE INDEX media_asset_new ON media_asset (created_at) WHERE in_library AND withdrawn_at IS NULL;
