-- Attempts that look like an attack were lines of a log that nobody reads. They become rows that wait for a person: passwords tried on one account
-- after the other, and one account that opens more records, or sees more numbers, than a person does.

-- CreateEnum
CREATE TYPE "alarm_kind" AS ENUM ('spraying', 'records_opened', 'numbers_seen');

-- CreateTable
CREATE TABLE "alarm" (
    "id" UUID NOT NULL,
    "kind" "alarm_kind" NOT NULL,
    "account_id" UUID,
    "network" TEXT,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(6),
    "seen_by_id" UUID,
    "word" TEXT,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alarm_account_id_idx" ON "alarm"("account_id");

-- CreateIndex
CREATE INDEX "alarm_seen_by_id_idx" ON "alarm"("seen_by_id");

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alarm" ADD CONSTRAINT "alarm_seen_by_id_fkey" FOREIGN KEY ("seen_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('alarm');
ALTER TABLE alarm ADD CONSTRAINT alarm_about_one CHECK (num_nonnulls(account_id, network) = 1);
ALTER TABLE alarm ADD CONSTRAINT alarm_counted CHECK (count > 0);
ALTER TABLE alarm ADD CONSTRAINT alarm_seen_by_somebody CHECK ((seen_at IS NULL) = (seen_by_id IS NULL) AND (seen_at IS NULL) = (word IS NULL));
-- whoever rang has no say in whether it was one
ALTER TABLE alarm ADD CONSTRAINT alarm_not_seen_by_who_rang CHECK (seen_by_id IS DISTINCT FROM account_id OR seen_by_id IS NULL);
CREATE UNIQUE INDEX alarm_unseen ON alarm (kind, coalesce(account_id::text, network)) WHERE seen_at IS NULL;
GRANT SELECT, INSERT, UPDATE (count, last_at, seen_at, seen_by_id, word) ON alarm TO portal_app;

-- Somebody rang: an account, or a network of people who are not signed in. What is unseen grows; once somebody has seen to it, the next one is new.
CREATE OR REPLACE FUNCTION app.note_alarm(p_kind alarm_kind, p_account uuid, p_network text, p_count int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO alarm AS a (id, kind, account_id, network, count) VALUES (app.uuid7(), p_kind, p_account, p_network, p_count)
  ON CONFLICT (kind, coalesce(account_id::text, network)) WHERE seen_at IS NULL
  DO UPDATE SET count = greatest(a.count, excluded.count), last_at = now() $$;
