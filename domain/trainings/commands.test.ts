import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { instantAt } from '@/domain/days/day';
import { db } from '@/prisma/client';
import {
  inDays,
  makeApproved,
  makeProposal,
  makeTrainer,
  makeTrainingStage,
  makeVenue,
  sessionFields,
} from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { proposeSession } from './commands';
import { findSession } from './queries';
import { proposeSessionInput } from './session-inputs';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId, hall } = stage;

const form = (over: object = {}) => sessionFields(stage, over);
const propose = (viewer: Viewer, over: object = {}) => proposeSession(viewer, proposeSessionInput.parse(form(over)));
const idOf = (result: Awaited<ReturnType<typeof propose>>) => (result.ok ? result.value.id : '');

describe('proposing', () => {
  test('a trainer proposes in her commune: it waits, with her name on it, and stands in the trail', async () => {
    const result = await propose(trainer, { day: inDays(20), trainerIds: [trainer.personId] });
    expect(result).toMatchObject({ ok: true });
    const session = await findSession(official, idOf(result));
    expect(session).toMatchObject({ state: 'proposed', seats: 40, title: 'Sử dụng VNeID', proposedBy: 'Trần Thị Mai' });
    expect(session?.trainers).toEqual([{ id: trainer.personId, name: 'Trần Thị Mai' }]);
    expect(session?.startsAt).toEqual(instantAt(inDays(20), '14:00'));
    const trail = await db.auditEntry.findFirst({ where: { subjectId: idOf(result) } });
    expect(trail).toMatchObject({ verb: 'created', action: 'proposeSession', unitId: union.khuPho5.id });
    expect(JSON.stringify(trail?.change)).not.toContain(trainer.personId);
  });

  test('an official may approve in the same step, a trainer may not', async () => {
    const day = inDays(21);
    const result = await propose(official, { day, approve: 'yes' });
    expect(await findSession(official, idOf(result))).toMatchObject({
      state: 'approved',
      decisions: [{ kind: 'approved' }],
    });
    expect(await propose(trainer, { day: inDays(22), approve: 'yes' })).toEqual({ ok: false, problem: 'not-allowed' });
  });

  test('outside her reach there is no unit to propose for; a viewer proposes nowhere', async () => {
    expect(await propose(elsewhere)).toEqual({ ok: false, problem: 'not-found' });
    expect(await propose(trainer, { unitId: union.ongHuong.id })).toEqual({ ok: false, problem: 'not-found' });
    expect(await propose(official, { unitId: union.province.id })).toEqual({ ok: false, problem: 'not-found' });
    expect(await propose(await makeViewer('viewer', union.province))).toEqual({ ok: false, problem: 'not-found' });
    expect(await propose(official, { courseId: union.longHung.id })).toEqual({ ok: false, problem: 'not-found' });
  });

  test('hall and trainers are those of the commune, and the hall is large enough', async () => {
    const there = await makeVenue(union.ongHuong, 'Hội trường Trảng Dài');
    const stranger = await makeTrainer(union.trangDai, 'Lê Thị Hoa');
    const day = inDays(23);
    expect(await propose(official, { day, venueId: there })).toMatchObject({ problem: 'hall-not-there' });
    expect(await propose(official, { day, trainerIds: [stranger.personId] })).toMatchObject({
      problem: 'trainer-not-there',
    });
    expect(await propose(official, { day, seats: '61' })).toMatchObject({
      problem: 'hall-too-small',
      detail: { seats: '60' },
    });
    expect(await propose(official, { day, seats: '61', mode: 'mixed' })).toMatchObject({ ok: true });
  });

  test('the past and the far future are no time for a training', async () => {
    expect(await propose(official, { day: inDays(-1) })).toMatchObject({ problem: 'already-begun' });
    expect(await propose(official, { day: inDays(900) })).toMatchObject({ problem: 'too-far-ahead' });
  });
});

describe('a clash', () => {
  test('the hall that an approved session has is refused, and the session named', async () => {
    await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 6, '14:00', '16:00');
    expect(await propose(trainer, { day: inDays(6), from: '15:00', to: '17:00' })).toEqual({
      ok: false,
      problem: 'hall-taken',
      detail: {
        seen: 'yes',
        session: 'Sử dụng VNeID',
        place: 'Nhà văn hóa khu phố 5, Long Hưng',
        day: inDays(6),
        time: '14:00 – 16:00',
        trainer: '',
      },
    });
  });

  test('ends that touch are free, and so is what only a proposal wants', async () => {
    expect(await propose(trainer, { day: inDays(6), from: '16:00', to: '17:00' })).toMatchObject({ ok: true });
    expect(await propose(trainer, { day: inDays(6), from: '12:00', to: '14:00' })).toMatchObject({ ok: true });
    await makeProposal({ unit: union.khuPho5, courseId, venueId: hall }, 7);
    expect(await propose(trainer, { day: inDays(7) })).toMatchObject({ ok: true });
  });

  test('a trainer who is taken is named, also by a session in another hall', async () => {
    const other = await makeVenue(union.khuPho6, 'Nhà văn hóa khu phố 6');
    await makeApproved({ unit: union.khuPho6, courseId, venueId: other, trainerIds: [trainer.personId] }, 8);
    const result = await propose(official, { day: inDays(8), trainerIds: [trainer.personId] });
    expect(result).toMatchObject({ problem: 'trainer-taken', detail: { seen: 'yes', trainer: 'Trần Thị Mai' } });
  });

  test('of a session she may not see only place and time are told', async () => {
    await makeApproved({ unit: union.ongHuong, courseId, trainerIds: [trainer.personId] }, 9);
    const result = await propose(official, { day: inDays(9), trainerIds: [trainer.personId] });
    expect(result).toMatchObject({
      problem: 'trainer-taken',
      detail: { seen: 'no', session: '', place: 'Khu phố Ông Hường, Trảng Dài', time: '14:00 – 16:00' },
    });
  });
});
