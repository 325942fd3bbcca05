import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { instantAt } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createEnrolment } from '@/test/factories/trainings';
import {
  inDays,
  makeApproved,
  makeCourse,
  makeProposal,
  makeTrainingStage,
  sessionFields,
  versionOf,
} from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { editSession } from './edit-commands';
import { findPublishedSession } from './published/published-queries';
import { findSession } from './queries';
import { editSessionInput } from './session-inputs';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId, hall } = stage;

const form = (over: object = {}) => sessionFields(stage, over);
const edit = async (viewer: Viewer, sessionId: string, over: object = {}, version?: number) =>
  editSession(
    viewer,
    editSessionInput.parse(form({ sessionId, version: String(version ?? (await versionOf(sessionId))), ...over })),
  );

/** She has a seat, is offered one, or waits for one. */
const STANDS = [
  { state: 'confirmed', seatNo: 1 },
  { state: 'offered', seatNo: 1, offerUntil: new Date(Date.now() + 3_600_000) },
  { state: 'waiting', seatNo: null },
] as const;

describe('editing', () => {
  test('a trainer corrects her own proposal, not another one and not what is approved', async () => {
    const own = await makeProposal(
      { unit: union.khuPho5, courseId, venueId: hall, proposedById: trainer.accountId },
      30,
    );
    expect(await edit(trainer, own.id, { day: inDays(30), seats: '20' })).toMatchObject({ ok: true });
    const others = await makeProposal({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 31);
    expect(await edit(trainer, others.id, { day: inDays(31) })).toEqual({ ok: false, problem: 'not-allowed' });
    const approved = await makeApproved({ unit: union.khuPho5, courseId, proposedById: trainer.accountId }, 32);
    expect(await edit(trainer, approved.id, { day: inDays(32) })).toEqual({ ok: false, problem: 'not-allowed' });
  });

  test('to the official of another commune it does not exist, whatever id she sends', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId }, 33);
    expect(await edit(elsewhere, id, { day: inDays(33) })).toEqual({ ok: false, problem: 'not-found' });
    expect(await edit(elsewhere, union.longHung.id, {}, 1)).toEqual({ ok: false, problem: 'not-found' });
  });

  test('another time is kept as a move and raises the calendar’s sequence; other words do neither', async () => {
    const { id } = await makeApproved(
      { unit: union.khuPho5, courseId, venueId: hall, trainerIds: [trainer.personId] },
      34,
    );
    const trainerIds = [trainer.personId];
    await edit(official, id, { day: inDays(34), trainerIds, notes: 'Mang theo điện thoại.' });
    expect(await db.session.findUnique({ where: { id } })).toMatchObject({ calendarSequence: 0, state: 'approved' });
    expect(await edit(official, id, { day: inDays(35), trainerIds, reason: 'Trùng họp chi hội' })).toMatchObject({
      ok: true,
    });

    const session = await findSession(official, id);
    expect(session?.startsAt).toEqual(instantAt(inDays(35), '14:00'));
    expect(session?.decisions.at(-1)).toMatchObject({
      kind: 'moved',
      reason: 'Trùng họp chi hội',
      before: { startsAt: instantAt(inDays(34), '14:00') },
    });
    expect(await db.session.findUnique({ where: { id } })).toMatchObject({ calendarSequence: 1 });
    const bound = await db.sessionTrainer.findFirst({ where: { sessionId: id } });
    expect(bound).toMatchObject({ startsAt: instantAt(inDays(35), '14:00'), state: 'approved' });
  });

  test('from hours to a whole day is a move too, and the old hours are kept', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 41, '00:00', '00:00');
    expect(await edit(official, id, { day: inDays(41), allDay: 'yes', from: '', to: '' })).toMatchObject({ ok: true });
    const session = await findSession(official, id);
    expect(session).toMatchObject({ allDay: true, startsAt: instantAt(inDays(41), '00:00') });
    expect(session?.decisions.at(-1)).toMatchObject({
      kind: 'moved',
      before: { startsAt: instantAt(inDays(41), '00:00'), endsAt: instantAt(inDays(42), '00:00'), allDay: false },
    });
    expect(await db.session.findUnique({ where: { id } })).toMatchObject({ calendarSequence: 1 });
  });

  test('a fair is moved by whole days: hall and trainers go with it, and those enrolled are told of its days', async () => {
    const trainerIds = [trainer.personId];
    const wish = { unit: union.khuPho5, courseId, venueId: hall, trainerIds, allDay: true };
    const { id } = await makeApproved(wish, 50, '00:00', '00:00');
    const phone = '+84912000007';
    const seat = { name: 'Cô Bảy', phone, origin: 'public_page', state: 'confirmed', seatNo: 1, arrivalNo: 1 } as const;
    await db.enrolment.create({ data: { ...seat, sessionId: id }, select: { id: true } });
    const fair = { day: inDays(51), endDay: inDays(52), allDay: 'yes', from: '', to: '', trainerIds };
    expect(await edit(official, id, fair)).toMatchObject({ ok: true });

    const times = { startsAt: instantAt(inDays(51), '00:00'), endsAt: instantAt(inDays(53), '00:00') };
    const before = { startsAt: instantAt(inDays(50), '00:00'), endsAt: instantAt(inDays(51), '00:00'), allDay: true };
    expect(await findSession(trainer, id)).toMatchObject({ ...times, allDay: true });
    expect((await findSession(official, id))?.decisions.at(-1)).toMatchObject({ kind: 'moved', before });
    expect(await db.sessionTrainer.findFirst({ where: { sessionId: id } })).toMatchObject(times);
    const [told] = await db.outboxMessage.findMany({ where: { sessionId: id, recipient: '09•• ••• 007' }, take: 2 });
    expect(told).toMatchObject({
      about: 'session-moved',
      facts: { beforeStartsAt: before.startsAt.toISOString(), beforeAllDay: 'true' },
    });
    // the hall is free on the day that it left, and taken on both of the others until they end
    const { id: other } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 54);
    for (const [days, taken] of [
      [51, true],
      [52, true],
      [53, false],
      [50, false],
    ] as const) {
      const result = await edit(official, other, { day: inDays(days), from: '00:00', to: '02:00' });
      expect(!result.ok && result.problem === 'hall-taken', String(days)).toBe(taken);
    }
  });

  test('what stands in the way over midnight says on which day it ends', async () => {
    await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 43, '23:30', '00:30');
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 45);
    const [, month, date] = inDays(44).split('-');
    expect(await edit(official, id, { day: inDays(44), from: '00:00', to: '01:00' })).toMatchObject({
      problem: 'hall-taken',
      detail: { day: inDays(43), time: `23:30 – 00:30 (${date}/${month})` },
    });
  });

  test('a move into what is taken is refused, and nothing is changed', async () => {
    await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 36, '08:00', '10:00');
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 36, '14:00', '16:00');
    const result = await edit(official, id, { day: inDays(36), from: '09:00', to: '11:00' });
    expect(result).toMatchObject({ problem: 'hall-taken', detail: { time: '08:00 – 10:00' } });
    expect((await findSession(official, id))?.startsAt).toEqual(instantAt(inDays(36), '14:00'));
  });

  test('an approved session keeps its course, every session its commune', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId }, 37);
    const another = await makeCourse('Bán hàng trực tuyến');
    expect(await edit(official, id, { day: inDays(37), courseId: another })).toMatchObject({ problem: 'course-fixed' });
    const province = await makeViewer('province_official', union.province);
    const there = { day: inDays(37), unitId: union.ongHuong.id, venueId: '', mode: 'unit_meeting' };
    expect(await edit(province, id, there)).toMatchObject({ problem: 'other-commune' });
  });

  test('one for priority groups is opened to others only while nobody has or waits for a seat: its seats would tell how many they are', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId }, 47);
    const open = (audience: string) => edit(official, id, { day: inDays(47), audience });
    for (const audience of ['priority_groups', 'everyone', 'priority_groups'])
      expect(await open(audience)).toMatchObject({ ok: true });
    const { id: enrolment } = await createEnrolment(db, { id }, await createMember(db, union.khuPho5), 1);
    for (const stands of STANDS) {
      await db.enrolment.update({ where: { id: enrolment }, data: stands, select: { id: true } });
      expect(await open('everyone'), stands.state).toEqual({ ok: false, problem: 'audience-fixed' });
    }
    expect(await open('priority_groups')).toMatchObject({ ok: true });
    await db.enrolment.update({ where: { id: enrolment }, data: { state: 'cancelled', seatNo: null } });
    expect(await open('everyone')).toMatchObject({ ok: true });
  });

  test('one for all is kept for priority groups only while nobody has or waits for a seat: she would be taken for one of them', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId }, 49);
    const keep = (audience: string) => edit(official, id, { day: inDays(49), audience });
    const { slug } = await db.session.findUniqueOrThrow({ where: { id }, select: { slug: true } });
    const told = async () => (await findPublishedSession('vi', slug))?.seats;
    const { id: enrolment } = await createEnrolment(db, { id }, await createMember(db, union.khuPho5), 1);
    for (const stands of STANDS) {
      await db.enrolment.update({ where: { id: enrolment }, data: stands, select: { id: true } });
      expect(await keep('priority_groups'), stands.state).toEqual({ ok: false, problem: 'audience-fixed' });
    }
    expect([(await keep('members')).ok, await told()]).toEqual([true, expect.any(Number)]);
    await db.enrolment.update({ where: { id: enrolment }, data: { state: 'cancelled', seatNo: null } });
    expect([(await keep('priority_groups')).ok, await told()]).toEqual([true, null]);
  });

  test('what was changed meanwhile is shown, never overwritten', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 38);
    const seen = await versionOf(id);
    expect(await edit(official, id, { day: inDays(38), seats: '25' }, seen)).toMatchObject({ ok: true });
    const late = await edit(official, id, { day: inDays(38), seats: '55' }, seen);
    expect(late).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { seats: '25', version: String(await versionOf(id)) },
    });
    expect(await findSession(official, id)).toMatchObject({ seats: 25 });
  });

  test('more seats are offered to those who wait at once, in order, and as many as were added; fewer to nobody', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 56);
    await db.session.update({ where: { id }, data: { seats: 1 }, select: { id: true } });
    for (const arrivalNo of [1, 2, 3, 4])
      await db.enrolment.create({
        data: {
          sessionId: id,
          arrivalNo,
          name: `Cô ${arrivalNo}`,
          phone: `+8491200005${arrivalNo}`,
          origin: 'official',
          ...(arrivalNo === 1 ? { state: 'confirmed', seatNo: 1 } : { state: 'waiting' }),
        },
        select: { id: true },
      });
    const states = async () => {
      const rows = await db.enrolment.findMany({ where: { sessionId: id }, orderBy: { arrivalNo: 'asc' }, take: 9 });
      return rows.map(({ state }) => state);
    };
    expect(await edit(official, id, { day: inDays(56), seats: '1', notes: 'Mang điện thoại.' })).toMatchObject({
      ok: true,
    });
    expect(await states()).toEqual(['confirmed', 'waiting', 'waiting', 'waiting']);
    expect(await edit(official, id, { day: inDays(56), seats: '3' })).toMatchObject({ ok: true });
    expect(await states()).toEqual(['confirmed', 'offered', 'offered', 'waiting']);
    const told = await db.outboxMessage.findMany({ where: { sessionId: id, about: 'seat-offered' }, take: 9 });
    expect(told).toHaveLength(2);
  });

  test('a session that has begun is not moved into the future, nor changed at all', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 57);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const begun = { startsAt: hoursAgo(1), endsAt: hoursAgo(-1) };
    await db.session.update({ where: { id }, data: begun, select: { id: true } });
    expect(await edit(official, id, { day: inDays(58) })).toEqual({ ok: false, problem: 'already-begun' });
    expect(await findSession(official, id)).toMatchObject(begun);
  });

  test('seats that women hold are not taken away', async () => {
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 39);
    for (const [seatNo, name] of ['Cô Sáu', 'Cô Bảy', 'Cô Tám'].entries())
      await db.enrolment.create({
        data: {
          sessionId: id,
          name,
          origin: 'official',
          state: 'confirmed',
          seatNo: seatNo + 1,
          arrivalNo: seatNo + 1,
        },
      });
    expect(await edit(official, id, { day: inDays(39), seats: '2' })).toMatchObject({ problem: 'seats-held' });
    expect(await edit(official, id, { day: inDays(39), seats: '3' })).toMatchObject({ ok: true });
  });
});
