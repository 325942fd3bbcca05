-- expand: the answer holds for every article that tells of her, so its wording may not speak of one alone. Answers to the wording before stand as they are,
-- with the words they were asked with. A database without wordings gets them with its first data.
INSERT INTO consent_text (id, purpose, locale, edition, body, sha256)
  SELECT app.uuid7(), 'name_in_story', w.locale, 2, w.body, sha256(convert_to(w.body, 'UTF8')) FROM (VALUES
    ('vi', 'Tôi đồng ý để tên tôi và câu chuyện của tôi được kể trong bài viết trên cổng thông tin Phụ nữ số. Bài nào kể về tôi, tôi được đọc trước khi đăng. Tôi có thể từ chối, hoặc rút lại bất cứ lúc nào, mà không ảnh hưởng gì; khi tôi rút lại, bài nêu tên tôi rời trang ngay, trừ những gì đã in hay đã gửi đi.'),
    ('en', 'I agree that my name and my story are told in articles on the portal Phụ nữ số. I read each article about me before it is published. I may refuse, or withdraw at any time, without any disadvantage; when I withdraw, what names me leaves the portal at once, but for what was printed or sent already.')
  ) w (locale, body)
  WHERE EXISTS (SELECT FROM consent_text c WHERE c.purpose = 'name_in_story' AND c.locale = w.locale)
    AND NOT EXISTS (SELECT FROM consent_text c WHERE c.purpose = 'name_in_story' AND c.edition >= 2);
