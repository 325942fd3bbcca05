-- A text that was said not to name her may name her once her record is corrected.

-- At the end of a merger, of its undoing, of an erasure and of a correction of her name: only then what was answered and what is told lie with
-- the same record.
CREATE OR REPLACE FUNCTION app.articles_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.end_untold(app.articles_on(NEW.id) || app.articles_on(OLD.merged_into_id));
  RETURN NULL;
END $$;

DROP TRIGGER articles_follow_person ON person;
CREATE CONSTRAINT TRIGGER articles_follow_person AFTER UPDATE OF merged_into_id, erased_on, full_name ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id OR OLD.erased_on IS DISTINCT FROM NEW.erased_on OR OLD.full_name IS DISTINCT FROM NEW.full_name)
  EXECUTE FUNCTION app.articles_follow_person();
