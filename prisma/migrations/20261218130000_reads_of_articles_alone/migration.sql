-- Reads of communes and sessions were kept and shown to nobody: those of articles alone are left, and what is older than what is shown may be forgotten.
CREATE TABLE "article_read" (
  "article_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "article_read_pkey" PRIMARY KEY ("article_id", "day"),
  CONSTRAINT "article_read_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "article_read_times" CHECK (times > 0)
);
INSERT INTO article_read (article_id, day, times)
  SELECT subject_id, day, times FROM page_read WHERE page = 'article' AND subject_id IN (SELECT id FROM article);
SELECT app.guard('article_read');
GRANT SELECT, INSERT, UPDATE (times), DELETE ON article_read TO portal_app;

-- Reads since the last time, by Next's own path ("/vi/news/a-b"): what no address leads to any more is left out. Two processes add up; rows are taken in one order.
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO article_read AS r (article_id, day, times)
    SELECT s.article_id, app.today(), sum(e.value::int)::int FROM jsonb_each_text(said) e
    JOIN article_slug s ON s.locale = split_part(e.key, '/', 2) AND s.slug = split_part(e.key, '/', 4) GROUP BY 1 ORDER BY 1
  ON CONFLICT (article_id, day) DO UPDATE SET times = r.times + excluded.times $$;

DROP TABLE page_read;
DROP TYPE page_kind;
