-- Who has the page open on which an article is written, so that the second one is told before she types. It holds nobody off, and is forgotten.
CREATE TABLE "article_presence" (
  "article_id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lapses_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "article_presence_pkey" PRIMARY KEY ("article_id", "account_id"),
  CONSTRAINT "article_presence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "article_presence_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "article_presence_lapses" CHECK (opened_at <= seen_at AND seen_at <= lapses_at)
);
SELECT app.guard('article_presence');
GRANT SELECT, INSERT, UPDATE, DELETE ON article_presence TO portal_app;
