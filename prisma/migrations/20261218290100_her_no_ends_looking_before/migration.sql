-- What names a woman who refused, or took her yes back, is not shown beforehand either.

-- Whether an edition is shown to nobody beforehand any more: it names a woman whose newest answer is no yes, or who was erased. Whoever was
-- not asked yet may be shown it.
CREATE OR REPLACE FUNCTION app.refused_by_her(p_edition uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE e.id = p_edition AND (p.erased_on IS NOT NULL OR (e.names_subject OR app.says_name(t, p.full_name))
      AND NOT app.consent_stands(p.id, 'name_in_story') AND EXISTS (SELECT FROM app.standing_consent(p.id, 'name_in_story')))) $$;

-- Ends what of these articles may not be told any more, public or planned, and says how many publications; the clock tells pages (told_at).
-- Addresses at which it is looked at beforehand end as well, where she refused.
CREATE OR REPLACE FUNCTION app.end_untold(p_articles uuid[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ended integer; at timestamptz;
BEGIN
  IF p_articles = '{}' THEN RETURN 0; END IF;
  PERFORM FROM article WHERE id = ANY (p_articles) ORDER BY id FOR NO KEY UPDATE;
  at := clock_timestamp();
  UPDATE publication p SET ended_at = greatest(at, p.published_at), end_reason = 'consent_withdrawn'
  WHERE p.article_id = ANY (p_articles) AND p.ended_at IS NULL AND NOT app.may_tell_of_her(p.text_id, app.day_of_telling(p));
  GET DIAGNOSTICS ended = ROW_COUNT;
  DELETE FROM preview_link l USING edition e WHERE e.id = l.edition_id AND e.article_id = ANY (p_articles) AND app.refused_by_her(e.id);
  RETURN ended;
END $$;


-- What was published is no secret any more, and what names a woman who refused is shown to nobody: no address is made for it. The article
-- is held, as publishing and her answer hold it.
CREATE OR REPLACE FUNCTION app.preview_unpublished() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = (SELECT article_id FROM edition WHERE id = NEW.edition_id) FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM publication p JOIN edition_text t ON t.id = p.text_id WHERE t.edition_id = NEW.edition_id AND p.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this edition was published' USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_unpublished', HINT = 'preview_unpublished'; END IF;
  IF app.refused_by_her(NEW.edition_id) THEN
    RAISE EXCEPTION 'the woman it names refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'preview_refused', HINT = 'preview_refused'; END IF;
  RETURN NEW;
END $$;
