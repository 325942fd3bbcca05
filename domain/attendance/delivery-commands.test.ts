import { describe, expect, test } from 'vitest';
import { listParticipants } from '@/domain/enrolments/participants/participant-queries';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createEnrolment } from '@/test/factories/trainings';
import { deliver, makeEnrolled, makePhone, registerOf, tap, walkIn } from '@/test/stages/attendance';
import { makeApproved, makeTrainingStage } from '@/test/stages/trainings';

const stage = await makeTrainingStage();
const { union, official, trainer, courseId } = stage;

let minutes = 0;
/** A session of the trainer tomorrow, with so many women enrolled. */
async function makeSession(women: number) {
  const clock = (at: number) =>
    `${String(6 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const { id } = await makeApproved(
    { unit: union.khuPho5, courseId, trainerIds: [trainer.personId] },
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

  test('the same delivery twice changes nothing, is answered the same and leaves one trail', async () => {
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

  test('wait no more while they are marked present: not in the counts, not in the line, and no seat that is free is offered to them', async () => {
    const { id, women } = await makeSession(30);
    const phone = await makePhone(trainer, id);
    const came = walkIn(id, 1, 'Trần Thị Tới');
    await deliver(phone, [came]);
    const { id: personId } = await createMember(db, union.khuPho5);
    const waits = { sessionId: id, personId, origin: 'official', state: 'waiting', arrivalNo: 32 } as const;
    await db.enrolment.create({ data: waits, select: { id: true } });
    const told = async () => {
      const list = await listParticipants(official, id);
      return [
        list?.counts.waiting,
        list?.participants.slice(30).map(({ place, thereUnseated }) => [place, thereUnseated]),
      ];
    };
    expect(await told()).toEqual([
      1,
      [
        [null, true],
        [1, false],
      ],
    ]);
    await db.$executeRaw`UPDATE enrolment SET state = 'cancelled', seat_no = NULL WHERE id = ${women[0]}::uuid`;
    await db.$queryRaw`SELECT id::text FROM app.settle_seats(${id}::uuid)`;
    expect((await seatsOf(id)).slice(30).map(({ state }) => state)).toEqual(['waiting', 'offered']);
    await deliver(phone, [tap(id, 2, came.enrolmentId, 'taken_back')]);
    expect(await told()).toEqual([
      1,
      [
        [1, false],
        [null, false],
      ],
    ]);
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
