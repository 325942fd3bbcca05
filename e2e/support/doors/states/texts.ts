import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { createAccountWithRole } from '../../../../test/factories/accounts';
import { createArticle } from '../../../../test/factories/articles';
import { createConsent, createConsentText } from '../../../../test/factories/consents';
import { type Made, newId, type Row, read, write } from '../../../../test/factories/write';

const hash = () => `\\x${randomBytes(32).toString('hex')}`;

/** Pieces that are approved, public, read by somebody else, and a story that tells of a woman. */
export async function articles(database: pg.Client, unit: Made, author: Made, woman: Made) {
  const approver = await createAccountWithRole(database, 'commune_official', [unit]);
  const piece = { unit, author, approver };
  const submitted = await createArticle(database, { ...piece, state: 'submitted' });
  const approved = await createArticle(database, { ...piece, state: 'submitted' });
  const shown = await createArticle(database, piece);
  const guide = await createArticle(database, { ...piece, kind: 'guide' });
  const story = await createArticle(database, { ...piece, kind: 'story', state: 'draft' });
  const planned = await createArticle(database, { ...piece, state: 'submitted' });
  await decide(database, [approved.editionId, planned.editionId], approver);
  await readAloud(database, story.editionId, author);
  await remark(database, submitted.editionId, approver);
  await database.query('UPDATE article SET subject_person_id = $2 WHERE id = $1', [story.id, woman.id]);
  await database.query(
    `INSERT INTO publication (id, article_id, locale, text_id, planned_at)
     SELECT app.uuid7(), $1, t.locale, t.id, now() + interval '3 days' FROM edition_text t WHERE t.edition_id = $2 AND t.locale = 'vi'`,
    [planned.id, planned.editionId],
  );
  await database.query(`UPDATE edition_text SET summary = 'Lời khác' WHERE edition_id = $1`, [story.editionId]);
  const asked = await createArticle(database, { ...piece, kind: 'alert', state: 'submitted' });
  const pages = [submitted, approved, asked, shown, guide, story, planned].map(({ id }) => `/admin/articles/${id}`);
  return [
    `/admin/articles/${submitted.id}?lang=vi&remark=0`,
    ...pages,
    `/admin/articles/${story.id}/sounds`,
    `/admin/articles/${story.id}/subject-person`,
    `/admin/articles/${story.id}/versions`,
    `/admin/articles/${guide.id}/parts`,
  ];
}

async function decide(database: pg.Client, editions: readonly string[], by: Made): Promise<void> {
  const decided = { kind: 'approved', decided_at: new Date().toISOString(), decided_by_id: by.id };
  await write(
    database,
    editions.map((edition_id): Row => ['edition_decision', { id: newId(), edition_id, ...decided }]),
  );
}

async function readAloud(database: pg.Client, editionId: string, by: Made): Promise<void> {
  const [words] = await read<Made>(
    database,
    `SELECT id FROM edition_text WHERE edition_id = '${editionId}' AND locale = 'vi'`,
  );
  const bytes = { sha256: hash(), format: 'mp3', bytes: 1_000, seconds: 3 };
  await write(database, [
    ['sound', { text_id: words?.id, ...bytes, read_by: 'Chị đọc', words_sha256: hash(), added_by_id: by.id }],
  ]);
}

async function remark(database: pg.Client, edition_id: string, by: Made): Promise<void> {
  const passage = { locale: 'vi', passage: 0, quote: 'Nội dung.' };
  await write(database, [['remark', { id: newId(), edition_id, ...passage, text: 'Rõ hơn', written_by_id: by.id }]]);
}

/** A picture with a woman in it, of whom it was asked, and other words that wait for somebody else. */
export async function pictures(database: pg.Client, picture: string, woman: Made, by: Made) {
  await createConsentText(database, 'image');
  await createConsent(database, woman, 'image', { pictureId: picture, use: 'portal' });
  await write(database, [
    ['media_person', { asset_id: picture, person_id: woman.id }],
    [
      'media_text_waiting',
      {
        asset_id: picture,
        locale: 'vi',
        alt: 'Chị em học',
        written_by_ids: `{${by.id}}`,
        written_at: new Date().toISOString(),
      },
    ],
  ]);
  return [`/admin/pictures/${picture}`, `/admin/pictures/${picture}?person=${woman.id}`];
}
