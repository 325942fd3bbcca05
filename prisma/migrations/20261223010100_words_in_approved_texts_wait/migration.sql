-- Words of a picture waited for somebody else only where readers saw them. They wait from the approval of the text on that shows them, and whoever returns them says why.

-- Articles that show a picture in a text that was approved: readers see it, will at its hour, or would as soon as somebody publishes it; also while a no hides it
-- there, for it can become a yes again.
CREATE OR REPLACE FUNCTION app.articles_approved_with(p_asset uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT DISTINCT e.article_id FROM media_use m JOIN edition_text t ON t.id = m.text_id JOIN edition e ON e.id = t.edition_id
  WHERE m.asset_id = p_asset AND m.use = 'portal' AND (EXISTS (SELECT FROM publication x WHERE x.text_id = t.id AND x.ended_at IS NULL)
    OR e.state = 'approved' AND NOT EXISTS (SELECT FROM edition n WHERE n.article_id = e.article_id AND n.number > e.number)) $$;

-- Words of a picture in an approved text become those that somebody else approved, and no others. The picture is held: of this, an approval and a publication
-- the second sees the first. What has ended is emptied.
CREATE OR REPLACE FUNCTION app.words_are_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM app.articles_approved_with(NEW.asset_id)) AND NOT EXISTS (SELECT FROM media_asset a WHERE a.id = NEW.asset_id AND app.has_ended(a))
    AND NOT EXISTS (SELECT FROM media_text_waiting w WHERE w.asset_id = NEW.asset_id AND w.locale = NEW.locale AND w.approved_by_id IS NOT NULL
      AND w.alt = NEW.alt AND w.caption IS NOT DISTINCT FROM NEW.caption) THEN
    RAISE EXCEPTION 'somebody else approves words of a picture in an approved text' USING ERRCODE = 'check_violation', CONSTRAINT = 'words_are_approved', HINT = 'words_are_approved'; END IF;
  RETURN NEW;
END $$;
DROP FUNCTION app.picture_is_published(uuid);
CREATE TRIGGER first_words_are_approved BEFORE INSERT ON media_text FOR EACH ROW EXECUTE FUNCTION app.words_are_approved();

-- Whoever is about to approve a text has read other words at its picture: her form is older than the edition then.
CREATE OR REPLACE FUNCTION app.submitted_is_read_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE edition SET id = id WHERE state = 'submitted' AND id IN (SELECT t.edition_id FROM media_use m JOIN edition_text t ON t.id = m.text_id
    WHERE m.asset_id = NEW.asset_id AND m.use = 'portal' AND t.locale = NEW.locale);
  RETURN NULL;
END $$;
CREATE TRIGGER submitted_is_read_anew AFTER UPDATE OF alt, caption ON media_text FOR EACH ROW
  WHEN ((OLD.alt, OLD.caption) IS DISTINCT FROM (NEW.alt, NEW.caption)) EXECUTE FUNCTION app.submitted_is_read_anew();
CREATE TRIGGER submitted_is_read_with_it AFTER INSERT ON media_text FOR EACH ROW EXECUTE FUNCTION app.submitted_is_read_anew();

-- The steps of an edition. An alert that goes out at once is approved from then on, so that its text stands; a second person approves it
-- afterwards. What was approved stays so, with the words of its pictures, which are held: a later thought is a new edition.
CREATE OR REPLACE FUNCTION app.apply_edition_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was edition_state; last edition_decision_kind;
BEGIN
  SELECT state INTO was FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  SELECT kind INTO last FROM edition_decision WHERE edition_id = NEW.edition_id AND id <> NEW.id ORDER BY decided_at DESC, id DESC LIMIT 1;
  IF NOT ((NEW.kind = 'submitted' AND was IN ('draft', 'returned')) OR (NEW.kind IN ('returned', 'approved') AND was = 'submitted')
    OR (NEW.kind = 'forced' AND was IN ('draft', 'submitted', 'returned')) OR (NEW.kind = 'approved' AND was = 'approved' AND last = 'forced')) THEN
    RAISE EXCEPTION 'a % edition cannot be %', was, NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_step', HINT = 'edition_step';
  END IF;
  IF NEW.kind = 'forced' AND NOT EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = NEW.edition_id AND a.kind = 'alert') THEN
    RAISE EXCEPTION 'only alerts go out at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'forced_alert', HINT = 'forced_alert';
  END IF;
  IF NEW.kind IN ('approved', 'forced') THEN
    PERFORM FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m JOIN edition_text t ON t.id = m.text_id WHERE t.edition_id = NEW.edition_id) ORDER BY id FOR NO KEY UPDATE;
  END IF;
  UPDATE edition SET state = (CASE NEW.kind WHEN 'forced' THEN 'approved' ELSE NEW.kind::text END)::edition_state WHERE id = NEW.edition_id;
  RETURN NULL;
END $$;

ALTER TABLE media_text_waiting ADD COLUMN remark text;
ALTER TABLE media_text_waiting ADD CONSTRAINT remark_of_return CHECK (remark IS NULL OR returned_by_id IS NOT NULL);
SELECT app.guard('media_text_waiting');
