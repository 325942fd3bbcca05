-- Each woman agrees to a picture use by use: on the portal, on the card that is sent on, on paper. Where a picture stands on the portal the other
-- two are used with it and hidden by themselves; what was agreed to so far is the portal alone.

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

-- Nothing is made public, or planned to be, with a picture that its page may not show. One that is refused later leaves the page alone, and one
-- that has left the library leaves the words around it alone; a card and a sheet of paper go without.
CREATE OR REPLACE FUNCTION app.check_pictures_of_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM media_asset WHERE id IN (SELECT m.asset_id FROM media_use m WHERE m.text_id = NEW.text_id) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM media_use m JOIN media_asset a ON a.id = m.asset_id WHERE m.text_id = NEW.text_id AND m.use = 'portal'
    AND (m.at_head OR NOT app.has_left_library(a)) AND NOT app.picture_may_show(m.asset_id, m.use)) THEN
    RAISE EXCEPTION 'a picture of this text may not be shown' USING ERRCODE = 'check_violation', CONSTRAINT = 'picture_may_show', HINT = 'picture_may_show'; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER uses_follow_portal AFTER INSERT OR DELETE ON media_use FOR EACH ROW EXECUTE FUNCTION app.uses_follow_portal();

INSERT INTO media_use (asset_id, text_id, use, at_head)
  SELECT m.asset_id, m.text_id, u.use, m.at_head FROM media_use m CROSS JOIN unnest(ARRAY['print', 'share_card']) u(use)
  WHERE m.use = 'portal' AND (u.use = 'print' OR m.at_head) ORDER BY m.asset_id ON CONFLICT DO NOTHING;

-- A portal that asks already asks with words that name each use: its women have not been asked for cards and paper before.
INSERT INTO consent_text (id, purpose, locale, edition, body, sha256)
  SELECT app.uuid7(), 'image', w.locale, 3, w.body, sha256(convert_to(w.body, 'UTF8')) FROM (VALUES ('vi', 'Tôi đồng ý để Hội lưu hình ảnh của tôi trong hồ sơ hoạt động: riêng tấm ảnh tôi được cho xem khi hỏi, hoặc các ảnh có tôi khi được hỏi chung. Riêng tấm ảnh tôi được cho xem chỉ dùng thêm vào những việc tôi nhận lời từng việc một: đăng trên cổng thông tin Phụ nữ số; hiện trong thẻ của bài khi gửi qua Zalo, Facebook; in ra giấy. Tôi có thể từ chối, hoặc rút lại từng việc hay tất cả bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, ảnh được gỡ xuống ngay, trừ những gì đã in hay đã gửi đi.'), ('en', 'I agree that the union keeps pictures of me in its records of activities: the one picture I was shown when asked, or all pictures of me when asked in general. The one picture I was shown is used beyond that only for what I agree to, one by one: shown on the portal; seen on the card of an article that is sent on Zalo or Facebook; printed on paper. I may refuse, or withdraw one of them or all at any time, without any disadvantage; when I withdraw, the picture is taken down at once, but for what was printed or sent already.')) w(locale, body)
  WHERE EXISTS (SELECT FROM consent_text c WHERE c.purpose = 'image' AND c.locale = w.locale) AND NOT EXISTS (SELECT FROM consent_text c WHERE c.purpose = 'image' AND c.edition >= 3);
