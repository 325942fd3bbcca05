-- Three lines a week go by mail to whoever switched it on: since when, so that a week that had begun before is not told late.
ALTER TABLE "account" ADD COLUMN     "digest_since" TIMESTAMPTZ(6);
