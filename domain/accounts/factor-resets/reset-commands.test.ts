import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { refuseAsSecond } from '@/domain/second-pairs/refuse-commands';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { openSession, setUpTotp } from '@/test/second-factors';
import { makeUnion, makeViewer, nothing, signedIn, type TestUnion } from '@/test/union';
import { findOwnFactors } from '../second-factors/factor-queries';
import { makeRecoveryCodes } from '../second-factors/recovery-commands';
import { standingOfSession } from '../session-queries';
import { tokenHash } from '../token';
import { resetFactorsOf } from './console-commands';
import { resetFactors } from './reset-commands';
import { findFactorState } from './reset-queries';

let union: TestUnion;
let head: MadeAccount;
let first: Viewer;
let second: Viewer;
let session: { token: string; accountId: string; sessionId: string };
const reason = 'Mất điện thoại, đã gặp tại trụ sở';

beforeEach(async () => {
  union = await makeUnion();
  head = await createAccountWithRole(db, 'sub_association_head', [union.khuPho5]);
  first = await signedIn(await createAccountWithRole(db, 'province_official', [union.province]));
  second = await signedIn(await createAccountWithRole(db, 'province_official', [union.province]));
  ({ session } = await setUpTotp(head));
  await makeRecoveryCodes(session);
});

const ask = (viewer: Viewer, accountId = head.id) => resetFactors(viewer, { accountId, reason });
const request = async () => (await findFactorState(second, head.id))?.request?.id ?? expect.unreachable();
const factors = () => findOwnFactors({ accountId: head.id });

describe('a reset', () => {
  test('is done when a second official agrees: factors, codes and sessions go, and she is told', async () => {
    expect(await ask(first)).toMatchObject({ ok: true });
    expect((await factors()).totp).not.toBeNull();
    const requestId = await request();
    expect(await agreeAsSecond(second, { requestId })).toMatchObject({ ok: true });
    expect(await factors()).toMatchObject({ totp: null, passkeys: [], codesLeft: 0, devices: [] });
    expect(await standingOfSession(tokenHash(session.token))).toBeNull();
    const mails = await db.outboxMessage.findMany({ where: { accountId: head.id, about: 'second-factor' } });
    expect(mails.map(({ facts }) => facts)).toContainEqual(expect.objectContaining({ what: 'factors-reset' }));
    const trail = await db.auditEntry.findMany({
      where: { subjectId: { in: [head.id, requestId] } },
      select: { action: true, actorId: true },
    });
    expect(trail).toContainEqual({ action: 'askForSecond', actorId: first.accountId });
    expect(trail).toContainEqual({ action: 'agreeAsSecond', actorId: second.accountId });
    expect(trail).toContainEqual({ action: 'resetFactors', actorId: first.accountId });
  });

  test('is agreed to by nobody who asked for it, and by nobody for herself', async () => {
    await ask(first);
    expect(await agreeAsSecond(first, { requestId: await request() })).toMatchObject({ problem: 'same-person' });
    await setUpTotp({ id: first.accountId });
    expect(await ask(first, first.accountId)).toMatchObject({ problem: 'yourself' });
    expect(await ask(second, first.accountId)).toMatchObject({ ok: true });
    const own = await db.secondPair.findFirstOrThrow({ where: { askedById: second.accountId, answer: null } });
    expect(await agreeAsSecond(first, { requestId: own.id })).toMatchObject({ problem: 'yourself' });
    expect((await factors()).totp).not.toBeNull();
  });

  test('is done once by two who agree at the same moment', async () => {
    const third = await signedIn(await createAccountWithRole(db, 'province_official', [union.province]));
    await ask(first);
    const requestId = await request();
    const results = await Promise.all([second, third].map((viewer) => agreeAsSecond(viewer, { requestId })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is over after 72 hours, once it was refused, and asked for again then', async () => {
    await ask(first);
    expect(await ask(second)).toMatchObject({ problem: 'already-asked' });
    const requestId = await request();
    await db.secondPair.update({ where: { id: requestId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await agreeAsSecond(second, { requestId })).toMatchObject({ problem: 'request-over' });
    expect(await ask(first)).toMatchObject({ ok: true });
    const again = await request();
    expect(await refuseAsSecond(second, { requestId: again, reason })).toMatchObject({ ok: true });
    expect(await agreeAsSecond(second, { requestId: again })).toMatchObject({ problem: 'request-over' });
  });

  test('of factors that changed meanwhile is not done, nor where who asked has lost the right', async () => {
    await ask(first);
    const requestId = await request();
    await db.secondFactor.deleteMany({ where: { accountId: head.id } });
    await setUpTotp(head);
    expect(await agreeAsSecond(second, { requestId })).toMatchObject({ problem: 'changed-meanwhile' });
    expect((await factors()).totp).not.toBeNull();
    await ask(first);
    const other = await request();
    await db.account.update({ where: { id: first.accountId }, data: { disabledAt: new Date() } });
    expect(await agreeAsSecond(second, { requestId: other })).toMatchObject({ problem: 'changed-meanwhile' });
    expect((await factors()).totp).not.toBeNull();
  });

  test('is neither asked for, seen nor answered by who could not give every role of the account', async () => {
    await ask(first);
    const requestId = await request();
    for (const role of ['commune_official', 'viewer', 'sub_association_head', 'editor'] as const) {
      const other = await makeViewer(role, union.longHung);
      expect(await ask(other)).toMatchObject({ problem: 'not-found' });
      expect(await findFactorState(other, head.id)).toBeNull();
      expect(await agreeAsSecond(other, { requestId })).toMatchObject({ problem: 'not-found' });
      expect(await refuseAsSecond(other, { requestId, reason })).toMatchObject({ problem: 'not-found' });
    }
    const administrator = await createAccountWithRole(db, 'system_administrator', [union.province]);
    await setUpTotp(administrator);
    expect(await ask(first, administrator.id)).toMatchObject({ problem: 'not-allowed' });
    expect(await agreeAsSecond(second, { requestId: nothing })).toMatchObject({ problem: 'not-found' });
  });

  test('of an account without a factor is none; at the console it needs one person, and is in the trail', async () => {
    const bare = await createAccountWithRole(db, 'viewer', [union.longHung]);
    expect(await ask(first, bare.id)).toMatchObject({ problem: 'nothing-to-reset' });
    expect(await resetFactorsOf('nobody@demo.invalid')).toMatchObject({ problem: 'not-found' });
    await openSession(head);
    expect(await resetFactorsOf(head.email)).toMatchObject({ ok: true });
    expect((await factors()).totp).toBeNull();
    expect(await db.auditEntry.count({ where: { subjectId: head.id, action: 'resetFactors', actorId: null } })).toBe(1);
  });
});
