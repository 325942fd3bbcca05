import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { codeOf } from '@/test/code-app';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { haveSealingKey, openSession, setUpTotp } from '@/test/second-factors';
import { makeUnion, type TestUnion } from '@/test/union';
import { confirmTotp, startTotp } from '../code-apps/totp-commands';
import { signIn } from '../session-commands';
import { standingOfSession, viewerOfSession } from '../session-queries';
import { tokenHash } from '../token';
import { findOwnFactors, findTotpWaiting } from './factor-queries';
import { makeRecoveryCodes } from './recovery-commands';
import { endRememberedDevice, removeFactor } from './removal-commands';
import { passByTotp } from './step-commands';

const PASSWORD = 'bốn con vịt qua cầu';
const DAY = 24 * 3_600_000;
let union: TestUnion;
let official: MadeAccount;

beforeEach(async () => {
  haveSealingKey();
  union = await makeUnion();
  official = await createAccountWithRole(db, 'commune_official', [union.longHung], { password: PASSWORD });
});

const standing = (token: string, now?: Date) => standingOfSession(tokenHash(token), now);
const mine = async () => findOwnFactors({ accountId: official.id });

describe('an app of codes', () => {
  test('counts for nothing before it has shown one right code, and then is asked for everywhere else', async () => {
    const [here, elsewhere] = [await openSession(official), await openSession(official)];
    expect(await startTotp(here)).toMatchObject({ ok: true });
    expect((await standing(elsewhere.token))?.owes).toBeNull();
    expect(await confirmTotp(here, { code: '000000' })).toMatchObject({ problem: 'wrong-code' });
    expect((await mine()).totp).toBeNull();
    const waiting = await findTotpWaiting({ ...here, displayName: '' });
    const secret = waiting?.secret.replaceAll(' ', '') ?? '';
    expect(await confirmTotp(here, { code: codeOf(secret, new Date()) })).toMatchObject({ ok: true });
    // whoever had copied the token before has nothing of it from her next request on
    expect(await standing(here.token)).toMatchObject({ owes: null, session: { wantsRenewal: true } });
    expect(await standing(elsewhere.token)).toBeNull();
    expect(await findTotpWaiting({ ...here, displayName: '' })).toBeNull();
  });

  test('waits ten minutes for its first code, and is confirmed in the session that began it alone', async () => {
    const [here, elsewhere] = [await openSession(official), await openSession(official)];
    await startTotp(here);
    const secret = (await findTotpWaiting({ ...here, displayName: '' }))?.secret.replaceAll(' ', '') ?? '';
    const late = new Date(Date.now() + 10.1 * 60_000);
    expect(await confirmTotp(here, { code: codeOf(secret, late) }, late)).toMatchObject({ problem: 'set-up-over' });
    const code = codeOf(secret, new Date());
    expect(await confirmTotp(elsewhere, { code })).toMatchObject({ problem: 'set-up-over' });
  });

  test('that was begun and never confirmed is kept for ten minutes, and goes when anybody begins one', async () => {
    const [here, elsewhere] = [await openSession(official), await openSession(official)];
    await startTotp(here);
    await db.factorChallenge.updateMany({ where: { sessionId: here.sessionId }, data: { expiresAt: new Date(0) } });
    await startTotp(elsewhere);
    const kept = await db.factorChallenge.findMany({
      where: { sessionId: { in: [here.sessionId, elsewhere.sessionId] } },
    });
    expect(kept.map(({ sessionId }) => sessionId)).toEqual([elsewhere.sessionId]);
  });

  test('on a new phone takes the place of the old one', async () => {
    const old = await setUpTotp(official);
    await startTotp(old.session);
    const fresh = (await findTotpWaiting({ ...old.session, displayName: '' }))?.secret.replaceAll(' ', '') ?? '';
    expect(await confirmTotp(old.session, { code: codeOf(fresh, new Date()) })).toMatchObject({ ok: true });
    const half = await openSession(official);
    const step = { token: half.token, remember: false, agent: null };
    expect(await passByTotp({ ...step, code: codeOf(old.secret, new Date()) })).toMatchObject({
      problem: 'wrong-code',
    });
    const next = new Date(Date.now() + 30_000);
    expect(await passByTotp({ ...step, code: codeOf(fresh, next) })).toMatchObject({ ok: true });
  });
});

describe('a device that is remembered', () => {
  const enter = async (devices: string[], who = official) => {
    const credentials = { identifier: who.email, password: PASSWORD, network: null, agent: null, devices };
    const result = await signIn(credentials);
    return result.ok ? result.value.token : expect.unreachable();
  };
  const remembered = async (secret: string, who = official) => {
    const half = await openSession(who);
    const code = codeOf(secret, new Date());
    const passed = await passByTotp({ token: half.token, code, remember: true, agent: 'Firefox' });
    return passed.ok ? passed.value.device : expect.unreachable(passed.problem);
  };

  test('is asked for the password alone, until she ends it; nobody else ends it, and it counts for no other account', async () => {
    const { secret } = await setUpTotp(official);
    const device = (await remembered(secret)) ?? '';
    expect((await standing(await enter([device])))?.owes).toBeNull();
    const other = await createAccountWithRole(db, 'viewer', [union.longHung], { password: PASSWORD });
    await setUpTotp(other);
    expect((await standing(await enter([device], other)))?.owes).toBe('step');
    const [row] = (await mine()).devices;
    expect(await endRememberedDevice({ accountId: other.id }, { deviceId: row?.id ?? '' })).toMatchObject({
      ok: false,
    });
    expect(await endRememberedDevice({ accountId: official.id }, { deviceId: row?.id ?? '' })).toMatchObject({
      ok: true,
    });
    expect((await standing(await enter([device])))?.owes).toBe('step');
  });

  test('is asked again after thirty days, and after a factor was removed', async () => {
    const { secret } = await setUpTotp(official);
    const device = (await remembered(secret)) ?? '';
    const [row] = await db.rememberedDevice.findMany({ where: { accountId: official.id }, take: 2 });
    expect(((row?.expiresAt.getTime() ?? 0) - Date.now()) / DAY).toBeCloseTo(30, 2);
    await db.rememberedDevice.updateMany({ where: { accountId: official.id }, data: { expiresAt: new Date() } });
    expect((await standing(await enter([device])))?.owes).toBe('step');
    await db.rememberedDevice.updateMany({
      where: { accountId: official.id },
      data: { expiresAt: new Date(Date.now() + DAY) },
    });
    await removeFactor({ accountId: official.id }, { factorId: (await mine()).totp?.id ?? '' });
    expect((await mine()).devices).toEqual([]);
  });

  test('is none of an administrator’s, also when she was given that role afterwards', async () => {
    const administrator = await createAccountWithRole(db, 'system_administrator', [union.province]);
    const theirs = await setUpTotp(administrator);
    expect(await remembered(theirs.secret, administrator)).toBeNull();
    const { secret } = await setUpTotp(official);
    const device = (await remembered(secret)) ?? '';
    await db.roleGrant.updateMany({ where: { accountId: official.id }, data: { role: 'system_administrator' } });
    expect((await standing(await enter([device])))?.owes).toBe('step');
  });
});

describe('from the day on', () => {
  const began = new Date(Date.now() - DAY);
  const at = (days: number) => new Date(began.getTime() + days * DAY);
  beforeEach(async () => {
    await db.secondFactorStart.update({ where: { id: true }, data: { beganAt: began } });
  });

  test('who sees people and has no factor is nobody’s viewer, with no role; the second before she is herself', async () => {
    const { beganAt } = await db.secondFactorStart.findUniqueOrThrow({ where: { id: true } });
    const due = beganAt.getTime() + 14 * DAY;
    const { token, sessionId } = await openSession(official);
    await db.accountSession.update({
      where: { id: sessionId },
      data: { expiresAt: at(40), lastSeenAt: new Date(due), createdAt: new Date(due - 3_600_000) },
    });
    expect(await viewerOfSession(tokenHash(token), new Date(due - 1000))).not.toBeNull();
    expect((await standing(token, new Date(due - 1000)))?.due).toEqual(new Date(due));
    expect(await viewerOfSession(tokenHash(token), new Date(due))).toBeNull();
    expect(await standing(token, new Date(due))).toMatchObject({ owes: 'set-up', viewer: { grants: [] } });
  });

  test('the last factor stays, while another one may go; before the day it may', async () => {
    const { session } = await setUpTotp(official);
    await makeRecoveryCodes(session);
    const factorId = (await mine()).totp?.id ?? '';
    expect(await removeFactor(session, { factorId }, at(20))).toMatchObject({ problem: 'last-factor' });
    expect(
      await removeFactor({ accountId: (await createAccountWithRole(db, 'viewer', [])).id }, { factorId }),
    ).toMatchObject({
      problem: 'not-found',
    });
    expect(await removeFactor(session, { factorId }, at(2))).toMatchObject({ ok: true });
    expect(await mine()).toMatchObject({ totp: null, codesLeft: 0 });
  });

  test('an editor, who sees nobody, is asked for none', async () => {
    const editor = await createAccountWithRole(db, 'editor', [union.province]);
    const { token } = await openSession(editor);
    expect(await standing(token)).toMatchObject({ owes: null, due: null });
  });
});
