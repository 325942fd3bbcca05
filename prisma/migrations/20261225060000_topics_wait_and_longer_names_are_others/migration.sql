-- expand: functions alone.
-- Topics of a public piece wait for the approval of the edition that brings them, as its places do. A name that was taken back does not stand in a longer one
-- for which somebody has answered since.

-- An edition brings its places or that it is of the whole city, its topics, its source, and the model and the unit it tells of as it begins to be read,
-- or with its approval where its words are read already: until then readers see those from before. What earlier ones were to bring is past.
CREATE OR REPLACE FUNCTION app.take_surroundings(p_edition uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE article a SET source_name = e.surroundings->>'sourceName', source_url = e.surroundings->>'sourceUrl',
    whole_city = CASE WHEN e.surroundings ? 'wholeCity' THEN (e.surroundings->>'wholeCity')::boolean ELSE a.whole_city END,
    subject_model_id = CASE WHEN e.surroundings ? 'subjectModelId' THEN (SELECT m.id FROM digital_model m WHERE m.id::text = e.surroundings->>'subjectModelId') ELSE a.subject_model_id END,
    subject_unit_id = CASE WHEN e.surroundings ? 'subjectUnitId' THEN (SELECT u.id FROM unit u WHERE u.id::text = e.surroundings->>'subjectUnitId') ELSE a.subject_unit_id END FROM edition e WHERE e.id = p_edition AND a.id = e.article_id AND e.surroundings IS NOT NULL;
  DELETE FROM article_commune c USING edition e WHERE e.id = p_edition AND c.article_id = e.article_id AND e.surroundings IS NOT NULL;
  INSERT INTO article_commune (article_id, unit_id) SELECT e.article_id, u.id FROM edition e JOIN unit u ON u.level = 'commune' AND u.id::text IN (SELECT jsonb_array_elements_text(e.surroundings->'communeIds')) WHERE e.id = p_edition;
  DELETE FROM article_topic t USING edition e WHERE e.id = p_edition AND t.article_id = e.article_id AND e.surroundings ? 'topics';
  INSERT INTO article_topic (article_id, skill_id) SELECT e.article_id, k.id FROM edition e JOIN skill k ON k.code IN (SELECT jsonb_array_elements_text(e.surroundings->'topics')) WHERE e.id = p_edition;
  UPDATE edition x SET surroundings = NULL FROM edition e WHERE e.id = p_edition AND x.article_id = e.article_id AND x.number <= e.number AND x.surroundings IS NOT NULL;
$$;

-- What readers see beside the words of an edition, as far as it is no word: the picture at the head, places, topics, source, model and unit as it has them or waits
-- for them, and what its drawing shows.
CREATE OR REPLACE FUNCTION app.beside_of(p_edition uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object(
    'picture', (SELECT m.asset_id FROM edition_text t JOIN media_use m ON m.text_id = t.id AND m.use = 'portal' AND m.at_head WHERE t.edition_id = e.id ORDER BY t.locale DESC LIMIT 1),
    'communes', coalesce(CASE WHEN e.surroundings IS NULL THEN (SELECT jsonb_agg(c.unit_id ORDER BY c.unit_id::text) FROM article_commune c WHERE c.article_id = a.id)
      ELSE (SELECT jsonb_agg(x ORDER BY x) FROM jsonb_array_elements_text(e.surroundings->'communeIds') x) END, '[]'),
    'wholeCity', CASE WHEN e.surroundings ? 'wholeCity' THEN e.surroundings->'wholeCity' ELSE to_jsonb(a.whole_city) END,
    'sourceName', CASE WHEN e.surroundings IS NULL THEN to_jsonb(a.source_name) ELSE e.surroundings->'sourceName' END,
    'sourceUrl', CASE WHEN e.surroundings IS NULL THEN to_jsonb(a.source_url) ELSE e.surroundings->'sourceUrl' END,
    'model', CASE WHEN e.surroundings ? 'subjectModelId' THEN e.surroundings->'subjectModelId' ELSE to_jsonb(a.subject_model_id) END,
    'unit', CASE WHEN e.surroundings ? 'subjectUnitId' THEN e.surroundings->'subjectUnitId' ELSE to_jsonb(a.subject_unit_id) END,
    'scene', a.scene,
    'topics', CASE WHEN e.surroundings ? 'topics' THEN e.surroundings->'topics'
      ELSE coalesce((SELECT jsonb_agg(k.code ORDER BY k.position, k.code) FROM article_topic t JOIN skill k ON k.id = t.skill_id WHERE t.article_id = a.id), '[]') END)
  FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = p_edition $$;

-- What readers of a text read: its words, those at its pictures, and who reads it aloud.
CREATE OR REPLACE FUNCTION app.words_of_text(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' | ', t.title, t.summary, t.plain, t.easy_read, t.what_changed, (SELECT n.read_by FROM sound n WHERE n.text_id = t.id), app.words_of_pictures(t)) $$;

-- Whether a name stands in a text, at its pictures, or among who reads it, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(app.words_of_text(t), p_name) $$;

-- How many words a name has.
CREATE OR REPLACE FUNCTION app.words_in_name(p_name text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT cardinality(regexp_split_to_array(btrim(app.name_key(p_name)), ' +')) $$;

-- Longer names than one that was taken back in an article, which hold it and for which somebody has answered since: they are somebody else's. Words of a
-- title that is all capitals are no name.
CREATE OR REPLACE FUNCTION app.longer_names(p_article uuid, p_name text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT DISTINCT y.name FROM article_naming y WHERE y.article_id = p_article AND y.answer <> 'taken_back' AND y.name <> upper(y.name COLLATE "und-x-icu")
    AND app.words_in_name(y.name) > app.words_in_name(p_name) AND app.name_stands_in(y.name, p_name)
    AND y.id > (SELECT n.id FROM article_naming n WHERE n.article_id = p_article AND n.name = p_name AND n.answer = 'taken_back' ORDER BY n.id DESC LIMIT 1) $$;

-- Words without some names, as they are spelled, in capitals, without marks, and as an address spells them. In their place stands what is part of no name.
CREATE OR REPLACE FUNCTION app.without_names(p_words text, p_names text[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(regexp_replace(normalize(p_words) COLLATE "und-x-icu", (SELECT '(?<![[:alnum:]])(?:' || string_agg(DISTINCT regexp_replace(v, ' +', '[ \\u00a0]+', 'g'), '|') || ')(?![[:alnum:]])'
    FROM unnest(p_names) x(name) CROSS JOIN LATERAL (SELECT regexp_replace(normalize(x.name), '[^[:alnum:] ]', '.', 'g') AS own, app.search_key(x.name) AS plain) k
      CROSS JOIN LATERAL (VALUES (k.own), (upper(k.own COLLATE "und-x-icu")), (initcap(k.plain)), (upper(k.plain)), (replace(k.plain, ' ', '-'))) y(v)), ' 0 ', 'g'), p_words) $$;

-- Whether a name that was taken back stands in words of its article, by itself and not within a longer one.
CREATE OR REPLACE FUNCTION app.taken_back_stands_in(p_article uuid, p_words text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(p_words, p_name) AND app.name_stands_in(app.without_names(p_words, ARRAY (SELECT app.longer_names(p_article, p_name))), p_name) $$;

-- Whether such a name stands in a text, its lines, or its source.
CREATE OR REPLACE FUNCTION app.says_taken_back(p_text uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id CROSS JOIN LATERAL app.names_taken_back(a.id) n(name)
    WHERE t.id = p_text AND app.taken_back_stands_in(a.id, concat_ws(' | ', app.words_of_text(t), t.lines, CASE WHEN e.surroundings IS NULL THEN a.source_name ELSE e.surroundings->>'sourceName' END), n.name)) $$;

-- Whether a note to readers, or the notice of its withdrawal, may stand beside a text: beside one that does not name the woman, or may not any more, none that does, and
-- none that says a name that was taken back.
CREATE OR REPLACE FUNCTION app.note_may_show(p_note text, p_text uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.id = p_text AND (NOT e.names_subject AND NOT app.says_name(t, p.full_name) OR NOT app.may_tell_of_her(p_text)) AND app.name_stands_in(p_note, p.full_name))
  AND NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id CROSS JOIN LATERAL app.names_taken_back(e.article_id) n(name)
    WHERE t.id = p_text AND app.taken_back_stands_in(e.article_id, p_note, n.name)) $$;

-- As texts go out that do not name her, addresses that spell her name lead to them no more, but where a text that names her stays public; nor do those that spell a
-- name that was taken back.
CREATE OR REPLACE FUNCTION app.forget_naming_slugs(p_texts uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  DELETE FROM article_slug s USING edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
  WHERE t.id = ANY (p_texts) AND s.article_id = a.id AND NOT e.names_subject AND NOT app.says_name(t, p.full_name) AND app.name_stands_in(s.slug, p.full_name)
    AND NOT EXISTS (SELECT FROM publication x JOIN edition_text y ON y.id = x.text_id JOIN edition f ON f.id = y.edition_id WHERE x.article_id = a.id AND x.locale = s.locale
      AND x.published_at IS NOT NULL AND x.ended_at IS NULL AND (f.names_subject OR app.says_name(y, p.full_name)));
  DELETE FROM article_slug s USING edition_text t JOIN edition e ON e.id = t.edition_id CROSS JOIN LATERAL app.names_taken_back(e.article_id) n(name)
  WHERE t.id = ANY (p_texts) AND s.article_id = e.article_id AND app.taken_back_stands_in(e.article_id, s.slug, n.name) $$;
