-- Whoever approves or publishes a piece says of each name in it why it may stand there; what she says is never changed, and goes with a
-- record that is erased.
CREATE TYPE "naming_answer" AS ENUM ('agreed', 'public_role', 'nobody');

CREATE TABLE "article_naming" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "answer" "naming_answer" NOT NULL,
    "channel" "channel",
    "agreed_on" DATE,
    "said_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "said_by_id" UUID NOT NULL,

    CONSTRAINT "article_naming_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "article_naming_article_id_idx" ON "article_naming"("article_id");
ALTER TABLE "article_naming" ADD CONSTRAINT "article_naming_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "article_naming" ADD CONSTRAINT "article_naming_said_by_id_fkey" FOREIGN KEY ("said_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "article_naming" ADD CONSTRAINT "naming_says_how" CHECK ((answer = 'agreed') = (channel IS NOT NULL) AND (answer = 'agreed') = (agreed_on IS NOT NULL));
ALTER TABLE "article_naming" ADD CONSTRAINT "naming_of_somebody" CHECK (name <> '');
CREATE TRIGGER append_only BEFORE UPDATE ON article_naming FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON article_naming FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
SELECT app.guard('article_naming');
GRANT SELECT, INSERT, DELETE ON article_naming TO portal_app;
