import type pg from 'pg';
import { createAccountWithRole } from '../../../../test/factories/accounts';
import { createArticle } from '../../../../test/factories/articles';
import { createConsent, createConsentText } from '../../../../test/factories/consents';
import { createMember } from '../../../../test/factories/people';
import { type Made, newId, write } from '../../../../test/factories/write';

/** A story in public that names a woman who has said no since, and an alert that one has put out at once. */
export async function namedInPublic(database: pg.Client, here: Made, author: Made): Promise<string[]> {
  const approver = await createAccountWithRole(database, 'commune_official', [here]);
  const piece = { unit: here, author, approver };
  const name = 'Nguyễn Thị Hoa Mơ';
  const woman = await createMember(database, here, { name });
  const story = await createArticle(database, { ...piece, kind: 'story', title: `Chị ${name} dạy cả xóm gọi video` });
  await createConsentText(database, 'name_in_story');
  await createConsent(database, woman, 'name_in_story', { answer: 'refused', at: new Date().toISOString() });
  return [`/admin/articles/${story.id}`, `/admin/articles/${await forcedAlert(database, piece)}`];
}

async function forcedAlert(database: pg.Client, piece: Record<'unit' | 'author' | 'approver', Made>): Promise<string> {
  const { id, editionId } = await createArticle(database, { ...piece, kind: 'alert', state: 'draft' });
  await database.query(
    `UPDATE article SET source_name = 'Công an tỉnh', source_url = 'https://congan.dongnai.gov.vn/canh-bao' WHERE id = $1`,
    [id],
  );
  await database.query(
    `INSERT INTO alert_part (id, text_id, position, part, title, number)
     SELECT app.uuid7(), t.id, p.position, p.part::alert_part_kind, p.title, p.number FROM edition_text t,
       (VALUES (1, 'sign', 'Số lạ gọi đến', NULL), (2, 'step', 'Tắt máy', NULL), (3, 'hotline', 'Công an', '113')) p (position, part, title, number)
     WHERE t.edition_id = $1`,
    [editionId],
  );
  const decided = { edition_id: editionId, decided_at: new Date().toISOString() };
  const forced = { ...decided, kind: 'forced', remark: 'Đang có người bị lừa', decided_by_id: piece.approver.id };
  await write(database, [
    ['edition_decision', { id: newId(), ...decided, kind: 'submitted', decided_by_id: piece.author.id }],
    ['edition_decision', { id: newId(), ...forced }],
  ]);
  await database.query(
    `INSERT INTO publication (id, article_id, locale, text_id, planned_at, published_at)
     SELECT app.uuid7(), $1, t.locale, t.id, now(), now() FROM edition_text t WHERE t.edition_id = $2 AND t.locale = 'vi'`,
    [id, editionId],
  );
  return id;
}
