-- expand: a table and two columns that an earlier release does not read.
-- A provider of OpenID Connect vouches for whose account it is, by its own name for her. That is one account's at a time, and an account is one
-- to each issuer. An ended tie stays: while it is not reopened, the same address ties nobody anew.
CREATE TABLE "provider_tie" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "tied_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(6),
  "ended_by_id" UUID,
  "reopened_at" TIMESTAMPTZ(6),
  CONSTRAINT "provider_tie_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "provider_tie_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT "provider_tie_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "ended_before_reopened" CHECK ("reopened_at" IS NULL OR "ended_at" IS NOT NULL),
  CONSTRAINT "somebody_ended_it" CHECK (("ended_at" IS NULL) = ("ended_by_id" IS NULL)),
  CONSTRAINT "bounded_names" CHECK (length("subject") BETWEEN 1 AND 255 AND length("issuer") BETWEEN 1 AND 500)
);
CREATE INDEX "provider_tie_account_id_idx" ON "provider_tie"("account_id");
CREATE UNIQUE INDEX one_account_for_a_subject ON provider_tie (issuer, subject) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX one_subject_for_an_account ON provider_tie (account_id, issuer) WHERE ended_at IS NULL;
SELECT app.guard('provider_tie');
GRANT SELECT, INSERT, DELETE ON provider_tie TO portal_app;
GRANT UPDATE (ended_at, ended_by_id, reopened_at) ON provider_tie TO portal_app;

-- How a session was opened: by which tie, and whether the provider's word for a second factor counted.
ALTER TABLE "account_session" ADD COLUMN "provider_tie_id" UUID, ADD COLUMN "provider_step" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_provider_tie_id_fkey" FOREIGN KEY ("provider_tie_id") REFERENCES "provider_tie"("id") ON DELETE SET NULL ON UPDATE RESTRICT;
ALTER TABLE "account_session" ADD CONSTRAINT "step_of_a_provider" CHECK (NOT "provider_step" OR "second_factor_at" IS NOT NULL);
CREATE INDEX "account_session_provider_tie_id_idx" ON "account_session"("provider_tie_id");
