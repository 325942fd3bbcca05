import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { db } from '@/prisma/client';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/prisma/test-union';
import { recordPerson } from './record-commands';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  await db.unit.update({ where: { id: union.khuPho5.id }, data: { demo: true }, select: { id: true } });
});

async function typed(unit: TestUnit, name: string): Promise<boolean | undefined> {
  const made = await recordPerson(official, {
    ...{ name, languages: [], unitId: unit.id, kind: 'member', from: today() },
    ...{ birthYear: undefined, phone: undefined, address: undefined, notSame: undefined },
  });
  if (!made.ok) throw new Error(made.problem);
  return (await db.person.findUnique({ where: { id: made.value.id }, select: { demo: true } }))?.demo;
}

test('a member typed where invented records stand is marked as invented; one of a real unit is not', async () => {
  expect(await typed(union.khuPho5, 'Lò Thị Mẫu')).toBe(true);
  expect(await typed(union.khuPho6, 'Lò Thị Thật')).toBe(false);
});

test('so is her pair, whichever of the two is invented, and a model of the unit', async () => {
  const [invented, real, other] = [
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho6),
    await makeMember(union.khuPho6),
  ];
  const pair = (instructorId: string, learnerId: string) =>
    db.pair.create({ data: { instructorId, learnerId, validFrom: new Date('2026-01-01') }, select: { demo: true } });
  expect(await pair(real, invented)).toEqual({ demo: true });
  expect(await pair(real, other)).toEqual({ demo: false });
  for (const [unit, demo] of [
    [union.khuPho5, true],
    [union.khuPho6, false],
  ] as const) {
    const { id } = await db.digitalModel.create({
      data: {
        ...{ kind: 'digital_family', name: 'Gia đình số mẫu', slug: `mau-${demo}`, foundedOn: new Date('2026-01-01') },
        modelHosts: { create: { unitId: unit.id, validFrom: new Date('2026-01-01') } },
      },
      select: { id: true },
    });
    expect(await db.digitalModel.findUnique({ where: { id }, select: { demo: true } })).toEqual({ demo });
  }
});
