import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { bringOut, drafted, versionOf, writing } from '@/test/stages/articles';
import { makeCovered } from '@/test/stages/reports';
import { decided, makeApproved, makeCourse, makeProposal } from '@/test/stages/trainings';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { type KeptCard, keptCardsOf } from './card';
import { findPublishedTold } from './published-card-queries';
import { settlePublishedCards } from './settle-queries';

const DAY: Day = addDays(today(), -3);
/** No end of a month: at those counts of persons are told. */
const WITHIN_MONTH = addDays(DAY, 1).endsWith('-01') ? addDays(DAY, -1) : DAY;
let union: TestUnion;
let province: Viewer;
let courseId: string;
beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  courseId = await makeCourse();
  await makeCovered(union.khuPho5);
});

const written = (...lines: string[]) => ['Lời đầu', ...lines.map((line) => `[[${line}]]`)].join('\n\n');
const text = (...lines: string[]) => [
  { locale: 'vi' as const, title: 'T', summary: 'S', body: written(...lines), easyRead: null, whatChanged: null },
];
const numberOf = async (id: string) =>
  (await db.session.findUniqueOrThrow({ where: { id }, select: { number: true } })).number;
/** What is kept of cards that are written into a new text; or the problem. */
async function kept(...lines: string[]): Promise<KeptCard[] | string> {
  const result = await settlePublishedCards(text(...lines), []);
  return result.ok ? result.value.flatMap(({ body }) => keptCardsOf(body)) : result.problem;
}
const figureOf = (slug: string, day = DAY) => `/so-lieu/ty-le-bao-phu-chi-hoi/${slug}/${day}`;
const model = (unit: { id: string; path: string }, name: string) =>
  createModel(db, unit, { kind: 'digital_family', name });

describe('a card leads to what everybody may see', () => {
  test('a commune, a kind of model, a session by its number or address, and a figure of a day', async () => {
    const { id, slug } = await makeApproved({ unit: union.khuPho5, courseId }, 4);
    const number = await numberOf(id);
    const cards = await kept(
      `/xa-phuong/${union.longHung.slug}`,
      '/mo-hinh/gia-dinh-so',
      `/th/${number}`,
      `/tap-huan/${slug}`,
      figureOf(union.longHung.slug),
    );
    expect(cards).toMatchObject([
      { of: 'commune', words: 'Long Hưng' },
      { of: 'model', ref: 'digital_family' },
      { of: 'session', ref: String(number), words: 'Sử dụng VNeID' },
      { of: 'session', ref: String(number) },
      { of: 'figure', figure: { state: 'known', done: 1, whole: 2, percent: 50, closed: false } },
    ]);
  });

  test('the title of a session is told with its language: Vietnamese where its course has no English', async () => {
    const title = 'Dùng ví điện tử';
    const vietnamese = await db.course.create({
      data: {
        code: 'vi-dien-tu',
        level: 'basic',
        minutes: 90,
        audience: 'everyone',
        courseTexts: { create: [{ locale: 'vi', title, description: 'Cầm tay chỉ việc.', slug: 'vi-dien-tu' }] },
      },
      select: { id: true },
    });
    const told = async (course: string, day: number, locale: 'vi' | 'en') => {
      const { id } = await makeApproved({ unit: union.khuPho5, courseId: course }, day);
      const views = await findPublishedTold(locale, [{ of: 'session', ref: String(await numberOf(id)) }]);
      return Array.from(views.values(), (view) => view.of === 'session' && [view.session.title, view.session.told]);
    };
    expect(await told(courseId, 9, 'vi')).toEqual([['Sử dụng VNeID', 'vi']]);
    expect(await told(courseId, 10, 'en')).toEqual([['Sử dụng VNeID (en)', 'en']]);
    expect(await told(vietnamese.id, 11, 'en')).toEqual([[title, 'vi']]);
  });

  test('a proposal, a neighbour’s too, a session or model of nobody, a silent commune, a day to come and a count of persons are none', async () => {
    const proposals = [
      await makeProposal({ unit: union.khuPho5, courseId }, 5),
      await makeProposal({ unit: union.ongHuong, courseId }, 5),
    ];
    const silent = await createCommune(db, union.province, { name: 'Im Lặng' });
    const hidden = await model(await createSubAssociation(db, silent, {}), 'Gia đình của nơi im lặng');
    for (const line of [
      ...proposals.map(({ slug }) => `/tap-huan/${slug}`),
      `/th/${await numberOf(proposals[1]?.id ?? '')}`,
      '/th/999999999',
      '/xa-phuong/khong-co',
      '/mo-hinh/khong_co_that',
      `/mo-hinh/${hidden.id}`,
      figureOf(silent.slug),
      figureOf(union.longHung.slug, addDays(today(), 1)),
      figureOf('khong-co'),
      `/so-lieu/chi-em-duoc-kem-1-1/${union.longHung.slug}/${WITHIN_MONTH}`,
    ])
      expect(await kept(line), line).toBe('card-not-public');
  });
});

/** What readers are told of these cards. */
const told = async (cards: KeptCard[] | string) => {
  if (typeof cards === 'string') throw new Error(cards);
  return [...(await findPublishedTold('vi', cards)).values()];
};

describe('readers are told', () => {
  test('that a session was moved, is over or was cancelled; nothing of one that is public no more', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId }, 6);
    const cards = await kept(`/th/${await numberOf(id)}`);
    expect(await told(cards)).toMatchObject([{ session: { state: 'approved', unit: 'Khu phố 5' } }]);
    await decided(id, 'cancelled');
    expect(await told(cards)).toMatchObject([{ session: { state: 'cancelled' } }]);
    const never = await makeProposal({ unit: union.ongHuong, courseId }, 6);
    const forged: KeptCard = { of: 'session', ref: String(await numberOf(never.id)), words: 'x' };
    expect(await told([forged])).toEqual([]);
  });

  test('that a model has ended, and nothing of one that is paused or only ever was planned', async () => {
    const [until, name] = [addDays(today(), -9), 'Gia đình số Khu phố 6'];
    const made = await createModel(db, union.khuPho6, { name, to: until });
    const paused = await createModel(db, union.khuPho6, { status: 'paused' });
    const dropped = await createModel(db, union.khuPho6, { status: 'planned', to: until });
    for (const one of [made, dropped]) await createStatus(db, one, 'ended', { from: until });
    expect(await told(await kept(`/mo-hinh/${made.id}`))).toMatchObject([{ model: { name, status: 'ended' } }]);
    for (const { id } of [paused, dropped]) {
      expect(await kept(`/mo-hinh/${id}`)).toBe('card-not-public');
      expect(await told([{ of: 'model', ref: id, words: name }])).toEqual([]);
    }
  });

  test('the name that a commune has today, and no figure of one that turns out to have been silent on the day', async () => {
    const moved = await createCommune(db, union.province, { name: 'Tên Cũ' });
    await createSubAssociation(db, moved, {});
    await db.$executeRaw`INSERT INTO record_keeping (id, unit_id, valid_from) VALUES (app.uuid7(), ${moved.id}::uuid, '2025-07-01')`;
    const cards = await kept(figureOf(moved.slug));
    expect(await told(cards)).toMatchObject([{ of: 'figure', said: { place: { name: 'Tên Cũ' } } }]);
    await db.$executeRaw`UPDATE record_keeping SET valid_from = ${today()}::date WHERE unit_id = ${moved.id}::uuid`;
    expect(await told(cards)).toEqual([]);
  });
});

describe('a figure in a text', () => {
  test('stays what it was when it was written, also when its records move and the text is written on; a second language says the same', async () => {
    const line = figureOf(union.trangDai.slug);
    const input = writing(union.longHung, {
      bodyVi: written(line),
      titleEn: undefined,
      summaryEn: undefined,
      bodyEn: undefined,
    });
    const articleId = await drafted(province, input);
    const figures = async () =>
      (await findArticle(province, articleId))?.texts
        .sort((a, b) => b.locale.localeCompare(a.locale))
        .flatMap(({ body }) => keptCardsOf(body).map(({ figure }) => figure?.done));
    expect(await figures()).toEqual([0]);
    await makeCovered(union.ongHuong);
    const saved = await editArticle(province, {
      ...input,
      articleId,
      version: await versionOf(province, articleId),
      bodyVi: `${written(line)}\n\nThêm một dòng.`,
      titleEn: 'A story',
      summaryEn: 'A line.',
      bodyEn: written(line),
    });
    expect(saved.ok).toBe(true);
    expect(await figures()).toEqual([0, 0]);
    // a card that is written anew says what the records say by then
    expect(await kept(line)).toMatchObject([{ figure: { done: 1 } }]);
    await bringOut(province, articleId);
    expect(await figures()).toEqual([0, 0]);
  });

  test('what is refused leaves the text as it was, and says which card', async () => {
    const articleId = await drafted(province, writing(union.longHung));
    const input = { ...writing(union.longHung, { bodyVi: written('/th/999999999') }), articleId };
    expect(await editArticle(province, { ...input, version: await versionOf(province, articleId) })).toEqual({
      ok: false,
      problem: 'card-not-public',
      detail: { card: '[[/th/999999999]]' },
    });
    expect((await findArticle(province, articleId))?.texts.flatMap(({ body }) => keptCardsOf(body))).toEqual([]);
  });
});
