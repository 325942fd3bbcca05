import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { type Settled, settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { publishArticle, unscheduleArticle } from '@/domain/newsroom/publish-commands';
import { db } from '@/prisma/client';
import { another, published, submitted, verified, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput } from '../article';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { findPublishedArticle } from '../queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

async function made(change: Partial<DraftInput> = {}) {
  const input = writing(union.province, { communeIds: [union.longHung.id], ...change });
  const id = await published(editor, input);
  return { id, input, slug: (await findArticle(editor, id))?.slugs.vi ?? '' };
}

async function edited(id: string, { kind: _kind, unitId: _unit, ...words }: DraftInput) {
  const result = await editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

async function read(slug: string) {
  const article = await findPublishedArticle('vi', 'story', slug);
  if (!article || 'movedTo' in article) throw new Error('not there');
  return { places: article.places.map((place) => place.slug), source: article.source };
}

const tomorrow = () => ({ day: addDays(today(), 1), time: '07:00' });
/** Words and places of a correction, approved by somebody else in these languages, with an hour or without. */
async function corrected(change: Partial<DraftInput>, locales: ('vi' | 'en')[], hour = {}) {
  const article = await made();
  const before = await read(article.slug);
  await edited(article.id, { ...article.input, ...verified, communeIds: [union.trangDai.id], ...change });
  await submitted(editor, article.id);
  const form = { articleId: article.id, version: await versionOf(editor, article.id), locales, ...hour };
  const approved = await approveArticle(await another(editor), form);
  if (!approved.ok) throw new Error(approved.problem);
  return { ...article, before, shown: approved.value.shown };
}
const now = async (articleId: string) => ({
  articleId,
  version: await versionOf(editor, articleId),
  locales: ['vi' as const],
});
const moved = () => ({ places: [union.trangDai.slug], source: { name: verified.sourceName } });
const bothPlaces = () => new Set([union.longHung.slug, union.trangDai.slug]);
/** The minute has come: two processes put out what is due. */
async function settleTwice(articleId: string): Promise<Settled[]> {
  const past = { plannedAt: new Date(Date.now() - 60_000), createdAt: new Date(Date.now() - 86_400_000) };
  await db.publication.updateMany({ where: { articleId, publishedAt: null }, data: past });
  const done: Settled[] = [];
  const settle = () => settleDuePublications(undefined, (each) => done.push(each));
  await Promise.all([settle(), settle()]);
  return done.filter(({ shown }) => shown.some(({ id }) => id === articleId));
}

test.each([
  ['with other words', { titleVi: 'Bản sửa đã hẹn giờ' }],
  ['with the same words', {}],
])(
  'of a correction %s that has its hour places and source are read from that minute on, and not from its approval',
  async (_name, change) => {
    const { id, slug, before, shown } = await corrected(change, ['vi'], tomorrow());
    expect(shown.flatMap(({ places }) => places)).not.toContain(union.trangDai.slug);
    expect(await read(slug)).toEqual(before);
    expect(await findArticle(editor, id)).toMatchObject({ moving: true, communeIds: [union.trangDai.id] });
    const done = await settleTwice(id);
    expect(done).toHaveLength(1);
    // pages of the place that it left and of the one that it came to are drawn anew
    expect(new Set(done[0]?.shown.flatMap(({ places }) => places))).toEqual(bothPlaces());
    expect(await read(slug)).toMatchObject(moved());
    expect(await findArticle(editor, id)).toMatchObject({ moving: false });
  },
);

test('published with its approval, or by hand after it, a correction brings them in that moment', async () => {
  const atOnce = await corrected({ titleVi: 'Đăng khi duyệt' }, ['vi']);
  expect(new Set(atOnce.shown.flatMap(({ places }) => places))).toEqual(bothPlaces());
  expect(await read(atOnce.slug)).toMatchObject(moved());
  const later = await corrected({ titleVi: 'Duyệt rồi mới đăng' }, []);
  expect(await read(later.slug)).toEqual(later.before);
  const published = await publishArticle(editor, await now(later.id));
  if (!published.ok) throw new Error(published.problem);
  expect(new Set(published.value.shown.flatMap(({ places }) => places))).toEqual(bothPlaces());
  expect(await read(later.slug)).toMatchObject(moved());
});

test('of a correction whose hour was taken back they wait, and go on into the edition that is written behind it', async () => {
  const { id, slug, input, before } = await corrected({ titleVi: 'Hẹn rồi thôi' }, ['vi'], tomorrow());
  expect((await unscheduleArticle(editor, { articleId: id, locales: [] })).ok).toBe(true);
  expect(await read(slug)).toEqual(before);
  await edited(id, { ...input, ...verified, communeIds: [union.trangDai.id], titleVi: 'Viết tiếp' });
  expect(await findArticle(editor, id)).toMatchObject({ number: 3, moving: true, communeIds: [union.trangDai.id] });
  await submitted(editor, id);
  expect((await approveArticle(await another(editor), await now(id))).ok).toBe(true);
  expect(await read(slug)).toMatchObject(moved());
});
