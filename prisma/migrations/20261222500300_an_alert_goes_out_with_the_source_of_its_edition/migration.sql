-- Of an alert that was public before alerts had to have a source, a correction brings one along: it is taken with the publication, and was sought before it.

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
