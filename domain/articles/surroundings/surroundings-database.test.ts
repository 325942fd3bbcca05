import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { approveArticle, forceAlert, submitArticle } from '@/domain/newsroom/decision-commands';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { db } from '@/prisma/client';
import {
  another,
  drafted,
  makeSkill,
  published,
  stepped,
  submitted,
  untilNextWeek,
  urgent,
  verified,
  versionOf,
  writing,
} from '@/test/stages/articles';
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

async function read(slug: string, kind: 'story' | 'alert' = 'story') {
  const article = await findPublishedArticle('vi', kind, slug);
  if (!article || 'movedTo' in article) throw new Error('not there');
  return { places: article.places.map((place) => place.slug), source: article.source };
}

test('other places and another source of public words are read once a second person has approved them, and not before', async () => {
  const { id, input, slug } = await made();
  const before = await read(slug);
  const moved = { ...input, ...verified, communeIds: [union.trangDai.id] };
  expect((await edited(id, moved)).shown.flatMap(({ places }) => places)).not.toContain(union.trangDai.slug);
  expect(await read(slug)).toEqual(before);
  expect(before.places).toEqual([union.longHung.slug]);
  expect(await findArticle(editor, id)).toMatchObject({
    number: 2,
    moving: true,
    communeIds: [union.trangDai.id],
    source: { name: verified.sourceName, url: verified.sourceUrl },
  });
  expect(await findStanding(editor, id)).toMatchObject({ editionState: 'draft', wrote: true });

  await submitted(editor, id);
  const form = async () => ({ articleId: id, version: await versionOf(editor, id), locales: [] });
  expect(await approveArticle(editor, await form())).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await read(slug)).toEqual(before);
  const approved = await approveArticle(await another(editor), await form());
  if (!approved.ok) throw new Error(approved.problem);
  // pages of the place that it left and of the one that it came to are drawn anew
  const drawn = new Set(approved.value.shown.flatMap(({ places }) => places));
  expect(drawn).toEqual(new Set([union.longHung.slug, union.trangDai.slug]));
  expect(await read(slug)).toMatchObject({ places: [union.trangDai.slug], source: { name: verified.sourceName } });
  expect(await findArticle(editor, id)).toMatchObject({ moving: false, state: 'published' });
});

test('who writes on in the edition that waits keeps its places, and may take them back', async () => {
  const { id, input, slug } = await made();
  await edited(id, { ...input, communeIds: [union.trangDai.id] });
  await edited(id, { ...input, communeIds: [union.trangDai.id], titleVi: 'Tựa sửa lại' });
  expect(await findArticle(editor, id)).toMatchObject({ number: 2, communeIds: [union.trangDai.id] });
  await edited(id, input);
  expect(await findArticle(editor, id)).toMatchObject({ number: 2, communeIds: [union.longHung.id] });
  expect((await read(slug)).places).toEqual([union.longHung.slug]);
});

test('of a text that nobody has approved yet places and source are those of the article at once', async () => {
  const input = writing(union.province);
  const id = await drafted(editor, input);
  await edited(id, { ...input, communeIds: [union.trangDai.id] });
  expect(await findArticle(editor, id)).toMatchObject({ number: 1, moving: false, communeIds: [union.trangDai.id] });
});

test('who verified a public alert is told to readers as it was approved', async () => {
  const { id, input, slug } = await made({ kind: 'alert', ...verified });
  await edited(id, { ...input, sourceName: 'Người lạ', sourceUrl: 'https://la.example.vn' });
  expect((await read(slug, 'alert')).source).toMatchObject({ name: verified.sourceName });
});

const unplaced = (change: Partial<DraftInput> = {}) => writing(union.province, { wholeCity: undefined, ...change });
const both = async (articleId: string) => ({
  articleId,
  version: await versionOf(editor, articleId),
  locales: ['vi' as const, 'en' as const],
});
const refused = (kind: DraftInput['kind']) => ({
  ok: false,
  problem: kind === 'alert' ? 'alert-place-needed' : 'place-or-topic-needed',
});

test.each(['news', 'story', 'alert'] as const)(
  'a piece of kind %s that says neither where it is of nor about what is not handed on, approved, put out or given an hour',
  async (kind) => {
    const id = await drafted(editor, unplaced({ kind }));
    expect(await submitArticle(editor, await both(id))).toEqual(refused(kind));
    if (kind === 'alert')
      expect(await forceAlert(editor, { ...(await both(id)), ...untilNextWeek(), ...urgent })).toEqual(refused(kind));
    const article = { where: { id }, select: { id: true } };
    await db.article.update({ ...article, data: { wholeCity: true } });
    await submitted(editor, id);
    await db.article.update({ ...article, data: { wholeCity: false } });
    expect(await approveArticle(await another(editor), { ...(await both(id)), locales: [] })).toEqual(refused(kind));
    await db.article.update({ ...article, data: { wholeCity: true } });
    expect(await approveArticle(await another(editor), { ...(await both(id)), locales: [] })).toMatchObject({
      ok: true,
    });
    await db.article.update({ ...article, data: { wholeCity: false } });
    expect(await publishArticle(editor, { ...(await both(id)), ...untilNextWeek() })).toEqual(refused(kind));
    const hour = { day: addDays(today(), 1), time: '08:00', ...untilNextWeek() };
    expect(await publishArticle(editor, { ...(await both(id)), ...hour })).toEqual(refused(kind));
  },
);

test('a commune, the whole city, a topic, or being of a commune’s own unit is enough; an alert of a commune that names none says that it is of the whole city', async () => {
  await makeSkill('vneid');
  const said = [
    unplaced({ communeIds: [union.longHung.id] }),
    unplaced({ wholeCity: 'on' }),
    unplaced({ topics: ['vneid'] }),
  ];
  for (const input of [...said, unplaced({ unitId: union.longHung.id }), unplaced({ kind: 'guide' })]) {
    const id = await drafted(editor, input);
    if (input.kind === 'guide') await stepped(editor, id);
    expect(await submitArticle(editor, await both(id)), JSON.stringify(input)).toMatchObject({ ok: true });
  }
  const alert = await drafted(editor, unplaced({ kind: 'alert', unitId: union.longHung.id }));
  expect(await submitArticle(editor, await both(alert))).toEqual(refused('alert'));
});

test('an alert that names a topic and no place is asked whether it is of the whole city, as one without a topic is', async () => {
  await makeSkill('scams-and-safety');
  const topics = ['scams-and-safety'];
  const [asked, said, warning] = [
    await drafted(editor, unplaced({ kind: 'alert', topics })),
    await drafted(editor, unplaced({ kind: 'alert', topics, wholeCity: 'on' })),
    await drafted(editor, unplaced({ kind: 'alert', topics, communeIds: [union.longHung.id] })),
  ];
  expect(await submitArticle(editor, await both(asked))).toEqual(refused('alert'));
  expect(await forceAlert(editor, { ...(await both(asked)), ...untilNextWeek(), ...urgent })).toEqual(refused('alert'));
  for (const id of [said, warning]) expect(await submitArticle(editor, await both(id))).toMatchObject({ ok: true });
});

test('that it is of the whole city is kept with its places: not where it names one, and of public words from the approval of the next edition', async () => {
  const { id, input } = await made();
  expect(await findArticle(editor, id)).toMatchObject({ wholeCity: false, placed: true });
  const kept = async () =>
    (await db.article.findUniqueOrThrow({ where: { id }, select: { wholeCity: true } })).wholeCity;
  await edited(id, { ...input, communeIds: [], wholeCity: 'on' });
  expect(await findArticle(editor, id)).toMatchObject({ wholeCity: true, moving: true });
  expect(await kept()).toBe(false);
  await submitted(editor, id);
  await approveArticle(await another(editor), { ...(await both(id)), locales: [] });
  expect(await kept()).toBe(true);
});
