-- Editors want to know which places, classes and other pages are read, not pieces alone. Of a commune and a class the row knows its id, so that a new
-- address takes nothing away.
CREATE TABLE "page_read" (
  "page" TEXT NOT NULL,
  "subject" TEXT NOT NULL DEFAULT '',
  "day" DATE NOT NULL,
  "locale" TEXT NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "page_read_pkey" PRIMARY KEY ("page", "subject", "day", "locale"),
  CONSTRAINT "page_read_times" CHECK (times > 0),
  CONSTRAINT "page_read_locale" CHECK (locale IN ('vi', 'en'))
);
SELECT app.guard('page_read');
GRANT SELECT, INSERT, UPDATE (times), DELETE ON page_read TO portal_app;

-- Reads since the last time, by language, page and what its address says ("/vi/story/a-b", "/en/commune/c", "/vi/search"): what no record answers to any
-- more is left out. Two processes add up; rows are taken in one order.
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO article_read AS r (article_id, day, locale, times)
    SELECT s.article_id, app.today(), s.locale, sum(e.value::int)::int FROM jsonb_each_text(said) e
    JOIN article_slug s ON s.locale = split_part(e.key, '/', 2) AND s.slug = split_part(e.key, '/', 4)
    WHERE split_part(e.key, '/', 3) IN ('newsArticle', 'story', 'guide') GROUP BY 1, 3 ORDER BY 1, 3
  ON CONFLICT (article_id, day, locale) DO UPDATE SET times = r.times + excluded.times;
  INSERT INTO page_read AS r (page, subject, day, locale, times)
    SELECT t.page, coalesce(u.id::text, n.id::text, t.slug), app.today(), t.locale, sum(t.times)::int
    FROM (SELECT split_part(e.key, '/', 2) AS locale, split_part(e.key, '/', 3) AS page, split_part(e.key, '/', 4) AS slug, e.value::int AS times FROM jsonb_each_text(said) e) t
      LEFT JOIN unit u ON t.page = 'commune' AND u.slug = t.slug AND u.level = 'commune' LEFT JOIN session n ON t.page = 'session' AND n.slug = t.slug
    WHERE t.page NOT IN ('newsArticle', 'story', 'guide') AND (t.page NOT IN ('commune', 'session') OR u.id IS NOT NULL OR n.id IS NOT NULL)
    GROUP BY 1, 2, 4 ORDER BY 1, 2, 4
  ON CONFLICT (page, subject, day, locale) DO UPDATE SET times = r.times + excluded.times $$;
