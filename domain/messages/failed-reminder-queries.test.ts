import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { remind } from '@/domain/reminders/remind-commands';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createMember, createOffice } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { sendAgain } from './commands';
import { listFirstFailedMails } from './first-queries';
import { countMessages, listMails } from './queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let messageId: string;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  const person = await createMember(db, union.khuPho5, { name: 'Hồ Thị Kim Thoa' });
  await createOffice(db, union.khuPho5, person, 'sub_association_head');
  await createAccountWithRole(db, 'sub_association_head', [union.khuPho5], { person });
  const asking = { askingId: randomUUID(), unitIds: [union.khuPho5.id], lastDay: addDays(today(), 5) };
  expect(await remind(official, asking)).toMatchObject({ ok: true });
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { about: 'reminded' }, select: { id: true } });
  messageId = mail.id;
});

const fail = () =>
  db.outboxMessage.update({
    where: { id: messageId },
    data: { state: 'failed', attempts: 5, lastError: 'EENVELOPE 550' },
    select: { id: true },
  });
const seenBy = async (viewer: Viewer) => (await listMails(viewer, {})).messages;

test('a reminder that was given up is among the mails of whoever may remind there, named by the place and by nobody', async () => {
  expect(await seenBy(official)).toEqual([]);
  await fail();
  const [mail, ...others] = await seenBy(official);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ id: messageId, about: 'reminded', session: null, state: 'failed', to: 'Khu phố 5' });
  expect(JSON.stringify(mail)).not.toContain('Thoa');
  expect(await countMessages(official)).toMatchObject({ failed: 1 });
  expect(await listFirstFailedMails(official, 3)).toEqual(['Khu phố 5']);
});

test('a neighbour and a head know nothing of it and send nothing', async () => {
  const head = await makeViewer('sub_association_head', union.khuPho5);
  for (const viewer of [neighbour, head]) {
    expect(await seenBy(viewer)).toEqual([]);
    expect(await countMessages(viewer)).toMatchObject({ failed: 0 });
    expect(await listFirstFailedMails(viewer, 3)).toEqual([]);
    expect(await sendAgain(viewer, { messageId })).toEqual({ ok: false, problem: 'not-found' });
  }
});

test('it is sent again once, with a line in the trail of the reminder, and stands in the list no more', async () => {
  expect(await sendAgain(official, { messageId })).toEqual({ ok: true, value: { sessionId: null, count: 1 } });
  expect(await seenBy(official)).toEqual([]);
  expect(await sendAgain(official, { messageId })).toEqual({ ok: false, problem: 'not-found' });
  const trail = await db.auditEntry.findMany({
    where: { action: 'sendAgain' },
    select: { subjectType: true },
    take: 9,
  });
  expect(trail).toEqual([{ subjectType: 'reminder' }]);
});
