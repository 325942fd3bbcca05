import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { db } from '@/prisma/client';
import { bringOut, drafted, inVietnamese, published, submitted, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { listPublishedArticles, listPublishedNewest } from '../queries';
import type { FrontSpot } from './front';
import { arrangeFront } from './front-commands';
import { findFrontOrder, foreseeFront, listFrontChoices } from './front-queries';

let union: TestUnion;
let editor: Viewer;
const [yesterday, tomorrow] = [addDays(today(), -1), addDays(today(), 1)];

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

type Line = [articleId: string, from?: Day, to?: Day];

const versionAt = async (spot: FrontSpot) => (await findFrontOrder(editor, spot))?.version ?? 0;

/** What a form sends. */
const form = async (spot: FrontSpot, lines: Line[], version?: number) => ({
  spot,
  version: version ?? (await versionAt(spot)),
  articleId: Object.fromEntries(lines.map(([id], at) => [`line-${at}`, id])),
  from: Object.fromEntries(lines.map(([, from], at) => [`line-${at}`, from ?? today()])),
  to: Object.fromEntries(lines.map(([, , to], at) => [`line-${at}`, to])),
});
const arranged = async (spot: FrontSpot, ...lines: Line[]) => arrangeFront(editor, await form(spot, lines));

const make = (kind: 'news' | 'story' | 'guide', change = {}) =>
  published(editor, writing(union.province, { kind, ...change }));
const homeNews = async (locale: 'vi' | 'en' = 'vi') =>
  (await listPublishedNewest(locale, { news: 3 })).news.map(({ id }) => id);

describe('the front page', () => {
  test('shows those put first in their order, and the newest behind them', async () => {
    const [a, b, c, d] = [await make('news'), await make('news'), await make('news'), await make('news')];
    expect(await homeNews()).toEqual([d, c, b]);
    expect((await arranged('home_news', [b], [a])).ok).toBe(true);
    expect(await homeNews()).toEqual([b, a, d]);
    // another section, and a commune's page, know nothing of it
    expect((await listPublishedArticles('vi', { kind: 'news', spot: 'list_news' })).articles[0]?.id).toBe(d);
    await arranged('home_news');
    expect(await homeNews()).toEqual([d, c, b]);
  });

  test('a place is filled from its first day to its last, days of Viet Nam', async () => {
    const [old, newest] = [await make('news'), await make('news')];
    await arranged('home_news', [old, tomorrow]);
    expect((await homeNews())[0]).toBe(newest);
    await arranged('home_news', [old, yesterday, today()]);
    expect((await homeNews())[0]).toBe(old);
    // its last day is past: kept by the database as the first day after
    await db.$executeRaw`INSERT INTO front_arrangement (id, spot, number, arranged_by_id) VALUES (app.uuid7(), 'home_news', ${(await versionAt('home_news')) + 1}, ${editor.accountId}::uuid)`;
    await db.$executeRaw`INSERT INTO front_place (arrangement_id, position, article_id, valid_from, valid_to)
      SELECT id, 1, ${old}::uuid, ${yesterday}::date, ${today()}::date FROM front_arrangement WHERE spot = 'home_news' ORDER BY number DESC LIMIT 1`;
    expect((await homeNews())[0]).toBe(newest);
  });

  test('what is withdrawn leaves its place to the newest, and one in Vietnamese stands on that page alone', async () => {
    const vietnamese = await make('news', inVietnamese);
    const gone = await make('news');
    const newest = await make('news');
    await arranged('home_news', [gone], [vietnamese]);
    expect((await homeNews()).slice(0, 3)).toEqual([gone, vietnamese, newest]);
    expect((await homeNews('en')).slice(0, 2)).toEqual([gone, newest]);
    await withdrawArticle(editor, withdrawing(gone));
    expect((await homeNews()).slice(0, 2)).toEqual([vietnamese, newest]);
  });

  test('of two who arrange it at once one is kept, and the other sees her order', async () => {
    const [a, b] = [await make('story'), await make('story')];
    const version = await versionAt('home_story');
    const forms = await Promise.all([[[a] as Line], [[b] as Line]].map((lines) => form('home_story', lines, version)));
    const answers = await Promise.all(forms.map((one) => arrangeFront(editor, one)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const first = (await findFrontOrder(editor, 'home_story'))?.lines[0]?.title;
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
      detail: { version: String(version + 1), order: first },
    });
  });

  test('a fourth on one day, the same twice and another kind are refused, and what was there stays', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => make('guide')));
    const before = await versionAt('home_guide');
    const problemOf = async (...lines: Line[]) => {
      const answer = await arranged('home_guide', ...lines);
      return answer.ok ? null : [answer.problem, answer.detail?.day];
    };
    expect(await problemOf(...ids.map((id): Line => [id]))).toEqual(['too-many-at-once', today()]);
    expect(await problemOf([ids[0] ?? ''], [ids[0] ?? '', tomorrow])).toEqual(['twice-at-once', tomorrow]);
    expect(await problemOf([await make('news')])).toEqual(['cannot-stand-here', undefined]);
    expect(await problemOf([nothing])).toEqual(['cannot-stand-here', undefined]);
    expect(await versionAt('home_guide')).toBe(before);
  });

  test('is for who publishes for the whole city: to anybody else there is no such page', async () => {
    const id = await make('news');
    const official = await makeViewer('commune_official', union.longHung);
    const reader = await makeViewer('viewer', union.province);
    for (const viewer of [official, reader]) {
      expect(await findFrontOrder(viewer, 'home_news')).toBeNull();
      expect(await listFrontChoices(viewer, 'home_news', '')).toEqual([]);
      expect(await foreseeFront(viewer, 'vi', today())).toEqual([]);
      expect(await arrangeFront(viewer, await form('home_news', [[id]]))).toMatchObject({ problem: 'not-found' });
      const add = { ...(await form('home_news', [])), add: id };
      expect(await arrangeFront(viewer, add)).toMatchObject({ problem: 'not-found' });
    }
    const province = await makeViewer('province_official', union.province);
    expect((await arrangeFront(province, await form('home_news', [[id]]))).ok).toBe(true);
  });
});

describe('what will stand first', () => {
  test('is told of a day to come: places of that day, and what has its hour until then', async () => {
    const later = await drafted(editor, writing(union.province, { kind: 'news' }));
    await submitted(editor, later);
    const old = await make('news');
    await arranged('home_news', [old, addDays(today(), 3), addDays(today(), 3)]);
    await db.$executeRaw`UPDATE publication SET planned_end = ${new Date(Date.now() + 36 * 3_600_000)} WHERE article_id = ${old}::uuid AND locale = 'en'`;
    const on = async (days: number, locale: 'vi' | 'en' = 'vi') =>
      (await foreseeFront(editor, locale, addDays(today(), days))).filter(({ spot }) => spot === 'home_news');
    expect((await on(3))[0]).toMatchObject({ id: old, byHand: true });
    expect((await on(4)).map(({ byHand }) => byHand)).toEqual([false, false, false]);
    // in English it has left its readers by then
    expect((await on(3, 'en')).map(({ id }) => id)).not.toContain(old);
  });
});

describe('a list', () => {
  test('opens with those put first, three at most, and no page repeats or loses one', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 8; n++) ids.push(await make('story'));
    const all = (await listPublishedArticles('vi', { kind: 'story', take: 100 })).articles.map(({ id }) => id);
    const [oldest = '', second = ''] = ids;
    await arranged('list_stories', [second], [oldest]);
    const read: string[] = [];
    const pinned: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listPublishedArticles('vi', {
        kind: 'story',
        spot: 'list_stories',
        take: 4,
        ...(after ? { after } : {}),
      });
      read.push(...page.articles.map(({ id }) => id));
      pinned.push(...page.articles.flatMap(({ id, pinned: isFirst }) => (isFirst ? [id] : [])));
      after = page.next;
    }
    expect(pinned).toEqual([second, oldest]);
    expect(read).toEqual([second, oldest, ...all.filter((id) => id !== second && id !== oldest)]);
  });

  test('of news may open with an alert, which the section of news on the front page may not', async () => {
    const alert = await drafted(editor, writing(union.province, { kind: 'alert' }));
    await bringOut(editor, alert);
    expect((await arranged('list_news', [alert])).ok).toBe(true);
    expect(await arranged('home_news', [alert])).toMatchObject({ problem: 'cannot-stand-here' });
  });
});

test('pieces are found by their titles in either language, not by words of their texts', async () => {
  const [a, b] = [
    await make('story', { titleVi: 'Chợ Sặt quét mã', titleEn: 'Codes at the market' }),
    await make('story', { summaryVi: 'Ở chợ Sặt.', bodyVi: 'Chợ Sặt đông.', summaryEn: 'The market.' }),
  ];
  const found = async (words: string) =>
    (await listFrontChoices(editor, 'home_story', words)).map(({ articleId }) => articleId);
  expect(await found('cho sat')).toEqual([a]);
  expect(await found('at the MARKET')).toEqual([a]);
  expect((await found('')).slice(0, 2)).toEqual([b, a]);
});

test('one more stands behind those that were sent, as they were sent, from today on; past lines fall out', async () => {
  const [a, b, c] = [await make('guide'), await make('guide'), await make('guide')];
  await arranged('list_guides', [a], [c]);
  // moved and dated in the form, and not saved before one more was put first
  const sent = { ...(await form('list_guides', [[c, tomorrow], [a]])), add: b };
  expect((await arrangeFront(editor, sent)).ok).toBe(true);
  const order = await findFrontOrder(editor, 'list_guides');
  expect(order?.lines.map(({ articleId, from, to }) => [articleId, from, to])).toEqual([
    [c, tomorrow, null],
    [a, today(), null],
    [b, today(), null],
  ]);
  expect(order?.arrangedBy).toBe(editor.displayName);
  expect(await arrangeFront(editor, sent)).toMatchObject({ problem: 'changed-meanwhile' });
  await arranged('list_guides', [a, yesterday, yesterday], [b]);
  expect((await findFrontOrder(editor, 'list_guides'))?.lines).toHaveLength(1);
});
