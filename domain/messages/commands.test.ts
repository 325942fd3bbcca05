import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import { makeMember, makeViewer, nothing } from '@/test/union';
import { markTold, seeNumbers, sendAgain, takeBackTold } from './commands';
import { countMessages, listMails, listMessages } from './queries';

const { union, official, elsewhere, trainer, courseId, hall } = await makeTrainingStage();
const head = await makeViewer('sub_association_head', union.khuPho5);
const beside = await makeViewer('sub_association_head', union.khuPho6);
const reader = await makeViewer('viewer', union.longHung);
const otherTrainer = await makeTrainer(union.longHung, 'Lê Thị Hoa');
let day = 10;
let sessionId: string;
/** The message to a member of Khu phố 5, to one of Khu phố 6, and to a woman who signed up herself. */
let lan: string;
let cuc: string;
let hoa: string;
let mail: string;

beforeEach(async () => {
  const wish = { unit: union.longHung, courseId, venueId: hall, trainerIds: [trainer.personId] };
  ({ id: sessionId } = await makeApproved(wish, ++day));
  const { id: personId } = await createMember(db, union.khuPho5, { name: 'Nguyễn Thị Lan', phone: '+84912000001' });
  lan = await message(1, { personId }, null);
  cuc = await message(2, { personId: await makeMember(union.khuPho6, 'Vũ Thị Cúc') }, null);
  hoa = await message(3, { name: 'Hoa', phone: '+84912000003' }, '+84912000003');
  ({ id: mail } = await db.outboxMessage.create({
    data: {
      kind: 'email',
      about: 'session-moved',
      locale: 'vi',
      dedupeKey: `mail ${sessionId}`,
      state: 'failed',
      sessionId,
      accountId: trainer.accountId,
      recipient: 'mai@test.invalid',
      lastError: 'EENVELOPE 550 RCPT TO',
      attempts: 8,
    },
    select: { id: true },
  }));
});

async function message(arrivalNo: number, who: object, recipient: string | null): Promise<string> {
  const { id: enrolmentId } = await db.enrolment.create({
    data: { sessionId, arrivalNo, seatNo: arrivalNo, origin: 'official', state: 'confirmed', ...who },
    select: { id: true },
  });
  const facts = { reason: 'Trùng họp' };
  const { id } = await db.outboxMessage.create({
    data: {
      kind: 'zalo',
      about: 'session-cancelled',
      locale: 'vi',
      dedupeKey: enrolmentId,
      recipient,
      facts,
      sessionId,
      enrolmentId,
    },
    select: { id: true },
  });
  return id;
}
const seen = async (viewer: Viewer, over: object = {}) =>
  (await listMessages(viewer, { sessionId, ...over })).messages.map(({ id }) => id).sort();
const sorted = (...ids: string[]) => ids.sort();

describe('who sees whom to tell', () => {
  test('officials and the trainer of the session all, a head her own members, everybody else nobody', async () => {
    const all = sorted(lan, cuc, hoa);
    expect(await seen(official)).toEqual(all);
    expect(await seen(trainer)).toEqual(all);
    expect(await seen(head)).toEqual([lan]);
    expect(await seen(beside)).toEqual([cuc]);
    for (const nobody of [elsewhere, reader, otherTrainer]) {
      expect(await seen(nobody)).toEqual([]);
      expect(await seen(nobody, { told: true })).toEqual([]);
      expect(await countMessages(nobody, { sessionId })).toEqual({ toTell: 0, deadline: null, failed: 0 });
    }
  });

  test('numbers are masked, and each shows what is to be said', async () => {
    const { messages } = await listMessages(official, { sessionId });
    expect(messages.find(({ id }) => id === lan)).toMatchObject({
      name: 'Nguyễn Thị Lan',
      phone: '09•• ••• 001',
      about: 'session-cancelled',
      facts: { reason: 'Trùng họp' },
      session: { title: 'Sử dụng VNeID', hall: 'Nhà văn hóa khu phố 5', commune: { name: 'Long Hưng' } },
    });
    expect(messages.find(({ id }) => id === cuc)).toMatchObject({ phone: null });
  });

  test('e-mails and their errors are for officials, without the address', async () => {
    const { messages } = await listMails(official, { sessionId });
    expect(messages).toMatchObject([{ id: mail, state: 'failed', to: trainer.displayName }]);
    expect(JSON.stringify(messages)).not.toContain('mai@test.invalid');
    for (const other of [trainer, head, reader, elsewhere])
      expect((await listMails(other, { sessionId })).messages).toEqual([]);
    expect(await countMessages(official, { sessionId })).toEqual({ toTell: 3, deadline: null, failed: 1 });
  });

  test('an official is told in words why an e-mail did not leave; its code is read by who keeps the portal too', async () => {
    const { messages } = await listMails(official, { sessionId });
    expect(messages).toMatchObject([{ trouble: 'address', code: null }]);
    expect(JSON.stringify(messages)).not.toContain('EENVELOPE');
    const { grants } = await makeViewer('system_administrator', union.province);
    const both = { ...official, grants: [...official.grants, ...grants] };
    expect((await listMails(both, { sessionId })).messages).toMatchObject([{ code: 'EENVELOPE 550 RCPT TO' }]);
  });

  test('who gave her place up after the message was written is not told any more', async () => {
    const mine = { sessionId, arrivalNo: 3 };
    await db.enrolment.updateMany({ where: mine, data: { state: 'cancelled', seatNo: null } });
    expect(await seen(official)).toEqual(sorted(lan, cuc));
    expect((await countMessages(official, { sessionId })).toTell).toBe(2);
  });

  test('of a session that is over nobody is told any more, except on its own page', async () => {
    const before = await countMessages(official);
    const past = { startsAt: new Date('2026-01-05T01:00:00Z'), endsAt: new Date('2026-01-05T03:00:00Z') };
    await db.session.update({ where: { id: sessionId }, data: past, select: { id: true } });
    expect((await countMessages(official)).toTell).toBe(before.toTell - 3);
    expect(await seen(official)).toHaveLength(3);
  });
});

describe('asking for a number', () => {
  test('is answered with the trail of who asked, of whom, and without the number in it', async () => {
    expect(await seeNumbers(head, { messageIds: [lan] })).toEqual({
      ok: true,
      value: [{ messageId: lan, phone: '0912 000 001' }],
    });
    const entry = await db.auditEntry.findFirst({ where: { action: 'seePhone', actorId: head.accountId } });
    expect(entry).toMatchObject({ verb: 'read', subjectType: 'person' });
    // more of it than three figures, which a time of day or an identifier may hold too
    expect(JSON.stringify(entry)).not.toMatch(/912[ .]?000|000[ .]?001/);
  });

  test('is refused where she has none, and does not exist beyond her reach', async () => {
    expect(await seeNumbers(official, { messageIds: [cuc] })).toEqual({ ok: false, problem: 'no-phone' });
    for (const [viewer, messageId] of [
      [head, hoa],
      [elsewhere, lan],
      [reader, lan],
      [otherTrainer, lan],
      [official, mail],
      [official, nothing],
    ] as const)
      expect(await seeNumbers(viewer, { messageIds: [messageId] })).toEqual({ ok: false, problem: 'not-found' });
  });

  test('all of a list at once leaves a line for each woman whose number was shown; one beyond reach shows none', async () => {
    const lines = () => db.auditEntry.count({ where: { action: 'seePhone' } });
    const before = await lines();
    expect(await seeNumbers(head, { messageIds: [lan, hoa] })).toEqual({ ok: false, problem: 'not-found' });
    expect(await lines()).toBe(before);
    const shown = await seeNumbers(official, { messageIds: [lan, cuc, hoa] });
    expect(shown.ok && shown.value.map(({ messageId }) => messageId).sort()).toEqual(sorted(lan, hoa));
    expect(await lines()).toBe(before + 2);
  });
});

describe('marking as told', () => {
  test('keeps who and when; it is taken back and marked again', async () => {
    expect(await markTold(head, { messageIds: [lan] })).toEqual({ ok: true, value: { sessionId, count: 1 } });
    expect((await listMessages(official, { sessionId, told: true })).messages).toMatchObject([
      { id: lan, toldBy: head.displayName, toldAt: expect.any(Date) },
    ]);
    expect(await takeBackTold(official, { messageId: lan })).toMatchObject({ ok: true });
    expect(await takeBackTold(official, { messageId: lan })).toEqual({ ok: false, problem: 'not-told' });
    expect(await markTold(official, { messageIds: [lan, cuc, hoa] })).toMatchObject({ value: { count: 3 } });
    expect(await seen(official)).toEqual([]);
  });

  test('by two at once each woman is marked by one of them, and nobody twice', async () => {
    const done = await Promise.all([
      markTold(official, { messageIds: [lan, hoa] }),
      markTold(trainer, { messageIds: [lan, hoa] }),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'already-told' });
  });

  test('reaches only whom she may tell, all of them or nobody, of one session, and no e-mail', async () => {
    expect(await markTold(head, { messageIds: [lan, cuc, hoa] })).toEqual({ ok: false, problem: 'not-found' });
    expect(await seen(official)).toEqual(sorted(lan, cuc, hoa));
    expect(await markTold(head, { messageIds: [lan] })).toMatchObject({ value: { count: 1 } });
    expect(await seen(official)).toEqual(sorted(cuc, hoa));
    expect(await markTold(official, { messageIds: [mail] })).toEqual({ ok: false, problem: 'not-found' });
    for (const nobody of [elsewhere, reader, otherTrainer])
      expect(await markTold(nobody, { messageIds: [cuc] })).toEqual({ ok: false, problem: 'not-found' });
    expect(await takeBackTold(elsewhere, { messageId: lan })).toEqual({ ok: false, problem: 'not-found' });
  });
});

test('an e-mail that was given up is tried from the beginning, by officials only', async () => {
  for (const other of [trainer, head, reader, elsewhere])
    expect(await sendAgain(other, { messageId: mail })).toEqual({ ok: false, problem: 'not-found' });
  expect(await sendAgain(official, { messageId: mail })).toMatchObject({ ok: true });
  expect(await db.outboxMessage.findUnique({ where: { id: mail } })).toMatchObject({ state: 'ready', attempts: 0 });
  expect(await sendAgain(official, { messageId: mail })).toEqual({ ok: false, problem: 'not-failed' });
});

test('fifty stand on a page; what is marked meanwhile moves nobody out of sight', async () => {
  for (let arrivalNo = 4; arrivalNo <= 60; arrivalNo++) {
    const name = `Chị ${arrivalNo}`;
    const { id: enrolmentId } = await db.enrolment.create({
      data: { sessionId, arrivalNo, name, state: 'waiting', origin: 'public_page' },
      select: { id: true },
    });
    await db.outboxMessage.create({
      data: { kind: 'zalo', about: 'session-moved', locale: 'vi', dedupeKey: enrolmentId, sessionId, enrolmentId },
      select: { id: true },
    });
  }
  const first = await listMessages(official, { sessionId });
  expect(first.messages).toHaveLength(50);
  await markTold(official, { messageIds: first.messages.slice(-5).map(({ id }) => id) });
  const rest = await listMessages(official, { sessionId, after: first.next ?? '' });
  expect(rest.messages).toHaveLength(10);
  expect(rest.next).toBeNull();
});
