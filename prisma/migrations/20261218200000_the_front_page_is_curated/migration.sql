-- Which pieces stand first on the front page and in lists is said by hand, from a day to a day (decision 0180). Each arrangement of a spot is
-- kept whole and the newest counts: of two who arrange it at once the second one's number is taken.
-- CreateEnum
CREATE TYPE "front_spot" AS ENUM ('home_story', 'home_news', 'home_guide', 'list_news', 'list_stories', 'list_guides');

-- CreateTable
CREATE TABLE "front_arrangement" (
    "id" UUID NOT NULL,
    "spot" "front_spot" NOT NULL,
    "number" INTEGER NOT NULL,
    "arranged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "arranged_by_id" UUID NOT NULL,

    CONSTRAINT "front_arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "front_place" (
    "arrangement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "front_place_pkey" PRIMARY KEY ("arrangement_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "front_arrangement_spot_number_key" ON "front_arrangement"("spot", "number");

-- CreateIndex
CREATE INDEX "front_place_article_id_idx" ON "front_place"("article_id");

-- AddForeignKey
ALTER TABLE "front_arrangement" ADD CONSTRAINT "front_arrangement_arranged_by_id_fkey" FOREIGN KEY ("arranged_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "front_place" ADD CONSTRAINT "front_place_arrangement_id_fkey" FOREIGN KEY ("arrangement_id") REFERENCES "front_arrangement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "front_place" ADD CONSTRAINT "front_place_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('front_arrangement');
SELECT app.guard('front_place');

ALTER TABLE front_arrangement ADD CONSTRAINT front_arrangement_number CHECK (number >= 1);
ALTER TABLE front_place ADD CONSTRAINT front_place_position CHECK (position >= 1);
ALTER TABLE front_place ADD CONSTRAINT one_front_place EXCLUDE USING gist ((((arrangement_id)::text || (article_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON front_arrangement FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON front_arrangement FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON front_place FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON front_place FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

GRANT SELECT, INSERT ON front_arrangement, front_place TO portal_app;
