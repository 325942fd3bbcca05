-- What surrounds a text that does not name her does not name her either: its address, and what readers were told of corrections.

-- Whether a note to readers may stand beside a text: beside one that does not name the woman none that does.
CREATE OR REPLACE FUNCTION app.note_may_show(p_note text, p_text uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.id = p_text AND NOT e.names_subject AND NOT app.says_name(t, p.full_name) AND app.name_stands_in(p_note, p.full_name)) $$;

-- As texts go out that do not name her, addresses that spell her name lead to them no more, but where a text that names her stays public.
CREATE OR REPLACE FUNCTION app.forget_naming_slugs(p_texts uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM article_slug s USING edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
  WHERE t.id = ANY (p_texts) AND s.article_id = a.id AND NOT e.names_subject AND NOT app.says_name(t, p.full_name) AND app.name_stands_in(s.slug, p.full_name)
    AND NOT EXISTS (SELECT FROM publication x JOIN edition_text y ON y.id = x.text_id JOIN edition f ON f.id = y.edition_id WHERE x.article_id = a.id AND x.locale = s.locale
      AND x.published_at IS NOT NULL AND x.ended_at IS NULL AND (f.names_subject OR app.says_name(y, p.full_name))) $$;
