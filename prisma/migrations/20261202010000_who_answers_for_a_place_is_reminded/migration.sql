-- Whoever answers for a unit is reminded of what is missing there: a record of who asked whom for what and until when. It is never
-- changed, and a unit is not asked for the same again within some days, whoever asks.
-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('coverage_gap', 'report');

-- CreateEnum
CREATE TYPE "reminder_part" AS ENUM ('family', 'households', 'pair', 'tie', 'records');

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "asking_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "unit_id" UUID NOT NULL,
    "subject_id" UUID,
    "parts" "reminder_part"[],
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_on" DATE NOT NULL,
    "again_from" DATE NOT NULL,
    "lapses_on" DATE NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_recipient" (
    "reminder_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "reminder_recipient_pkey" PRIMARY KEY ("reminder_id","account_id")
);

-- CreateIndex
CREATE INDEX "reminder_unit_id_idx" ON "reminder"("unit_id");

-- CreateIndex
CREATE INDEX "reminder_asking_id_idx" ON "reminder"("asking_id");

-- CreateIndex
CREATE INDEX "reminder_recipient_account_id_idx" ON "reminder_recipient"("account_id");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reminder_recipient" ADD CONSTRAINT "reminder_recipient_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "reminder"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reminder_recipient" ADD CONSTRAINT "reminder_recipient_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('reminder');
SELECT app.guard('reminder_recipient');
ALTER TABLE reminder ADD CONSTRAINT stands_from_its_day CHECK (asked_on < again_from AND asked_on < lapses_on);
ALTER TABLE reminder ADD CONSTRAINT says_what_is_missing CHECK (kind <> 'coverage_gap' OR cardinality(parts) > 0);
-- without a subject the unit stands for it: nothing equals nothing
ALTER TABLE reminder ADD CONSTRAINT not_asked_again_at_once
  EXCLUDE USING gist (unit_id WITH =, kind WITH =, (coalesce(subject_id, unit_id)) WITH =, daterange(asked_on, again_from) WITH &&);
GRANT SELECT, INSERT ON reminder, reminder_recipient TO portal_app;
