-- Communes approve for their commune's page, the city for the front page. What stood on it so far goes on standing there.
ALTER TABLE "publication" ADD COLUMN "for_front" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "publication" ALTER COLUMN "for_front" SET DEFAULT false;
