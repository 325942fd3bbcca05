-- A picture stands at the head of a text or within it, or both.
ALTER TABLE media_use ADD COLUMN at_head boolean NOT NULL DEFAULT true;
ALTER TABLE media_use DROP CONSTRAINT media_use_pkey, ADD PRIMARY KEY (asset_id, text_id, use, at_head);
DROP INDEX one_lead_picture;
CREATE UNIQUE INDEX one_lead_picture ON media_use (text_id) WHERE use = 'portal' AND at_head;

CREATE OR REPLACE FUNCTION app.follow_picture_uses(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = ANY (p_assets) ORDER BY id FOR NO KEY UPDATE;
  UPDATE media_use u SET hidden_at = CASE WHEN x.shows THEN NULL ELSE now() END, told_at = NULL
  FROM (SELECT m.asset_id, m.use, app.picture_may_show(m.asset_id, m.use) AS shows FROM media_use m WHERE m.asset_id = ANY (p_assets) GROUP BY m.asset_id, m.use) x
  WHERE u.asset_id = x.asset_id AND u.use = x.use AND x.shows = (u.hidden_at IS NOT NULL);
END $$;

CREATE OR REPLACE FUNCTION app.carry_pictures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO media_use (asset_id, text_id, use)
    SELECT m.asset_id, NEW.id, m.use FROM media_use m WHERE m.at_head AND m.text_id = (SELECT t.id FROM edition_text t JOIN edition e ON e.id = t.edition_id
      WHERE e.article_id = (SELECT x.article_id FROM edition x WHERE x.id = NEW.edition_id) AND t.id <> NEW.id
        AND EXISTS (SELECT FROM media_use x WHERE x.text_id = t.id AND x.at_head) ORDER BY e.number DESC, (t.locale = NEW.locale) DESC LIMIT 1)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

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
    SELECT a.id, NEW.id, 'portal', false FROM media_asset a WHERE a.id = ANY (stand) AND a.in_library ORDER BY a.id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER pictures_within AFTER INSERT OR UPDATE OF body ON edition_text FOR EACH ROW EXECUTE FUNCTION app.use_pictures_of_text();
