import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { mergePersons } from '@/domain/merging/merge-commands';
import { db } from '@/prisma/client';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createContact, createPair } from '@/test/factories/pairs';
import { createHousehold, createMember } from '@/test/factories/people';
import { newId, write } from '@/test/factories/write';
import { makeDouble, mergeOf } from '@/test/stages/merging';
import { makeCommune, makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { type HintName, hintWeights } from './hint';
import { countHintsToAnswer, listHints, listHintsOf, listQuestionedUnits } from './hint-queries';

let union: TestUnion;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

const ago = (days: number): Day => addDays(today(), -days);
const family = (from: Day = ago(5), unit: TestUnit = union.khuPho5) => createModel(db, unit, { from });
const hintOf = async ({ id }: { id: string }, hint: HintName) =>
  (await listHintsOf(province, id)).find((each) => each.hint === hint);

test('a family without a household is asked about, one with a household is not, nor is a club', async () => {
  const [bare, lived] = [await family(), await family()];
  const head = await createMember(db, union.khuPho5);
  const household = await createHousehold(db, union.khuPho5, head);
  const row = { id: newId(), model_id: lived.id, household_id: household.id, valid_from: ago(4) };
  await write(db, [['model_household', row]]);
  const club = await createModel(db, union.khuPho5, { kind: 'digital_womens_club', from: ago(5) });
  expect(await hintOf(bare, 'no_households')).toMatchObject({ day: ago(5), unitId: union.khuPho5.id });
  expect(await hintOf(lived, 'no_households')).toBeUndefined();
  expect(await hintOf(club, 'no_households')).toBeUndefined();
});

test('a board whose women are members nowhere is asked about, by how many they are', async () => {
  const model = await family();
  const [here, left] = [await createMember(db, union.khuPho5), await createMember(db, union.khuPho5, { to: ago(2) })];
  await joinModel(db, model, here, { office: 'head', from: ago(4) });
  expect(await hintOf(model, 'board_left')).toBeUndefined();
  await joinModel(db, model, left, { office: 'deputy', from: ago(4) });
  expect(await hintOf(model, 'board_left')).toMatchObject({ count: 1 });
});

test('facts of a board are its own: another board whose women left changes nothing of them, one more of its own does', async () => {
  const [mine, other] = [await family(), await family()];
  const gone = () => createMember(db, union.khuPho5, { to: ago(2) });
  const digest = async () => (await hintOf(mine, 'board_left'))?.digest ?? expect.unreachable();
  await joinModel(db, mine, await gone(), { office: 'head', from: ago(4) });
  const before = await digest();
  await joinModel(db, other, await gone(), { office: 'head', from: ago(4) });
  expect(await digest()).toBe(before);
  expect((await hintOf(other, 'board_left'))?.digest).not.toBe(before);
  await joinModel(db, mine, await gone(), { office: 'deputy', from: ago(4) });
  expect(await digest()).not.toBe(before);
});

test('a woman of a board whose two records became one has not left it, until she belongs nowhere', async () => {
  const model = await family();
  const two = await makeDouble(union);
  await joinModel(db, model, { id: two.absorbedId }, { office: 'head', from: ago(4) });
  const official = await makeViewer('commune_official', union.longHung);
  expect(await mergePersons(official, await mergeOf(two))).toMatchObject({ ok: true });
  expect(await hintOf(model, 'board_left')).toBeUndefined();
  await db.membership.updateMany({ where: { personId: two.survivorId }, data: { validTo: new Date(ago(1)) } });
  expect(await hintOf(model, 'board_left')).toMatchObject({ count: 1 });
});

test('one board of three families of a commune is asked about in each; of two, or with one woman more, it is not', async () => {
  const people = await Promise.all([1, 2].map(() => createMember(db, union.khuPho6)));
  const seat = async (model: { id: string }, more: { id: string }[] = []) => {
    for (const each of [...people, ...more]) await joinModel(db, model, each, { office: 'member', from: ago(3) });
  };
  const [first, second, third, other] = [await family(), await family(), await family(), await family()];
  for (const model of [first, second]) await seat(model);
  await seat(other, [{ id: await makeMember(union.khuPho6) }]);
  expect(await hintOf(first, 'same_board')).toBeUndefined();
  await seat(third);
  expect(await hintOf(first, 'same_board')).toMatchObject({ count: 2 });
  expect(await hintOf(other, 'same_board')).toBeUndefined();
});

test('six families of a commune founded on a day near a month’s end are asked about; five, or in mid-month, are not', async () => {
  const lastDay = addDays(monthStart(today()), -1);
  const [late, mid] = [
    await makeCommune(union.province, 'Cuối tháng'),
    await makeCommune(union.province, 'Giữa tháng'),
  ];
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => family(lastDay, late)));
  const early = await Promise.all([1, 2, 3, 4, 5, 6].map(() => family(addDays(lastDay, -10), mid)));
  expect(await hintOf(made[0] ?? { id: '' }, 'founded_together')).toBeUndefined();
  await family(lastDay, late);
  expect(await hintOf(made[0] ?? { id: '' }, 'founded_together')).toMatchObject({ count: 6, day: lastDay });
  expect(await hintOf(early[0] ?? { id: '' }, 'founded_together')).toBeUndefined();
});

describe('pairs', () => {
  const pairOf = async (model: { id: string }, from: Day, instructor?: { id: string }) =>
    createPair(
      db,
      union.khuPho5,
      instructor ?? (await createMember(db, union.khuPho5)),
      await createMember(db, union.khuPho5),
      { from, tiedTo: model },
    );

  test('of a family none of which met for two months are asked about; one that met ends it', async () => {
    const model = await family(ago(90));
    await pairOf(model, ago(80));
    const second = await pairOf(model, ago(70));
    expect(await hintOf(model, 'pairs_quiet')).toMatchObject({ count: 70, day: ago(70) });
    await createContact(db, second, ago(10));
    expect(await hintOf(model, 'pairs_quiet')).toBeUndefined();
  });

  test('of one instructor, five begun on a day, are asked about; four are not', async () => {
    const [five, four] = [await family(ago(30)), await family(ago(30))];
    const [busy, calm] = [await createMember(db, union.khuPho5), await createMember(db, union.khuPho5)];
    for (let at = 0; at < 5; at++) await pairOf(five, ago(20), busy);
    for (let at = 0; at < 4; at++) await pairOf(four, ago(20), calm);
    expect(await hintOf(five, 'pairs_at_once')).toMatchObject({ count: 5, day: ago(20) });
    expect(await hintOf(four, 'pairs_at_once')).toBeUndefined();
  });
});

test('those with the strongest signs stand first, all that wait are counted for the commune alone, and strong ones are drawn more often', async () => {
  const commune = await makeCommune(union.province, 'Xếp theo dấu hiệu');
  const official = await makeViewer('commune_official', commune);
  const [weak, strong] = [await family(ago(5), commune), await family(ago(90), commune)];
  const { hints } = await listHints(official);
  expect(hints.map(({ modelId, hint, strength }) => [modelId, hint, strength])).toEqual([
    [strong.id, 'no_households', hintWeights.no_households + hintWeights.quiet],
    [strong.id, 'quiet', hintWeights.no_households + hintWeights.quiet],
    [weak.id, 'no_households', hintWeights.no_households],
  ]);
  expect(await countHintsToAnswer(official)).toBe(3);
  expect(await countHintsToAnswer(province)).toBe(0);
  expect([...(await listQuestionedUnits(official, today()))]).toEqual([commune.id]);
  expect((await listQuestionedUnits(await makeViewer('viewer', commune), today())).size).toBe(0);
});
