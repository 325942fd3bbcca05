import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { publishArticle, withdrawArticle } from '@/domain/newsroom/publish-commands';
import { db } from '@/prisma/client';
import {
  another,
  bringOut,
  published,
  submitted,
  verified,
  versionOf,
  withdrawing,
  writing,
} from '@/test/stages/articles';
import { rewrite } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findArticle } from '../draft-queries';
import { findPublishedArticle } from '../queries';

let union: TestUnion;
let editor: Viewer;
let count = 0;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

/** What stands beside the words that readers of a language have. */
async function read(articleId: string, locale: Locale) {
  const slug = (await findArticle(editor, articleId))?.slugs[locale] ?? '';
  const article = await findPublishedArticle(locale, 'story', slug);
  if (!article || 'movedTo' in article) return null;
  return { title: article.title, places: article.places.map((each) => each.slug), source: article.source?.name };
}

const moved = () => ({ places: [union.trangDai.slug], source: verified.sourceName });
const words = () => ({ titleVi: `Bản sửa số ${++count} bằng tiếng Việt`, titleEn: `Correction number ${count}` });

/** A public piece of Long Hưng whose next edition brings another place, another source and other words, and went out in some languages. */
async function corrected(locales: Locale[], change: object = words()) {
  const input = writing(union.province, { communeIds: [union.longHung.id], sourceName: 'Báo cũ' });
  const id = await published(editor, input);
  const before = await read(id, 'vi');
  const { kind: _kind, unitId: _unit, ...same } = input;
  const beside = { communeIds: [union.trangDai.id], ...verified };
  expect(await rewrite(editor, id, { ...same, ...beside, ...change })).toBe('saved');
  if (locales.length > 0) await bringOut(editor, id, locales);
  return { id, before };
}

const putOut = async (articleId: string, locale: Locale, hour = {}) => {
  const version = await versionOf(editor, articleId);
  const result = await publishArticle(editor, { articleId, version, locales: [locale], ...hour });
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};

test('English that goes out today changes no place or source of the Vietnamese page, whose words come tomorrow; both begin with those', async () => {
  const { id, before } = await corrected(['en']);
  expect(await read(id, 'vi')).toEqual(before);
  await putOut(id, 'vi', { day: addDays(today(), 1), time: '07:00' });
  expect(await read(id, 'vi')).toEqual(before);
  expect(await findArticle(editor, id)).toMatchObject({ moving: true });

  const past = { plannedAt: new Date(Date.now() - 60_000), createdAt: new Date(Date.now() - 86_400_000) };
  await db.publication.updateMany({ where: { articleId: id, publishedAt: null }, data: past });
  await settleDuePublications();
  expect(await read(id, 'vi')).toMatchObject({ ...moved(), title: expect.stringContaining('Bản sửa') });
  expect(await read(id, 'en')).toMatchObject(moved());
  expect(await findArticle(editor, id)).toMatchObject({ moving: false });
});

test('published by hand the second language brings them to both, and pages of the old place and of the new one are told', async () => {
  const { id, before } = await corrected(['vi']);
  expect(await read(id, 'vi')).toMatchObject({ places: before?.places, title: expect.stringContaining('Bản sửa') });
  const { shown } = await putOut(id, 'en');
  expect(new Set(shown.flatMap(({ places }) => places))).toEqual(new Set([union.longHung.slug, union.trangDai.slug]));
  expect([await read(id, 'vi'), await read(id, 'en')]).toMatchObject([moved(), moved()]);
});

test('a language whose words the edition does not change waits for nothing, and nothing waits for it', async () => {
  const { id } = await corrected(['vi'], { titleVi: words().titleVi });
  expect([await read(id, 'vi'), await read(id, 'en')]).toMatchObject([moved(), moved()]);
});

test('once the language that they waited for is withdrawn they begin with the other', async () => {
  const { id } = await corrected(['vi']);
  const withdrawn = await withdrawArticle(editor, { ...withdrawing(id), locales: ['en'] });
  if (!withdrawn.ok) throw new Error(withdrawn.problem);
  const told = new Set(withdrawn.value.shown.flatMap(({ places }) => places));
  expect(told).toEqual(new Set([union.longHung.slug, union.trangDai.slug]));
  expect(await read(id, 'vi')).toMatchObject(moved());
  expect(await read(id, 'en')).toBeNull();
});

test('of an approved edition that has not gone out they begin as well once the language whose words it changes is withdrawn', async () => {
  const { id } = await corrected([], { titleEn: words().titleEn });
  await submitted(editor, id);
  const approval = { articleId: id, version: await versionOf(editor, id), locales: [] };
  expect(await approveArticle(await another(editor), approval)).toMatchObject({ ok: true });
  expect(await read(id, 'vi')).not.toMatchObject(moved());
  const withdrawn = await withdrawArticle(editor, { ...withdrawing(id), locales: ['en'] });
  expect(withdrawn).toMatchObject({ ok: true });
  expect(await read(id, 'vi')).toMatchObject(moved());
});

test('what an edition was to bring is past once a later one has brought its own', async () => {
  const { id } = await corrected(['en']);
  const { titleVi } = words();
  const kept = await db.editionText.findFirstOrThrow({
    where: { edition: { articleId: id, number: 2 }, locale: 'en' },
    select: { title: true, summary: true },
  });
  const same = { titleEn: kept.title, summaryEn: kept.summary, bodyEn: writing(union.province).bodyEn };
  expect(await rewrite(editor, id, { titleVi, ...same, communeIds: [], wholeCity: 'on' })).toBe('saved');
  await bringOut(editor, id, ['vi']);
  expect(await read(id, 'vi')).toMatchObject({ title: titleVi, places: [] });
  await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi'] });
  expect(await read(id, 'en')).toMatchObject({ places: [] });
});
