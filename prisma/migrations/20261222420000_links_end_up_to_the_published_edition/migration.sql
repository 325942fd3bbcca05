-- Links of older editions that were never published lived on when a later one went out.

-- An address for looking before ends with the first publication of its edition or a later one, in whatever language: what was never published would go on telling
-- what was thought before.
CREATE OR REPLACE FUNCTION app.end_preview() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM preview_link l USING edition_text t JOIN edition p ON p.id = t.edition_id JOIN edition e ON e.article_id = p.article_id AND e.number <= p.number
    WHERE t.id = NEW.text_id AND l.edition_id = e.id;
  RETURN NULL;
END $$;

-- What was published is no secret any more, and what names a woman who refused is shown to nobody: no address is made for it. The article
-- is held, as publishing and her answer hold it.
CREATE OR REPLACE FUNCTION app.preview_unpublished() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = (SELECT article_id FROM edition WHERE id = NEW.edition_id) FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM edition o JOIN edition e ON e.article_id = o.article_id AND e.number >= o.number JOIN edition_text t ON t.edition_id = e.id
    JOIN publication p ON p.text_id = t.id WHERE o.id = NEW.edition_id AND p.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this edition, or a later one, was published' USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_unpublished', HINT = 'preview_unpublished'; END IF;
  IF app.refused_by_her(NEW.edition_id) THEN
    RAISE EXCEPTION 'the woman it names refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_refused', HINT = 'preview_refused'; END IF;
  RETURN NEW;
END $$;

DELETE FROM preview_link l USING edition o, edition e JOIN edition_text t ON t.edition_id = e.id JOIN publication p ON p.text_id = t.id
  WHERE l.edition_id = o.id AND e.article_id = o.article_id AND e.number >= o.number AND p.published_at IS NOT NULL;
