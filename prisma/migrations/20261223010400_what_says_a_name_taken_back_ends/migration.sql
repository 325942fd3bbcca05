-- Nobody is named in public without her yes, also later: what says a name that was taken back ends as the story of a woman does who says no, and does not go out again.
ALTER TABLE article_naming DROP CONSTRAINT naming_says_how;
ALTER TABLE article_naming ADD CONSTRAINT naming_says_how
  CHECK ((answer IN ('agreed', 'taken_back')) = (channel IS NOT NULL) AND (answer IN ('agreed', 'taken_back')) = (agreed_on IS NOT NULL));

-- Names of an article that whoever bears them took back, and has not agreed to anew. Written without marks a later yes is hers too.
CREATE OR REPLACE FUNCTION app.names_taken_back(p_article uuid) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT n.name FROM article_naming n WHERE n.article_id = p_article AND n.answer = 'taken_back' AND NOT EXISTS (SELECT FROM article_naming y
    WHERE y.article_id = n.article_id AND y.id > n.id AND y.answer = 'agreed' AND app.name_key(y.name) IN (app.name_key(n.name), app.search_key(n.name))) $$;

-- Whether such a name stands in a text, its lines, or its source.
CREATE OR REPLACE FUNCTION app.says_taken_back(p_text uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id CROSS JOIN LATERAL app.names_taken_back(a.id) n(name)
    WHERE t.id = p_text AND (app.says_name(t, n.name) OR app.name_stands_in(concat_ws(' ', t.lines, CASE WHEN e.surroundings IS NULL THEN a.source_name ELSE e.surroundings->>'sourceName' END), n.name))) $$;

-- Whether a text may be read in public on a day, as far as the woman is concerned whom its article tells of: it does not name her, or her
-- newest answer to being named is a yes that holds. Where her name stands it names her, whatever was said. Of who was erased nothing is told. Nor may one that says a
-- name that was taken back.
CREATE OR REPLACE FUNCTION app.may_tell_of_her(p_text uuid, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.id = p_text AND (p.erased_on IS NOT NULL OR NOT app.consent_stands(p.id, 'name_in_story', p_day) AND (e.names_subject OR app.says_name(t, p.full_name))))
  AND NOT app.says_taken_back(p_text) $$;

-- Whether an edition is shown to nobody beforehand any more: it names a woman whose newest answer is no yes, or who was erased, or says a name that was taken back. Whoever was
-- not asked yet may be shown it.
CREATE OR REPLACE FUNCTION app.refused_by_her(p_edition uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE e.id = p_edition AND (p.erased_on IS NOT NULL OR (e.names_subject OR app.says_name(t, p.full_name))
      AND NOT app.consent_stands(p.id, 'name_in_story') AND EXISTS (SELECT FROM app.standing_consent(p.id, 'name_in_story'))))
  OR EXISTS (SELECT FROM edition_text t WHERE t.edition_id = p_edition AND app.says_taken_back(t.id)) $$;

-- Whether a note to readers may stand beside a text: beside one that does not name the woman none that does, and none that says a name that was taken back.
CREATE OR REPLACE FUNCTION app.note_may_show(p_note text, p_text uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.id = p_text AND NOT e.names_subject AND NOT app.says_name(t, p.full_name) AND app.name_stands_in(p_note, p.full_name))
  AND NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id CROSS JOIN LATERAL app.names_taken_back(e.article_id) n(name)
    WHERE t.id = p_text AND app.name_stands_in(p_note, n.name)) $$;

-- As texts go out that do not name her, addresses that spell her name lead to them no more, but where a text that names her stays public; nor do those that spell a
-- name that was taken back.
CREATE OR REPLACE FUNCTION app.forget_naming_slugs(p_texts uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM article_slug s USING edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
  WHERE t.id = ANY (p_texts) AND s.article_id = a.id AND NOT e.names_subject AND NOT app.says_name(t, p.full_name) AND app.name_stands_in(s.slug, p.full_name)
    AND NOT EXISTS (SELECT FROM publication x JOIN edition_text y ON y.id = x.text_id JOIN edition f ON f.id = y.edition_id WHERE x.article_id = a.id AND x.locale = s.locale
      AND x.published_at IS NOT NULL AND x.ended_at IS NULL AND (f.names_subject OR app.says_name(y, p.full_name)));
  DELETE FROM article_slug s USING edition_text t JOIN edition e ON e.id = t.edition_id CROSS JOIN LATERAL app.names_taken_back(e.article_id) n(name)
  WHERE t.id = ANY (p_texts) AND s.article_id = e.article_id AND app.name_stands_in(s.slug, n.name) $$;

-- Somebody named in an article does not agree any more: what says her name ends, public or planned.
CREATE OR REPLACE FUNCTION app.article_follows_naming() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.end_untold(ARRAY[NEW.article_id]); RETURN NULL; END $$;
CREATE TRIGGER article_follows_naming AFTER INSERT ON article_naming FOR EACH ROW WHEN (NEW.answer = 'taken_back') EXECUTE FUNCTION app.article_follows_naming();
