-- Pictures follow what was answered on either record when two become one, or two again: what names her moves before they are one, and
-- nothing asked again afterwards.

CREATE OR REPLACE FUNCTION app.pictures_follow_merger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE hers uuid[];
BEGIN
  hers := ARRAY (SELECT DISTINCT m.asset_id FROM media_person m WHERE m.person_id IN
    (SELECT r.id FROM unnest(ARRAY[NEW.id, OLD.merged_into_id]) x(id) CROSS JOIN LATERAL app.records_of(app.record_today(x.id)) r));
  PERFORM app.follow_picture_consents(hers);
  PERFORM app.follow_picture_uses(hers);
  RETURN NULL;
END $$;

CREATE TRIGGER pictures_follow_merger AFTER UPDATE OF merged_into_id ON person FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION app.pictures_follow_merger();

-- what was overridden until now
SELECT app.follow_picture_consents(p.ids), app.follow_picture_uses(p.ids) FROM (SELECT coalesce(array_agg(DISTINCT m.asset_id), '{}') AS ids FROM media_person m
  WHERE m.person_id IN (SELECT merged_into_id FROM person WHERE merged_into_id IS NOT NULL)) p;
