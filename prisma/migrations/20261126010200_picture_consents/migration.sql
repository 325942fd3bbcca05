-- A picture is shown as long as nobody who can be recognised in it says no: of one picture, or of pictures of her as a whole.

-- Whether she says no to a picture. What she answered for it alone comes first; a later no to pictures as a whole holds for it
-- too, a later yes as a whole does not take back her no to this one. One meaning with domain/consents/picture.ts, as a test shows.
CREATE FUNCTION app.refuses_picture(p_person uuid, p_asset uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(own.answer <> 'given' OR whole.answer <> 'given' AND whole.answered_at > own.answered_at, whole.answer <> 'given', false)
  FROM (VALUES (1)) one
  LEFT JOIN LATERAL (SELECT c.answer, c.answered_at FROM consent c WHERE c.person_id IN (SELECT id FROM app.records_of(p_person))
    AND c.purpose = 'image' AND c.asset_id = p_asset AND c.use IS NULL ORDER BY c.answered_at DESC, (c.answer = 'given'), c.id DESC LIMIT 1) own ON true
  LEFT JOIN LATERAL (SELECT c.answer, c.answered_at FROM app.standing_consent(p_person, 'image') c) whole ON true $$;

-- Takes pictures off their addresses, or puts them back, as those who can be recognised in them answered. What was taken off for
-- another reason stays so. Two answers for one picture at once come one after the other.
CREATE FUNCTION app.follow_picture_consents(p_assets uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id = ANY (p_assets) ORDER BY id FOR NO KEY UPDATE;
  UPDATE media_asset a SET withdrawn_at = CASE WHEN x.refused THEN now() END, withdrawn_reason = CASE WHEN x.refused THEN 'consent' END
  FROM (SELECT b.id, EXISTS (SELECT FROM media_person m WHERE m.asset_id = b.id AND app.refuses_picture(app.record_today(m.person_id), b.id)) AS refused
    FROM media_asset b WHERE b.id = ANY (p_assets)) x
  WHERE a.id = x.id AND x.refused IS DISTINCT FROM (a.withdrawn_at IS NOT NULL) AND (a.withdrawn_at IS NULL OR a.withdrawn_reason = 'consent');
END $$;

CREATE FUNCTION app.pictures_follow_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.follow_picture_consents(ARRAY (SELECT m.asset_id FROM media_person m WHERE m.person_id IN (SELECT id FROM app.records_of(app.record_today(NEW.person_id)))));
  RETURN NULL;
END $$;
CREATE TRIGGER pictures_follow_answer AFTER INSERT ON consent FOR EACH ROW WHEN (NEW.purpose = 'image') EXECUTE FUNCTION app.pictures_follow_answer();

CREATE FUNCTION app.pictures_follow_faces() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.follow_picture_consents(ARRAY[coalesce(NEW.asset_id, OLD.asset_id)]);
  RETURN NULL;
END $$;
CREATE TRIGGER pictures_follow_faces AFTER INSERT OR UPDATE OR DELETE ON media_person FOR EACH ROW EXECUTE FUNCTION app.pictures_follow_faces();

-- Only pictures have answers of their own.
ALTER TABLE consent ADD CONSTRAINT answer_for_picture CHECK (asset_id IS NULL OR purpose = 'image');

REVOKE EXECUTE ON FUNCTION app.refuses_picture(uuid, uuid), app.follow_picture_consents(uuid[]), app.pictures_follow_answer(), app.pictures_follow_faces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.refuses_picture(uuid, uuid), app.pictures_follow_answer(), app.pictures_follow_faces() TO portal_app;

-- The wording for pictures serves for one that she is shown and for all of her. A database whose texts are laid already gets the new edition here.
INSERT INTO consent_text (id, purpose, locale, edition, body, sha256)
SELECT app.uuid7(), 'image', v.locale, 2, v.body, sha256(convert_to(v.body, 'UTF8')) FROM (VALUES
  ('vi', 'Tôi đồng ý để Hội lưu hình ảnh của tôi trong hồ sơ hoạt động và đăng trên cổng thông tin Phụ nữ số: riêng tấm ảnh tôi được cho xem khi hỏi, hoặc các ảnh có tôi khi được hỏi chung. Tôi có thể từ chối, hoặc rút lại bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, ảnh được gỡ xuống ngay.'),
  ('en', 'I agree that the union keeps pictures of me in its records of activities and shows them on the portal: the one picture I was shown when asked, or all pictures of me when asked in general. I may refuse, or withdraw at any time, without any disadvantage; when I withdraw, the pictures are taken down at once.')
) v (locale, body) WHERE EXISTS (SELECT FROM consent_text WHERE purpose = 'image');
