import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, registerOf, type TestPhone, tap, walkIn } from '@/test/stages/attendance';
import { decided, makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { deliverAttendance } from '../delivery-commands';
import { listHallSessions } from '../roster/roster-queries';
import { openPhone, revokePhone, takeRosters } from './device-commands';

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
  return { id, women: await makeEnrolled(union.khuPho5, id, women) };
}

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
    const select = { state: true, seatNo: true, name: true };
    const [line, ...others] = await db.enrolment.findMany({ where: { sessionId: id }, select, take: 2 });
    expect([line, others]).toEqual([{ state: 'cancelled', seatNo: null, name: 'Đặng Thị Kim' }, []]);
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
