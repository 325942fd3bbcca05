-- How often a page was read on a day: articles, communes and sessions, counted by the front. Never by whom.
CREATE TYPE "page_kind" AS ENUM ('article', 'commune', 'session');
CREATE TABLE "page_read" (
  "page" "page_kind" NOT NULL,
  "subject_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "page_read_pkey" PRIMARY KEY ("page", "subject_id", "day"),
  CONSTRAINT "page_read_times" CHECK (times > 0)
);
SELECT app.guard('page_read');
GRANT SELECT, INSERT, UPDATE (times) ON page_read TO portal_app;

-- Reads since the last time, by Next's own path ("/vi/news/a-b"): what no address leads to any more is left out. Two processes add up; rows are taken in one order.
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE sql AS $$
  WITH told AS (SELECT split_part(e.key, '/', 2) AS locale, split_part(e.key, '/', 3) AS part, split_part(e.key, '/', 4) AS slug, e.value::int AS times FROM jsonb_each_text(said) e),
  found AS (
    SELECT 'article'::page_kind AS page, s.article_id AS subject_id, t.times FROM told t JOIN article_slug s ON s.locale = t.locale AND s.slug = t.slug WHERE t.part NOT IN ('communes', 'trainings')
    UNION ALL SELECT 'commune', u.id, t.times FROM told t JOIN unit u ON u.slug = t.slug AND u.level = 'commune' WHERE t.part = 'communes'
    UNION ALL SELECT 'session', s.id, t.times FROM told t JOIN session s ON s.slug = t.slug WHERE t.part = 'trainings')
  INSERT INTO page_read AS r (page, subject_id, day, times)
    SELECT f.page, f.subject_id, app.today(), sum(f.times)::int FROM found f GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (page, subject_id, day) DO UPDATE SET times = r.times + excluded.times $$;
