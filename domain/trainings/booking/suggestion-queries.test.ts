import { describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import {
  inDays,
  makeApproved,
  makeCourse,
  makeProposal,
  makeTrainer,
  makeTrainingStage,
  makeVenue,
} from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { findSession } from '../queries';
import { suggest } from './suggestion-queries';
import { listTravelWarnings } from './travel-queries';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId, hall } = stage;
const small = await makeVenue(union.longHung, 'Phòng họp nhỏ', 10);
const large = await makeVenue(union.longHung, 'Hội trường phường', 200);
const there = await makeVenue(union.ongHuong, 'Nhà văn hóa Ông Hường', 80);
const session = { unit: union.khuPho5, courseId, venueId: hall };
const wish = (over: object = {}) => ({
  unitId: union.khuPho5.id,
  venueId: hall,
  trainerIds: [trainer.personId],
  seats: 40,
  day: inDays(10),
  from: '14:00',
  to: '16:00',
  ...over,
});
const isIn = (slots: { day: string; from: string }[], day: string, from: string) =>
  slots.some((slot) => slot.day === day && slot.from === from);

describe('suggestions', () => {
  test('free times avoid what the hall or the trainer has and keep the length; only what stands takes them', async () => {
    await makeApproved({ ...session, venueId: large, trainerIds: [trainer.personId] }, 10, '07:30', '11:30');
    await makeApproved(session, 10, '13:30', '15:00');
    await makeProposal(session, 11, '07:30', '17:00');
    const { times } = await suggest(official, wish());
    expect(times.length).toBeGreaterThan(2);
    expect(isIn(times, inDays(10), '07:30')).toBe(false);
    for (const { day, from, to } of times) {
      expect(
        Number(to.slice(0, 2)) * 60 + Number(to.slice(3)) - Number(from.slice(0, 2)) * 60 - Number(from.slice(3)),
      ).toBe(120);
      if (day === inDays(10)) expect(from >= '15:00').toBe(true);
    }
  });

  test('other halls are of the commune, free at that time and large enough, the smallest first', async () => {
    const names = async (over: object) => (await suggest(official, wish(over))).halls.map(({ name }) => name);
    expect(await names({ day: inDays(20) })).toEqual(['Hội trường phường']);
    expect(await names({ day: inDays(20), seats: 5 })).toEqual(['Phòng họp nhỏ', 'Hội trường phường']);
    await makeApproved({ ...session, venueId: large }, 20, '15:00', '17:00');
    expect(await names({ day: inDays(20) })).toEqual([]);
    expect(await names({ day: inDays(20), from: '13:00', to: '15:00' })).toEqual(['Hội trường phường']);
    await db.venue.update({ where: { id: small }, data: { retiredOn: new Date('2026-01-01') }, select: { id: true } });
    expect(await names({ day: inDays(20), seats: 5 })).toEqual([]);
  });

  test('where she may propose nothing, nothing is told', async () => {
    const none = { times: [], halls: [] };
    expect(await suggest(elsewhere, wish())).toEqual(none);
    expect(await suggest(await makeViewer('viewer', union.province), wish())).toEqual(none);
    expect(await suggest(official, wish({ unitId: 'x' }))).toEqual(none);
  });
});

describe('the way between two sessions', () => {
  const warningsOf = async (sessionId: string, viewer = official) => {
    const found = await findSession(viewer, sessionId);
    if (!found) throw new Error('not seen');
    return listTravelWarnings(viewer, found);
  };

  test('a trainer who comes from another commune within the hour is warned of, and it can be approved all the same', async () => {
    await db.unit.update({ where: { id: union.longHung.id }, data: { gridQ: 0, gridR: 0 }, select: { id: true } });
    await db.unit.update({ where: { id: union.trangDai.id }, data: { gridQ: 2, gridR: 0 }, select: { id: true } });
    const mai = [trainer.personId];
    await makeApproved(
      { unit: union.ongHuong, courseId: await makeCourse('Chống lừa đảo'), venueId: there, trainerIds: mai },
      30,
      '08:00',
      '09:30',
    );
    const soon = await makeProposal({ ...session, trainerIds: mai }, 30, '10:00', '11:00');
    expect(await warningsOf(soon.id)).toEqual([
      expect.objectContaining({
        trainer: 'Trần Thị Mai',
        when: 'before',
        place: 'Nhà văn hóa Ông Hường',
        minutesFree: 30,
        minutesNeeded: 63,
        session: null, // what the neighbour plans is not hers to read
      }),
    ]);
    expect((await warningsOf(soon.id, await makeViewer('province_official', union.province)))[0]?.session).toBe(
      'Chống lừa đảo',
    );
    const later = await makeProposal({ ...session, trainerIds: mai }, 30, '10:33', '11:30');
    expect(await warningsOf(later.id)).toEqual([]);
    const nobody = await makeProposal(session, 30, '10:00', '11:00');
    expect(await warningsOf(nobody.id)).toEqual([]);
  });

  test('coordinates say more than the map: two halls side by side are no way, and one hall is none at all', async () => {
    const hoa = await makeTrainer(union.longHung, 'Lê Thị Hoa');
    for (const [id, lat] of [
      [hall, 10.95],
      [there, 10.951],
    ] as const)
      await db.venue.update({ where: { id }, data: { lat, lon: 106.9 }, select: { id: true } });
    await makeApproved(
      { unit: union.ongHuong, courseId, venueId: there, trainerIds: [hoa.personId] },
      31,
      '08:00',
      '09:30',
    );
    await makeApproved({ ...session, trainerIds: [hoa.personId] }, 31, '13:00', '14:00');
    const soon = await makeProposal({ ...session, trainerIds: [hoa.personId] }, 31, '09:40', '10:30');
    expect((await warningsOf(soon.id)).map(({ minutesNeeded }) => minutesNeeded)).toEqual([16]);
    const same = await makeProposal({ ...session, trainerIds: [hoa.personId] }, 31, '14:00', '15:00');
    expect(await warningsOf(same.id)).toEqual([]);
  });
});
