import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { inVietnamese, published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput } from '../article';
import { findPublishedArticle, listPublishedAddresses, listPublishedNewest } from '../queries';
import { findPublishedUntranslated } from '../translations/untranslated-queries';
import { warnedIn } from './warned';

const HOUR = 3_600_000;
let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const warned = async (commune?: string | readonly string[]) =>
  (await listPublishedNewest('vi', { alert: 9 }, commune)).alert.map(({ id }) => id);

async function alert(communeIds: string[], end: Date | null): Promise<string> {
  const id = await published(editor, writing(union.province, { kind: 'alert', communeIds }));
  await db.publication.updateMany({
    where: { articleId: id },
    data: { plannedAt: new Date(Date.now() - 48 * HOUR), plannedEnd: end },
  });
  return id;
}

test('an alert of the whole city holds everywhere, one of a commune there alone', async () => {
  const city = await alert([], null);
  const here = await alert([union.longHung.id], new Date(Date.now() + HOUR));
  expect(await warned()).toEqual([city]);
  expect(new Set(await warned(union.longHung.slug))).toEqual(new Set([city, here]));
  expect(await warned(union.trangDai.slug)).toEqual([city]);
});

test('of many alerts those of the commune come first, and none of them is cut off for a newer one of the city', async () => {
  const [first, second] = [await alert([union.trangDai.id], null), await alert([union.trangDai.id], null)];
  const city = [await alert([], null), await alert([], null)];
  const { alert: two } = await listPublishedNewest('vi', { alert: 2, news: 1 }, union.trangDai.slug);
  expect(two.map(({ id }) => id)).toEqual([second, first]);
  const { alert: six } = await listPublishedNewest('vi', { alert: 6 }, union.trangDai.slug);
  expect(six.slice(0, 4).map(({ id }) => id)).toEqual([second, first, ...city.reverse()]);
  expect((await listPublishedNewest('vi', { alert: 6 })).alert.map(({ id }) => id)).not.toContain(first);
});

test('an alert whose end has come warns nobody, before any clock has taken it off', async () => {
  const over = await alert([], new Date(Date.now() - HOUR));
  expect(await warned()).not.toContain(over);
});

test('a piece warns its readers of what the whole city and any commune that it names is warned of, and of no other one; an alert of nothing else', async () => {
  const end = new Date(Date.now() + HOUR);
  const [city, here, there] = [
    await alert([], end),
    await alert([union.longHung.id], end),
    await alert([union.trangDai.id], end),
  ];
  const held = async (change: Partial<DraftInput>) => {
    const id = await published(editor, writing(union.province, change));
    const kind = change.kind ?? 'story';
    const slug = (await listPublishedAddresses('vi')).find((each) => each.id === id)?.slug ?? '';
    const article = await findPublishedArticle('vi', kind, slug);
    const places = article && 'places' in article ? warnedIn(article) : [];
    const all = new Set(
      places ? (await listPublishedNewest('vi', { alert: 50 }, places)).alert.map((one) => one.id) : [],
    );
    return [city, here, there].map((one) => all.has(one));
  };
  expect(await held({ communeIds: [union.longHung.id] })).toEqual([true, true, false]);
  expect(await held({ kind: 'news', communeIds: [union.longHung.id, union.trangDai.id] })).toEqual([true, true, true]);
  expect(await held({ communeIds: [] })).toEqual([true, false, false]);
  expect(await held({ kind: 'guide', communeIds: [] })).toEqual([true, false, false]);
  expect(await held({ kind: 'alert', communeIds: [union.longHung.id] })).toEqual([false, false, false]);
});

test('readers are told until when it holds; news have no such end', async () => {
  const end = new Date(Date.now() + HOUR);
  const id = await alert([], end);
  const news = await published(editor, writing(union.province, { kind: 'news' }));
  const { alert: alerts, news: told } = await listPublishedNewest('vi', { alert: 9, news: 9 });
  expect(alerts.find((one) => one.id === id)?.until).toBe(end.toISOString());
  expect(told.find((one) => one.id === news)?.until).toBeNull();
});

test('an alert that readers have in Vietnamese alone warns who reads English too, at the address that lends it, while it holds', async () => {
  const only = await published(editor, writing(union.province, { kind: 'alert', communeIds: [], ...inVietnamese }));
  const here = await published(
    editor,
    writing(union.province, { kind: 'alert', communeIds: [union.trangDai.id], ...inVietnamese }),
  );
  const both = await alert([], null);
  const inEnglish = async (commune?: string) => (await listPublishedNewest('en', { alert: 9 }, commune)).alert;
  const found = async (id: string, commune?: string) => (await inEnglish(commune)).filter((one) => one.id === id);
  const [lent] = await found(only);
  expect(lent?.told).toBe('vi');
  expect(await findPublishedUntranslated('en', 'alert', lent?.slug ?? '')).toMatchObject({ id: only });
  expect((await found(both)).map(({ told }) => told)).toEqual([undefined]);
  expect([await found(here), await found(here, union.longHung.slug)]).toEqual([[], []]);
  expect((await found(here, union.trangDai.slug)).map(({ told }) => told)).toEqual(['vi']);
  expect((await inEnglish(union.trangDai.slug))[0]?.id).toBe(here);
  expect((await listPublishedNewest('vi', { alert: 9 })).alert.find(({ id }) => id === only)?.told).toBeUndefined();
  expect((await listPublishedNewest('en', { alert: 2 })).alert).toHaveLength(2);

  const over = { plannedAt: new Date(Date.now() - 2 * HOUR), plannedEnd: new Date(Date.now() - HOUR) };
  await db.publication.updateMany({ where: { articleId: only }, data: over });
  expect(await found(only)).toEqual([]);
  const slugs = await db.articleSlug.findMany({ where: { articleId: here }, select: { slug: true }, take: 2 });
  expect(slugs).toHaveLength(1);
  // its address is another's own in English: nothing there would be this alert
  const other = await published(editor, writing(union.province, { kind: 'alert' }));
  await db.articleSlug.updateMany({ where: { articleId: other, locale: 'en' }, data: { slug: slugs[0]?.slug ?? '' } });
  expect(await found(here, union.trangDai.slug)).toEqual([]);
});
