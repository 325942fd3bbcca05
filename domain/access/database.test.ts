import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { may, withinReach } from './access';
import { type Permission, permissions, type Role, roles } from './permissions';
import type { Viewer } from './viewer';

let union: TestUnion;
const verbs = Object.keys(permissions) as Permission[];
const viewerOf = (grants: [Role, string][]): Viewer => ({
  accountId: 'a',
  personId: null,
  displayName: 'Thử',
  locale: 'vi',
  grants: grants.map(([role, path]) => ({ role, unitId: path, path })),
});
const found = async (viewer: Viewer, verb: Permission) =>
  (await db.unit.findMany({ where: withinReach(viewer, verb), select: { id: true }, take: 100 }))
    .map(({ id }) => id)
    .sort();

beforeAll(async () => {
  union = await makeUnion();
});

describe('the filter and the question', () => {
  test('without a role that may, no unit is found: an empty reach is never everything', async () => {
    for (const verb of verbs) {
      expect(await found(viewerOf([]), verb)).toEqual([]);
      for (const role of roles) {
        const units = await found(viewerOf([[role, union.longHung.path]]), verb);
        if (!(permissions[verb] as readonly Role[]).includes(role)) expect(units, `${role} ${verb}`).toEqual([]);
      }
    }
  });

  test('the rows found through the filter are those of which the question says yes, for any viewer', async () => {
    const units = Object.values(union);
    const grants = fc.array(fc.tuple(fc.constantFrom(...roles), fc.constantFrom(...units.map(({ path }) => path))), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(grants, fc.constantFrom(...verbs), async (given, verb) => {
        const viewer = viewerOf(given);
        const expected = units.filter(({ path }) => may(viewer, verb, path)).map(({ id }) => id);
        expect(await found(viewer, verb)).toEqual(expected.sort());
      }),
      { numRuns: 120 },
    );
  });
});

describe('a unit that goes over to another commune', () => {
  const official = (commune: TestUnit) => viewerOf([['commune_official', commune.path]]);

  test.each([
    ['is within the reach of the old one until that day, and of nobody beside', 30, [true, false]],
    ['from that day on within the reach of the new one alone', 0, [false, true]],
  ])('%s', async (_, days, expected) => {
    const { longHung, trangDai, province } = union;
    const { id } = await createSubAssociation(db, longHung, { name: `Khu phố sang ngày ${days}` });
    const move = { kind: 'move', unitId: id, targetId: trangDai.id, from: addDays(today(), days) } as const;
    await carriedOut(await makeViewer('province_official', province), move);
    const has = async (commune: TestUnit) => (await found(official(commune), 'people.see')).includes(id);
    expect([await has(longHung), await has(trangDai)]).toEqual(expected);
  });
});
