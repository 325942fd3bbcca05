-- Who wrote what stands in an edition and nobody else has approved yet, and who sent it out at once: in it, or in an earlier one. An approval is
-- one of all words of its edition, but not of those of who gave it.
CREATE OR REPLACE FUNCTION app.unapproved_shares(p_edition uuid) RETURNS TABLE (account_id uuid, forced boolean) LANGUAGE sql STABLE AS $$
  WITH asked AS (SELECT e.article_id, e.number FROM edition e WHERE e.id = p_edition),
    approved AS (SELECT d.decided_by_id, max(g.number) AS last FROM asked a JOIN edition g ON g.article_id = a.article_id AND g.number <= a.number
      JOIN edition_decision d ON d.edition_id = g.id AND d.kind = 'approved' GROUP BY 1)
  SELECT x.account_id, x.forced FROM asked a JOIN edition f ON f.article_id = a.article_id AND f.number <= a.number
    JOIN LATERAL (SELECT w.account_id, false AS forced, w.wrote_at AS at FROM edition_author w WHERE w.edition_id = f.id
      UNION ALL SELECT d.decided_by_id, true, d.decided_at FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'forced') x ON true
  WHERE NOT EXISTS (SELECT FROM approved p WHERE p.decided_by_id <> x.account_id AND p.last > f.number)
    AND NOT EXISTS (SELECT FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'approved' AND d.decided_by_id <> x.account_id AND d.decided_at >= x.at) $$;

-- Whoever wrote any of an article since somebody else last approved it does not approve it. Where the province has ruled for the unit that one person does
-- both, the decision names the ruling. What went out at once is approved by who neither wrote nor sent it out, whatever is ruled.
CREATE OR REPLACE FUNCTION app.approve_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE shares boolean; was_forced boolean;
BEGIN
  PERFORM FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  NEW.ruling_id := NULL;
  IF NEW.kind <> 'approved' THEN RETURN NEW; END IF;
  SELECT coalesce(bool_or(account_id = NEW.decided_by_id), false), coalesce(bool_or(forced), false) INTO shares, was_forced FROM app.unapproved_shares(NEW.edition_id);
  IF shares THEN
    SELECT r.id INTO NEW.ruling_id FROM approval_ruling r JOIN article a ON a.unit_id = r.unit_id JOIN edition e ON e.article_id = a.id
      WHERE NOT was_forced AND e.id = NEW.edition_id AND app.active_on(r.valid_from, r.valid_to, app.today());
    IF NEW.ruling_id IS NULL THEN
      RAISE EXCEPTION 'who wrote it does not approve it' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_another', HINT = 'approved_by_another';
    END IF;
  END IF;
  RETURN NEW;
END $$;

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

-- Whether two texts say the same to their readers: words and their form, steps and lines, the picture at the head.
CREATE OR REPLACE FUNCTION app.reads_as(p_text uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) = 1 FROM (SELECT DISTINCT t.title, t.summary, t.body, t.easy_read, t.what_changed, app.parts_of(t.id) AS parts,
    ARRAY (SELECT m.asset_id FROM media_use m WHERE m.text_id = t.id AND m.use = 'portal' AND m.at_head ORDER BY m.asset_id) AS head
    FROM edition_text t WHERE t.id IN (p_text, p_other)) x $$;

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

-- An edition that goes on behind one that was approved and never read goes on with its places and source; what stood beside the words of that one stays
-- known with it.
CREATE OR REPLACE FUNCTION app.carry_surroundings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.surroundings := coalesce(NEW.surroundings, (SELECT e.surroundings FROM edition e WHERE e.article_id = NEW.article_id ORDER BY e.number DESC LIMIT 1));
  UPDATE edition e SET beside = app.beside_of(e.id) WHERE e.article_id = NEW.article_id AND e.number = (SELECT max(x.number) FROM edition x WHERE x.article_id = NEW.article_id);
  RETURN NEW;
END $$;

-- An approved text does not change under its approval; only emptied can it be, when the woman it tells of was erased.
CREATE OR REPLACE FUNCTION app.keep_approved_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_edition uuid := coalesce(NEW.edition_id, OLD.edition_id);
BEGIN
  IF (SELECT state FROM edition WHERE id = of_edition) IN ('approved', 'superseded')
    AND NOT (TG_OP = 'UPDATE' AND NEW.plain = '' AND EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id JOIN person p ON p.id = a.subject_person_id WHERE e.id = of_edition AND p.erased_on IS NOT NULL)) THEN
    RAISE EXCEPTION 'approved text: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;

-- An English text follows Vietnamese words of its own article that stood there: they are kept as long as one does, for a draft is written
-- over. What was erased keeps none.
CREATE OR REPLACE FUNCTION app.keep_translation_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid := (SELECT article_id FROM edition WHERE id = NEW.edition_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.plain = '' AND OLD.plain <> '' THEN
    NEW.translated_from_id := NULL; NEW.translated_from_sha := NULL;
    DELETE FROM translation_source WHERE article_id = own;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.translated_from_sha IS DISTINCT FROM NEW.translated_from_sha THEN
    DELETE FROM translation_source s WHERE s.article_id = own AND s.sha256 = OLD.translated_from_sha AND NOT EXISTS (SELECT FROM edition_text t
      JOIN edition e ON e.id = t.edition_id WHERE e.article_id = own AND t.id <> NEW.id AND t.translated_from_sha = OLD.translated_from_sha);
  END IF;
  IF NEW.translated_from_id IS NULL AND NEW.translated_from_sha IS NULL THEN RETURN NEW; END IF;
  INSERT INTO translation_source (article_id, sha256, title, summary, plain, body)
    SELECT own, t.sha256, t.title, t.summary, concat_ws(chr(10), t.plain, t.easy_read, t.what_changed, t.lines), t.body FROM edition_text t WHERE t.id = NEW.translated_from_id AND t.sha256 = NEW.translated_from_sha
      AND t.locale = 'vi' AND t.edition_id IN (SELECT id FROM edition WHERE article_id = own)
    ON CONFLICT DO NOTHING;
  IF NEW.locale <> 'en' OR NOT EXISTS (SELECT FROM translation_source WHERE article_id = own AND sha256 = NEW.translated_from_sha)
    OR NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.translated_from_id AND t.locale = 'vi' AND e.article_id = own) THEN
    RAISE EXCEPTION 'an English text follows Vietnamese words of its own article' USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_source', HINT = 'translation_source'; END IF;
  RETURN NEW;
END $$;

-- The last English text that follows them is deleted, and with it the Vietnamese words.
CREATE OR REPLACE FUNCTION app.forget_translation_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own uuid := (SELECT article_id FROM edition WHERE id = OLD.edition_id);
BEGIN
  DELETE FROM translation_source s WHERE s.article_id = own AND s.sha256 = OLD.translated_from_sha AND NOT EXISTS (SELECT FROM edition_text t
    JOIN edition e ON e.id = t.edition_id WHERE e.article_id = own AND t.translated_from_sha = OLD.translated_from_sha);
  RETURN NULL;
END $$;

-- Nobody writes on behind a text that has its hour: who wants to takes the hour back first.
CREATE OR REPLACE FUNCTION app.refuse_beside_scheduled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = NEW.article_id FOR KEY SHARE;
  IF EXISTS (SELECT FROM publication WHERE article_id = NEW.article_id AND published_at IS NULL AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'a text of this article has its hour' USING ERRCODE = 'check_violation', CONSTRAINT = 'scheduled_first', HINT = 'scheduled_first'; END IF;
  RETURN NEW;
END $$;

-- What is public, or has its hour, was approved.
CREATE OR REPLACE FUNCTION app.publish_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.ended_at IS NULL AND NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id
    WHERE t.id = NEW.text_id AND t.locale = NEW.locale AND e.article_id = NEW.article_id AND e.state IN ('approved', 'superseded')) THEN
    RAISE EXCEPTION 'only approved texts are published' USING ERRCODE = 'check_violation', CONSTRAINT = 'published_approved', HINT = 'published_approved'; END IF;
  RETURN NEW;
END $$;

-- When an article was first public in its language, in every publication of it: lists stand by it, so that a corrected piece keeps its place.
CREATE OR REPLACE FUNCTION app.date_first_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE own timestamptz := date_trunc('milliseconds', NEW.published_at);
BEGIN
  SELECT least(own, min(x.first_at)) INTO NEW.first_at FROM publication x
    WHERE own IS NOT NULL AND x.article_id = NEW.article_id AND x.locale = NEW.locale AND x.id <> NEW.id;
  IF NEW.first_at = own THEN
    UPDATE publication SET first_at = own WHERE article_id = NEW.article_id AND locale = NEW.locale AND first_at > own AND id <> NEW.id;
  END IF;
  RETURN NEW;
END $$;

-- An alert goes out with how it is recognised, what to do, whom to call, and who verified it, in the language in which it goes out.
CREATE OR REPLACE FUNCTION app.publish_whole_alert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM article a JOIN edition_text t ON t.id = NEW.text_id JOIN edition e ON e.id = t.edition_id WHERE a.id = NEW.article_id AND a.kind = 'alert'
    AND (CASE WHEN e.surroundings IS NULL THEN a.source_name ELSE e.surroundings->>'sourceName' END IS NULL OR CASE WHEN e.surroundings IS NULL THEN a.source_url ELSE e.surroundings->>'sourceUrl' END IS NULL
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'sign')
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'step')
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'hotline'))) THEN
    RAISE EXCEPTION 'an alert goes out whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'whole_alert', HINT = 'whole_alert'; END IF;
  RETURN NEW;
END $$;

-- A ruling stays on record: what is added to it is only that, when, by whom and why it was revoked.
CREATE OR REPLACE FUNCTION app.keep_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL OR (NEW.id, NEW.unit_id, NEW.valid_from, NEW.reason, NEW.ruled_at, NEW.ruled_by_id) IS DISTINCT FROM (OLD.id, OLD.unit_id, OLD.valid_from, OLD.reason, OLD.ruled_at, OLD.ruled_by_id) THEN
    RAISE EXCEPTION 'a ruling stays as it was given' USING ERRCODE = 'check_violation', CONSTRAINT = 'ruling_stays', HINT = 'ruling_stays'; END IF;
  RETURN NEW;
END $$;

-- Who wrote in the article says that a remark is done with.
CREATE OR REPLACE FUNCTION app.resolve_by_author() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM edition e JOIN edition f ON f.article_id = e.article_id JOIN edition_author w ON w.edition_id = f.id
    WHERE e.id = NEW.edition_id AND w.account_id = NEW.resolved_by_id) THEN
    RAISE EXCEPTION 'a remark is resolved by who wrote the text' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolved_by_author', HINT = 'resolved_by_author'; END IF;
  RETURN NEW;
END $$;

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

-- Communes that an article tells of: those it names, else, where it is no alert, that of its unit, and what took them over. None is the whole city.
CREATE OR REPLACE FUNCTION app.places_of_article(p_article uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT app.with_successors(ARRAY (
    SELECT c.unit_id FROM article_commune c WHERE c.article_id = p_article
    UNION SELECT u.id FROM article a JOIN unit_span s ON s.unit_id = a.unit_id AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
      JOIN unit u ON u.id = s.commune_id AND u.level = 'commune'
      WHERE a.id = p_article AND a.kind <> 'alert' AND NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id))) $$;

-- Articles that tell of these communes: the other way round, from the communes, so that no list reads all articles to find theirs. Most lists ask for
-- none, and that is answered without looking.
CREATE OR REPLACE FUNCTION app.articles_told_in(slugs text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE place uuid[] := '{}';
BEGIN
  IF slugs <> '{}' THEN place := app.with_predecessors(ARRAY (SELECT id FROM unit WHERE slug = ANY (slugs) AND level = 'commune')); END IF;
  IF place = '{}' THEN RETURN place; END IF;
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.article_id AS id FROM article_commune c WHERE c.unit_id = ANY (place)
    UNION SELECT a.id FROM unit_span s JOIN article a ON a.unit_id = s.unit_id AND a.kind <> 'alert'
      WHERE s.commune_id = ANY (place) AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
        AND NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id)) told);
END $$;

-- Words alone, folded, as a question is split into: "1+1" and "vneid.gov.vn" are several, and what is typed of them is found.
CREATE OR REPLACE FUNCTION app.search_words(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_tsvector('simple', regexp_replace(app.search_key(t), '[^a-z0-9]+', ' ', 'g'));

-- What stands within a text beside its words, and where: pictures and cards, in the way they are written, between all that is written. Null where
-- there is none. Words in bold or with a link are the same words.
CREATE OR REPLACE FUNCTION app.embedded_in(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(CASE n ->> 'type' WHEN 'text' THEN n ->> 'text' ELSE concat('[[', n #>> '{attrs,of}', ' ', n #>> '{attrs,ref}', ']]') END, '' ORDER BY at)
  FROM jsonb_path_query(body, 'strict $.** ? (@.type == "text" || @.type == "picture" || @.type == "card")', '{}', true) WITH ORDINALITY x(n, at)
  HAVING bool_or(n ->> 'type' <> 'text') $$;

-- The lines of a text, each as its own: steps of a guide with what it needs and its troubles, signs, steps and hotlines of an alert. Null where there
-- are none.
CREATE OR REPLACE FUNCTION app.lines_of(p_text uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(l.line, chr(10) ORDER BY l.position) FROM (
    SELECT s.position, concat_ws(chr(10), s.title, nullif(s.body, '')) AS line FROM guide_step s WHERE s.text_id = p_text
    UNION ALL SELECT a.position, concat_ws(': ', a.title, a.number) FROM alert_part a WHERE a.text_id = p_text) l $$;

-- The same as rows, in the order in which they stand: to be kept and put back. What a guide and an alert have is told apart by their names.
CREATE OR REPLACE FUNCTION app.parts_of(p_text uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(l.line ORDER BY l.position) FROM (
    SELECT s.position, jsonb_build_object('part', s.part, 'title', s.title, 'body', s.body, 'screen', s.screen, 'beside', s.beside) AS line FROM guide_step s WHERE s.text_id = p_text
    UNION ALL SELECT a.position, jsonb_build_object('part', a.part, 'title', a.title, 'number', a.number) FROM alert_part a WHERE a.text_id = p_text) l $$;

-- Has a text say these lines and no others. Where it says them already nothing is written.
CREATE OR REPLACE FUNCTION app.put_parts(p_text uuid, p_parts jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_parts IS NOT DISTINCT FROM app.parts_of(p_text) THEN RETURN; END IF;
  DELETE FROM guide_step WHERE text_id = p_text;
  DELETE FROM alert_part WHERE text_id = p_text;
  INSERT INTO guide_step (id, text_id, position, part, title, body, screen, beside)
    SELECT app.uuid7(), p_text, n, (l->>'part')::guide_part, l->>'title', l->>'body', l->>'screen', l->>'beside'
    FROM jsonb_array_elements(p_parts) WITH ORDINALITY x(l, n) WHERE l ? 'body';
  INSERT INTO alert_part (id, text_id, position, part, title, number)
    SELECT app.uuid7(), p_text, n, (l->>'part')::alert_part_kind, l->>'title', l->>'number'
    FROM jsonb_array_elements(p_parts) WITH ORDINALITY x(l, n) WHERE NOT l ? 'body';
END $$;

-- A text knows its lines, by whatever way they came: they are hashed with it, and kept when it is written over.
CREATE OR REPLACE FUNCTION app.text_follows_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE edition_text t SET lines = x.lines, parts = x.parts FROM (SELECT c.text_id, app.lines_of(c.text_id) AS lines, app.parts_of(c.text_id) AS parts FROM (SELECT DISTINCT text_id FROM changed) c) x
  WHERE t.id = x.text_id AND (t.lines, t.parts) IS DISTINCT FROM (x.lines, x.parts);
  RETURN NULL;
END $$;

-- All words of the parts of a text: steps of a guide, lines of an alert.
CREATE OR REPLACE FUNCTION app.words_of_parts(text_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT string_agg(s.title || ' ' || s.body, ' ' ORDER BY s.position) FROM guide_step s WHERE s.text_id = words_of_parts.text_id), '')
  || coalesce((SELECT ' ' || string_agg(concat_ws(' ', l.title, l.number), ' ' ORDER BY l.position) FROM alert_part l WHERE l.text_id = words_of_parts.text_id), '') $$;

-- What somebody reads who reads a text aloud, as a hash: title, summary, words, what changed, steps of a guide and lines of an alert. Its easy version is another text.
CREATE OR REPLACE FUNCTION app.words_to_hear(p_text uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(concat_ws(chr(10), t.title, t.summary, t.plain, t.what_changed, app.words_of_parts(t.id)), 'UTF8')) FROM edition_text t WHERE t.id = p_text $$;

-- A text has its sound when it is approved, and with that it stands: it is never changed, and another one takes its place before. Taken away it
-- may be at any time.
CREATE OR REPLACE FUNCTION app.keep_approved_sound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM edition e JOIN edition_text t ON t.edition_id = e.id WHERE t.id = NEW.text_id FOR NO KEY UPDATE OF e;
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.text_id AND e.state IN ('approved', 'superseded')) THEN
    RAISE EXCEPTION 'approved text: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  RETURN NEW;
END $$;

-- A new edition goes on with the sound of the one before, in each language. Where its words are others, nobody hears it, and who writes is told.
CREATE OR REPLACE FUNCTION app.carry_sound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO sound (text_id, sha256, format, bytes, seconds, read_by, words_sha256, added_by_id, added_at)
    SELECT NEW.id, n.sha256, n.format, n.bytes, n.seconds, n.read_by, n.words_sha256, n.added_by_id, n.added_at FROM sound n
    WHERE n.text_id = (SELECT t.id FROM edition own JOIN edition e ON e.article_id = own.article_id AND e.number < own.number
      JOIN edition_text t ON t.edition_id = e.id AND t.locale = NEW.locale WHERE own.id = NEW.edition_id ORDER BY e.number DESC LIMIT 1);
  RETURN NULL;
END $$;

-- What readers are told was corrected in the language of a publication, newest first, as its page tells it.
CREATE OR REPLACE FUNCTION app.notes_told(p publication) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT string_agg(c.change_note, chr(10) ORDER BY c.published_at DESC, c.id DESC) FROM publication c WHERE c.article_id = p.article_id AND c.locale = p.locale
    AND c.published_at IS NOT NULL AND c.change_note IS NOT NULL AND app.note_may_show(c.change_note, p.text_id) $$;

-- What stands under the pictures of a text while its page shows them: at its head first.
CREATE OR REPLACE FUNCTION app.captions_told(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(x.caption, chr(10) ORDER BY m.at_head DESC, m.asset_id) FROM media_use m JOIN media_text x ON x.asset_id = m.asset_id AND x.locale = t.locale
  WHERE m.text_id = t.id AND m.use = 'portal' AND m.hidden_at IS NULL $$;

-- The words of some publications anew; of all without ids. What stands in front says more: title, summary, parts, text, what stands under pictures and what
-- was corrected. Of two at once the second sees what the first changed.
CREATE OR REPLACE FUNCTION app.refresh_published_words(ids uuid[] DEFAULT NULL) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('words ' || x.id, 0)) FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY 1) x;
  DELETE FROM derived.published_words WHERE ids IS NULL OR publication_id = ANY (ids);
  INSERT INTO derived.published_words (publication_id, title_key, head, words)
    SELECT p.id, app.search_key(t.title), h.head, h.head
      || setweight(app.search_words(app.words_of_parts(t.id)), 'C')
      || setweight(app.search_words(concat_ws(' ', t.plain, t.easy_read, t.what_changed, app.captions_told(t), app.notes_told(p))), 'D')
    FROM publication p JOIN edition_text t ON t.id = p.text_id
      CROSS JOIN LATERAL (SELECT setweight(app.search_words(t.title), 'A') || setweight(app.search_words(t.summary), 'B') AS head) h
    WHERE (ids IS NULL OR p.id = ANY (ids)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL $$;

CREATE OR REPLACE FUNCTION app.words_follow_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.refresh_published_words(ARRAY[NEW.id]); RETURN NULL; END $$;

CREATE OR REPLACE FUNCTION app.words_follow_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ids uuid[] := ARRAY (SELECT id FROM publication WHERE text_id = NEW.id AND published_at IS NOT NULL AND ended_at IS NULL);
BEGIN IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF; RETURN NULL; END $$;

CREATE OR REPLACE FUNCTION app.words_follow_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_text uuid := coalesce(NEW.text_id, OLD.text_id);
  ids uuid[] := ARRAY (SELECT id FROM publication WHERE text_id = of_text AND published_at IS NOT NULL AND ended_at IS NULL);
BEGIN IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF; RETURN NULL; END $$;

-- What was corrected is found while its page tells it: a note is emptied, a name in it is taken back or agreed to, or it is said of whom the article tells.
CREATE OR REPLACE FUNCTION app.words_follow_notes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE of_article uuid := coalesce(to_jsonb(NEW)->>'article_id', NEW.id::text)::uuid; ids uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM publication WHERE article_id = of_article AND change_note IS NOT NULL) AND TG_TABLE_NAME <> 'publication' THEN RETURN NULL; END IF;
  ids := ARRAY (SELECT id FROM publication WHERE article_id = of_article AND published_at IS NOT NULL AND ended_at IS NULL);
  IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF;
  RETURN NULL;
END $$;

-- What stands under a picture is found while a page shows it: the picture is hidden or shown again, as who is in it answered, or its words are others.
CREATE OR REPLACE FUNCTION app.words_follow_caption() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE was jsonb := to_jsonb(OLD); now_is jsonb := to_jsonb(NEW); picture uuid := coalesce(now_is, was)->>'asset_id'; of_text uuid := coalesce(now_is, was)->>'text_id'; ids uuid[];
BEGIN
  IF coalesce(now_is, was)->>'use' <> 'portal' OR was->'hidden_at' = now_is->'hidden_at' OR was->'caption' = now_is->'caption'
    OR coalesce(was->>'caption', now_is->>'caption', (SELECT min(x.caption) FROM media_text x WHERE x.asset_id = picture)) IS NULL THEN RETURN NULL; END IF;
  ids := ARRAY (SELECT p.id FROM publication p JOIN edition_text t ON t.id = p.text_id WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL
    AND p.text_id IN (SELECT m.text_id FROM media_use m WHERE m.asset_id = picture AND m.use = 'portal' UNION SELECT of_text));
  IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF;
  RETURN NULL;
END $$;

-- Reads since the last time, by language, page and what its address says ("/vi/story/a-b", "/en/commune/c", "/vi/search"): what no record answers to any
-- more is left out. Two processes add up; rows are taken in one order. Where nothing was written before, it says where it is (0328).
CREATE OR REPLACE FUNCTION app.note_reads(said jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE alone boolean := pg_current_xact_id_if_assigned() IS NULL;
BEGIN
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
  ON CONFLICT (page, subject, day, locale) DO UPDATE SET times = r.times + excluded.times;
  IF alone THEN
    INSERT INTO app.aside AS a (place, xid) SELECT (m.xid & 8191)::smallint, -m.xid FROM (SELECT pg_current_xact_id()::text::bigint AS xid) m ON CONFLICT (place) DO UPDATE SET xid = excluded.xid;
  END IF;
END $$;

-- Whether the woman an article tells of was erased: what was said of her is kept nowhere.
CREATE OR REPLACE FUNCTION app.tells_of_erased(p_edition uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM edition e JOIN article a ON a.id = e.article_id JOIN person p ON p.id = a.subject_person_id WHERE e.id = p_edition AND p.erased_on IS NOT NULL) $$;

-- Of a woman who was erased nothing is written anew, whoever had a form open. Her erasure is waited for.
CREATE OR REPLACE FUNCTION app.keep_erased_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = (SELECT article_id FROM edition WHERE id = NEW.edition_id) AND subject_person_id IS NOT NULL FOR KEY SHARE;
  IF FOUND AND app.tells_of_erased(NEW.edition_id) THEN
    RAISE EXCEPTION 'the woman it tells of was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_stays_empty', HINT = 'erased_stays_empty'; END IF;
  RETURN NEW;
END $$;

-- Whether a text was kept already in this transaction: what it passes through within one is no version.
CREATE OR REPLACE FUNCTION app.was_kept_now(t edition_text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM earlier_text x WHERE x.edition_id = t.edition_id AND x.locale = t.locale AND x.kept_at = now()) $$;

-- Keeps a text as it stands, with what stands beside it.
CREATE OR REPLACE FUNCTION app.keep_text(t edition_text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF t.plain = '' OR app.tells_of_erased(t.edition_id) OR app.was_kept_now(t) THEN RETURN; END IF;
  INSERT INTO earlier_text (id, edition_id, locale, title, summary, body, easy_read, what_changed, parts, beside, wrote_by_id, wrote_at)
    VALUES (app.uuid7(), t.edition_id, t.locale, t.title, t.summary, t.body, t.easy_read, t.what_changed, t.parts, app.beside_of(t.edition_id), t.wrote_by_id, t.wrote_at);
  DELETE FROM earlier_text x WHERE x.edition_id = t.edition_id AND x.locale = t.locale AND app.may_thin(x);
END $$;

-- Keeps the texts of an edition before something beside them changes, which somebody writes then; who wrote an approved one stays.
CREATE OR REPLACE FUNCTION app.keep_beside(p_edition uuid, p_account uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.keep_text(t) FROM edition_text t WHERE t.edition_id = p_edition;
  UPDATE edition_text t SET wrote_by_id = p_account, wrote_at = now() FROM edition e
    WHERE e.id = p_edition AND t.edition_id = e.id AND t.plain <> '' AND e.state NOT IN ('approved', 'superseded');
END $$;

-- Words and lines that are written over, or taken away, stay as an earlier text, whoever writes and in whatever way. Who wrote what did not
-- change stays, unless something beside it did.
CREATE OR REPLACE FUNCTION app.keep_earlier_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.title, OLD.summary, OLD.body, OLD.easy_read, OLD.what_changed) IS NOT DISTINCT FROM (NEW.title, NEW.summary, NEW.body, NEW.easy_read, NEW.what_changed)
    AND (OLD.parts IS NULL OR OLD.parts IS NOT DISTINCT FROM NEW.parts) THEN
    IF NOT app.was_kept_now(OLD) THEN
      NEW.wrote_by_id := OLD.wrote_by_id;
      NEW.wrote_at := OLD.wrote_at;
    END IF;
    RETURN NEW;
  END IF;
  PERFORM app.keep_text(OLD);
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

-- Whether a name stands in words: as whole words, each with its marks or without them, as in an address.
CREATE OR REPLACE FUNCTION app.name_stands_in(p_words text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((' ' || regexp_replace(app.name_key(p_words) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g') || ' ')
    ~ (SELECT ' ' || string_agg('(?:' || w || '|' || app.search_key(w) || ')', ' ' ORDER BY n) || ' '
      FROM regexp_split_to_table(btrim(regexp_replace(app.name_key(p_name) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g')), ' ') WITH ORDINALITY x(w, n)), false) $$;

-- What readers of a text read at its pictures, at the head and within; of one that has left the library they see nothing.
CREATE OR REPLACE FUNCTION app.words_of_pictures(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(concat_ws(' ', w.alt, w.caption), ' ' ORDER BY w.asset_id) FROM media_text w WHERE w.locale = t.locale AND w.asset_id IN (SELECT m.asset_id FROM media_use m
    JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = t.id AND m.use = 'portal' AND NOT app.has_left_library(a)) $$;

-- What readers of a text read: its words, those at its pictures, and who reads it aloud.
CREATE OR REPLACE FUNCTION app.words_of_text(t edition_text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' | ', t.title, t.summary, t.plain, t.easy_read, t.what_changed, (SELECT n.read_by FROM sound n WHERE n.text_id = t.id), app.words_of_pictures(t)) $$;

-- Whether a name stands in a text, at its pictures, or among who reads it, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.name_stands_in(app.words_of_text(t), p_name) $$;

-- Names of an article that whoever bears them took back, and has not agreed to anew. Written without marks a later yes is hers too.
CREATE OR REPLACE FUNCTION app.names_taken_back(p_article uuid) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT n.name FROM article_naming n WHERE n.article_id = p_article AND n.answer = 'taken_back' AND NOT EXISTS (SELECT FROM article_naming y
    WHERE y.article_id = n.article_id AND y.id > n.id AND y.answer = 'agreed' AND app.name_key(y.name) IN (app.name_key(n.name), app.search_key(n.name))) $$;

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

-- The day on which a publication needs her yes: today, or the later day of its hour.
CREATE OR REPLACE FUNCTION app.day_of_telling(p publication) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p.published_at IS NULL THEN greatest(app.today(), (p.planned_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) ELSE app.today() END $$;

-- Nothing goes out, or gets its hour, that tells of a woman who has not agreed. The article is held: of her answer and a publication at once
-- the second sees the first.
CREATE OR REPLACE FUNCTION app.check_subject_of_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = NEW.article_id FOR NO KEY UPDATE;
  IF NOT app.may_tell_of_her(NEW.text_id, app.day_of_telling(NEW)) THEN
    RAISE EXCEPTION 'the woman it tells of has not agreed to be named' USING ERRCODE = 'check_violation', CONSTRAINT = 'subject_agrees', HINT = 'subject_agrees'; END IF;
  RETURN NEW;
END $$;

-- Ends what of these articles may not be told any more, public or planned, and says how many publications; the clock tells pages (told_at). So do
-- hours with a picture that may not be shown, and addresses for looking beforehand where she refused.
CREATE OR REPLACE FUNCTION app.end_untold(p_articles uuid[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ended integer; at timestamptz;
BEGIN
  IF p_articles = '{}' THEN RETURN 0; END IF;
  PERFORM FROM article WHERE id = ANY (p_articles) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM media_asset WHERE id IN (SELECT m.asset_id FROM publication p JOIN media_use m ON m.text_id = p.text_id WHERE p.article_id = ANY (p_articles)
    AND p.published_at IS NULL AND p.ended_at IS NULL) ORDER BY id FOR NO KEY UPDATE;
  at := clock_timestamp();
  UPDATE publication p SET ended_at = greatest(at, p.published_at), end_reason = 'consent_withdrawn'
  WHERE p.article_id = ANY (p_articles) AND p.ended_at IS NULL AND NOT app.may_tell_of_her(p.text_id, app.day_of_telling(p));
  GET DIAGNOSTICS ended = ROW_COUNT;
  UPDATE publication p SET ended_at = at, end_reason = 'picture_hidden'
  WHERE p.article_id = ANY (p_articles) AND p.published_at IS NULL AND p.ended_at IS NULL AND NOT app.pictures_may_show(p.text_id, app.day_of_telling(p));
  DELETE FROM preview_link l USING edition e WHERE e.id = l.edition_id AND e.article_id = ANY (p_articles) AND app.refused_by_her(e.id);
  RETURN ended;
END $$;

-- Articles that tell of a woman, whichever of her records they name.
CREATE OR REPLACE FUNCTION app.articles_on(p_person uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(a.id), '{}') FROM article a WHERE a.subject_person_id IN (SELECT id FROM app.records_of(app.record_today(p_person))) $$;

CREATE OR REPLACE FUNCTION app.articles_follow_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM person WHERE id = app.record_today(NEW.person_id) FOR NO KEY UPDATE;
  PERFORM app.end_untold(app.articles_on(NEW.person_id));
  RETURN NULL;
END $$;

-- At the end of a merger, of its undoing, of an erasure and of a correction of her name: only then what was answered and what is told lie with
-- the same record. What was corrected is told, and found, as it may be beside the name that she has now.
CREATE OR REPLACE FUNCTION app.articles_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE on_her uuid[] := app.articles_on(NEW.id) || app.articles_on(OLD.merged_into_id); ids uuid[];
BEGIN
  PERFORM app.end_untold(on_her);
  ids := ARRAY (SELECT p.id FROM publication p WHERE p.article_id = ANY (on_her) AND p.published_at IS NOT NULL AND p.ended_at IS NULL
    AND EXISTS (SELECT FROM publication c WHERE c.article_id = p.article_id AND c.change_note IS NOT NULL));
  IF ids <> '{}' THEN PERFORM app.refresh_published_words(ids); END IF;
  RETURN NULL;
END $$;

-- Who is said to be told of in what is public already has to have agreed as well. Her record first, then the article, as her answers do.
CREATE OR REPLACE FUNCTION app.article_follows_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM person WHERE id = app.record_today(NEW.subject_person_id) FOR NO KEY UPDATE;
  PERFORM app.end_untold(ARRAY[NEW.id]);
  RETURN NULL;
END $$;

-- Somebody named in an article does not agree any more: what says her name ends, public or planned.
CREATE OR REPLACE FUNCTION app.article_follows_naming() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.end_untold(ARRAY[NEW.article_id]); RETURN NULL; END $$;

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

-- Whether a text names her is approved with the text.
CREATE OR REPLACE FUNCTION app.keep_approved_naming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'approved text: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed';
END $$;
