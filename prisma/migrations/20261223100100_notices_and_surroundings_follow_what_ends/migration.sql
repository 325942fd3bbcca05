-- What stands beside the words is one for both languages, and begins with the last of the words that an edition changes: as long as readers of a
-- language have other words than it brings them, they see what stood beside those. A language that is withdrawn or ends waits for nothing.
CREATE OR REPLACE FUNCTION app.surroundings_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE begun uuid := (SELECT e.id FROM edition e WHERE e.article_id = NEW.article_id AND e.surroundings IS NOT NULL
  AND e.state IN ('approved', 'superseded')
  AND EXISTS (SELECT FROM publication p WHERE p.article_id = e.article_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL)
  AND NOT EXISTS (SELECT FROM publication p JOIN edition_text t ON t.edition_id = e.id AND t.locale = p.locale
    WHERE p.article_id = e.article_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL AND NOT app.reads_as(p.text_id, t.id))
  ORDER BY e.number DESC LIMIT 1);
BEGIN
  IF begun IS NOT NULL THEN PERFORM app.take_surroundings(begun); END IF;
  RETURN NULL;
END $$;

-- Whether a note to readers, or the notice of its withdrawal, may stand beside a text: beside one that does not name the woman, or may not any more, none that does, and
-- none that says a name that was taken back.
CREATE OR REPLACE FUNCTION app.note_may_show(p_note text, p_text uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.id = p_text AND (NOT e.names_subject AND NOT app.says_name(t, p.full_name) OR NOT app.may_tell_of_her(p_text)) AND app.name_stands_in(p_note, p.full_name))
  AND NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id CROSS JOIN LATERAL app.names_taken_back(e.article_id) n(name)
    WHERE t.id = p_text AND app.name_stands_in(p_note, n.name)) $$;

-- A piece that is lent out under the other language is read in that one.
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO article_read AS r (article_id, day, locale, times)
    SELECT s.article_id, app.today(), s.locale, sum(e.value::int)::int FROM jsonb_each_text(said) e
    JOIN LATERAL (SELECT n.article_id, split_part(e.key, '/', 2) AS locale FROM article_slug n WHERE n.slug = split_part(e.key, '/', 4)
        AND (n.locale = split_part(e.key, '/', 2) OR NOT EXISTS (SELECT FROM article_slug o WHERE o.article_id = n.article_id AND o.locale = split_part(e.key, '/', 2)))
      ORDER BY n.locale = split_part(e.key, '/', 2) DESC LIMIT 1) s ON true
    WHERE split_part(e.key, '/', 3) IN ('newsArticle', 'story', 'guide') GROUP BY 1, 3 ORDER BY 1, 3
  ON CONFLICT (article_id, day, locale) DO UPDATE SET times = r.times + excluded.times;
  INSERT INTO page_read AS r (page, subject, day, locale, times)
    SELECT t.page, coalesce(u.id::text, n.id::text, t.slug), app.today(), t.locale, sum(t.times)::int
    FROM (SELECT split_part(e.key, '/', 2) AS locale, split_part(e.key, '/', 3) AS page, split_part(e.key, '/', 4) AS slug, e.value::int AS times FROM jsonb_each_text(said) e) t
      LEFT JOIN unit u ON t.page = 'commune' AND u.slug = t.slug AND u.level = 'commune' LEFT JOIN session n ON t.page = 'session' AND n.slug = t.slug
    WHERE t.page NOT IN ('newsArticle', 'story', 'guide') AND (t.page NOT IN ('commune', 'session') OR u.id IS NOT NULL OR n.id IS NOT NULL)
    GROUP BY 1, 2, 4 ORDER BY 1, 2, 4
  ON CONFLICT (page, subject, day, locale) DO UPDATE SET times = r.times + excluded.times $$;

-- Of a woman who was erased nothing stands beside the words of her story either.
GRANT UPDATE (beside) ON edition TO portal_app;
