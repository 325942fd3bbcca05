import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { problem } from '@/domain/result';
import { proposeSession } from '@/domain/trainings/commands';
import { proposeSessionInput } from '@/domain/trainings/session-inputs';
import { db } from '@/prisma/client';
import { decided, inDays, makeTrainer, makeTrainingStage, sessionFields } from '@/test/stages/trainings';
import { makeViewer, nothing } from '@/test/union';
import { announceCallInput } from './call';
import { announceCall, withdrawCall } from './commands';
import { listClosedCalls, listOpenCalls } from './queries';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId } = stage;
const hoa = await makeTrainer(union.trangDai, 'Lê Thị Hoa');
const viewer = await makeViewer('viewer', union.province);

const announce = (who: Viewer, over: object = {}) =>
  announceCall(
    who,
    announceCallInput.parse({ courseId, unitId: union.khuPho5.id, wantedOn: inDays(10), note: 'Buổi chiều', ...over }),
  );
const made = async (over: object = {}) => {
  const result = await announce(official, over);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};
let hour = 7;
const answer = (who: Viewer, callId: string, over: object = {}) =>
  proposeSession(
    who,
    proposeSessionInput.parse(
      sessionFields(stage, {
        day: inDays(10),
        from: `${String(++hour).padStart(2, '0')}:00`,
        to: `${String(hour).padStart(2, '0')}:30`,
        callId,
        ...over,
      }),
    ),
  );
const openIds = async (who: Viewer) => (await listOpenCalls(who)).map(({ id }) => id);
const closed = async (callId: string) => (await listClosedCalls(official)).find(({ id }) => id === callId);

describe('calls for trainers', () => {
  test('an official announces one; trainers of the commune see it, those of another do not', async () => {
    const id = await made();
    expect(await openIds(trainer)).toContain(id);
    expect(await openIds(official)).toContain(id);
    for (const who of [hoa, elsewhere, viewer]) expect(await openIds(who)).not.toContain(id);
    const [call] = (await listOpenCalls(trainer)).filter((each) => each.id === id);
    expect(call).toMatchObject({
      course: 'Sử dụng VNeID',
      unit: { name: 'Khu phố 5' },
      daysLeft: 10,
      gap: 100,
      state: 'open',
    });
    expect(call?.mayWithdraw).toBe(false);
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'announceCall' } })).toBe(1);
  });

  test('nobody else announces one, and only of what is taught, for a day to come', async () => {
    for (const who of [elsewhere, trainer, viewer]) expect(await announce(who)).toEqual(problem('not-found'));
    expect(await announce(official, { unitId: union.province.id })).toEqual(problem('not-found'));
    expect(await announce(official, { courseId: nothing })).toEqual(problem('course-retired'));
    expect(await announce(official, { wantedOn: addDays(today(), -1) })).toEqual(problem('call-past'));
  });

  test('the most urgent comes first: here the nearer day', async () => {
    const later = await made({ wantedOn: inDays(50) });
    const soon = await made({ wantedOn: inDays(1) });
    const order = await openIds(trainer);
    expect(order.indexOf(soon)).toBeLessThan(order.indexOf(later));
  });

  test('a proposal from it answers it; refused or cancelled, it is open again', async () => {
    const id = await made();
    const first = await answer(trainer, id, { trainerIds: [trainer.personId] });
    if (!first.ok) throw new Error(first.problem);
    expect(await openIds(trainer)).not.toContain(id);
    expect(await closed(id)).toMatchObject({ state: 'answered', sessionId: first.value.id });
    expect(await answer(official, id)).toEqual(problem('call-closed'));
    await decided(first.value.id, 'refused');
    expect(await openIds(trainer)).toContain(id);
    expect((await answer(official, id)).ok).toBe(true);
  });

  test('of those who answer at once one does, the others are told; none answers a call of another commune', async () => {
    const id = await made();
    const results = await Promise.all([1, 2, 3, 4].map(() => answer(trainer, id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.problem).toBe('call-closed');
    const there = await announce(elsewhere, { unitId: union.ongHuong.id });
    expect(there.ok && (await answer(trainer, there.value.id))).toEqual(problem('call-closed'));
    expect(await answer(trainer, nothing)).toEqual(problem('call-closed'));
  });

  test('it is withdrawn with a reason where it was announced, not once it is answered', async () => {
    const id = await made();
    const withdraw = (who: Viewer, callId = id) => withdrawCall(who, { callId, version: 1, reason: 'đã có người dạy' });
    for (const who of [elsewhere, trainer, viewer]) expect(await withdraw(who)).toEqual(problem('not-found'));
    expect((await withdraw(official)).ok).toBe(true);
    expect(await openIds(trainer)).not.toContain(id);
    expect(await closed(id)).toMatchObject({ state: 'withdrawn', withdrawnReason: 'đã có người dạy' });
    expect(await withdraw(official)).toEqual(problem('call-closed'));
    expect(await answer(trainer, id)).toEqual(problem('call-closed'));
    const other = await made();
    await answer(trainer, other);
    expect(await withdraw(official, other)).toEqual(problem('call-closed'));
  });
});
