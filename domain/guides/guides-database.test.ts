import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { searchPublished } from '@/domain/search/queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type GuideParts, rowsOf } from './guide';
import { findPublishedGuide } from './queries';

let union: TestUnion;
let editor: Viewer;

const parts: GuideParts = {
  needs: ['Điện thoại có mạng'],
  steps: [
    { title: 'Mở máy', body: 'Bấm nút bên cạnh.', drawing: { screen: 'app', beside: 'phone' } },
    { title: 'Gõ xâu chữ kỳ lạ', body: 'Gõ chậm.', drawing: { screen: 'form', beside: 'key' } },
  ],
  troubles: [{ title: 'Máy không lên', body: 'Cắm sạc.' }],
};

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const textsOf = (articleId: string) =>
  db.editionText.findMany({
    where: { edition: { articleId } },
    select: { id: true, locale: true, edition: { select: { number: true } } },
    take: 10,
  });

const kept = (textId: string, of: GuideParts) =>
  db.guideStep.createMany({ data: rowsOf(of).map((row, at) => ({ textId, position: at + 1, ...row })) });

async function publishedGuide(): Promise<string> {
  const id = await drafted(editor, writing(union.province, { kind: 'guide' }));
  for (const { id: textId } of await textsOf(id)) await kept(textId, parts);
  await bringOut(editor, id);
  return id;
}

test('readers get the parts in their order, once the guide is public', async () => {
  const draft = await drafted(editor, writing(union.province, { kind: 'guide' }));
  expect(await findPublishedGuide('vi', draft)).toBeNull();
  const id = await publishedGuide();
  expect(await findPublishedGuide('vi', id)).toEqual({ ...parts, reviewedOn: null, reviewOn: null });
});

test('a guide is found by the words of its steps', async () => {
  await publishedGuide();
  const { articles } = (await searchPublished('vi', 'xau chu ky la')).articles;
  expect(articles.map(({ kind }) => kind)).toContain('guide');
});

test('two steps of a guide cannot have the same drawing, and a step has one', async () => {
  const id = await drafted(editor, writing(union.province, { kind: 'guide' }));
  const [text] = await textsOf(id);
  const step = { textId: text?.id ?? '', title: 'Bước', body: '', screen: 'app', beside: 'key' };
  await db.guideStep.create({ data: { ...step, position: 1 }, select: { id: true } });
  await expect(db.guideStep.create({ data: { ...step, position: 2 } })).rejects.toThrow(/unique/i);
  await expect(db.guideStep.create({ data: { ...step, position: 3, beside: null } })).rejects.toThrow(/step_is_drawn/);
});

test('the steps of an approved text stand fast; a new edition begins with them', async () => {
  const id = await publishedGuide();
  const [text] = await textsOf(id);
  await expect(db.guideStep.deleteMany({ where: { textId: text?.id ?? '' } })).rejects.toThrow(/approved/);
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province, { titleVi: 'Tựa mới của cẩm nang' });
  const result = await editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
  expect(result.ok).toBe(true);
  const next = (await textsOf(id)).filter(({ edition }) => edition.number === 2);
  expect(next.length).toBe(2);
  for (const { id: textId } of next) expect(await db.guideStep.count({ where: { textId } })).toBe(rowsOf(parts).length);
});

test('a guide is looked at again after it was looked at', async () => {
  const id = await publishedGuide();
  const dates = (reviewedOn: string, reviewOn: string) =>
    db.article.update({
      where: { id },
      data: { reviewedOn: new Date(reviewedOn), reviewOn: new Date(reviewOn) },
      select: { id: true },
    });
  await dates('2026-11-02', '2027-05-02');
  expect(await findPublishedGuide('vi', id)).toMatchObject({ reviewedOn: '2026-11-02', reviewOn: '2027-05-02' });
  await expect(dates('2026-11-02', '2026-11-02')).rejects.toThrow(/review_follows/);
});
