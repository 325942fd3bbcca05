import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { recordActivity } from '../activities/activity-commands';
import { addModelMembers } from '../people/people-commands';
import type { HintName } from './hint';
import { answerHint } from './hint-commands';
import { listHints, listHintsOf } from './hint-queries';
import { findWaitingHints } from './waiting-hint-queries';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let outsider: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const ago = (days: number): Day => addDays(today(), -days);
const model = async (days = 5, unit = union.khuPho5) => (await createModel(db, unit, { from: ago(days) })).id;
const hintOf = async (modelId: string, hint: HintName, day = today()) =>
  (await listHintsOf(official, modelId, day)).find((each) => each.hint === hint);

describe('quiet', () => {
  test('a family at work that did nothing for 80 days is quiet; one of 60 days is not yet; an activity ends it', async () => {
    const [long, edge] = [await model(80), await model(60)];
    expect(await hintOf(long, 'quiet')).toMatchObject({
      day: ago(80),
      count: 80,
      communeName: 'Long Hưng',
      answer: null,
    });
    expect(await hintOf(edge, 'quiet')).toBeUndefined();
    expect(await hintOf(edge, 'quiet', addDays(today(), 1))).toMatchObject({ count: 61 });
    await recordActivity(head, { modelId: long, onDay: ago(59), topic: 'Quét mã QR' });
    expect(await hintOf(long, 'quiet')).toBeUndefined();
    expect(await hintOf(long, 'quiet', addDays(today(), 2))).toMatchObject({ day: ago(59), count: 61 });
  });

  test('a planned or paused model is not, however long', async () => {
    const paused = await createModel(db, union.khuPho5, { from: ago(200), status: 'paused' });
    expect(await listHintsOf(official, paused.id)).toEqual([]);
  });
});

test('a woman in more than three models of her commune is pointed out in each of them, one in three is not', async () => {
  const [busy, calm] = [await makeMember(union.khuPho6), await makeMember(union.khuPho6)];
  const ids = await Promise.all([1, 2, 3, 4].map(() => model(5, union.khuPho6)));
  for (const id of ids) await joinModel(db, { id }, { id: busy }, { from: ago(4) });
  for (const id of ids.slice(0, 3)) await joinModel(db, { id }, { id: calm }, { from: ago(4) });
  expect(await hintOf(ids[0] ?? '', 'many_models')).toMatchObject({ count: 1 });
  await joinModel(db, { id: ids[3] ?? '' }, { id: calm }, { office: 'deputy', from: ago(3) });
  expect(await hintOf(ids[0] ?? '', 'many_models')).toMatchObject({ count: 2 });
});

test('ten members entered within a minute by one account are pointed out; nine, or rows from before, are not', async () => {
  const [ten, nine, old] = [await model(), await model(), await model()];
  const people = await Promise.all(Array.from({ length: 10 }, () => makeMember(union.khuPho5)));
  await addModelMembers(head, { modelId: ten, personIds: people, from: ago(2) });
  await addModelMembers(head, { modelId: nine, personIds: people.slice(0, 9), from: ago(2) });
  for (const id of people) await joinModel(db, { id: old }, { id }, { from: ago(2) });
  expect(await hintOf(ten, 'entered_at_once')).toMatchObject({ count: 10, day: today() });
  expect(await hintOf(nine, 'entered_at_once')).toBeUndefined();
  expect(await hintOf(old, 'entered_at_once')).toBeUndefined();
});

test('a board of one person is pointed out, a board of two or of nobody is not', async () => {
  const id = await model();
  expect(await hintOf(id, 'board_of_one')).toBeUndefined();
  await joinModel(db, { id }, { id: await makeMember(union.khuPho5) }, { office: 'head', from: ago(4) });
  expect(await hintOf(id, 'board_of_one')).toMatchObject({ day: ago(4) });
  await joinModel(db, { id }, { id: await makeMember(union.khuPho5) }, { office: 'deputy', from: ago(4) });
  expect(await hintOf(id, 'board_of_one')).toBeUndefined();
});

describe('the answer', () => {
  test('the commune answers, the province reads hint and answer; with other facts the hint waits again', async () => {
    const modelId = await model(90);
    const { hint, digest } = (await hintOf(modelId, 'quiet')) ?? expect.unreachable();
    const input = { modelId, hint, digest, text: 'Mùa gặt, tháng sau sinh hoạt lại.' };
    expect(await answerHint(province, input)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await answerHint(outsider, input)).toEqual({ ok: false, problem: 'not-found' });
    expect(await answerHint(official, { ...input, digest: '2020-01-01' })).toMatchObject({ problem: 'facts-changed' });
    expect((await answerHint(official, input)).ok).toBe(true);
    const seen = (await listHintsOf(province, modelId)).find((each) => each.hint === 'quiet');
    expect(seen?.answer).toMatchObject({ text: input.text, by: official.displayName });
    expect((await listHints(province, { answered: true })).hints.map((each) => each.modelId)).toEqual([modelId]);
    await db.modelActivity.create({ data: { modelId, onDay: new Date(ago(70)), topic: 'Buổi cũ, ghi muộn' } });
    expect(await hintOf(modelId, 'quiet')).toMatchObject({ count: 70, answer: null });
  });

  test('neither the next commune nor who only heads a sub-association sees them, and pages do not overlap', async () => {
    const modelId = await model(100);
    expect(await listHintsOf(outsider, modelId)).toEqual([]);
    expect(await listHintsOf(head, modelId)).toEqual([]);
    expect((await listHints(outsider)).hints).toEqual([]);
    await Promise.all(Array.from({ length: 55 }, () => model(120)));
    const first = await listHints(official, { hint: 'quiet' });
    const second = await listHints(official, { hint: 'quiet', after: first.next ?? '' });
    expect(first.hints).toHaveLength(50);
    const ids = [...first.hints, ...second.hints].map((each) => each.modelId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.next).toBeNull();
  });
});

test('the city reads how many wait for an answer, the oldest and where most are; an answered one waits no more', async () => {
  const before = await findWaitingHints(province, 3);
  const id = await model(400, union.khuPho6);
  const after = await findWaitingHints(province, 3);
  expect(after?.count).toBeGreaterThan(before?.count ?? 0);
  expect(after?.oldest).toBe(ago(400));
  expect(after?.communes.map(({ name }) => name)).toEqual(['Long Hưng']);
  const waiting = await listHintsOf(official, id);
  for (const { hint, digest } of waiting) await answerHint(official, { modelId: id, hint, digest, text: 'Đã hỏi lại' });
  expect((await findWaitingHints(province, 3))?.count).toBe((after?.count ?? 0) - waiting.length);
  expect(await findWaitingHints(official, 3)).toBeNull();
  expect(await findWaitingHints(head, 3)).toBeNull();
});
