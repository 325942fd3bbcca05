-- An editor who had the form open when the woman was erased does not bring her words back.

-- Of a woman who was erased nothing is written anew, whoever had a form open. Her erasure is waited for.
CREATE OR REPLACE FUNCTION app.keep_erased_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = (SELECT article_id FROM edition WHERE id = NEW.edition_id) AND subject_person_id IS NOT NULL FOR KEY SHARE;
  IF FOUND AND app.tells_of_erased(NEW.edition_id) THEN
    RAISE EXCEPTION 'the woman it tells of was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_stays_empty', HINT = 'erased_stays_empty'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER erased_stays_empty BEFORE INSERT OR UPDATE ON edition_text FOR EACH ROW
  WHEN (NEW.plain <> '' OR NEW.easy_read IS NOT NULL OR NEW.title <> '—' OR NEW.summary <> '—') EXECUTE FUNCTION app.keep_erased_empty();
