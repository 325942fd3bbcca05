import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { maskedPhone } from '@/domain/people/phones/phone';
import { cancelSession, decideSession } from '@/domain/trainings/decision-commands';
import { editSession } from '@/domain/trainings/edit-commands';
import { cancelSessionInput, decideSessionInput, editSessionInput } from '@/domain/trainings/session-inputs';
import { db, transaction } from '@/prisma/client';
import {
  inDays,
  makeApproved,
  makeProposal,
  makeTrainer,
  makeTrainingStage,
  sessionFields,
  versionOf,
} from '@/test/stages/trainings';
import { makeMember } from '@/test/union';
import { tellEnrolled } from './tell-enrolled-writes';

const stage = await makeTrainingStage();
const { union, official, trainer, courseId, hall } = stage;
const [second, third] = [
  await makeTrainer(union.longHung, 'Lê Thị Hoa'),
  await makeTrainer(union.longHung, 'Phạm Thị Đào'),
];
let day = 10;
let sessionId: string;

/** An approved session with one woman of a record, one who signed up herself, one who waits and one who gave up. */
beforeEach(async () => {
  day++;
  const wish = { unit: union.khuPho5, courseId, venueId: hall, trainerIds: [trainer.personId] };
  ({ id: sessionId } = await makeApproved(wish, day));
  const lan = await makeMember(union.khuPho5, 'Nguyễn Thị Lan');
  await db.person.update({ where: { id: lan }, data: { phone: '+84912000001' }, select: { id: true } });
  const enrol = (arrivalNo: number, over: object) =>
    db.enrolment.create({
      data: { sessionId, arrivalNo, origin: 'official', state: 'confirmed', ...over },
      select: { id: true },
    });
  await enrol(1, { seatNo: 1, personId: lan });
  await enrol(2, { seatNo: 2, name: 'Hoa', phone: '+84912000002' });
  await enrol(3, { state: 'waiting', name: 'Mai', phone: '+84912000003' });
  await enrol(4, { state: 'cancelled', name: 'Cúc', phone: '+84912000004' });
});

const cancel = async (version?: number) =>
  cancelSession(
    official,
    cancelSessionInput.parse({
      sessionId,
      version: String(version ?? (await versionOf(sessionId))),
      reason: 'Mưa lớn, ngập đường',
    }),
  );
const edit = async (over: object) => {
  const fields = sessionFields(stage, { sessionId, day: inDays(day), trainerIds: [trainer.personId], ...over });
  return editSession(official, editSessionInput.parse({ ...fields, version: String(await versionOf(sessionId)) }));
};
const written = (state: 'ready' | 'discarded' = 'ready') =>
  db.outboxMessage.findMany({
    where: { sessionId, state, about: { startsWith: 'session-' } },
    orderBy: [{ kind: 'desc' }, { recipient: 'asc' }],
    select: { kind: true, recipient: true, about: true, facts: true, locale: true, accountId: true },
    take: 20,
  });
const mails = async () =>
  (
    await db.outboxMessage.findMany({
      where: { sessionId, kind: 'email', state: 'ready' },
      orderBy: { about: 'asc' },
      select: { about: true, accountId: true },
      take: 9,
    })
  ).map(({ about, accountId }) => [about, accountId]);
const sent = () =>
  db.outboxMessage.updateMany({
    where: { sessionId, kind: 'email', state: 'ready' },
    data: { state: 'sent', sentAt: new Date() },
  });
const phones = ['+84912000001', '+84912000002', '+84912000003'].map(maskedPhone);

describe('cancelling', () => {
  test('tells everybody who has or waits for a seat once, and the trainer by e-mail', async () => {
    expect(await cancel()).toMatchObject({ ok: true });
    const rows = await written();
    expect(rows.filter(({ kind }) => kind === 'zalo').map(({ recipient }) => recipient)).toEqual(phones);
    expect(rows.filter(({ kind }) => kind === 'email')).toMatchObject([{ accountId: trainer.accountId }]);
    expect(new Set(rows.map(({ about }) => about))).toEqual(new Set(['session-cancelled']));
    expect(rows[0]?.facts).toEqual({ reason: 'Mưa lớn, ngập đường' });
  });

  test('done twice at once, or told of again, is told once', async () => {
    const version = await versionOf(sessionId);
    const done = await Promise.all([cancel(version), cancel(version)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const again = () => transaction((tx) => tellEnrolled(tx, { sessionIds: [sessionId], about: 'session-cancelled' }));
    expect(await Promise.all([again(), again()])).toEqual([0, 0]);
    expect(await written()).toHaveLength(4);
    expect(await written('discarded')).toEqual([]);
  });

  test('taken back, it tells nobody', async () => {
    const version = await versionOf(sessionId);
    await expect(
      transaction(async (tx) => {
        await tx.sessionDecision.create({ data: { sessionId, kind: 'cancelled' }, select: { id: true } });
        expect(await tellEnrolled(tx, { sessionIds: [sessionId], about: 'session-cancelled' })).toBe(3);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await written()).toEqual([]);
    expect(await versionOf(sessionId)).toBe(version);
  });
});

describe('changing', () => {
  test('other notes and seats are told to nobody', async () => {
    expect(await edit({ notes: 'Mang theo điện thoại', seats: '20' })).toMatchObject({ ok: true });
    expect(await written()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test('a trainer taken off is told, and the one put on instead, and nobody who stays', async () => {
    await edit({ trainerIds: [trainer.personId, second.personId] });
    await sent();
    await edit({ trainerIds: [second.personId, third.personId] });
    expect(await mails()).toEqual([
      ['trainer-put-on', third.accountId],
      ['trainer-taken-off', trainer.accountId],
    ]);
    expect(await written()).toEqual([]);
  });

  test('put on by the edit that moves it, she is told once: that she teaches it, and when', async () => {
    await edit({ from: '08:00', to: '10:00', trainerIds: [trainer.personId, second.personId] });
    expect(await mails()).toEqual([
      ['session-moved', trainer.accountId],
      ['trainer-put-on', second.accountId],
    ]);
  });

  test('of a proposal, and of what she changed herself, no trainer is told', async () => {
    const { id } = await makeProposal({ unit: union.khuPho5, courseId, venueId: hall }, day, '06:00', '07:00');
    const approved = sessionId;
    sessionId = id;
    expect(await edit({ from: '06:00', to: '07:00', trainerIds: [trainer.personId] })).toMatchObject({ ok: true });
    expect(await mails()).toEqual([]);
    sessionId = approved;
    const fields = sessionFields(stage, { sessionId, day: inDays(day), trainerIds: [] });
    const own = { ...official, accountId: trainer.accountId };
    await editSession(own, editSessionInput.parse({ ...fields, version: String(await versionOf(sessionId)) }));
    expect(await mails()).toEqual([]);
  });

  test('another time is told with the time before and the reason', async () => {
    const { startsAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(await edit({ from: '08:00', to: '10:00', reason: 'Trùng họp chi hội' })).toMatchObject({ ok: true });
    const rows = await written();
    expect(rows.filter(({ kind }) => kind === 'zalo').map(({ recipient }) => recipient)).toEqual(phones);
    expect(rows[0]?.facts).toMatchObject({
      beforeStartsAt: startsAt.toISOString(),
      beforePlace: 'Nhà văn hóa khu phố 5',
      beforeMode: 'in_person',
      reason: 'Trùng họp chi hội',
    });
  });

  test('online instead of in the hall is told too', async () => {
    expect(await edit({ mode: 'online', venueId: '' })).toMatchObject({ ok: true });
    expect(await written()).toHaveLength(4);
  });

  test('moved twice before anybody was told is told once, from the time they know', async () => {
    const { startsAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
    await edit({ from: '08:00', to: '10:00', reason: 'Trùng họp chi hội' });
    await edit({ from: '09:00', to: '11:00' });
    const told = (await written()).filter(({ kind }) => kind === 'zalo');
    expect(told).toHaveLength(3);
    expect(told[0]?.facts).toMatchObject({ beforeStartsAt: startsAt.toISOString() });
    expect(told[0]?.facts).not.toHaveProperty('reason');
    await cancel();
    expect((await written()).filter(({ kind }) => kind === 'zalo').map(({ about }) => about)).toEqual(
      phones.map(() => 'session-cancelled'),
    );
  });
});

test('of many sessions at once every woman is told of hers, in her language, and the trainer by one e-mail', async () => {
  const wish = { unit: union.khuPho5, courseId, trainerIds: [trainer.personId] };
  const { id: second } = await makeApproved(wish, day, '18:00', '19:00');
  const woman = { name: 'Kim', phone: '+84912000005', locale: 'en', arrivalNo: 1, seatNo: 1 };
  await db.enrolment.create({
    data: { ...woman, sessionId: second, origin: 'public_page', state: 'confirmed' },
    select: { id: true },
  });
  const sessionIds = [sessionId, second];
  await transaction(async (tx) => {
    const data = sessionIds.map((id) => ({ sessionId: id, kind: 'cancelled' as const, reason: 'Bão' }));
    await tx.sessionDecision.createMany({ data });
    expect(await tellEnrolled(tx, { sessionIds, about: 'session-cancelled' })).toBe(4);
  });
  expect((await written()).filter(({ kind }) => kind === 'email')).toMatchObject([
    { facts: { reason: 'Bão', more: '1' } },
  ]);
  sessionId = second;
  expect(await written()).toMatchObject([{ kind: 'zalo', recipient: maskedPhone('+84912000005'), locale: 'en' }]);
});

describe('deciding', () => {
  const decide = async (viewer: Viewer, over: object) => {
    const { id } = await makeProposal(
      { unit: union.khuPho5, courseId, proposedById: trainer.accountId },
      day,
      '06:00',
      '07:00',
    );
    sessionId = id;
    return decideSession(
      viewer,
      decideSessionInput.parse({ sessionId, version: String(await versionOf(id)), ...over }),
    );
  };

  test('is told by e-mail to who proposed it, a refusal with its reason', async () => {
    await decide(official, { decision: 'approve' });
    expect(await written()).toMatchObject([{ kind: 'email', about: 'session-approved', accountId: trainer.accountId }]);
    await decide(official, { decision: 'refuse', reason: 'Trùng lịch họp xã' });
    expect(await written()).toMatchObject([{ about: 'session-refused', facts: { reason: 'Trùng lịch họp xã' } }]);
  });

  test('what somebody decided herself she is not told', async () => {
    const own = { ...official, accountId: trainer.accountId };
    await decide(own, { decision: 'approve' });
    expect(await written()).toEqual([]);
  });
});
