import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import * as people from '@/test/factories/people';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findModel } from '../queries';
import { addHousehold, createHousehold, editHousehold, endHousehold } from './household-commands';
import { findHousehold, listFreeHouseholds, listHouseholds } from './household-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
const from = addDays(today(), -10);

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const family = async (unit = union.khuPho5) => (await createModel(db, unit, { from: '2026-01-10' })).id;
const household = async (unit = union.khuPho5) =>
  (await people.createHousehold(db, unit, { id: await makeMember(unit) })).id;

test('a household with its head and members is made in a family and counted there', async () => {
  const modelId = await family(union.to1);
  const [lan, hoa] = [await makeMember(union.to1, 'Trần Thị Lan'), await makeMember(union.khuPho5, 'Lê Thị Hoa')];
  const input = { modelId, name: 'Hộ chị Lan', size: 4, headPersonId: lan, personIds: [hoa], from };
  expect((await createHousehold(head, input)).ok).toBe(true);
  expect((await listHouseholds(official, modelId)).households).toMatchObject([
    {
      name: 'Hộ chị Lan',
      size: 4,
      headName: 'Trần Thị Lan',
      members: [{ name: 'Lê Thị Hoa' }, { name: 'Trần Thị Lan' }],
    },
  ]);
  expect((await findModel(official, modelId))?.households).toBe(1);
  expect(await createHousehold(head, input)).toEqual({ ok: false, problem: 'person-in-household' });
});

test('a household is in one family at a time, also when two families take it up at once', async () => {
  const [one, other, householdId] = [await family(), await family(), await household()];
  const join = (modelId: string, day = from) => addHousehold(official, { modelId, householdId, from: day });
  const results = await Promise.all([join(one), join(other)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'household-elsewhere' });

  const [first, second] = results[0].ok ? [one, other] : [other, one];
  const [{ entryId = '' } = {}] = (await listHouseholds(official, first)).households;
  expect((await endHousehold(official, { modelId: first, rowId: entryId, lastDay: addDays(today(), -1) })).ok).toBe(
    true,
  );
  expect(await join(second)).toMatchObject({ problem: 'household-elsewhere' });
  expect((await join(second, today())).ok).toBe(true);
  expect((await listHouseholds(official, first)).former).toMatchObject([{ householdId, to: today() }]);
});

test('one woman is not taken into two households at once', async () => {
  const [modelId, lan] = [await family(), await makeMember(union.khuPho5)];
  const make = () => createHousehold(head, { modelId, headPersonId: lan, personIds: [], from });
  const results = await Promise.all([make(), make()]);
  expect(results.map((result) => (result.ok ? 'made' : result.problem)).sort()).toEqual([
    'made',
    'person-in-household',
  ]);
});

test('a woman alone in a household of no family moves into another; one who heads a household with others does not', async () => {
  const modelId = await family();
  const [alone, heads, child] = [
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho5),
  ];
  const old = (await people.createHousehold(db, union.khuPho5, { id: alone })).id;
  const full = (await people.createHousehold(db, union.khuPho5, { id: heads })).id;
  await db.householdMember.create({ data: { householdId: full, personId: child, validFrom: new Date(from) } });
  const make = (headPersonId: string) => createHousehold(head, { modelId, headPersonId, personIds: [], from });
  expect(await make(heads)).toMatchObject({ problem: 'person-in-household' });
  expect((await make(alone)).ok).toBe(true);
  const left = await db.householdMember.findFirst({ where: { householdId: old, personId: alone } });
  expect(left?.validTo).toEqual(new Date(from));
  expect(await addHousehold(head, { modelId, householdId: old, from })).toMatchObject({ problem: 'not-found' });
});

test('a household is corrected: who left and who came stays in its history, and the second of two is told', async () => {
  const modelId = await family();
  const [lan, hoa, mai] = [
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho5),
  ];
  await createHousehold(head, { modelId, headPersonId: lan, personIds: [hoa], from });
  const [{ householdId = '', version = 0 } = {}] = (await listHouseholds(head, modelId)).households;
  const edit = { modelId, householdId, version, name: 'Hộ Mai', headPersonId: mai, personIds: [lan] };
  expect((await editHousehold(head, edit)).ok).toBe(true);
  expect(await editHousehold(official, { ...edit, name: 'Hộ khác' })).toMatchObject({ problem: 'changed-meanwhile' });
  const found = await findHousehold(head, modelId, householdId);
  expect(found).toMatchObject({ name: 'Hộ Mai', headId: mai });
  expect(found?.members.map(({ personId }) => personId).sort()).toEqual([lan, mai].sort());
  const left = await db.householdMember.findFirst({ where: { householdId, personId: hoa } });
  expect(left?.validTo).not.toBeNull();
});

test('only a Digital Family has households; a stranger, her household and another commune are not found', async () => {
  const club = (await createModel(db, union.khuPho5, { kind: 'digital_womens_club', from: '2026-01-10' })).id;
  const householdId = await household();
  expect(await addHousehold(head, { modelId: club, householdId, from })).toMatchObject({ problem: 'not-a-family' });
  const modelId = await family();
  const foreign = await household(union.ongHuong);
  for (const id of [foreign, await household(union.khuPho6), nothing])
    expect(await addHousehold(official, { modelId, householdId: id, from })).toEqual({
      ok: false,
      problem: 'not-found',
    });
  const stranger = { modelId, headPersonId: await makeMember(union.ongHuong), personIds: [], from };
  expect(await createHousehold(official, stranger)).toEqual({ ok: false, problem: 'not-found' });
  expect(await addHousehold(outsider, { modelId, householdId: foreign, from })).toMatchObject({ problem: 'not-found' });
  await addHousehold(head, { modelId, householdId, from });
  expect(await listHouseholds(outsider, modelId)).toEqual({ households: [], former: [] });
  expect(await findHousehold(outsider, modelId, householdId)).toBeNull();
});

test('offered are the households of the sub-association that are in no family', async () => {
  const [modelId, one, other] = [await family(), await household(), await household(union.to1)];
  const area = (await findModel(head, modelId))?.area ?? '';
  const free = async (viewer: Viewer) => (await listFreeHouseholds(viewer, area)).map(({ id }) => id);
  expect(await free(head)).toEqual(expect.arrayContaining([one, other]));
  expect(await free(outsider)).toEqual([]);
  await addHousehold(head, { modelId, householdId: one, from });
  expect(await free(head)).not.toContain(one);
});
