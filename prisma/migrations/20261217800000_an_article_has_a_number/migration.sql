-- An article has a number for good: a short address that can be typed from paper leads to it, wherever its own address moves.
ALTER TABLE "article" ADD COLUMN "number" SERIAL NOT NULL;
CREATE UNIQUE INDEX "article_number_key" ON "article"("number");
GRANT USAGE ON SEQUENCE article_number_seq TO portal_app;
