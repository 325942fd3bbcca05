import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { codeOf } from '@/test/code-app';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { openSession, setUpTotp } from '@/test/second-factors';
import { makeUnion } from '@/test/union';
import { signIn } from '../session-commands';
import { standingOfSession, viewerOfSession } from '../session-queries';
import { tokenHash } from '../token';
import { makeRecoveryCodes } from './recovery-commands';
import { passByRecoveryCode, passByTotp } from './step-commands';

const PASSWORD = 'bốn con vịt qua cầu';
const how = { remember: false, agent: null };
let official: MadeAccount;
let secret: string;
let codes: string[];

beforeEach(async () => {
  const union = await makeUnion();
  official = await createAccountWithRole(db, 'commune_official', [union.longHung], { password: PASSWORD });
  const made = await setUpTotp(official);
  secret = made.secret;
  const result = await makeRecoveryCodes(made.session);
  codes = result.ok ? result.value.codes : [];
});

const half = async (devices: string[] = []): Promise<string> => {
  const result = await signIn({ identifier: official.email, password: PASSWORD, network: null, agent: null, devices });
  return result.ok ? result.value.token : expect.unreachable();
};
/** The same without the work of a password. */
const waiting = async () => (await openSession(official)).token;
const viewer = (token: string, now?: Date) => viewerOfSession(tokenHash(token), now);
const owes = async (token: string, now?: Date) => (await standingOfSession(tokenHash(token), now))?.owes;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe('after the right password', () => {
  test('a session that owes its factor is nobody’s, and knows only whose step it owes', async () => {
    const token = await half();
    expect(await viewer(token)).toBeNull();
    expect(await standingOfSession(tokenHash(token))).toMatchObject({
      owes: 'step',
      viewer: { accountId: official.id, grants: [] },
    });
  });

  test('it waits for ten minutes and no longer, whatever its row says', async () => {
    const token = await half();
    expect(await owes(token, inMinutes(9.9))).toBe('step');
    expect(await owes(token, inMinutes(10.1))).toBeUndefined();
    const late = await openSession(official, { createdAt: inMinutes(-10.1) });
    expect(await owes(late.token)).toBeUndefined();
    expect(await passByTotp({ token: late.token, code: codeOf(secret, new Date()), ...how })).toMatchObject({
      problem: 'step-over',
    });
  });

  test('the right code opens a session under a new token; the old one is worth nothing from then on', async () => {
    const token = await half();
    const passed = await passByTotp({ token, code: codeOf(secret, new Date()), ...how });
    if (!passed.ok) return expect.unreachable(passed.problem);
    expect(passed.value.token).not.toBe(token);
    expect(await viewer(passed.value.token)).toMatchObject({ accountId: official.id });
    expect(await standingOfSession(tokenHash(token))).toBeNull();
    expect(await db.auditEntry.count({ where: { actorId: official.id, action: 'passByTotp' } })).toBe(1);
  });

  test('an account that was closed meanwhile gets in with no code', async () => {
    const token = await half();
    await db.account.update({ where: { id: official.id }, data: { disabledAt: new Date() } });
    expect(await passByTotp({ token, code: codeOf(secret, new Date()), ...how })).toMatchObject({
      problem: 'step-over',
    });
    expect(await passByRecoveryCode({ token, code: codes[0] ?? '', ...how })).toMatchObject({ problem: 'step-over' });
  });
});

describe('a code of the app', () => {
  test('holds half a minute back and forth, not a whole one', async () => {
    const now = new Date();
    const at = (steps: number) => codeOf(secret, new Date(now.getTime() + steps * 30_000));
    const tryAt = async (steps: number) => passByTotp({ token: await waiting(), code: at(steps), ...how }, now);
    expect(await tryAt(-2)).toMatchObject({ problem: 'wrong-code' });
    expect(await tryAt(2)).toMatchObject({ problem: 'wrong-code' });
    expect((await tryAt(-1)).ok).toBe(true);
    expect((await tryAt(0)).ok).toBe(true);
    expect((await tryAt(1)).ok).toBe(true);
    expect(await tryAt(0)).toMatchObject({ problem: 'code-used' });
  });

  test('lets one of sixteen in who send it at once', async () => {
    const [now, tokens] = [new Date(), await Promise.all(Array.from({ length: 16 }, () => waiting()))];
    const code = codeOf(secret, now);
    const results = await Promise.all(tokens.map((token) => passByTotp({ token, code, ...how }, now)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.problem).toBe('code-used');
  });

  test('of another account opens nothing', async () => {
    const other = await createAccountWithRole(db, 'viewer', []);
    const theirs = await setUpTotp(other);
    const result = await passByTotp({ token: await waiting(), code: codeOf(theirs.secret, new Date()), ...how });
    expect(result).toMatchObject({ problem: 'wrong-code' });
  });

  test('opens nothing where its sealed secret was moved from another account’s row', async () => {
    const other = await createAccountWithRole(db, 'viewer', []);
    const theirs = await setUpTotp(other);
    const row = await db.secondFactor.findFirstOrThrow({ where: { accountId: other.id } });
    await db.secondFactor.updateMany({
      where: { accountId: official.id },
      data: { secret: row.secret, keyId: row.keyId },
    });
    const result = await passByTotp({ token: await waiting(), code: codeOf(theirs.secret, new Date()), ...how });
    expect(result).toMatchObject({ problem: 'wrong-code' });
  });
});

describe('a code on paper', () => {
  const tryCode = async (code: string) => passByRecoveryCode({ token: await waiting(), code, ...how });

  test('works once, however it is typed; she is told by mail how many are left', async () => {
    expect(codes).toHaveLength(10);
    const typed = ` ${codes[3]?.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `;
    expect((await tryCode(typed)).ok).toBe(true);
    expect(await tryCode(codes[3] ?? '')).toMatchObject({ problem: 'code-used' });
    const letters = await db.outboxMessage.findMany({ where: { accountId: official.id, about: 'second-factor' } });
    expect(letters.map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ what: 'recovery-code-used', left: '9' }),
    );
  });

  test('lets one of eight in who send it at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => waiting()));
    const code = codes[0] ?? '';
    const results = await Promise.all(tokens.map((token) => passByRecoveryCode({ token, code, ...how })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('ends with new ones, and is kept nowhere as it is', async () => {
    const again = await makeRecoveryCodes(await openSession(official));
    expect(await tryCode(codes[1] ?? '')).toMatchObject({ problem: 'wrong-code' });
    expect((await tryCode((again.ok && again.value.codes[1]) || '')).ok).toBe(true);
    const rows = await db.recoveryCode.findMany({ where: { accountId: official.id } });
    expect(rows).toHaveLength(10);
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
  });
});
