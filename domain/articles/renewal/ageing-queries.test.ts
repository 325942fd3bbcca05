import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { addDays, addMonths, type Day, startOf, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { bringOut, drafted, published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import type { AgeingReason } from './ageing';
import { findAgeing, listAgeing } from './ageing-queries';
import { reviewArticle } from './review-commands';
import { findReview } from './review-queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const make = (kind: 'news' | 'story' | 'guide' | 'alert', unit: TestUnit = union.province) =>
  published(editor, writing(unit, { kind }));
const whyOf = async (id: string, viewer = editor) =>
  (await listAgeing(viewer, {})).texts.find((text) => text.id === id)?.reasons ?? [];

/** Public for so many days, in both languages. */
const publicSince = (id: string, days: number) =>
  db.$executeRaw`UPDATE publication SET planned_at = ${toDate(addDays(today(), -days))}, published_at = ${toDate(addDays(today(), -days))} WHERE article_id = ${id}::uuid`;
/** The first moment of a day of Viet Nam, and the last one before it. */
const around = (day: Day) => [startOf(day), new Date(startOf(day).getTime() - 1)] as const;
const read = (id: string, times: number, days = 3) =>
  db.$executeRaw`INSERT INTO article_read (article_id, day, times) VALUES (${id}::uuid, ${addDays(today(), -days)}::date, ${times})`;
const reviewed = async (articleId: string) =>
  reviewArticle(editor, {
    articleId,
    version: (await findReview(editor, articleId))?.version ?? 0,
    reviewed: 'on',
    reviewOn: addDays(today(), 100),
  });

test('a text older than a year that is read much this month says so, and not for a year after somebody looked', async () => {
  const [old, unread, lately, story] = [
    await make('news'),
    await make('guide'),
    await make('guide'),
    await make('story'),
  ];
  for (const id of [old, unread, story]) await publicSince(id, 400);
  for (const id of [old, lately, story]) await read(id, 30);
  await read(unread, 500, 31);
  expect(await whyOf(old)).toEqual(['review-due', 'old-and-read']);
  expect(await whyOf(unread)).toEqual(['review-due']);
  for (const id of [lately, story]) expect(await whyOf(id)).toEqual([]);
  expect((await reviewed(old)).ok).toBe(true);
  expect(await whyOf(old)).toEqual([]);
});

test('an alert that has ended is asked about until somebody looks, one that holds or was withdrawn is not', async () => {
  const [ended, holds, withdrawn] = [await make('alert'), await make('alert'), await make('alert')];
  await db.$executeRaw`UPDATE publication SET ended_at = now(), end_reason = 'expired' WHERE article_id = ${ended}::uuid`;
  await db.$executeRaw`UPDATE publication SET ended_at = now(), end_reason = 'withdrawn' WHERE article_id = ${withdrawn}::uuid`;
  expect(await whyOf(ended)).toEqual(['alert-ended']);
  expect([await whyOf(holds), await whyOf(withdrawn)]).toEqual([[], []]);
  expect((await reviewed(ended)).ok).toBe(true);
  expect(await whyOf(ended)).toEqual([]);
});

test('thirty days and a year are days of Viet Nam: what was at their first moment is within them, the moment before is not', async () => {
  const [ended, over] = [await make('alert'), await make('alert')];
  const [first, before] = around(addDays(today(), -30));
  for (const [id, at] of [
    [ended, first],
    [over, before],
  ] as const)
    await db.$executeRaw`UPDATE publication SET planned_at = ${at}, published_at = ${at}, ended_at = ${at}, end_reason = 'expired' WHERE article_id = ${id}::uuid`;
  expect([await whyOf(ended), await whyOf(over)]).toEqual([['alert-ended'], []]);

  const [within, older] = [await make('news'), await make('news')];
  const [ofYear, beforeYear] = around(addMonths(today(), -12));
  for (const [id, at] of [
    [within, ofYear],
    [older, beforeYear],
  ] as const) {
    await db.$executeRaw`UPDATE publication SET planned_at = ${at}, published_at = ${at} WHERE article_id = ${id}::uuid`;
    await read(id, 30);
  }
  expect([await whyOf(within), await whyOf(older)]).toEqual([['review-due'], ['review-due', 'old-and-read']]);
});

test('English that follows other words than the Vietnamese readers see is told as behind, until it follows', async () => {
  const input = writing(union.province, { kind: 'news' });
  const id = await drafted(editor, input);
  const follow =
    () => db.$executeRaw`UPDATE edition_text en SET translated_from_id = vi.id, translated_from_sha = vi.sha256 FROM edition_text vi, edition e
    WHERE e.article_id = ${id}::uuid AND e.state = 'draft' AND en.edition_id = e.id AND en.locale = 'en' AND vi.edition_id = e.id AND vi.locale = 'vi'`;
  await follow();
  await bringOut(editor, id);
  expect(await whyOf(id)).toEqual([]);
  const { kind: _kind, unitId: _unit, ...words } = input;
  const correct = async (summaryVi: string) =>
    editArticle(editor, { ...words, summaryVi, articleId: id, version: await versionOf(editor, id) });
  await correct('Một điều đã đổi.');
  await bringOut(editor, id, ['vi']);
  expect(await whyOf(id)).toEqual(['translation-behind']);
  await correct('Một điều nữa đã đổi.');
  await follow();
  await bringOut(editor, id);
  expect(await whyOf(id)).toEqual([]);
});

test('the list holds what she publishes and no more, page after page, and its count is that of her first page', async () => {
  await db.$executeRaw`UPDATE publication SET ended_at = now(), end_reason = 'superseded' WHERE ended_at IS NULL`;
  const ids: string[] = [];
  const [author, approver] = [await createAccount(db), await createAccount(db)];
  for (let n = 0; n < 22; n++) {
    const unit = n % 2 === 0 ? union.khuPho5 : union.ongHuong;
    ids.push((await createArticle(db, { unit, author, approver })).id);
  }
  await db.$executeRaw`UPDATE article SET review_on = ${today()}::date WHERE id = ANY (${ids}::uuid[])`;
  const of = async (viewer: Viewer, reason: AgeingReason) => {
    const found: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listAgeing(viewer, { reason, ...(after ? { after } : {}) });
      found.push(...page.texts.map(({ id }) => id));
      after = page.next;
    }
    return found;
  };
  expect(await of(editor, 'review-due')).toEqual([...ids].sort().reverse());
  const official = await makeViewer('commune_official', union.longHung);
  const hers = ids.filter((_, n) => n % 2 === 0);
  expect(await of(official, 'review-due')).toEqual([...hers].sort().reverse());
  expect((await findAgeing(official, 3)).count).toBe(hers.length);
  const head = await makeViewer('sub_association_head', union.khuPho5);
  expect(await of(head, 'review-due')).toEqual([]);
});
