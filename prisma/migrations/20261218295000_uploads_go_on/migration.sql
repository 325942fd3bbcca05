-- A file on its way here in parts, so that a broken line costs one part of it. Row and bytes lie in one place: a process that is killed leaves
-- neither parts of nothing nor a row that says more than has come.
CREATE TABLE "upload" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "sha256" BYTEA NOT NULL,
  "size" INTEGER NOT NULL,
  "received" INTEGER NOT NULL DEFAULT 0,
  "touched_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "upload_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "upload_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "upload_hash" CHECK (octet_length(sha256) = 32),
  CONSTRAINT "upload_size" CHECK (size BETWEEN 1 AND 10000000),
  CONSTRAINT "upload_received" CHECK (received BETWEEN 0 AND size)
);
CREATE UNIQUE INDEX "upload_account_id_sha256_key" ON "upload"("account_id", "sha256");

CREATE TABLE "upload_part" (
  "upload_id" UUID NOT NULL,
  "start" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "upload_part_pkey" PRIMARY KEY ("upload_id", "start"),
  CONSTRAINT "upload_part_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "upload_part_start" CHECK (start >= 0),
  CONSTRAINT "upload_part_bytes" CHECK (octet_length(bytes) BETWEEN 1 AND 524288)
);
SELECT app.guard('upload');
SELECT app.guard('upload_part');
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO portal_app;
GRANT SELECT, INSERT, DELETE ON upload_part TO portal_app;
