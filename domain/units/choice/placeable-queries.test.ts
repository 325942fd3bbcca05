import { expect, test } from 'vitest';
import { toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { inDays } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import type { ChangePlan } from '../restructuring/change';
import { listPlaceable } from './placeable-queries';

test('a pair announced for later is placed with its unit, one taken back before it began is not', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const women = [{ id: await makeMember(union.khuPho5) }, { id: await makeMember(union.khuPho5) }] as const;
  const from = inDays(30);
  const { id } = await createPair(db, union.khuPho5, ...women, { from });
  const plan = { kind: 'split', unitId: union.khuPho5.id, from: today() } as ChangePlan;
  const placeable = async () => (await listPlaceable(official, plan, {})).pairs.map((pair) => pair.id);
  expect(await placeable()).toEqual([id]);
  await db.pair.update({ where: { id }, data: { validTo: toDate(from) }, select: { id: true } });
  expect(await placeable()).toEqual([]);
});
