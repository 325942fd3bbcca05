-- What has its hour with a picture that may not be shown any more does not go out: until now it went out without the picture, at an hour when nobody
-- looks.

-- AlterEnum
ALTER TYPE "publication_end" ADD VALUE 'picture_hidden';


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
