-- Words of an edition that are written over stay as an earlier text, with who saved them and when: the last fifty of a language, before them one a day.
ALTER TABLE "edition_text" ADD COLUMN "wrote_by_id" UUID, ADD COLUMN "wrote_at" TIMESTAMPTZ(6),
  ADD CONSTRAINT "edition_text_wrote_by_id_fkey" FOREIGN KEY ("wrote_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE TABLE "earlier_text" (
  "id" UUID NOT NULL,
  "edition_id" UUID NOT NULL,
  "locale" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "wrote_by_id" UUID,
  "wrote_at" TIMESTAMPTZ(6),
  "kept_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "earlier_text_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "earlier_text_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "earlier_text_wrote_by_id_fkey" FOREIGN KEY ("wrote_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT "known_locale" CHECK (locale IN ('vi', 'en'))
);
CREATE INDEX "earlier_text_edition_id_locale_kept_at_idx" ON "earlier_text"("edition_id", "locale", "kept_at");
SELECT app.guard('earlier_text');
GRANT SELECT, DELETE ON earlier_text TO portal_app;

-- Whether the woman an article tells of was erased: what was said of her is kept nowhere.
CREATE OR REPLACE FUNCTION app.tells_of_erased(p_edition uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id JOIN person p ON p.id = a.subject_person_id WHERE e.id = p_edition AND p.erased_on IS NOT NULL) $$;

-- Words that are written over, or taken away, stay as an earlier text, whoever writes and in whatever way. Who wrote what did not change stays.
CREATE OR REPLACE FUNCTION app.keep_earlier_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.title, OLD.summary, OLD.body) IS NOT DISTINCT FROM (NEW.title, NEW.summary, NEW.body) THEN
    NEW.wrote_by_id := OLD.wrote_by_id;
    NEW.wrote_at := OLD.wrote_at;
    RETURN NEW;
  END IF;
  IF OLD.plain <> '' AND NOT app.tells_of_erased(OLD.edition_id) THEN
    INSERT INTO earlier_text (id, edition_id, locale, title, summary, body, wrote_by_id, wrote_at)
      VALUES (app.uuid7(), OLD.edition_id, OLD.locale, OLD.title, OLD.summary, OLD.body, OLD.wrote_by_id, OLD.wrote_at);
    DELETE FROM earlier_text t WHERE t.edition_id = OLD.edition_id AND t.locale = OLD.locale AND app.may_thin(t);
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- Of an edition and a language the last fifty stay, and before them the last of each day of Viet Nam.
CREATE OR REPLACE FUNCTION app.may_thin(t earlier_text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) >= 50 AND coalesce(bool_or((x.kept_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = (t.kept_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date), false) FROM earlier_text x
  WHERE x.edition_id = t.edition_id AND x.locale = t.locale AND (x.kept_at, x.id) > (t.kept_at, t.id) $$;

-- An earlier text is never changed, and goes only when it is thinned out or the woman it tells of is erased.
CREATE OR REPLACE FUNCTION app.keep_earlier_texts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (app.may_thin(OLD) OR app.tells_of_erased(OLD.edition_id)) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'earlier_text is append-only' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', HINT = 'append_only';
END $$;

CREATE TRIGGER keep_earlier_text BEFORE UPDATE OR DELETE ON edition_text FOR EACH ROW EXECUTE FUNCTION app.keep_earlier_text();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON earlier_text FOR EACH ROW EXECUTE FUNCTION app.keep_earlier_texts();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON earlier_text FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
