-- A remark says of which passage it is, in which language, and words of it. Nothing has written remarks or addresses for looking before yet.

ALTER TABLE "remark" RENAME COLUMN "anchor" TO "quote";
ALTER TABLE "remark" ALTER COLUMN "locale" SET NOT NULL, ALTER COLUMN "quote" SET NOT NULL, ADD COLUMN "passage" INTEGER NOT NULL;
ALTER TABLE "remark" ADD CONSTRAINT remark_place CHECK (passage >= 0 AND char_length(quote) BETWEEN 1 AND 200 AND char_length(text) BETWEEN 1 AND 2000);
ALTER TABLE "remark" ADD CONSTRAINT remark_resolved CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL));
CREATE INDEX remark_open ON remark (edition_id) WHERE resolved_at IS NULL;
SELECT app.guard('remark');

-- What was remarked stands as it was said; only that it is done with is added.
REVOKE UPDATE ON remark FROM portal_app;
GRANT UPDATE (resolved_at, resolved_by_id) ON remark TO portal_app;
REVOKE UPDATE ON preview_link FROM portal_app;

CREATE INDEX "preview_link_edition_id_idx" ON "preview_link"("edition_id");
ALTER TABLE preview_link ADD CONSTRAINT preview_link_hours CHECK (created_at < expires_at AND octet_length(token_hash) = 32);

-- An address for looking before ends with the first publication of its edition, in whatever language.
CREATE OR REPLACE FUNCTION app.end_preview() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM preview_link l USING edition_text t WHERE t.id = NEW.text_id AND l.edition_id = t.edition_id;
  RETURN NULL;
END $$;

-- What was published is no secret any more: no address is made for it. The article is held, as publishing holds it.
CREATE OR REPLACE FUNCTION app.preview_unpublished() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = (SELECT article_id FROM edition WHERE id = NEW.edition_id) FOR KEY SHARE;
  IF EXISTS (SELECT FROM publication p JOIN edition_text t ON t.id = p.text_id WHERE t.edition_id = NEW.edition_id AND p.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this edition was published' USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_unpublished', HINT = 'preview_unpublished'; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER end_preview AFTER INSERT OR UPDATE OF published_at ON publication FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION app.end_preview();
CREATE TRIGGER preview_unpublished BEFORE INSERT ON preview_link FOR EACH ROW EXECUTE FUNCTION app.preview_unpublished();
