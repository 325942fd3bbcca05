import { beforeEach, describe, expect, test } from 'vitest';
import { listGaps } from '@/domain/coverage/gap-queries';
import { addDays, today } from '@/domain/days/day';
import { listVenueRecords } from '@/domain/venues/queries';
import { db } from '@/prisma/client';
import { createVenue } from '@/test/factories/trainings';
import { createSubAssociation } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { listUnits } from '../queries';

let union: TestUnion;
let unit: TestUnit;
let venue: string;

beforeEach(async () => {
  union = await makeUnion();
  unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 61' });
  venue = (await createVenue(db, unit)).id;
});

const goesOver = async (from = addDays(today(), 30)) =>
  carriedOut(await makeViewer('province_official', union.province), {
    kind: 'move',
    unitId: unit.id,
    targetId: union.trangDai.id,
    from,
  });

/** The finds of a commune's official about the unit, in each list that asks for one commune. */
async function foundBy(commune: TestUnit) {
  const viewer = await makeViewer('commune_official', commune);
  const units = await listUnits(viewer, {
    permission: 'units.see',
    levels: ['sub_association'],
    communeId: commune.id,
  });
  const { venues } = await listVenueRecords(viewer, { communeId: commune.id });
  const gaps = (await listGaps(viewer, commune.id)) ?? [];
  return {
    unit: units.some(({ id }) => id === unit.id),
    venue: venues.some(({ id }) => id === venue),
    gap: gaps.some(({ unitId }) => unitId === unit.id),
  };
}
const all = { unit: true, venue: true, gap: true };
const none = { unit: false, venue: false, gap: false };

describe('a sub-association that goes over to another commune', () => {
  test('stands with all that is there in the lists of the old commune until the day comes', async () => {
    await goesOver();
    expect(await foundBy(union.longHung)).toEqual(all);
    expect(await foundBy(union.trangDai)).toEqual(none);
  });

  test('and in those of the new one from the day on', async () => {
    await goesOver(today());
    expect(await foundBy(union.longHung)).toEqual(none);
    expect(await foundBy(union.trangDai)).toEqual(all);
  });
});
