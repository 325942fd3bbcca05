import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { findWaitingArticles } from '@/domain/newsroom/waiting-queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { editArticle } from '../commands';
import { listPublishedArticles, listPublishedNewest } from '../queries';
import { arrangeFront } from './front-commands';
import { findFrontOrder, foreseeFront } from './front-queries';

let union: TestUnion;
let editor: Viewer;
let official: Viewer;
let colleague: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  official = await makeViewer('commune_official', union.longHung);
  colleague = await makeViewer('commune_official', union.longHung);
});

/** A piece of news of Long Hưng, approved by somebody with the roles of `approver`. */
async function letOut(approver: Viewer): Promise<string> {
  const id = await drafted(official, writing(union.longHung, { kind: 'news', communeIds: [union.longHung.id] }));
  await bringOut(approver, id);
  return id;
}
const onFront = async () => (await listPublishedNewest('vi', { news: 9 })).news.map(({ id }) => id);
const foreseen = async () =>
  (await foreseeFront(editor, 'vi', today())).filter(({ spot }) => spot === 'home_news').map(({ id }) => id);
const ofCommune = async () =>
  (await listPublishedNewest('vi', { news: 9 }, union.longHung.slug)).news.map(({ id }) => id);
const listed = async () => (await listPublishedArticles('vi', { kind: 'news' })).articles.map(({ id }) => id);

/** The city puts it first on the front page, alone. */
async function pin(id: string, drawnAt?: string): Promise<void> {
  const version = (await findFrontOrder(editor, 'home_news'))?.version ?? 0;
  const line = { articleId: { 'line-0': id }, from: { 'line-0': today() }, to: {} };
  expect((await arrangeFront(editor, { spot: 'home_news', version, drawnAt, ...line })).ok).toBe(true);
}

test('what a commune approves stands on its own page and in the list, and comes to the front page by the hand of the city alone', async () => {
  const id = await letOut(official);
  expect([(await ofCommune()).includes(id), (await listed()).includes(id)]).toEqual([true, true]);
  expect([(await onFront()).includes(id), (await foreseen()).includes(id)]).toEqual([false, false]);
  await pin(id);
  expect([(await onFront())[0], (await foreseen()).includes(id)]).toEqual([id, true]);
});

test('what the city approves of a commune comes to the front page by itself', async () => {
  const id = await letOut(editor);
  expect([(await onFront()).includes(id), (await ofCommune()).includes(id)]).toEqual([true, true]);
});

describe('a piece of a commune that the city put on the front page, and whose commune changed it since,', () => {
  const titlesOnFront = async () => (await listPublishedNewest('vi', { news: 9 })).news.map(({ title }) => title);
  const waits = async (viewer: Viewer, id: string) =>
    (await findWaitingArticles(viewer, 50)).toFront.first.some((one) => one.id === id);
  const lineOf = async (id: string) =>
    (await findFrontOrder(editor, 'home_news'))?.lines.find(({ articleId }) => articleId === id);

  /** Writes another title, which this second person approves, at once or for tomorrow. */
  async function correct(id: string, titleVi: string, approver: Viewer, hour = {}): Promise<void> {
    const {
      kind: _kind,
      unitId: _unit,
      ...words
    } = writing(union.longHung, {
      titleVi,
      communeIds: [union.longHung.id],
    });
    const edited = await editArticle(official, { ...words, articleId: id, version: await versionOf(official, id) });
    expect(edited.ok).toBe(true);
    await submitted(official, id);
    const read = { articleId: id, version: await versionOf(official, id), locales: ['vi' as const, 'en' as const] };
    expect(await approveArticle(approver, { ...read, ...hour })).toMatchObject({ ok: true });
  }

  test('stands there no more until the city arranges it again, and waits for the city alone', async () => {
    const id = await letOut(colleague);
    await pin(id);
    await correct(id, 'Đổi tiêu đề sau khi xếp', colleague);
    expect([await onFront(), await foreseen()].flat()).not.toContain(id);
    expect([await ofCommune(), await listed()].every((ids) => ids.includes(id))).toBe(true);
    expect([await waits(editor, id), await waits(colleague, id)]).toEqual([true, false]);
    expect(await lineOf(id)).toMatchObject({ waits: true });
    await pin(id);
    expect((await titlesOnFront())[0]).toBe('Đổi tiêu đề sau khi xếp');
    expect([await waits(editor, id), (await lineOf(id))?.waits]).toEqual([false, false]);
  });

  test('does not come there either by a form that stood open while it was changed', async () => {
    const id = await letOut(colleague);
    const drawnAt = new Date().toISOString();
    await correct(id, 'Đổi trong lúc thành phố xếp', colleague);
    await pin(id, drawnAt);
    expect(await titlesOnFront()).not.toContain('Đổi trong lúc thành phố xếp');
    expect([await waits(editor, id), (await lineOf(id))?.waits]).toEqual([true, true]);
  });

  test('stays where the city approved the change, and one that had its hour as it was put there comes at its hour', async () => {
    const id = await letOut(colleague);
    await pin(id);
    await correct(id, 'Thành phố duyệt bản sửa', await makeViewer('province_official', union.province));
    expect((await titlesOnFront())[0]).toBe('Thành phố duyệt bản sửa');
    await correct(id, 'Hẹn giờ rồi mới xếp', colleague, { day: addDays(today(), 1), time: '07:00' });
    await pin(id);
    await db.publication.updateMany({ where: { articleId: id, publishedAt: null }, data: { plannedAt: new Date() } });
    await settleDuePublications();
    expect((await titlesOnFront())[0]).toBe('Hẹn giờ rồi mới xếp');
    expect(await waits(editor, id)).toBe(false);
  });
});
