-- The wording that whoever waits for a class agrees to. A database without wordings gets them with its first data.
INSERT INTO consent_text (id, purpose, locale, edition, body, sha256)
SELECT app.uuid7(), 'topic_wait', v.locale, 1, v.body, sha256(convert_to(v.body, 'UTF8')) FROM (VALUES
  ('vi', 'Tôi đồng ý để Hội Liên hiệp Phụ nữ dùng tên, số điện thoại, xã, phường và điều tôi muốn học để báo và mời tôi khi mở lớp. Chỉ cán bộ Hội phụ trách xem được; một năm sau ngày tôi ghi ở đây thì xóa. Tôi nhờ xóa lúc nào cũng được.'),
  ('en', 'I agree that the Women’s Union uses my name, my phone number, my commune and what I want to learn to tell me of a class and to invite me when one opens. Only the officials in charge can see it; it is deleted a year after I wrote it. I may have it deleted at any time.')
) v (locale, body) WHERE EXISTS (SELECT FROM consent_text);
