import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember } from '@/prisma/factories/people';
import { createEnrolment } from '@/prisma/factories/trainings';
import { deliver, makeEnrolled, makePhone, registerOf, type TestPhone, tap, walkIn } from '@/prisma/test-attendance';
import { decided, makeApproved, makeTrainer, makeTrainingStage } from '@/prisma/test-trainings';
import { makeViewer } from '@/prisma/test-union';
import { deliverAttendance } from './delivery-commands';
import { openPhone, revokePhone, takeRosters } from './device-commands';
import { listHallSessions } from './roster-queries';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId } = stage;

let minutes = 0;
/** A session of the trainer tomorrow, with so many women enrolled. */
async function makeSession(women: number, trainerIds = [trainer.personId]) {
  const clock = (at: number) =>
    `${String(6 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const { id } = await makeApproved(
    { unit: union.khuPho5, courseId, trainerIds },
    1,
    clock(minutes),
    clock(minutes + 5),
  );
  minutes += 5;
  if (women > 30) await db.session.update({ where: { id }, data: { seats: women } });
  return { id, women: await makeEnrolled(union.khuPho5, id, women) };
}
const seatsOf = async (sessionId: string) =>
  db.enrolment.findMany({
    where: { sessionId },
    orderBy: { arrivalNo: 'asc' },
    select: { state: true, seatNo: true, name: true },
    take: 100,
  });

describe('deliveries', () => {
  test('sixty women marked on two phones, late, out of order, doubled and with a clock forty minutes wrong, stand once each', async () => {
    const { id, women } = await makeSession(60);
    const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
    const taps = women.map((woman, at) => tap(id, at + 1, woman, at % 10 === 0 ? 'late' : 'present'));
    const wrong = Date.now() - 40 * 60_000;
    const theirs = taps.map((each) => ({ ...each, markedAt: wrong }));
    await deliver(mine, taps.slice(30).reverse());
    await deliver(other, theirs.slice(0, 40), wrong);
    await Promise.all([deliver(mine, taps), deliver(other, theirs, wrong), deliver(mine, taps.slice(5, 25))]);
    const register = await registerOf(id);
    expect(Object.values(register).filter((mark) => mark === 'late')).toHaveLength(6);
    expect(Object.values(register).filter((mark) => mark === 'present')).toHaveLength(54);
    const [line] = await db.attendanceEvent.findMany({ where: { deviceId: other.deviceId }, take: 1 });
    expect(Math.abs(Number(line?.clockOffsetMs) - 40 * 60_000)).toBeLessThan(60_000);
    expect(await db.attendanceEvent.count({ where: { sessionId: id } })).toBe(120);
  });

  test('the same letter twice changes nothing, is answered the same and leaves one trail', async () => {
    const { id, women } = await makeSession(2);
    const phone = await makePhone(trainer, id);
    const taps = women.map((woman, at) => tap(id, at + 1, woman));
    const first = await deliver(phone, taps);
    const second = await deliver(phone, taps);
    expect(first).toMatchObject({ safe: [1, 2], held: [], unknown: [] });
    expect({ ...second, now: 0 }).toEqual({ ...first, now: 0 });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'deliverAttendance' } })).toBe(1);
  });

  test('of one phone its latest word counts by its own order, whichever comes first', async () => {
    const { id, women } = await makeSession(2);
    const [a = '', b = ''] = women;
    const phone = await makePhone(trainer, id);
    await deliver(phone, [tap(id, 4, a, 'late'), tap(id, 6, b, 'taken_back')]);
    await deliver(phone, [tap(id, 3, a, 'absent'), tap(id, 5, b, 'present')]);
    expect(await registerOf(id)).toEqual({ 1: 'late', 2: '-' });
  });

  test('two phones that differ give no mark and are shown; a word taken back ends it', async () => {
    const { id, women } = await makeSession(1);
    const [woman = ''] = women;
    const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
    await deliver(mine, [tap(id, 1, woman, 'present')]);
    expect((await deliver(other, [tap(id, 1, woman, 'absent')])).lines).toEqual([
      { id: woman, mark: null, conflict: true },
    ]);
    expect(await registerOf(id)).toEqual({ 1: '?' });
    await deliver(other, [tap(id, 2, woman, 'taken_back')]);
    expect(await registerOf(id)).toEqual({ 1: 'present' });
  });
});

describe('women at the door', () => {
  test('take a free seat, beyond the seats stand without one, and are present all the same', async () => {
    const { id } = await makeSession(29); // of thirty seats
    const phone = await makePhone(trainer, id);
    await deliver(phone, [walkIn(id, 1, 'Lê Thị Ghé'), walkIn(id, 2, 'Trần Thị Tới')]);
    expect((await seatsOf(id)).slice(29)).toEqual([
      { state: 'confirmed', seatNo: 30, name: 'Lê Thị Ghé' },
      { state: 'waiting', seatNo: null, name: 'Trần Thị Tới' },
    ]);
    expect(await registerOf(id)).toMatchObject({ 30: 'present', 31: 'present' });
  });

  test('with one phone number are one, on two phones and in a replay, and later taps find her by either id', async () => {
    const { id } = await makeSession(0);
    const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
    const here = walkIn(id, 1, 'Võ Thị Út', '0912 345 678');
    const there = walkIn(id, 1, 'Út', '+84912345678');
    await Promise.all([deliver(mine, [here]), deliver(other, [there]), deliver(mine, [here])]);
    await deliver(other, [there, tap(id, 2, there.enrolmentId, 'late')]);
    await deliver(mine, [tap(id, 2, here.enrolmentId, 'late')]);
    expect(await seatsOf(id)).toHaveLength(1);
    expect(await registerOf(id)).toEqual({ 1: 'late' });
  });

  test('enrolled by their communes since the list was taken are known by the number on their record, and others become hers', async () => {
    const { id } = await makeSession(0);
    const phone = await makePhone(trainer, id);
    const member = (name: string, number: string) => createMember(db, union.khuPho5, { name, phone: number });
    const enrolled = await member('Huỳnh Thị Bé', '+84933000111');
    const known = await member('Ngô Thị Lụa', '+84933000222');
    await createEnrolment(db, { id }, enrolled, 1);
    await deliver(phone, [
      walkIn(id, 1, 'Chị Bé', '0933 000 111'),
      walkIn(id, 2, 'ngô thị lụa', '0933 000 222'),
      walkIn(id, 3, 'Con gái chị Lụa', '0933 000 333'),
    ]);
    const lines = await db.enrolment.findMany({
      where: { sessionId: id },
      orderBy: { arrivalNo: 'asc' },
      select: { personId: true, attendance: { select: { mark: true, personId: true } } },
      take: 5,
    });
    expect(lines).toEqual(
      [enrolled.id, known.id, null].map((personId) => ({ personId, attendance: { mark: 'present', personId } })),
    );
  });

  test('a tap on a woman whom nobody has announced yet is not forgotten by the phone', async () => {
    const { id } = await makeSession(0);
    const phone = await makePhone(trainer, id);
    const came = walkIn(id, 1, 'Hồ Thị Sáu');
    const corrected = tap(id, 2, came.enrolmentId, 'late');
    expect(await deliver(phone, [corrected])).toMatchObject({ safe: [], unknown: [2] });
    expect(await deliver(phone, [corrected, came])).toMatchObject({ safe: [2, 1], unknown: [] });
    expect(await registerOf(id)).toEqual({ 1: 'late' });
  });
});

describe('rights that ended meanwhile', () => {
  const held = async (phone: TestPhone, sessionId: string, woman: string) => {
    expect(await deliver(phone, [tap(sessionId, 1, woman)])).toMatchObject({ safe: [1], held: [1] });
    expect(await registerOf(sessionId)).toEqual({ 1: '-' });
  };
  const ended = (viewer: Viewer): Viewer => ({ ...viewer, grants: [] });

  test('a role that ended, another trainer, a session reported, a phone taken out of use: kept for review, not lost', async () => {
    const mai = await makeTrainer(union.longHung, 'Trần Thị Mai');
    const sessions = [];
    for (let i = 0; i < 4; i++) sessions.push(await makeSession(1, [mai.personId]));
    const [role, teacher, reported, revoked] = sessions.map(({ id, women }) => ({ id, woman: women[0] ?? '' }));
    if (!role || !teacher || !reported || !revoked) throw new Error('no sessions');
    await held({ ...(await makePhone(mai, role.id)), viewer: ended(mai) }, role.id, role.woman);

    const phone = await makePhone(mai, teacher.id);
    await db.sessionTrainer.deleteMany({ where: { sessionId: teacher.id } });
    await held(phone, teacher.id, teacher.woman);

    const late = await makePhone(mai, reported.id);
    await decided(reported.id, 'held');
    await held(late, reported.id, reported.woman);

    const lost = await makePhone(mai, revoked.id);
    const wish = { sessionId: revoked.id, deviceId: lost.deviceId };
    expect(await revokePhone(elsewhere, wish)).toEqual({ ok: false, problem: 'not-found' });
    expect(await revokePhone(mai, wish)).toEqual({ ok: false, problem: 'not-found' });
    expect(await revokePhone(official, wish)).toMatchObject({ ok: true });
    await held(lost, revoked.id, revoked.woman);
    expect(await takeRosters(mai, { deviceId: lost.deviceId, sessionIds: [revoked.id] })).toMatchObject({ ok: false });
  });

  test('a session moved meanwhile takes the marks all the same; of one cancelled they are kept, and no phone is given its list again', async () => {
    const [moved, cancelled] = [await makeSession(1), await makeSession(1)];
    const phone = await makePhone(trainer, moved.id, cancelled.id);
    const nextMonth = {
      startsAt: new Date(Date.now() + 30 * 86_400_000),
      endsAt: new Date(Date.now() + 31 * 86_400_000),
    };
    await db.session.update({ where: { id: moved.id }, data: nextMonth });
    await decided(cancelled.id, 'cancelled');
    const given = { deviceId: phone.deviceId, sessionIds: [moved.id, cancelled.id] };
    expect(await takeRosters(trainer, given)).toEqual({ ok: true, value: [] });
    const taps = [tap(moved.id, 1, moved.women[0] ?? ''), tap(cancelled.id, 2, cancelled.women[0] ?? '')];
    expect(await deliver(phone, taps)).toMatchObject({ safe: [1, 2], held: [2], unknown: [] });
    expect([await registerOf(moved.id), await registerOf(cancelled.id)]).toEqual([{ 1: 'present' }, { 1: '-' }]);
  });

  test('a woman at the door of a session that is closed holds no place before somebody decides', async () => {
    const { id } = await makeSession(0);
    const phone = await makePhone(trainer, id);
    await decided(id, 'cancelled');
    expect(await deliver(phone, [walkIn(id, 1, 'Đặng Thị Kim', '0987654321')])).toMatchObject({ safe: [1], held: [1] });
    expect(await seatsOf(id)).toEqual([{ state: 'cancelled', seatNo: null, name: 'Đặng Thị Kim' }]);
  });
});

describe('whose it is', () => {
  test('a session that never was hers takes nothing from her phone, and its list is not given', async () => {
    const { id, women } = await makeSession(1);
    const phone = await makePhone(elsewhere, id);
    expect(await deliver(phone, [tap(id, 1, women[0] ?? '')])).toMatchObject({ safe: [], unknown: [1] });
    expect(await db.rosterHandout.count({ where: { sessionId: id } })).toBe(0);
    const colleague = await makeTrainer(union.longHung, 'Lê Thị Bạn');
    expect(await takeRosters(colleague, { deviceId: (await makePhone(colleague)).deviceId, sessionIds: [id] })).toEqual(
      {
        ok: true,
        value: [],
      },
    );
  });

  test('another account sends nothing in the name of her phone and gets no key to it', async () => {
    const { id, women } = await makeSession(1);
    const { deviceId } = await makePhone(trainer, id);
    const stolen = { deviceId, clock: 1, taps: [tap(id, 1, women[0] ?? '')] };
    expect(await deliverAttendance(official, stolen)).toEqual({ ok: false, problem: 'not-found' });
    const opened = await openPhone(official, { known: [deviceId] });
    expect(opened.ok && opened.value.deviceId).not.toBe(deviceId);
    const again = await openPhone({ ...trainer, grants: [] }, { known: [deviceId] });
    expect(again).toMatchObject({ ok: true, value: { deviceId } });
    expect(await openPhone(await makeViewer('editor', union.longHung), { known: [] })).toMatchObject({ ok: false });
  });

  test('the list holds what the hall needs and no phone number, for her own sessions of the coming week', async () => {
    const { id } = await makeSession(1);
    const far = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 9);
    await db.enrolment.updateMany({ where: { sessionId: id }, data: { phone: '+84911222333', unitId: union.to1.id } });
    const listed = (await listHallSessions(trainer)).map((session) => session.id);
    expect(listed).toContain(id);
    expect(listed).not.toContain(far.id);
    const { deviceId } = await makePhone(trainer);
    const taken = await takeRosters(trainer, { deviceId, sessionIds: [id, far.id] });
    expect(taken.ok && taken.value.map((roster) => roster.id)).toEqual([id]);
    expect(taken.ok && taken.value[0]?.people).toEqual([
      {
        id: expect.any(String),
        no: 1,
        name: 'Nguyễn Thị Số 1',
        group: 'Tổ 1',
        need: null,
        ticket: null,
        seated: true,
        mark: null,
        conflict: false,
      },
    ]);
    expect(taken.ok && taken.value[0]?.units).toEqual([{ id: union.to1.id, name: 'Tổ 1' }]);
    expect(JSON.stringify(taken)).not.toContain('911222333');
  });
});
