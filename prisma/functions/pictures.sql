-- Whether she says no to a picture. What she answered for it alone comes first; a later no to pictures as a whole holds for it
-- too, a later yes as a whole does not take back her no to this one. One meaning with domain/consents/picture.ts, as a test shows.
CREATE OR REPLACE FUNCTION app.refuses_picture(p_person uuid, p_asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(own.answer <> 'given' OR whole.answer <> 'given' AND whole.answered_at > own.answered_at, whole.answer <> 'given', false)
  FROM (VALUES (1)) one
  LEFT JOIN LATERAL (SELECT c.answer, c.answered_at FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person))
    AND c.purpose = 'image' AND c.asset_id = p_asset AND c.use IS NULL ORDER BY c.answered_at DESC, (c.answer = 'given'), c.id DESC LIMIT 1) own ON true
  LEFT JOIN LATERAL (SELECT c.answer, c.answered_at FROM app.standing_consent(p_person, 'image') c) whole ON true $$;

-- Takes pictures off their addresses, or puts them back, as those who can be recognised in them answered. What was taken off for
-- another reason stays so. Two answers for one picture at once come one after the other.
CREATE OR REPLACE FUNCTION app.follow_picture_consents(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = ANY (p_assets) ORDER BY id FOR NO KEY UPDATE;
  UPDATE media_asset a SET withdrawn_at = CASE WHEN x.refused THEN now() END, withdrawn_reason = CASE WHEN x.refused THEN 'consent' END
  FROM (SELECT b.id, EXISTS (SELECT FROM media_person m WHERE m.asset_id = b.id AND app.refuses_picture(app.record_today(m.person_id), b.id)) AS refused
    FROM media_asset b WHERE b.id = ANY (p_assets)) x
  WHERE a.id = x.id AND x.refused IS DISTINCT FROM (a.withdrawn_at IS NOT NULL) AND (a.withdrawn_at IS NULL OR a.withdrawn_reason = 'consent');
END $$;

CREATE OR REPLACE FUNCTION app.pictures_follow_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.follow_picture_consents(ARRAY (SELECT m.asset_id FROM media_person m WHERE m.person_id IN (SELECT id FROM app.records_of(app.record_today(NEW.person_id)))));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.pictures_follow_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.follow_picture_consents(ARRAY[coalesce(NEW.asset_id, OLD.asset_id)]);
  RETURN NULL;
END $$;
