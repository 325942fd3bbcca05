import { describe, expect, test } from 'vitest';
import { problem } from '@/domain/result';
import { listVenues } from '@/domain/trainings/form-queries';
import { db } from '@/prisma/client';
import { inDays, makeApproved, makeProposal, makeTrainingStage, makeVenue } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { createVenue, editVenue, retireVenue } from './commands';
import { findVenue, listVenueRecords } from './queries';
import { editVenueInput, venueInput } from './venue';

const { union, official, elsewhere, trainer, courseId } = await makeTrainingStage();
let count = 0;
const form = (over: object = {}) => ({
  unitId: union.khuPho5.id,
  name: `Nhà văn hóa ${++count}`,
  seats: '50',
  ...over,
});
const create = async (over: object = {}) => {
  const result = await createVenue(official, venueInput.parse(form(over)));
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};

describe('halls', () => {
  test('an official adds one in her commune: it can be chosen for a session there, and stands in the trail', async () => {
    const id = await create({ name: 'Hội trường mới', lat: '10,94812', lon: '106.9', screen: 'yes' });
    expect(await findVenue(official, id)).toMatchObject({
      seats: 50,
      lat: 10.94812,
      lon: 106.9,
      screen: true,
      wifi: false,
    });
    expect((await listVenues(official, union.longHung.id)).map(({ name }) => name)).toContain('Hội trường mới');
    expect(await db.auditEntry.findFirst({ where: { subjectId: id } })).toMatchObject({ action: 'createVenue' });
  });

  test('a neighbour, a trainer and a viewer find none of them and add none', async () => {
    const id = await create();
    for (const who of [elsewhere, trainer, await makeViewer('viewer', union.province)]) {
      expect(await findVenue(who, id)).toBeNull();
      expect((await listVenueRecords(who, {})).venues.map((venue) => venue.id)).not.toContain(id);
      expect(await createVenue(who, venueInput.parse(form()))).toEqual(problem('not-found'));
      const edit = editVenueInput.parse(form({ venueId: id, version: '1' }));
      expect(await editVenue(who, edit)).toEqual(problem('not-found'));
      expect(await retireVenue(who, { venueId: id, version: 1, step: 'retire' })).toEqual(problem('not-found'));
    }
    const own = await makeVenue(union.ongHuong, 'Hội trường Trảng Dài');
    expect((await listVenueRecords(elsewhere, {})).venues.map((venue) => venue.id)).toEqual([own]);
  });

  test('a hall stays in its commune, and its unit has each name once', async () => {
    const id = await create({ name: 'Nhà văn hóa A' });
    const province = await makeViewer('province_official', union.province);
    const moved = editVenueInput.parse(form({ venueId: id, version: '1', unitId: union.ongHuong.id }));
    expect(await editVenue(province, moved)).toEqual(problem('other-commune'));
    const again = () => createVenue(official, venueInput.parse(form({ name: 'Nhà văn hóa B' })));
    const results = await Promise.all([again(), again(), again()]);
    expect(results.map((result) => (result.ok ? 'made' : result.problem)).sort()).toEqual([
      'made',
      'venue-taken-name',
      'venue-taken-name',
    ]);
  });

  test('of two who edit at once the second is shown what stands', async () => {
    const id = await create();
    const input = (seats: string) => editVenueInput.parse(form({ venueId: id, version: '1', seats }));
    const results = await Promise.all([editVenue(official, input('70')), editVenue(official, input('70'))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-meanwhile', detail: { seats: '70' } });
  });

  test('a hall with approved sessions to come is not retired; after a proposal it is, and is chosen no more', async () => {
    const id = await create();
    await makeApproved({ unit: union.khuPho5, courseId, venueId: id }, 9);
    expect(await retireVenue(official, { venueId: id, version: 1, step: 'retire' })).toEqual(
      problem('hall-still-booked', { count: '1', day: inDays(9) }),
    );
    const other = await create();
    await makeProposal({ unit: union.khuPho5, courseId, venueId: other }, 9);
    expect((await retireVenue(official, { venueId: other, version: 1, step: 'retire' })).ok).toBe(true);
    expect((await listVenues(official, union.longHung.id)).map((venue) => venue.id)).not.toContain(other);
    expect((await retireVenue(official, { venueId: other, version: 2, step: 'resume' })).ok).toBe(true);
    expect((await listVenues(official, union.longHung.id)).map((venue) => venue.id)).toContain(other);
  });

  test('each slip is told at its field', () => {
    const slips = (over: object) =>
      venueInput.safeParse(form(over)).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(slips({ lat: '10.9' })).toEqual([['lon', 'point-half']]);
    expect(slips({ lat: '49', lon: '8' })?.map(([, message]) => message)).toContain('point-out-of-range');
    expect(slips({ lat: 'ở kia', lon: '106' })).toEqual([['lat', 'not-a-point']]);
    expect(slips({ seats: '0' })).toEqual([['seats', 'out-of-range']]);
  });
});
