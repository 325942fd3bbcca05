import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { asked, refusedBy, yesterday } from '@/test/stages/units';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { planChange } from './plan-commands';
import { previewPlan } from './plan-queries';
import { countRemaining } from './remaining-queries';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const close = (unitId: string, from: Day) => ({ kind: 'close', unitId, from }) as const;

/** What its preview refuses the closing for. */
async function refusalOf(unit: TestUnit, from: Day) {
  const plan = await planChange(official, asked(close(unit.id, from)));
  const seen = plan.ok ? await previewPlan(official, plan.value.id) : plan;
  return seen.ok ? null : seen;
}

test('what remains is told in the numbers for which the closing would be refused', async () => {
  const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 31' });
  const [one, other] = [await makeMember(unit), await makeMember(unit)];
  await createGroup(db, unit);
  await createModel(db, unit);
  await createModel(db, unit, { status: 'ended' });
  await createPair(db, unit, { id: one }, { id: other }, { from: addDays(today(), 30) });
  const told = { people: 2, units: 1, models: 1, pairs: 1 };
  expect(await countRemaining(official, unit.id, today())).toEqual(told);
  const detail = Object.fromEntries(Object.entries(told).map(([what, count]) => [what, String(count)]));
  expect(await refusalOf(unit, today())).toEqual({ ok: false, problem: 'not-empty', detail });
});

test('it is told of the day: who left yesterday remains the day before, and no receiver is asked for from today', async () => {
  const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 32' });
  const left = await makeMember(unit);
  await db.membership.updateMany({ where: { personId: left }, data: { validTo: toDate(yesterday()) } });
  expect(await countRemaining(official, unit.id, today())).toBeNull();
  expect(await refusedBy(official, close(unit.id, today()))).toBeNull();
  const before = addDays(today(), -2);
  expect(await countRemaining(official, unit.id, before)).toMatchObject({ people: 1 });
  expect(await refusedBy(official, close(unit.id, before))).toBe('not-empty');
});

test('nothing is told to whoever may not close it: the neighbour, a viewer, the official of the commune itself', async () => {
  const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 33' });
  await makeMember(unit);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const reader = await makeViewer('viewer', union.longHung);
  for (const viewer of [neighbour, reader]) expect(await countRemaining(viewer, unit.id, today())).toBeNull();
  expect(await countRemaining(official, union.longHung.id, today())).toBeNull();
  expect(await countRemaining(official, unit.id, today())).toMatchObject({ people: 1 });
});
