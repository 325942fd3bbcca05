-- Addresses that public texts lead to are looked at: whether they still lead somewhere, since when they do not, and which texts name them
-- (decision 0182). Outside only hosts of the government are asked, and those that the province adds.
-- CreateEnum
CREATE TYPE "link_state" AS ENUM ('unasked', 'found', 'gone', 'unreached');

-- CreateTable
CREATE TABLE "link" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "host" TEXT,
    "state" "link_state" NOT NULL DEFAULT 'unasked',
    "cause" TEXT,
    "status" INTEGER,
    "moved_to" TEXT,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "looked_at" TIMESTAMPTZ(6),
    "found_at" TIMESTAMPTZ(6),
    "misses" INTEGER NOT NULL DEFAULT 0,
    "missed_on" DATE,
    "due_on" DATE NOT NULL DEFAULT app.today(),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_use" (
    "publication_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,

    CONSTRAINT "link_use_pkey" PRIMARY KEY ("publication_id","link_id")
);

-- CreateTable
CREATE TABLE "link_host" (
    "host" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID NOT NULL,

    CONSTRAINT "link_host_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE UNIQUE INDEX "link_address_key" ON "link"("address");

-- CreateIndex
CREATE INDEX "link_due_on_idx" ON "link"("due_on");

-- CreateIndex
CREATE INDEX "link_use_link_id_idx" ON "link_use"("link_id");

-- AddForeignKey
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "link"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "link_host" ADD CONSTRAINT "link_host_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('link');
SELECT app.guard('link_use');
SELECT app.guard('link_host');

ALTER TABLE link ADD CONSTRAINT link_misses CHECK (misses >= 0 AND (misses > 0) = (state = 'unreached'));
ALTER TABLE link_host ADD CONSTRAINT link_host_name CHECK (host ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$');

GRANT SELECT, INSERT, UPDATE ON link TO portal_app;
GRANT SELECT, INSERT, DELETE ON link_use, link_host TO portal_app;
