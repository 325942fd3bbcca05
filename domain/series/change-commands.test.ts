import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, dayOf, instantAt } from '@/domain/days/day';
import { changeByTicket } from '@/domain/enrolments/tickets/ticket-commands';
import { ticketHash } from '@/domain/ground/ticket-secret';
import { problem } from '@/domain/result';
import { findSession } from '@/domain/trainings/queries';
import { db } from '@/prisma/client';
import { createEnrolment } from '@/test/factories/trainings';
import { makeSeriesStage, monday } from '@/test/stages/series';
import { decided } from '@/test/stages/trainings';
import { makeMember } from '@/test/union';
import { cancelSeries, changeSeries } from './change-commands';
import { findSeries, previewChange } from './change-queries';
import { changeSeriesInput, confirmChangeInput } from './inputs';

const stage = await makeSeriesStage();
const { union, official, elsewhere, trainer, hall, viewer, made, approved, seriesOf } = stage;

describe('changing the rest', () => {
  const change = (sessionId: string, over: object = {}) => ({
    sessionId,
    from: '08:00',
    to: '10:00',
    shiftDays: '0',
    venueId: hall,
    seats: '40',
    reason: 'đổi giờ',
    ...over,
  });
  const move = (who: Viewer, sessionId: string, over: object = {}) =>
    changeSeries(who, confirmChangeInput.parse(change(sessionId, over)));

  test('from one session on: those before it, past and held ones and their attendance stay as they are', async () => {
    const id = await made({ day: monday(15), count: '5' });
    const [first, second, third, fourth, fifth] = await seriesOf(id);
    if (!first || !second || !third || !fourth || !fifth) throw new Error('five were planned');
    await decided(fifth.id, 'held');
    const woman = await makeMember(union.khuPho5);
    await createEnrolment(db, fifth, { id: woman }, 1);
    await createEnrolment(db, third, { id: woman }, 1);
    expect(await move(official, second.id, { trainerIds: [trainer.personId] })).toMatchObject({ value: { count: 3 } });
    const now = await seriesOf(id);
    expect(now.map(({ startsAt }) => startsAt)).toEqual([
      instantAt(monday(15), '14:00'),
      ...[16, 17, 18].map((week) => instantAt(monday(week), '08:00')),
      fifth.startsAt,
    ]);
    expect(now.map(({ version }) => version > 2)).toEqual([
      false,
      true,
      true,
      true,
      now[4] ? now[4].version > 2 : false,
    ]);
    const moved = await db.sessionDecision.findMany({
      where: { kind: 'moved' },
      select: { sessionId: true, before: true },
      take: 9,
    });
    expect(moved.map(({ sessionId }) => sessionId).sort()).toEqual([second.id, third.id, fourth.id].sort());
    expect(moved[0]?.before).toMatchObject({ venueId: hall });
    expect(await db.enrolment.count({ where: { sessionId: { in: [third.id, fifth.id] }, seatNo: 1 } })).toBe(2);
    const rows = await db.session.findMany({
      where: { id: { in: [first.id, third.id] } },
      select: { id: true, calendarSequence: true },
      take: 2,
    });
    expect(Object.fromEntries(rows.map((row) => [row.id, row.calendarSequence]))).toEqual({
      [first.id]: 0,
      [third.id]: 1,
    });
  });

  test('a week on: each takes the place of the next, and none stands in the way of the others', async () => {
    const id = await made({ day: monday(22), count: '3', trainerIds: [trainer.personId] });
    const daily = { shiftDays: '1', from: '', to: '', trainerIds: [trainer.personId] };
    expect((await move(official, id, daily)).ok).toBe(true);
    expect((await seriesOf(id)).map(({ startsAt }) => dayOf(startsAt))).toEqual(
      [22, 23, 24].map((week) => addDays(monday(week), 1)),
    );
    const days = await made({
      day: monday(27),
      count: '3',
      from: '00:00',
      to: '00:00',
      endDay: addDays(monday(27), 6),
    });
    expect(await move(official, days, { shiftDays: '3', from: '', to: '' })).toMatchObject({ ok: true });
  });

  test('whole days stay whole when they are moved, and have hours once some are named', async () => {
    const fair = await made({ day: monday(56), count: '2', allDay: 'yes', from: '', to: '' });
    expect(await move(official, fair, { shiftDays: '2', from: '', to: '' })).toMatchObject({ ok: true });
    const midnights = [56, 57].map((week) => instantAt(addDays(monday(week), 2), '00:00'));
    expect((await seriesOf(fair)).map(({ allDay, startsAt }) => [allDay, startsAt])).toEqual(
      midnights.map((startsAt) => [true, startsAt]),
    );
    expect(await move(official, fair, { from: '08:00', to: '08:00', overnight: 'yes' })).toMatchObject({ ok: true });
    expect((await seriesOf(fair)).map(({ allDay, startsAt }) => [allDay, startsAt])).toEqual(
      midnights.map((midnight) => [false, new Date(+midnight + 8 * 3_600_000)]),
    );
    const record = await findSession(official, fair);
    expect(record?.decisions.filter(({ kind }) => kind === 'moved').map(({ before }) => before?.allDay)).toEqual([
      true,
      true,
    ]);
  });

  test('a seat that is offered stays so when the rest is moved: she is told the new time and takes it', async () => {
    const id = await made({ day: monday(63), count: '2', seats: '1' });
    await createEnrolment(db, { id }, { id: await makeMember(union.khuPho5) }, 1);
    const ticket = 'b'.repeat(26);
    const waits = { name: 'Cô Tám', phone: '+84912000008', arrivalNo: 2, ticketHash: ticketHash(ticket) };
    const her = await db.enrolment.create({
      data: { ...waits, sessionId: id, origin: 'public_page', state: 'waiting' },
      select: { id: true },
    });
    expect(await move(official, id, { from: '', to: '', seats: '2' })).toMatchObject({ ok: true });
    expect(await move(official, id, { from: '', to: '', seats: '2', shiftDays: '2' })).toMatchObject({ ok: true });
    const told = await db.outboxMessage.findMany({
      where: { enrolmentId: her.id },
      orderBy: { createdAt: 'asc' },
      take: 9,
    });
    expect(told.map(({ about }) => about)).toEqual(['seat-offered', 'session-moved']);
    expect(await changeByTicket({ ticket, locale: 'vi', do: 'accept' })).toMatchObject({ ok: true });
    expect(await db.enrolment.findUnique({ where: { id: her.id } })).toMatchObject({ state: 'confirmed', seatNo: 2 });
  });

  test('what stands in the way is told whole; left out it stays where it is', async () => {
    const id = await made({ day: monday(32), count: '3' });
    await approved({ day: monday(33), from: '09:00', to: '11:00' });
    await approved({ day: monday(34), from: '07:00', to: '08:30' });
    const preview = await previewChange(official, changeSeriesInput.parse(change(id)));
    expect(preview.ok && preview.value.map((each) => each.clashes.length)).toEqual([0, 1, 1]);
    expect(await move(official, id)).toMatchObject({ problem: 'series-clash', detail: { count: '2' } });
    const [, second, third] = await seriesOf(id);
    expect(await move(official, id, { leaveOut: [second?.id, third?.id] })).toMatchObject({ value: { count: 1 } });
    expect((await seriesOf(id)).map(({ startsAt }) => startsAt)).toEqual([
      instantAt(monday(32), '08:00'),
      ...[33, 34].map((week) => instantAt(monday(week), '14:00')),
    ]);
  });

  test('nobody beside her changes or cancels it; seats that are held are not taken away', async () => {
    const id = await made({ day: monday(45), count: '2' });
    for (const who of [elsewhere, viewer, trainer]) {
      expect(await findSeries(who, id)).toBeNull();
      expect(await move(who, id)).toEqual(problem('not-found'));
      expect(await cancelSeries(who, { sessionId: id, reason: 'không còn' })).toEqual(problem('not-found'));
    }
    await createEnrolment(db, { id }, { id: await makeMember(union.khuPho5) }, 12);
    expect(await move(official, id, { seats: '10' })).toEqual(problem('seats-held'));
    expect((await seriesOf(id)).map(({ seats }) => seats)).toEqual([40, 40]);
  });

  test('more seats are offered to those who wait in each, and who teaches the rest now is told once', async () => {
    const id = await made({ day: monday(48), count: '2', seats: '1' });
    const rest = await seriesOf(id);
    for (const session of rest) {
      await createEnrolment(db, session, { id: await makeMember(union.khuPho5) }, 1);
      const waiting = { arrivalNo: 2, name: 'Cô Sáu', phone: '+84912000006' };
      await db.enrolment.create({
        data: { ...waiting, sessionId: session.id, origin: 'public_page', state: 'waiting' },
        select: { id: true },
      });
    }
    const sessionIds = rest.map((session) => session.id);
    const told = (about: string) =>
      db.outboxMessage.findMany({ where: { sessionId: { in: sessionIds }, about }, take: 9 });
    expect(await move(official, id, { seats: '2', trainerIds: [trainer.personId] })).toMatchObject({ ok: true });
    expect(await db.enrolment.count({ where: { sessionId: { in: sessionIds }, state: 'offered' } })).toBe(2);
    expect(await told('seat-offered')).toHaveLength(2);
    expect(await told('trainer-put-on')).toMatchObject([{ accountId: trainer.accountId, facts: { more: '1' } }]);
    expect((await told('session-moved')).filter(({ kind }) => kind === 'email')).toEqual([]);
  });

  test('the rest is cancelled with its reason, what was held is not, and what is closed is not opened again', async () => {
    const id = await made({ day: monday(50), count: '3' });
    const [, , last] = await seriesOf(id);
    await decided(last?.id ?? '', 'held');
    expect(await cancelSeries(official, { sessionId: id, reason: 'trời bão lớn' })).toMatchObject({
      value: { count: 2 },
    });
    expect((await seriesOf(id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'held']);
    expect(await move(official, id)).toEqual(problem('series-not-open'));
    expect(await cancelSeries(official, { sessionId: last?.id ?? '', reason: 'trời bão lớn' })).toEqual(
      problem('series-not-open'),
    );
  });
});
