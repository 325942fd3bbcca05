-- What is drawn for a piece without a picture is an editor's to choose. Nothing: the portal chooses, so that no neighbours look alike.
CREATE TYPE "article_scene" AS ENUM ('women', 'family', 'market', 'class', 'call', 'office', 'garden', 'boat');

ALTER TABLE "article" ADD COLUMN     "scene" "article_scene";

