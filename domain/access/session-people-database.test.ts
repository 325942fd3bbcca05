import { describe, expect, test } from 'vitest';
import { hasRegister } from '@/domain/attendance/attendance';
import { takeRosters } from '@/domain/attendance/phone/device-commands';
import { recordPaper } from '@/domain/attendance/register/paper-commands';
import { findRegister } from '@/domain/attendance/register/register-queries';
import { listHallSessions } from '@/domain/attendance/roster/roster-queries';
import { listParticipants } from '@/domain/enrolments/participants/participant-queries';
import { listMessages } from '@/domain/messages/queries';
import { findOutcomes } from '@/domain/outcomes/queries';
import { findSession } from '@/domain/trainings/queries';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, registerOf, tap } from '@/test/stages/attendance';
import { makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import type { TestUnit } from '@/test/union';
import { mayWithPeople } from './session-people';
import type { Viewer } from './viewer';

const { union, courseId } = await makeTrainingStage();
const as = (viewer: Viewer, ...units: TestUnit[]): Viewer => ({
  ...viewer,
  grants: units.map(({ id, path }) => ({ role: 'trainer', unitId: id, path })),
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
let hour = 0;
/** A session that is going on, with a woman in it who has to be told something. */
async function makeTaught(unit: TestUnit, trainerId: string) {
  const { id } = await makeApproved({ unit, courseId, trainerIds: [trainerId] }, 1, `0${++hour}:00`, `0${hour}:50`);
  const times = { startsAt: inMinutes(-30), endsAt: inMinutes(30) };
  await db.sessionTrainer.deleteMany({ where: { sessionId: id } });
  await db.session.update({ where: { id }, data: times });
  await db.sessionTrainer.create({ data: { sessionId: id, trainerId, state: 'approved', ...times } });
  const [woman = ''] = await makeEnrolled(union.khuPho5, id, 1);
  await db.outboxMessage.create({
    data: {
      kind: 'zalo',
      about: 'enrolled',
      locale: 'vi',
      dedupeKey: `enrolled ${woman}`,
      recipient: '+84912000001',
      sessionId: id,
      enrolmentId: woman,
    },
    select: { id: true },
  });
  return { id, woman };
}

/** Every place where the people of a session stand, as this viewer finds it. */
async function placesOf(viewer: Viewer, sessionId: string) {
  const { deviceId } = await db.device
    .create({ data: { accountId: viewer.accountId, kind: 'phone' }, select: { id: true } })
    .then(({ id }) => ({ deviceId: id }));
  const taken = await takeRosters(viewer, { deviceId, sessionIds: [sessionId] });
  const session = await findSession(viewer, sessionId);
  return {
    participants: (await listParticipants(viewer, sessionId)) !== null,
    register: (await findRegister(viewer, sessionId)) !== null,
    tab: session !== null && hasRegister(viewer, session),
    hall: (await listHallSessions(viewer)).some(({ id }) => id === sessionId),
    roster: taken.ok && taken.value.length === 1,
    outcomes: (await findOutcomes(viewer, sessionId)) !== null,
    messages: (await listMessages(viewer, { sessionId })).messages.length > 0,
  };
}
const all = (open: boolean) => ({
  participants: open,
  register: open,
  tab: open,
  hall: open,
  roster: open,
  outcomes: open,
  messages: open,
});

describe('the people of a session', () => {
  test('are seen by its trainer everywhere alike while she is a trainer there, and nowhere once that role has ended', async () => {
    const mai = await makeTrainer(union.trangDai, 'Trần Thị Mai');
    const { id } = await makeTaught(union.ongHuong, mai.personId);
    expect(await placesOf(mai, id)).toEqual(all(true));
    expect(await placesOf(as(mai, union.longHung), id)).toEqual(all(false));
    expect(await placesOf(as(mai), id)).toEqual(all(false));
    const colleague = await makeTrainer(union.trangDai, 'Lê Thị Bạn');
    expect(await placesOf(colleague, id)).toEqual(all(false));
  });

  test('are a trainer’s from above as well, and anywhere in sessions of the province, but not from below', async () => {
    const mai = await makeTrainer(union.khuPho5, 'Trần Thị Mai');
    const province = await makeTaught(union.province, mai.personId);
    expect(await placesOf(mai, province.id)).toEqual(all(true));
    expect(await placesOf(as(mai), province.id)).toEqual(all(false));
    const lan = await makeTrainer(union.province, 'Lê Thị Lan');
    const commune = await makeTaught(union.longHung, lan.personId);
    expect(await placesOf(lan, commune.id)).toEqual(all(true));
    expect(await placesOf(as(lan, union.khuPho5), commune.id)).toEqual(all(false));
  });

  test('stay out of reach of a verb that no trainer has', () => {
    const mai: Viewer = {
      accountId: 'a',
      personId: 'mai',
      displayName: '',
      locale: 'vi',
      grants: [{ role: 'trainer', unitId: union.longHung.id, path: union.longHung.path }],
    };
    const session = { unitPath: union.khuPho5.path, trainerIds: ['mai'] };
    expect(mayWithPeople(mai, 'attendance.take', session)).toBe(true);
    expect(mayWithPeople(mai, 'attendance.review', session)).toBe(false);
    expect(mayWithPeople(mai, 'attendance.take', { ...session, trainerIds: [] })).toBe(false);
  });
});

test('marks that a trainer made after her role there had ended are kept for review, and typed ones refused', async () => {
  const mai = await makeTrainer(union.trangDai, 'Trần Thị Mai');
  const { id, woman } = await makeTaught(union.ongHuong, mai.personId);
  const phone = await makePhone(mai, id);
  const elsewhere = as(mai, union.longHung);
  expect(await deliver({ ...phone, viewer: elsewhere }, [tap(id, 1, woman)])).toMatchObject({ safe: [1], held: [1] });
  expect(await registerOf(id)).toEqual({ 1: '-' });
  expect(await recordPaper(elsewhere, { sessionId: id, typed: '1 c' })).toEqual({ ok: false, problem: 'not-found' });
  expect(await deliver(phone, [tap(id, 2, woman)])).toMatchObject({ safe: [2], held: [] });
  expect(await registerOf(id)).toEqual({ 1: 'present' });
});
