import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune, createGroup, createSubAssociation } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { UnitScope } from './choice';
import { findFewUnits, findUnitChoice, findUnitChoices } from './choice-queries';

let union: TestUnion;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

/** A commune with a hamlet of one group. */
async function makePlace(name: string) {
  const commune = await createCommune(db, union.province, { name });
  const hamlet = await createSubAssociation(db, commune, { name: 'Ấp 1' });
  return { commune, hamlet, group: await createGroup(db, hamlet, { name: 'Tổ 3' }) };
}

const inside = (id: string, level: 'sub_association' | 'group'): UnitScope => ({
  permission: 'people.record',
  levels: [level],
  within: id,
});

test('of units that a merger made alike a choice says which commune each came from, and of no other unit', async () => {
  const [old, next] = [await makePlace('Phú Lộc'), await makePlace('Phú Thọ')];
  const alone = await createSubAssociation(db, old.commune, { name: 'Ấp 2' });
  const origins = async (level: 'sub_association' | 'group') => {
    const few = (await findFewUnits(province, inside(next.commune.id, level))) ?? [];
    return Object.fromEntries(few.map(({ id, origin }) => [id, origin]));
  };
  expect(await origins('group')).toEqual({ [next.group.id]: null });
  await carriedOut(province, { kind: 'merge', unitId: old.commune.id, targetId: next.commune.id, from: today() });
  expect(await origins('sub_association')).toEqual({
    [old.hamlet.id]: 'Phú Lộc',
    [next.hamlet.id]: null,
    [alone.id]: null,
  });
  expect(await origins('group')).toEqual({ [old.group.id]: 'Phú Lộc', [next.group.id]: null });
  expect((await findUnitChoice(province, inside(next.commune.id, 'group'), old.group.id))?.origin).toBe('Phú Lộc');
});

test('groups that come under one sub-association say which one each was in before', async () => {
  const { commune, hamlet, group } = await makePlace('Thanh Bình');
  const other = await createSubAssociation(db, commune, { name: 'Ấp 5' });
  const theirs = await createGroup(db, other, { name: 'Tổ 3' });
  await carriedOut(province, { kind: 'merge', unitId: other.id, targetId: hamlet.id, from: today() });
  const few = (await findFewUnits(province, inside(hamlet.id, 'group'))) ?? [];
  expect(Object.fromEntries(few.map(({ id, origin }) => [id, origin]))).toEqual({
    [theirs.id]: 'Ấp 5',
    [group.id]: null,
  });
});

test('a label that says where a unit came from finds that unit, as a form that is sent without a script says it', async () => {
  const scope: UnitScope = { permission: 'people.record', levels: ['group'] };
  const { choices } = await findUnitChoices(province, scope, { q: 'Tổ 3 · Ấp 1 · xã Phú Thọ · trước thuộc Phú Lộc' });
  expect(choices.map(({ origin }) => origin).sort()).toEqual(['Phú Lộc', null]);
});
