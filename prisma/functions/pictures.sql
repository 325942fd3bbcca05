-- Whether she says no to a picture. What she answered for it alone comes first; a later no to pictures as a whole holds for it
-- too, a later yes as a whole does not take back her no to this one. One meaning with domain/consents/picture.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.refuses_picture(p_person uuid, p_asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(own.answer <> 'given' OR whole.answer <> 'given' AND whole.answered_at > own.answered_at, whole.answer <> 'given', false)
  FROM (VALUES (1)) one
  LEFT JOIN LATERAL (SELECT c.answer, c.answered_at FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person))
    AND c.purpose = 'image' AND c.asset_id = p_asset AND c.use IS NULL ORDER BY c.answered_at DESC, (c.answer = 'given'), c.id DESC LIMIT 1) own ON true
  LEFT JOIN LATERAL (SELECT c.answer, c.answered_at FROM app.standing_consent(p_person, 'image') c) whole ON true $$;

-- Takes pictures off their addresses, or puts them back, as those who can be recognised in them answered. One of a model or a course stays off while somebody was
-- taken off it who had said no and nobody else has looked; one of the library is in no public place then (open_faces). What was taken off for
-- another reason stays so. Two answers for one picture at once come one after the other.
CREATE OR REPLACE FUNCTION app.follow_picture_consents(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = ANY (p_assets) ORDER BY id FOR NO KEY UPDATE;
  UPDATE media_asset a SET withdrawn_at = CASE WHEN x.refused THEN now() END, withdrawn_reason = CASE WHEN x.refused THEN 'consent' END
  FROM (SELECT b.id, EXISTS (SELECT FROM media_person m WHERE m.asset_id = b.id AND app.refuses_picture(app.record_today(m.person_id), b.id))
      OR NOT b.in_library AND b.faces_not_by_ids <> '{}' AS refused
    FROM media_asset b WHERE b.id = ANY (p_assets)) x
  WHERE a.id = x.id AND x.refused IS DISTINCT FROM (a.withdrawn_at IS NOT NULL) AND (a.withdrawn_at IS NULL OR a.withdrawn_reason = 'consent');
END $$;

CREATE OR REPLACE FUNCTION app.pictures_follow_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE hers uuid[];
BEGIN
  hers := ARRAY (SELECT m.asset_id FROM media_person m WHERE m.person_id IN (SELECT id FROM app.records_of(app.record_today(NEW.person_id))));
  PERFORM app.follow_picture_consents(hers);
  PERFORM app.follow_picture_uses(hers);
  RETURN NULL;
END $$;

-- What was answered on one of two records counts for both once they are one, and for its own alone when that is undone.
CREATE OR REPLACE FUNCTION app.pictures_follow_merger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE hers uuid[];
BEGIN
  hers := ARRAY (SELECT DISTINCT m.asset_id FROM media_person m WHERE m.person_id IN
    (SELECT r.id FROM unnest(ARRAY[NEW.id, OLD.merged_into_id]) x(id) CROSS JOIN LATERAL app.records_of(app.record_today(x.id)) r));
  PERFORM app.follow_picture_consents(hers);
  PERFORM app.follow_picture_uses(hers);
  RETURN NULL;
END $$;

-- Who is named can be recognised: that nobody can was said too early, and is to be said anew.
CREATE OR REPLACE FUNCTION app.pictures_follow_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
    UPDATE media_asset SET faces = NULL WHERE id = NEW.asset_id AND faces = 'nobody';
  END IF;
  PERFORM app.follow_picture_consents(ARRAY[coalesce(NEW.asset_id, OLD.asset_id)]);
  PERFORM app.follow_picture_uses(ARRAY[coalesce(NEW.asset_id, OLD.asset_id)]);
  RETURN NULL;
END $$;

-- In how many sizes a picture of this width is made: domain/pictures/library.ts says which, each in two formats.
CREATE OR REPLACE FUNCTION app.sizes_of(p_width integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 2 * greatest(1, (SELECT count(*)::integer FROM unnest(ARRAY[480, 800, 1200, 1600]) w WHERE w <= p_width)) $$;

-- Whether she agrees to this use of this picture: her newest answer for just that is a yes that has not run out, and no later no stands to
-- the picture or to pictures as a whole. Silence is none. One meaning with domain/consents/picture.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.agrees_to_picture(p_person uuid, p_asset uuid, p_use text, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT app.refuses_picture(p_person, p_asset) AND coalesce((SELECT c.answer = 'given' AND (c.until IS NULL OR p_day < c.until) FROM consent c
    WHERE c.person_id IN (SELECT id FROM app.records_of(p_person)) AND c.purpose = 'image' AND c.asset_id = p_asset AND c.use = p_use
    ORDER BY c.answered_at DESC, (c.answer = 'given'), c.id DESC LIMIT 1), false) $$;

-- Whether a picture may be shown in public for a use: it lies in the library, whole and in words of both languages, somebody said who is in
-- it, and each of them agrees, on that day.
CREATE OR REPLACE FUNCTION app.picture_may_show(p_asset uuid, p_use text, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM media_asset a WHERE a.id = p_asset AND a.in_library AND a.withdrawn_at IS NULL
    AND (SELECT count(*) FROM media_size s WHERE s.asset_id = a.id) >= app.sizes_of(a.width)
    AND (SELECT count(*) FROM media_text t WHERE t.asset_id = a.id) = 2
    AND CASE a.faces WHEN 'nobody' THEN NOT EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id) WHEN 'named' THEN EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id) ELSE false END
    AND NOT EXISTS (SELECT FROM media_person m WHERE m.asset_id = a.id AND NOT app.agrees_to_picture(app.record_today(m.person_id), a.id, p_use, p_day))) $$;

-- Whether every picture that the page of a text shows, at its head or within it, may be shown on that day. One that has left the library leaves the
-- words around it alone.
CREATE OR REPLACE FUNCTION app.pictures_may_show(p_text uuid, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM media_use m JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = p_text AND m.use = 'portal'
    AND (m.at_head OR NOT app.has_left_library(a)) AND NOT app.picture_may_show(m.asset_id, m.use, p_day)) $$;

-- Stops what has its hour with a picture that was shown and may not be on that day. What readers see already goes on without it.
CREATE OR REPLACE FUNCTION app.stop_hours_of_pictures(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE publication p SET ended_at = clock_timestamp(), end_reason = 'picture_hidden'
  WHERE p.published_at IS NULL AND p.ended_at IS NULL AND EXISTS (SELECT FROM media_use m WHERE m.text_id = p.text_id AND m.asset_id = ANY (p_assets)
    AND m.use = 'portal' AND m.hidden_at IS NULL AND NOT app.picture_may_show(m.asset_id, m.use, app.day_of_telling(p)));
END $$;

-- Hides uses of pictures that may not be shown any more, or shows them again; pages ask that column alone, and the clock tells them
-- (told_at). Of an answer and a use written at once the second sees the first.
CREATE OR REPLACE FUNCTION app.follow_picture_uses(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = ANY (p_assets) ORDER BY id FOR NO KEY UPDATE;
  PERFORM app.stop_hours_of_pictures(p_assets);
  UPDATE media_use u SET hidden_at = CASE WHEN x.shows THEN NULL ELSE now() END, told_at = NULL
  FROM (SELECT m.asset_id, m.use, app.picture_may_show(m.asset_id, m.use) AS shows FROM media_use m WHERE m.asset_id = ANY (p_assets) GROUP BY m.asset_id, m.use) x
  WHERE u.asset_id = x.asset_id AND u.use = x.use AND x.shows = (u.hidden_at IS NOT NULL);
END $$;

CREATE OR REPLACE FUNCTION app.uses_follow_picture() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.follow_picture_uses(ARRAY[NEW.id]); RETURN NULL; END $$;

CREATE OR REPLACE FUNCTION app.uses_follow_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.follow_picture_uses(ARRAY[NEW.asset_id]); RETURN NULL; END $$;

-- A picture is chosen for a text that is being written, out of the library; what was approved keeps what it was approved with. It goes out on a
-- card, or on paper, where it stands on the portal.
CREATE OR REPLACE FUNCTION app.check_picture_use() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM media_asset a WHERE a.id = NEW.asset_id AND a.in_library) THEN
    RAISE EXCEPTION 'a picture that is used lies in the library' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_in_library', HINT = 'picture_in_library'; END IF;
  IF NEW.use <> 'portal' THEN
    IF NEW.use = 'share_card' AND NOT NEW.at_head
      OR NOT EXISTS (SELECT FROM media_use m WHERE m.asset_id = NEW.asset_id AND m.text_id = NEW.text_id AND m.at_head = NEW.at_head AND m.use = 'portal') THEN
      RAISE EXCEPTION 'a card and a sheet of paper show what stands on the portal' USING ERRCODE = 'check_violation', CONSTRAINT = 'use_follows_portal', HINT = 'use_follows_portal'; END IF;
  ELSIF EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE t.id = NEW.text_id AND e.state IN ('approved', 'superseded')) THEN
    RAISE EXCEPTION 'approved text: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed'; END IF;
  NEW.hidden_at := CASE WHEN app.picture_may_show(NEW.asset_id, NEW.use) THEN NULL ELSE now() END;
  NEW.told_at := now();
  RETURN NEW;
END $$;

-- Whatever stands on the portal may be printed with its page, and at the head of an article be seen on its card: both are used with it, and hidden
-- by themselves while a yes to just that is missing. Nobody has to think of saying so.
CREATE OR REPLACE FUNCTION app.uses_follow_portal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF coalesce(NEW.use, OLD.use) <> 'portal' THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN
    DELETE FROM media_use WHERE asset_id = OLD.asset_id AND text_id = OLD.text_id AND at_head = OLD.at_head AND use <> 'portal';
  ELSE
    INSERT INTO media_use (asset_id, text_id, use, at_head)
      SELECT NEW.asset_id, NEW.text_id, u.use, NEW.at_head FROM unnest(ARRAY['print', 'share_card']) u(use) WHERE u.use = 'print' OR NEW.at_head
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- A new text has the picture at the head of the one it goes on from: of the same edition, else of the edition before. Of two that begin at once
-- neither has one yet.
CREATE OR REPLACE FUNCTION app.carry_pictures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO media_use (asset_id, text_id, use)
    SELECT m.asset_id, NEW.id, m.use FROM media_use m WHERE m.use = 'portal' AND m.at_head AND m.text_id = (SELECT t.id FROM edition_text t JOIN edition e ON e.id = t.edition_id
      WHERE e.article_id = (SELECT x.article_id FROM edition x WHERE x.id = NEW.edition_id) AND t.id <> NEW.id
        AND EXISTS (SELECT FROM media_use x WHERE x.text_id = t.id AND x.at_head) ORDER BY e.number DESC, (t.locale = NEW.locale) DESC LIMIT 1)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Removed from the library, or with a woman who was erased: for good, where a no can become a yes again.
CREATE OR REPLACE FUNCTION app.has_left_library(a media_asset) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT a.in_library OR a.withdrawn_at IS NOT NULL AND a.withdrawn_reason IS DISTINCT FROM 'consent' $$;

-- The pictures that stand within a text are used there, whoever wrote it and by whatever way: nobody has to think of saying so. One that is
-- out of the library is drawn nowhere.
CREATE OR REPLACE FUNCTION app.use_pictures_of_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE stand uuid[];
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body = OLD.body THEN RETURN NULL; END IF;
  stand := ARRAY (SELECT DISTINCT (n #>> '{}')::uuid FROM jsonb_path_query(NEW.body, 'lax $.** ? (@.type == "picture").attrs.ref') n
    WHERE n #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
  DELETE FROM media_use WHERE text_id = NEW.id AND use = 'portal' AND NOT at_head AND asset_id <> ALL (stand);
  INSERT INTO media_use (asset_id, text_id, use, at_head)
    SELECT a.id, NEW.id, 'portal', false FROM media_asset a WHERE a.id = ANY (stand) AND NOT app.has_left_library(a) ORDER BY a.id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Pictures that stand within a text, each with its description in a language, or in the one it has: for colleagues, whom one that has left the library
-- tells nothing.
CREATE OR REPLACE FUNCTION app.pictures_told(body jsonb, p_locale text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(a.id, x.alt), '{}') FROM media_asset a
  CROSS JOIN LATERAL (SELECT t.alt FROM media_text t WHERE t.asset_id = a.id ORDER BY (t.locale = p_locale) DESC, t.locale DESC LIMIT 1) x
  WHERE NOT app.has_left_library(a) AND a.id::text IN (SELECT n #>> '{}' FROM jsonb_path_query(body, 'lax $.** ? (@.type == "picture").attrs.ref') n) $$;

-- Nothing is made public, or planned to be, with a picture that its page may not show on that day. One that is refused later stops what is planned and
-- leaves what is public alone; a card and a sheet of paper go without.
CREATE OR REPLACE FUNCTION app.check_pictures_of_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE day date := app.day_of_telling(NEW);
BEGIN
  PERFORM 1 FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m WHERE m.text_id = NEW.text_id) ORDER BY id FOR NO KEY UPDATE;
  IF NOT app.pictures_may_show(NEW.text_id) THEN
    RAISE EXCEPTION 'a picture of this text may not be shown' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_may_show', HINT = 'picture_may_show'; END IF;
  IF NOT app.pictures_may_show(NEW.text_id, day) THEN
    RAISE EXCEPTION 'a picture of this text may not be shown on its day' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_on_its_day', HINT = 'picture_on_its_day'; END IF;
  RETURN NEW;
END $$;

-- Words of a picture do not bring a woman's name into what is public, or planned, while she has not agreed; what is looked at beforehand ends where
-- she refused. Articles are held: of her answer and these words the second sees the first.
CREATE OR REPLACE FUNCTION app.picture_names_who_agrees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE stories uuid[]; texts uuid[];
BEGIN
  SELECT array_agg(DISTINCT a.id), array_agg(DISTINCT t.id) INTO stories, texts FROM media_use m JOIN edition_text t ON t.id = m.text_id JOIN edition e ON e.id = t.edition_id
    JOIN article a ON a.id = e.article_id WHERE m.asset_id = NEW.asset_id AND m.use = 'portal' AND t.locale = NEW.locale AND a.subject_person_id IS NOT NULL;
  IF stories IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM article WHERE id = ANY (stories) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM publication x JOIN article a ON a.id = x.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE x.text_id = ANY (texts) AND x.ended_at IS NULL AND app.name_stands_in(concat_ws(' ', NEW.alt, NEW.caption), p.full_name)
      AND NOT app.may_tell_of_her(x.text_id, app.day_of_telling(x))) THEN
    RAISE EXCEPTION 'these words name a woman who has not agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_names_who_agrees', HINT = 'picture_names_who_agrees'; END IF;
  DELETE FROM preview_link l USING edition_text t WHERE t.id = ANY (texts) AND l.edition_id = t.edition_id AND app.refused_by_her(t.edition_id);
  RETURN NULL;
END $$;

-- Whether a picture, or a file, has ended for good: removed, replaced, or with a woman who was erased. A no can become a yes again.
CREATE OR REPLACE FUNCTION app.has_ended(a media_asset) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT a.withdrawn_at IS NOT NULL AND a.withdrawn_reason IS DISTINCT FROM 'consent' $$;

-- Whether a row shows this file: a picture or material that has not ended, a size, a sound.
CREATE OR REPLACE FUNCTION app.shows_file(p_sha256 bytea) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM media_asset a WHERE a.sha256 = p_sha256 AND NOT app.has_ended(a)) OR EXISTS (SELECT FROM media_size s WHERE s.sha256 = p_sha256)
    OR EXISTS (SELECT FROM sound n WHERE n.sha256 = p_sha256) $$;

-- The row of a file that was shown is gone: a job asks a minute later, when everything that goes on from this row at the same time is written.
CREATE OR REPLACE FUNCTION app.file_has_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO file_removal (sha256, due_at) VALUES (OLD.sha256, now() + interval '1 minute')
    ON CONFLICT (sha256) DO UPDATE SET due_at = greatest(file_removal.due_at, EXCLUDED.due_at);
  RETURN NULL;
END $$;

-- The row of what has ended stays as proof; its file and those of its sizes are noted to be removed.
CREATE OR REPLACE FUNCTION app.picture_has_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM media_size WHERE asset_id = NEW.id;
  INSERT INTO file_removal (sha256, due_at) VALUES (NEW.sha256, now() + interval '1 minute')
    ON CONFLICT (sha256) DO UPDATE SET due_at = greatest(file_removal.due_at, EXCLUDED.due_at);
  RETURN NULL;
END $$;

-- A size that was being made when its picture ended is none any more: its file was noted before it was put there.
CREATE OR REPLACE FUNCTION app.size_of_what_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = NEW.asset_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_asset a WHERE a.id = NEW.asset_id AND app.has_ended(a)) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

-- Whether what she answered for a picture holds it back from any use: a no, or a yes that was taken back or ran out. Silence does not.
CREATE OR REPLACE FUNCTION app.holds_picture_back(p_person uuid, p_asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.refuses_picture(p_person, p_asset) OR EXISTS (SELECT FROM unnest(ARRAY['portal', 'share_card', 'print']) u(use) WHERE NOT app.agrees_to_picture(p_person, p_asset, u.use)
    AND EXISTS (SELECT FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person)) AND c.purpose = 'image' AND c.asset_id = p_asset AND c.use = u.use)) $$;

-- Somebody was taken off a picture: who is in it is to be said anew, and where she holds it back, by another account. That of a woman whose two
-- records became one in this moment nothing is said, so it is asked at the end.
CREATE OR REPLACE FUNCTION app.open_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE her uuid := app.record_today(OLD.person_id);
BEGIN
  PERFORM 1 FROM media_asset WHERE id = OLD.asset_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_person m WHERE m.asset_id = OLD.asset_id AND app.record_today(m.person_id) = her) THEN RETURN NULL; END IF;
  IF app.holds_picture_back(her, OLD.asset_id) AND EXISTS (SELECT FROM media_asset a WHERE a.id = OLD.asset_id AND NOT app.has_ended(a) AND a.faces_not_by_ids = '{}') THEN
    RAISE EXCEPTION 'somebody takes her off who said no' USING ERRCODE = 'check_violation', CONSTRAINT = 'taken_off_by_somebody', HINT = 'taken_off_by_somebody'; END IF;
  UPDATE media_asset SET faces = NULL, faces_said_by_id = NULL WHERE id = OLD.asset_id AND faces IS NOT NULL;
  RETURN NULL;
END $$;

-- Who took somebody off who had said no does not say who is in the picture: another does, and then all of it is said.
CREATE OR REPLACE FUNCTION app.faces_said_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.faces_said_by_id IS NULL OR NEW.faces_said_by_id = ANY (NEW.faces_not_by_ids) THEN
    RAISE EXCEPTION 'another says who is in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'faces_said_by_another', HINT = 'faces_said_by_another'; END IF;
  NEW.faces_not_by_ids := '{}';
  RETURN NEW;
END $$;

-- Another has said who is in it: what was held back meanwhile follows what those who are in it answered.
CREATE OR REPLACE FUNCTION app.consents_follow_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN PERFORM app.follow_picture_consents(ARRAY[NEW.id]); RETURN NULL; END $$;

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

-- Whoever is about to approve a text has read other words at its picture: her form is older than the edition then.
CREATE OR REPLACE FUNCTION app.submitted_is_read_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE edition SET id = id WHERE state = 'submitted' AND id IN (SELECT t.edition_id FROM media_use m JOIN edition_text t ON t.id = m.text_id
    WHERE m.asset_id = NEW.asset_id AND m.use = 'portal' AND t.locale = NEW.locale);
  RETURN NULL;
END $$;

-- Of a picture that has ended no words wait any more: they may name a woman who was erased.
CREATE OR REPLACE FUNCTION app.waiting_words_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM media_text_waiting WHERE asset_id = NEW.id;
  RETURN NULL;
END $$;

-- What would name a woman in a public or planned text while she has not agreed does not even wait. Approved, it is asked again.
CREATE OR REPLACE FUNCTION app.waiting_words_name_who_agrees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM media_use m JOIN publication x ON x.text_id = m.text_id AND x.ended_at IS NULL AND x.locale = NEW.locale JOIN article a ON a.id = x.article_id
    JOIN person p ON p.id = app.record_today(a.subject_person_id) WHERE m.asset_id = NEW.asset_id AND m.use = 'portal'
      AND app.name_stands_in(concat_ws(' ', NEW.alt, NEW.caption), p.full_name) AND NOT app.consent_stands(p.id, 'name_in_story', app.day_of_telling(x))) THEN
    RAISE EXCEPTION 'these words name a woman who has not agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_names_who_agrees', HINT = 'picture_names_who_agrees'; END IF;
  RETURN NULL;
END $$;
