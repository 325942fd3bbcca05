-- Who writes in two languages wants to know which of them is read. Of days before this nobody knows: they are of both, and forgotten within thirty.
ALTER TABLE "article_read" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'both',
DROP CONSTRAINT "article_read_pkey",
ADD CONSTRAINT "article_read_pkey" PRIMARY KEY ("article_id", "day", "locale");

ALTER TABLE article_read ADD CONSTRAINT article_read_locale CHECK (locale IN ('vi', 'en', 'both'));
SELECT app.guard('article_read');

-- Reads since the last time in each language, by Next's own path ("/vi/news/a-b"): what no address leads to any more is left out. Two processes add up; rows are taken in one order.
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO article_read AS r (article_id, day, locale, times)
    SELECT s.article_id, app.today(), s.locale, sum(e.value::int)::int FROM jsonb_each_text(said) e
    JOIN article_slug s ON s.locale = split_part(e.key, '/', 2) AND s.slug = split_part(e.key, '/', 4) GROUP BY 1, 3 ORDER BY 1, 3
  ON CONFLICT (article_id, day, locale) DO UPDATE SET times = r.times + excluded.times $$;
