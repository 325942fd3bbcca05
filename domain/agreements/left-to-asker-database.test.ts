import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { inviteAccount, sendInvitationAgain } from '@/domain/accounts/invitations/invite-commands';
import { recordExport } from '@/domain/exports/commands';
import { countLeftToAsker, listAskedForSecond, listWaitingForSecond } from '@/domain/second-pairs/request-queries';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { agreeAsSecond } from './agreement-commands';

let union: TestUnion;
let asker: Viewer;
let second: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  asker = await makeViewer('province_official', union.province);
  second = await makeViewer('province_official', union.province);
});

const agree = async () => {
  const [request] = await listWaitingForSecond(second);
  expect(await agreeAsSecond(second, { requestId: request?.id ?? '' })).toMatchObject({ ok: true });
};
const left = async (viewer = asker) => (await countLeftToAsker(viewer)).count;
const asked = { list: 'people', format: 'csv', total: 201, narrowedBy: [], asked: 'a' } as const;

describe('what two agreed to and only who asked can finish', () => {
  test('is a list, from the answer until she takes it or its hours are over; nobody else is told of it', async () => {
    await recordExport(asker, asked);
    expect(await left()).toBe(0);
    await agree();
    expect([await left(), await left(second)]).toEqual([1, 0]);
    expect(await recordExport(asker, asked)).toMatchObject({ ok: true });
    expect(await left()).toBe(0);
    await recordExport(asker, { ...asked, asked: 'b' });
    await agree();
    expect(await left()).toBe(1);
    await db.secondPair.updateMany({
      where: { askedById: asker.accountId, doneAt: null },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await left()).toBe(0);
  });

  const invite = (contact: { phone: string } | { email: string }) =>
    inviteAccount(asker, { contact, role: 'editor', unitId: union.province.id, locale: 'vi' });
  const ofPhone = () => `+849${asker.accountId.replace(/\D/g, '').padEnd(8, '7').slice(-8)}`;

  test('is the link of an invitation by telephone, until it is made anew for whoever hands it on', async () => {
    expect(await invite({ phone: ofPhone() })).toMatchObject({ value: { asked: true } });
    await agree();
    expect([await left(), await left(second)]).toEqual([1, 0]);
    const [request] = await listAskedForSecond(asker);
    expect(request).toMatchObject({ state: 'done', linkWaits: true });
    const { id } = await db.invitation.findFirstOrThrow({
      where: { requestId: request?.id ?? null },
      select: { id: true },
    });
    expect(await sendInvitationAgain(asker, { invitationId: id })).toMatchObject({ ok: true });
    expect(await left()).toBe(0);
    expect(await listAskedForSecond(asker)).toMatchObject([{ linkWaits: false }]);
  });

  test('is no invitation by e-mail: its letter goes by itself', async () => {
    await invite({ email: `hai-${asker.accountId.slice(-8)}@demo.invalid` });
    await agree();
    expect(await left()).toBe(0);
    expect(await listAskedForSecond(asker)).toMatchObject([{ state: 'done', linkWaits: false }]);
  });
});
