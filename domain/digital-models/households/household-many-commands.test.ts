import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import * as people from '@/test/factories/people';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { foundModel } from '../commands';
import { endModelMember } from '../people/people-commands';
import { listModelMembers } from '../people/people-queries';
import { listHouseholdCandidates } from './household-candidate-queries';
import { createHousehold, editHousehold, endHousehold } from './household-commands';
import { addHouseholds } from './household-many-commands';
import { listHouseholds } from './household-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let reader: Viewer;
let head: Viewer;
const from = addDays(today(), -10);

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const family = async (unit = union.khuPho5) => (await createModel(db, unit, { from: '2026-01-10' })).id;
const women = (count: number) => Promise.all(Array.from({ length: count }, () => makeMember(union.khuPho5)));
const membersOf = async (modelId: string) => (await listModelMembers(official, modelId)).members;
const idsOf = (rows: { personId: string }[]) => rows.map(({ personId }) => personId).sort();

/** A woman who heads a household on record in which another lives. */
async function fullHousehold() {
  const [heads, lives] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  const { id } = await people.createHousehold(db, union.khuPho5, { id: heads });
  await db.householdMember.create({ data: { householdId: id, personId: lives, validFrom: new Date(from) } });
  return { id, heads, lives };
}

test('twelve households come into a family at once, those on record as they are, and all their women are its members', async () => {
  const modelId = await family();
  const [{ id, heads, lives }, others] = [await fullHousehold(), await women(11)];
  const sizes = { [heads]: 5, [others[0] ?? '']: 3 };
  const result = await addHouseholds(head, { modelId, headPersonIds: [heads, ...others], sizes, from });
  expect(result).toEqual({ ok: true, value: { id: modelId, count: 12 } });

  const { households } = await listHouseholds(official, modelId);
  expect(households).toHaveLength(12);
  expect(households.find(({ headId }) => headId === heads)).toMatchObject({ householdId: id, size: 5, from });
  expect(households.find(({ headId }) => headId === others[0])?.size).toBe(3);
  const members = await membersOf(modelId);
  expect(idsOf(members)).toEqual([heads, lives, ...others].sort());
  expect(members.find(({ personId }) => personId === lives)?.household).toMatchObject({ householdId: id });
});

test('a Digital Family is founded together with its households, or not at all', async () => {
  const [{ heads, lives }, [alone = '']] = [await fullHousehold(), await women(1)];
  const found = (name: string, headPersonIds: string[]) =>
    foundModel(head, {
      kind: 'digital_family',
      unitId: union.khuPho5.id,
      name,
      foundedOn: from,
      status: 'planned',
      pilot: false,
      headPersonIds,
      sizes: {},
    });
  const first = await found('Gia đình số thứ nhất', [heads, alone]);
  if (!first.ok) throw new Error(first.problem);
  expect(idsOf(await membersOf(first.value.id))).toEqual([heads, lives, alone].sort());

  const [other = ''] = await women(1);
  expect(await found('Gia đình số thứ hai', [other, alone])).toMatchObject({ problem: 'household-in-family' });
  expect(await db.digitalModel.count({ where: { name: 'Gia đình số thứ hai' } })).toBe(0);
  expect(await db.household.count({ where: { headPersonId: other } })).toBe(0);
});

test('of two families that take up the same women at once one gets all of them, the other none', async () => {
  const [one, other, headPersonIds] = [await family(), await family(), await women(4)];
  const take = (modelId: string) => addHouseholds(official, { modelId, headPersonIds, sizes: {}, from });
  const results = await Promise.all([take(one), take(other)]);
  expect(results.map((result) => (result.ok ? 'taken' : result.problem)).sort()).toEqual([
    'household-in-family',
    'taken',
  ]);
  const [first, second] = results[0].ok ? [one, other] : [other, one];
  expect((await listHouseholds(official, first)).households).toHaveLength(4);
  expect((await listHouseholds(official, second)).households).toHaveLength(0);
});

test('a neighbour, a reader, a stranger among the women and a day ahead change nothing', async () => {
  const [modelId, [one = '']] = [await family(), await women(1)];
  const stranger = await makeMember(union.ongHuong);
  const take = (viewer: Viewer, headPersonIds: string[], day = from) =>
    addHouseholds(viewer, { modelId, headPersonIds, sizes: {}, from: day });
  expect(await take(outsider, [one])).toMatchObject({ problem: 'not-found' });
  expect(await take(reader, [one])).toMatchObject({ problem: 'not-allowed' });
  for (const id of [stranger, nothing]) expect(await take(official, [one, id])).toMatchObject({ problem: 'not-found' });
  expect(await take(official, [one], addDays(today(), 1))).toMatchObject({ problem: 'day-in-future' });
  expect((await listHouseholds(official, modelId)).households).toEqual([]);
  const club = (await createModel(db, union.khuPho5, { kind: 'digital_womens_club', from: '2026-01-10' })).id;
  const inClub = { modelId: club, headPersonIds: [one], sizes: {}, from };
  expect(await addHouseholds(official, inClub)).toMatchObject({ problem: 'not-a-family' });
});

test('who joins or leaves a household of a family joins and leaves the family, and nobody leaves beside her household', async () => {
  const modelId = await family();
  const [lan = '', hoa = '', mai = ''] = await women(3);
  await createHousehold(head, { modelId, headPersonId: lan, personIds: [hoa], from });
  expect(idsOf(await membersOf(modelId))).toEqual([lan, hoa].sort());
  const [row] = await membersOf(modelId);
  const ended = await endModelMember(head, { modelId, rowId: row?.id ?? '', lastDay: today() });
  expect(ended).toEqual({ ok: false, problem: 'in-household' });

  const [{ householdId = '', version = 0, entryId = '' } = {}] = (await listHouseholds(head, modelId)).households;
  await editHousehold(head, { modelId, householdId, version, headPersonId: lan, personIds: [mai] });
  expect(idsOf(await membersOf(modelId))).toEqual([lan, mai].sort());
  expect((await endHousehold(head, { modelId, rowId: entryId, lastDay: addDays(today(), -1) })).ok).toBe(true);
  expect(await membersOf(modelId)).toEqual([]);
});

test('offered are women without a household and heads of free ones, within reach', async () => {
  const [{ heads, lives }, [alone = '', taken = '']] = [await fullHousehold(), await women(2)];
  await addHouseholds(head, { modelId: await family(), headPersonIds: [taken], sizes: {}, from });
  const offered = async (viewer: Viewer) =>
    idsOf((await listHouseholdCandidates(viewer, union.khuPho5.path)).candidates);
  const mine = await offered(head);
  expect(mine).toEqual(expect.arrayContaining([heads, alone]));
  for (const id of [lives, taken]) expect(mine).not.toContain(id);
  expect(await offered(outsider)).toEqual([]);
});

test('a household kept in the next commune stays there, though its head is a member here: nobody who lives in it is shown', async () => {
  const [modelId, [lan = '']] = [await family(), await women(1)];
  const { id } = await people.createHousehold(db, union.ongHuong, { id: lan });
  const stranger = await makeMember(union.ongHuong);
  await db.householdMember.create({ data: { householdId: id, personId: stranger, validFrom: new Date(from) } });
  const { candidates } = await listHouseholdCandidates(head, union.khuPho5.path);
  expect(candidates.map(({ personId }) => personId)).not.toContain(lan);
  const result = await addHouseholds(head, { modelId, headPersonIds: [lan], sizes: {}, from });
  expect(result).toEqual({ ok: false, problem: 'not-found' });
  expect(await membersOf(modelId)).toEqual([]);
});
