-- The letter in which reports go out is the union's to change: a Word file with named fields. What was handed in is never changed; which
-- one counts is said by the newest choice, and a signing keeps the one it was signed with. The table that stood for it was never used.
DROP TABLE "report_template";

CREATE TABLE "report_template" (
    "id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "file" BYTEA,
    "sha256" BYTEA NOT NULL,
    "remark" TEXT NOT NULL,
    "mistakes" JSONB NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by_id" UUID NOT NULL,

    CONSTRAINT "report_template_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_template_choice" (
    "id" UUID NOT NULL,
    "template_id" UUID,
    "remark" TEXT,
    "chosen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "chosen_by_id" UUID NOT NULL,

    CONSTRAINT "report_template_choice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_file" (
    "sha256" BYTEA NOT NULL,
    "action_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("sha256")
);

ALTER TABLE "report_action" ADD COLUMN "template_id" UUID;

CREATE UNIQUE INDEX "report_template_edition_key" ON "report_template"("edition");
CREATE INDEX "report_template_choice_chosen_at_idx" ON "report_template_choice"("chosen_at");
CREATE INDEX "report_file_action_id_idx" ON "report_file"("action_id");
CREATE INDEX "report_action_snapshot_id_idx" ON "report_action"("snapshot_id");

ALTER TABLE "report_action" ADD CONSTRAINT "report_action_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "report_template"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "report_template" ADD CONSTRAINT "report_template_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "report_template_choice" ADD CONSTRAINT "report_template_choice_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "report_template"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "report_template_choice" ADD CONSTRAINT "report_template_choice_chosen_by_id_fkey" FOREIGN KEY ("chosen_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "report_action"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

SELECT app.guard('report_template');
SELECT app.guard('report_template_choice');

-- Of one with mistakes nothing but these is kept: it can be chosen by nobody.
ALTER TABLE report_template ADD CONSTRAINT file_or_mistakes CHECK ((file IS NULL) = (jsonb_array_length(mistakes) > 0));
ALTER TABLE report_template ADD CONSTRAINT file_small CHECK (octet_length(file) <= 2097152);
ALTER TABLE report_template ADD CONSTRAINT file_hashed CHECK (octet_length(sha256) = 32);
ALTER TABLE report_file ADD CONSTRAINT file_hashed CHECK (octet_length(sha256) = 32);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON report_template FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON report_template FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON report_template_choice FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON report_template_choice FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON report_file FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON report_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

GRANT SELECT, INSERT ON report_template, report_template_choice, report_file TO portal_app;
