import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, registerOf, tap, walkIn } from '@/test/stages/attendance';
import { decided, makeApproved, makeTrainingStage } from '@/test/stages/trainings';
import type { Mark } from '../mark';
import { revokePhone } from '../phone/device-commands';
import { recordPaper } from './paper-commands';
import { findRegister } from './register-queries';
import { reviewAttendance, settleAttendance } from './settle-commands';

const { union, official, elsewhere, trainer, courseId } = await makeTrainingStage();

let hour = 5;
async function makeSession(women: number) {
  const times = [`${String(++hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:50`] as const;
  const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 1, ...times);
  return { id, women: await makeEnrolled(union.khuPho5, id, women) };
}
async function makeContradiction() {
  const { id, women } = await makeSession(1);
  const [woman = ''] = women;
  const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
  await deliver(mine, [tap(id, 2, woman, 'present')]);
  await deliver(other, [tap(id, 2, woman, 'absent')]);
  return { id, woman, mine, other };
}
const lineOf = async (viewer: Viewer, id: string) => (await findRegister(viewer, id))?.lines[0];
async function settle(viewer: Viewer, id: string, woman: string, mark: Mark) {
  const lastArrival = (await lineOf(official, id))?.lastArrival ?? '';
  return settleAttendance(viewer, { sessionId: id, enrolmentId: woman, mark, lastArrival });
}

describe('contradictions', () => {
  test('are shown with who says what, and hold as settled; what a phone had said before opens nothing again', async () => {
    const { id, woman, mine, other } = await makeContradiction();
    const line = await lineOf(trainer, id);
    expect(line).toMatchObject({ mark: null, conflict: true, witnesses: 2 });
    expect(line?.voices.map(({ mark, kind }) => [mark, kind]).sort()).toEqual([
      ['absent', 'phone'],
      ['present', 'phone'],
    ]);
    expect(await settle(trainer, id, woman, 'late')).toMatchObject({ ok: true });
    await deliver(other, [tap(id, 1, woman, 'present')]);
    await deliver(mine, [tap(id, 1, woman, 'absent')]);
    expect(await registerOf(id)).toEqual({ 1: 'late' });
  });

  test('a new word that differs after the settlement is a contradiction again, one that agrees a witness', async () => {
    const { id, woman, mine, other } = await makeContradiction();
    await settle(trainer, id, woman, 'present');
    await deliver(mine, [tap(id, 3, woman, 'present')]);
    expect(await lineOf(trainer, id)).toMatchObject({ mark: 'present', witnesses: 2 });
    await deliver(other, [tap(id, 3, woman, 'absent')]);
    expect(await registerOf(id)).toEqual({ 1: '?' });
  });

  test('a settlement of what she has not seen, of what is clear or of what is not hers changes nothing', async () => {
    const { id, woman, other } = await makeContradiction();
    const seen = (await lineOf(trainer, id))?.lastArrival ?? '';
    await deliver(other, [tap(id, 3, woman, 'late')]);
    const stale = { sessionId: id, enrolmentId: woman, mark: 'absent', lastArrival: seen } as const;
    expect(await settleAttendance(trainer, stale)).toEqual({ ok: false, problem: 'changed-since-read' });
    expect(await settle(elsewhere, id, woman, 'present')).toEqual({ ok: false, problem: 'not-found' });
    await settle(official, id, woman, 'present');
    expect(await settle(trainer, id, woman, 'absent')).toEqual({ ok: false, problem: 'no-conflict' });
    expect(await registerOf(id)).toEqual({ 1: 'present' });
  });

  test('two who settle at once: one holds, the other is told', async () => {
    const { id, woman } = await makeContradiction();
    const lastArrival = (await lineOf(trainer, id))?.lastArrival ?? '';
    const settled = await Promise.all(
      ([trainer, official] as const).map((viewer, at) =>
        settleAttendance(viewer, {
          sessionId: id,
          enrolmentId: woman,
          mark: at === 0 ? 'present' : 'absent',
          lastArrival,
        }),
      ),
    );
    expect(settled.filter(({ ok }) => ok)).toHaveLength(1);
    expect(settled.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'changed-since-read' });
    expect((await lineOf(trainer, id))?.conflict).toBe(false);
  });
});

describe('what is kept for review', () => {
  test('counts once an official accepts it, with the woman at the door, and never when she refuses', async () => {
    const { id, women } = await makeSession(2);
    const [a = '', b = ''] = women;
    const [first, second] = [await makePhone(trainer, id), await makePhone(trainer, id)];
    await decided(id, 'held');
    await deliver(first, [tap(id, 1, a), walkIn(id, 2, 'Lê Thị Ghé')]);
    await deliver(second, [tap(id, 1, b, 'absent')]);
    expect((await findRegister(trainer, id))?.held).toEqual([]);
    const held = (await findRegister(official, id))?.held ?? [];
    expect(held.map(({ taps, by }) => [by, taps.length]).sort()).toEqual([
      ['Trần Thị Mai', 1],
      ['Trần Thị Mai', 2],
    ]);
    const of = (deviceId: string, upTo: string) => ({ sessionId: id, deviceId, upTo });
    const accept = { ...of(first.deviceId, '2'), decision: 'accept' } as const;
    expect(await reviewAttendance(trainer, accept)).toEqual({ ok: false, problem: 'not-found' });
    expect(await reviewAttendance(elsewhere, accept)).toEqual({ ok: false, problem: 'not-found' });
    expect(await reviewAttendance(official, accept)).toMatchObject({ ok: true, value: { count: 2 } });
    expect(await reviewAttendance(official, accept)).toEqual({ ok: false, problem: 'already-decided' });
    await reviewAttendance(official, { ...of(second.deviceId, '1'), decision: 'refuse' });
    expect(await registerOf(id)).toEqual({ 1: 'present', 2: '-', 3: 'present' });
    expect((await findRegister(official, id))?.lines.map(({ name }) => name)).toContain('Lê Thị Ghé');
  });

  test('a woman at the door told of twice by one number, on two phones, is one when it is accepted', async () => {
    const { id } = await makeSession(0);
    const phones = [await makePhone(trainer, id), await makePhone(trainer, id)] as const;
    await decided(id, 'held');
    await deliver(phones[0], [walkIn(id, 1, 'Lê Thị Ghé', '0912345678'), walkIn(id, 2, 'Ghé', '0912345678')]);
    await deliver(phones[1], [walkIn(id, 1, 'Chị Ghé', '0912345678')]);
    for (const { deviceId } of phones) {
      const accept = { sessionId: id, deviceId, upTo: '2', decision: 'accept' } as const;
      expect(await reviewAttendance(official, accept)).toMatchObject({ ok: true });
    }
    expect((await findRegister(official, id))?.lines.map(({ name, mark }) => [name, mark])).toEqual([
      ['Lê Thị Ghé', 'present'],
    ]);
  });

  test('is decided on as far as she was shown it: what came since waits', async () => {
    const { id, women } = await makeSession(2);
    const phone = await makePhone(trainer, id);
    await decided(id, 'held');
    await deliver(
      phone,
      women.map((woman, at) => tap(id, at + 1, woman)),
    );
    const { deviceId } = phone;
    await reviewAttendance(official, { sessionId: id, deviceId, upTo: '1', decision: 'accept' });
    expect(await registerOf(id)).toEqual({ 1: 'present', 2: '-' });
    expect((await findRegister(official, id))?.held).toHaveLength(1);
  });
});

describe('the register on paper', () => {
  test('is one more voice: typed twice it is the same, and beside a phone that differs it is a contradiction', async () => {
    const { id, women } = await makeSession(4);
    await deliver(await makePhone(official, id), [tap(id, 1, women[3] ?? '', 'present')]);
    const typed = '1-3 c\n2 m\n4 v';
    expect(await recordPaper(trainer, { sessionId: id, typed })).toMatchObject({
      ok: true,
      value: { count: 4, held: false },
    });
    await recordPaper(trainer, { sessionId: id, typed });
    expect(await registerOf(id)).toEqual({ 1: 'present', 2: 'late', 3: 'present', 4: '?' });
    expect(await db.device.count({ where: { accountId: trainer.accountId, kind: 'paper' } })).toBe(1);
  });

  test('a wrong line records nothing and is named; a neighbour finds no such session; after the report it waits', async () => {
    const { id } = await makeSession(1);
    expect(await recordPaper(trainer, { sessionId: id, typed: '1 c\n9 c' })).toEqual({
      ok: false,
      problem: 'wrong-line',
      detail: { line: '9 c' },
    });
    expect(await registerOf(id)).toEqual({ 1: '-' });
    expect(await recordPaper(elsewhere, { sessionId: id, typed: '1 c' })).toMatchObject({ problem: 'not-found' });
    await decided(id, 'held');
    expect(await recordPaper(official, { sessionId: id, typed: '1 c' })).toMatchObject({ value: { held: true } });
    expect(await registerOf(id)).toEqual({ 1: '-' });
  });

  test('brings in women who were written on by hand, once each, however often it is typed and whatever their number tells', async () => {
    const { id, women } = await makeSession(1);
    await db.enrolment.update({ where: { id: women[0] ?? '' }, data: { phone: '+84987654321' } });
    const phone = await makePhone(official, id);
    await deliver(phone, [walkIn(id, 1, 'Võ Thị Út', '0912 345 678')]);
    const typed = '+ Út, 0912345678\n+ Lê Thị Ghé, m\n+ Lê Thị Ghé\n+ Chị Số Một, 0987 654 321\n+ Hồ Thị Sáu';
    expect(await recordPaper(trainer, { sessionId: id, typed })).toMatchObject({ value: { count: 5, held: false } });
    await recordPaper(trainer, { sessionId: id, typed });
    const lines = (await findRegister(trainer, id))?.lines ?? [];
    expect(lines.map(({ name, mark, witnesses, walkIn: came }) => [name, mark, witnesses, came])).toEqual([
      ['Nguyễn Thị Số 1', 'present', 1, false],
      ['Lê Thị Ghé', 'late', 1, true],
      ['Lê Thị Ghé', 'present', 1, true],
      ['Hồ Thị Sáu', 'present', 1, true],
      ['Võ Thị Út', 'present', 2, true],
    ]);
    expect(await recordPaper(trainer, { sessionId: id, typed: '+ Lê Thị Ghé, 12' })).toMatchObject({
      problem: 'wrong-line',
      detail: { line: '+ Lê Thị Ghé, 12' },
    });
  });

  test('typed after the report, a woman written on by hand holds no place until an official accepts it', async () => {
    const { id } = await makeSession(0);
    await decided(id, 'held');
    expect(await recordPaper(trainer, { sessionId: id, typed: '+ Lê Thị Ghé' })).toMatchObject({
      value: { held: true },
    });
    const register = await findRegister(official, id);
    expect(register?.lines).toEqual([]);
    const [bundle] = register?.held ?? [];
    expect(bundle).toMatchObject({ kind: 'paper', taps: [{ name: 'Lê Thị Ghé', mark: 'present' }] });
    const { deviceId = '', upTo = '' } = bundle ?? {};
    await reviewAttendance(official, { sessionId: id, deviceId, upTo, decision: 'accept' });
    expect((await findRegister(official, id))?.lines.map(({ name, mark }) => [name, mark])).toEqual([
      ['Lê Thị Ghé', 'present'],
    ]);
  });
});

describe('phones that have the list', () => {
  test('and have sent nothing since the session began are counted for whoever sees it, and named to those who may take them out of use', async () => {
    const { id, women } = await makeSession(1);
    const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
    await db.device.update({ where: { id: other.deviceId }, data: { label: 'Android, Chrome' } });
    expect((await findRegister(trainer, id))?.silent).toBe(0);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await db.session.update({ where: { id }, data: { startsAt: hoursAgo(2), endsAt: hoursAgo(1) } });
    expect(await findRegister(trainer, id)).toMatchObject({ silent: 2, devices: [] });
    await deliver(mine, [tap(id, 1, women[0] ?? '')]);
    const { silent, devices } = (await findRegister(official, id)) ?? {};
    expect(silent).toBe(1);
    expect(devices?.map((device) => [device.id, device.label, device.silent])).toEqual([
      [mine.deviceId, null, false],
      [other.deviceId, 'Android, Chrome', true],
    ]);
    await revokePhone(official, { sessionId: id, deviceId: other.deviceId });
    expect((await findRegister(trainer, id))?.silent).toBe(0);
  });
});
