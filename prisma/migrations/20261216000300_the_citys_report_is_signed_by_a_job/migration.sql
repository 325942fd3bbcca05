-- Signing the report of the whole city goes through all records: it is asked for, and done apart from the request. What she saw, who and when is
-- written down at once; one such signing waits for a report at a time, and how it ended stays.
CREATE TYPE "signing_state" AS ENUM ('waiting', 'signed', 'refused', 'cancelled');

CREATE TABLE "report_signing" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_by_id" UUID NOT NULL,
    "seen_version" INTEGER NOT NULL,
    "seen" TEXT NOT NULL,
    "state" "signing_state" NOT NULL DEFAULT 'waiting',
    "steps_done" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "report_signing_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "report_signing_report_id_asked_at_idx" ON "report_signing"("report_id", "asked_at");

ALTER TABLE "report_signing" ADD CONSTRAINT "report_signing_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "report_signing" ADD CONSTRAINT "report_signing_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('report_signing');

CREATE UNIQUE INDEX one_signing ON report_signing (report_id) WHERE state = 'waiting';
ALTER TABLE report_signing ADD CONSTRAINT signing_ended CHECK ((state = 'waiting') = (ended_at IS NULL));
ALTER TABLE report_signing ADD CONSTRAINT signing_problem CHECK ((state = 'refused') = (problem IS NOT NULL));

GRANT SELECT, INSERT, UPDATE (state, steps_done, tries, problem, ended_at) ON report_signing TO portal_app;
