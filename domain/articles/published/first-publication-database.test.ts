import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { bringOut, published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { editArticle } from '../commands';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

/** The publications of an article in a language, the oldest first. */
const publications = (articleId: string, locale = 'vi') =>
  db.publication.findMany({
    where: { articleId, locale },
    orderBy: { publishedAt: 'asc' },
    select: { publishedAt: true, firstAt: true, textId: true },
    take: 10,
  });

/** An article that was corrected once after it was public. */
async function corrected(): Promise<string> {
  const input = writing(union.province);
  const id = await published(editor, input);
  const { kind: _kind, unitId: _unit, ...words } = input;
  await editArticle(editor, {
    ...words,
    summaryVi: 'Đã sửa lại cho đúng.',
    articleId: id,
    version: await versionOf(editor, id),
  });
  await bringOut(editor, id);
  return id;
}

test('every publication of an article says when it was first public in its language, to the millisecond', async () => {
  const rows = await publications(await corrected());
  expect(rows).toHaveLength(2);
  expect(rows.map(({ firstAt }) => firstAt)).toEqual([rows[0]?.publishedAt, rows[0]?.publishedAt]);
  expect(rows[1]?.publishedAt).not.toEqual(rows[0]?.publishedAt);
});

test('one that was public before all others is the first, also when it is written down last', async () => {
  const id = await corrected();
  const [first] = await publications(id);
  const at = new Date('2026-01-02T03:04:05.678Z');
  await db.$executeRaw`INSERT INTO publication (id, article_id, locale, text_id, planned_at, published_at, ended_at, end_reason)
    VALUES (gen_random_uuid(), ${id}::uuid, 'vi', ${first?.textId}::uuid, ${at}, ${at}, ${at}::timestamptz + interval '1 day', 'superseded')`;
  expect((await publications(id)).map(({ firstAt }) => firstAt)).toEqual([at, at, at]);
});

test('what is planned was not public yet, and nobody says otherwise', async () => {
  const id = await published(editor, writing(union.province));
  const said = db.$executeRaw`UPDATE publication SET first_at = published_at + interval '1 hour' WHERE article_id = ${id}::uuid AND locale = 'vi'`;
  await expect(said).rejects.toThrow('first_publication');
  const unsaid = db.$executeRaw`UPDATE publication SET first_at = NULL WHERE article_id = ${id}::uuid AND locale = 'vi'`;
  await expect(unsaid).rejects.toThrow('first_publication');
});
