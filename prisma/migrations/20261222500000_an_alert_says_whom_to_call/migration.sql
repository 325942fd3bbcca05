-- An alert goes out with how it is recognised, what to do, whom to call, and who verified it, in the language in which
-- it goes out. What is public or has its hour stays as it is.
CREATE OR REPLACE FUNCTION app.publish_whole_alert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM article a WHERE a.id = NEW.article_id AND a.kind = 'alert' AND (a.source_name IS NULL OR a.source_url IS NULL
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'sign')
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'step')
      OR NOT EXISTS (SELECT FROM alert_part l WHERE l.text_id = NEW.text_id AND l.part = 'hotline'))) THEN
    RAISE EXCEPTION 'an alert goes out whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'whole_alert', HINT = 'whole_alert'; END IF;
  RETURN NEW;
END $$;
