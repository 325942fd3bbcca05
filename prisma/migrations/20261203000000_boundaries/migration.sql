-- The boundaries of communes are kept as one small topology that the province brings, looks at, shows and takes away again. No borders
-- come with the portal: who may hand them on is said by whoever brings them, and stays on record when the lines are gone.
CREATE TABLE "boundary_edition" (
    "id" UUID NOT NULL,
    "edition" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "file_sha256" BYTEA NOT NULL,
    "facts" JSONB NOT NULL,
    "topology" JSONB,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(6),
    "shown_by_id" UUID,
    "removed_at" TIMESTAMPTZ(6),
    "removed_by_id" UUID,

    CONSTRAINT "boundary_edition_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "boundary_edition" ADD CONSTRAINT "boundary_edition_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "boundary_edition" ADD CONSTRAINT "boundary_edition_shown_by_id_fkey" FOREIGN KEY ("shown_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "boundary_edition" ADD CONSTRAINT "boundary_edition_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('boundary_edition');

-- At most one is shown, and one waits to be.
CREATE UNIQUE INDEX one_shown ON boundary_edition ((shown_at IS NOT NULL)) WHERE removed_at IS NULL;
-- Lines are there as long as it is, and small enough to travel with a page; the file has a hash of its own.
ALTER TABLE boundary_edition ADD CONSTRAINT lines_while_there CHECK ((topology IS NULL) = (removed_at IS NOT NULL));
ALTER TABLE boundary_edition ADD CONSTRAINT lines_small CHECK (topology IS NULL OR octet_length(topology::text) <= 131072);
ALTER TABLE boundary_edition ADD CONSTRAINT file_hashed CHECK (octet_length(file_sha256) = 32);

-- What was said of it stays as it was said.
GRANT SELECT, INSERT ON boundary_edition TO portal_app;
GRANT UPDATE (topology, shown_at, shown_by_id, removed_at, removed_by_id) ON boundary_edition TO portal_app;
