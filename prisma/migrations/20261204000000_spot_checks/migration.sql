-- Of covered units some are drawn and seen by an official of a neighbouring commune: a figure is told with how far it may lie from what is there. A
-- round commits to its seed before the draw, what was announced and drawn stays, and a check changes no record.
-- CreateEnum
CREATE TYPE "spot_result" AS ENUM ('held', 'differs', 'unseen');

-- CreateEnum
CREATE TYPE "spot_part" AS ENUM ('family', 'pair', 'tie');

-- CreateTable
CREATE TABLE "spot_round" (
    "id" UUID NOT NULL,
    "counted_on" DATE NOT NULL,
    "reading" "coverage_reading" NOT NULL,
    "percent" SMALLINT NOT NULL,
    "ends_on" DATE NOT NULL,
    "commitment" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "announced_by_id" UUID,
    "drawn_at" TIMESTAMPTZ(6),
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "spot_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_stratum" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit_ids" UUID[],

    CONSTRAINT "spot_stratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_check" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "stratum_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "visitor_id" UUID,
    "result" "spot_result",
    "parts" "spot_part"[],
    "seen_on" DATE,
    "note" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_id" UUID,
    "remark" TEXT,
    "remarked_at" TIMESTAMPTZ(6),
    "remarked_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "spot_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "spot_stratum_round_id_name_key" ON "spot_stratum"("round_id", "name");

-- CreateIndex
CREATE INDEX "spot_check_visitor_id_idx" ON "spot_check"("visitor_id");

-- CreateIndex
CREATE INDEX "spot_check_unit_id_idx" ON "spot_check"("unit_id");

-- CreateIndex
CREATE INDEX "spot_check_stratum_id_idx" ON "spot_check"("stratum_id");

-- CreateIndex
CREATE UNIQUE INDEX "spot_check_round_id_unit_id_key" ON "spot_check"("round_id", "unit_id");

-- AddForeignKey
ALTER TABLE "spot_round" ADD CONSTRAINT "spot_round_announced_by_id_fkey" FOREIGN KEY ("announced_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_round" ADD CONSTRAINT "spot_round_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_stratum" ADD CONSTRAINT "spot_stratum_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "spot_round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "spot_round"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_stratum_id_fkey" FOREIGN KEY ("stratum_id") REFERENCES "spot_stratum"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_remarked_by_id_fkey" FOREIGN KEY ("remarked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What was announced of a round holds, and each of its steps is taken once: it is drawn or withdrawn, and what is drawn is closed.
CREATE OR REPLACE FUNCTION app.keep_spot_round() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$
DECLARE steps text[] := ARRAY['drawn_at', 'closed_at', 'closed_by_id', 'withdrawn_at', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - steps <> to_jsonb(OLD) - steps
    OR OLD.drawn_at IS NOT NULL AND NEW.drawn_at IS DISTINCT FROM OLD.drawn_at OR OLD.closed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'a round of spot checks stays as it was announced and drawn' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'spot_round_kept', HINT = 'spot_round_kept'; END IF;
  RETURN NEW;
END $$;

-- What was drawn stays drawn. It is answered while its round is open, and its commune remarks on it when the round is closed.
CREATE OR REPLACE FUNCTION app.keep_spot_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE moving text[] := (SELECT CASE WHEN r.closed_at IS NULL THEN ARRAY['result', 'parts', 'seen_on', 'note', 'answered_at', 'answered_by_id', 'visitor_id', 'version']
    ELSE ARRAY['remark', 'remarked_at', 'remarked_by_id', 'version'] END FROM spot_round r WHERE r.id = OLD.round_id FOR SHARE);
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
    RAISE EXCEPTION 'a spot check stays as it was drawn, and as it was answered when its round closed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'spot_check_kept', HINT = 'spot_check_kept'; END IF;
  RETURN NEW;
END $$;

SELECT app.guard('spot_round');
SELECT app.guard('spot_stratum');
SELECT app.guard('spot_check');
ALTER TABLE spot_round ADD CONSTRAINT spot_round_commitment_check CHECK (commitment = encode(sha256(convert_to(seed, 'UTF8')), 'hex'));
ALTER TABLE spot_round ADD CONSTRAINT spot_round_percent_check CHECK (percent BETWEEN 1 AND 100);
ALTER TABLE spot_round ADD CONSTRAINT spot_round_steps_check CHECK ((closed_at IS NULL OR drawn_at IS NOT NULL) AND (withdrawn_at IS NULL OR drawn_at IS NULL));
ALTER TABLE spot_check ADD CONSTRAINT spot_check_answer_check CHECK ((result IS NULL) = (answered_at IS NULL) AND (result = 'differs') = (cardinality(parts) > 0) IS NOT FALSE);
CREATE UNIQUE INDEX spot_round_under_way ON spot_round ((true)) WHERE closed_at IS NULL AND withdrawn_at IS NULL;
CREATE TRIGGER mark_demo BEFORE INSERT ON spot_round FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER keep_spot_round BEFORE UPDATE OR DELETE ON spot_round FOR EACH ROW EXECUTE FUNCTION app.keep_spot_round();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON spot_stratum FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON spot_stratum FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER keep_spot_check BEFORE UPDATE OR DELETE ON spot_check FOR EACH ROW EXECUTE FUNCTION app.keep_spot_check();
GRANT SELECT, INSERT, UPDATE (drawn_at, closed_at, closed_by_id, withdrawn_at) ON spot_round TO portal_app;
GRANT SELECT, INSERT ON spot_stratum TO portal_app;
GRANT SELECT, INSERT, UPDATE (visitor_id, result, parts, seen_on, note, answered_at, answered_by_id, remark, remarked_at, remarked_by_id) ON spot_check TO portal_app;
