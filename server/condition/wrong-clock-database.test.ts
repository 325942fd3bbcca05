import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { putChallenge, takeChallenge } from '@/domain/accounts/passkeys/challenge-writes';
import { askReset, resetPassword } from '@/domain/accounts/resets/reset-commands';
import { passByTotp } from '@/domain/accounts/second-factors/step-commands';
import { signIn } from '@/domain/accounts/session-commands';
import { standingOfSession } from '@/domain/accounts/session-queries';
import { tokenHash } from '@/domain/accounts/token';
import { record } from '@/domain/audit-writes';
import { conditionOf } from '@/domain/condition/condition';
import { readDatabaseFacts } from '@/domain/condition/fact-queries';
import { today } from '@/domain/days/day';
import { linkToken } from '@/domain/ground/link-token';
import { db, transaction } from '@/prisma/client';
import { claimJob, openJobs } from '@/server/jobs/claims';
import { codeOf } from '@/test/code-app';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { setUpTotp } from '@/test/second-factors';
import { makeUnion, type TestUnion } from '@/test/union';
import { readKeptFacts } from './kept-facts';
import { readMachineFacts, wantedMigrations } from './machine-facts';

/** The clock of the portal's machine, not of the database's nor of the phones', is wrong by so many minutes. */
const goesBy = (minutes: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.now() + minutes * 60_000) });
const isMended = () => void vi.useRealTimers();
const WRONG = [60, -60];
const password = 'mot cau ngan de nho';

let union: TestUnion;
let administrator: MadeAccount;
beforeAll(async () => {
  union = await makeUnion();
  administrator = await createAccountWithRole(db, 'system_administrator', [union.province], { password });
});
afterEach(isMended);

const enter = async ({ email }: { email: string }) => {
  const result = await signIn({ identifier: email, password, network: null, agent: null });
  return result.ok ? result.value.token : expect.unreachable();
};
const standing = (token: string) => standingOfSession(tokenHash(token));

describe.each(WRONG)('the clock of the portal is wrong by %i minutes', (minutes) => {
  test('whoever is signed in stays so, who signs in is in, and both stay when it is mended, also where a session ends after an hour', async () => {
    const official = await createAccountWithRole(db, 'commune_official', [union.longHung], { password });
    const before = await enter(official);
    goesBy(minutes);
    expect(await standing(before)).not.toBeNull();
    const meanwhile = await enter(administrator);
    expect(await standing(meanwhile)).not.toBeNull();
    vi.setSystemTime(Date.now() + 5 * 60_000);
    expect(await standing(meanwhile)).not.toBeNull();
    isMended();
    expect(await standing(before)).not.toBeNull();
    // what began an hour ago and was not used since is over for an administrator, by any clock
    expect((await standing(meanwhile)) === null).toBe(minutes < 0);
  });

  test('the second step is taken: its minutes are counted by the clock that began them, and what time it is the database says', async () => {
    const account = await createAccountWithRole(db, 'province_official', [union.province], { password });
    const { secret } = await setUpTotp(account);
    const right = new Date();
    goesBy(minutes);
    const step = { network: null, agent: null, remember: false };
    const stale = { ...step, token: await enter(account), code: codeOf(secret, new Date()) };
    expect(await passByTotp(stale as never)).toMatchObject({ ok: false, problem: 'wrong-code' });
    const token = await enter(account);
    expect(await passByTotp({ ...step, token, code: codeOf(secret, right) } as never)).toMatchObject({ ok: true });
    const late = await enter(account);
    vi.setSystemTime(Date.now() + 11 * 60_000);
    const over = { ...step, token: late, code: codeOf(secret, right) };
    expect(await passByTotp(over as never)).toMatchObject({ ok: false, problem: 'step-over' });
  });

  test('what a passkey has to sign waits its time by the clock that began it', async () => {
    const account = await createAccountWithRole(db, 'province_official', [union.province], { password });
    goesBy(minutes);
    const { id } = await db.accountSession.findUniqueOrThrow({
      where: { tokenHash: tokenHash(await enter(account)) },
      select: { id: true },
    });
    const put = () => transaction((tx) => putChallenge(tx, id, 'words to sign'));
    const take = () => transaction((tx) => takeChallenge(tx, id));
    await put();
    expect(await take()).toBe('words to sign');
    await put();
    vi.setSystemTime(Date.now() + 60 * 60_000);
    expect(await take()).toBeNull();
  });

  test('a link for a new password is good for twenty minutes while the clock stays as it is; mended, it is over an hour early or late', async () => {
    const account = await createAccountWithRole(db, 'commune_official', [union.longHung], { password });
    const newest = async () =>
      (await db.passwordReset.findFirstOrThrow({ where: { accountId: account.id }, orderBy: { expiresAt: 'desc' } }))
        .id;
    goesBy(minutes);
    await askReset(account.email);
    isMended();
    const use = { token: linkToken('password reset', await newest()), password: 'hai con meo ngu trua' };
    expect((await resetPassword(use as never)).ok).toBe(minutes > 0);
  });

  test('what is due is done when the database says so, neither early nor late', async () => {
    await db.job.updateMany({ data: { dueAt: new Date('2099-01-01T00:00:00Z') } });
    await openJobs(['seats', 'names']);
    await db.$executeRaw`UPDATE job SET due_at = now() + interval '30 minutes' WHERE name = 'seats'`;
    await db.$executeRaw`UPDATE job SET due_at = now() - interval '1 second' WHERE name = 'names'`;
    goesBy(minutes);
    expect(await claimJob(['seats', 'names'])).toMatchObject({ name: 'names' });
    expect(await claimJob(['seats', 'names'])).toBeNull();
  });

  test('the trail keeps the order in which things were done, with the time of the wrong clock, and is whole', async () => {
    const note = (requestId: string) =>
      transaction((tx) =>
        record(tx, null, { verb: 'changed', action: 'runJobNow', subjectType: 'job', change: { requestId } }),
      );
    const names = ['before', 'meanwhile', 'after'].map((name) => `${name} ${minutes}`);
    await note(names[0] ?? '');
    goesBy(minutes);
    await note(names[1] ?? '');
    isMended();
    await note(names[2] ?? '');
    const rows = await db.$queryRaw<{ name: string; off: number }[]>`
      SELECT e.change->>'requestId' AS name, round(extract(epoch FROM e.at - now()) / 60)::int AS off
      FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id WHERE e.change->>'requestId' = ANY (${names}) ORDER BY s.position`;
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(Math.abs((rows[1]?.off ?? 0) - minutes)).toBeLessThan(5);
    expect(await db.$queryRaw`SELECT problem FROM app.verify_audit()`).toEqual([]);
  });

  test('the condition of the portal names it', async () => {
    goesBy(minutes);
    const facts = { machine: readMachineFacts(), kept: readKeptFacts('/nowhere'), database: await readDatabaseFacts() };
    const checks = conditionOf({ ...facts, wanted: wantedMigrations() }, new Date());
    const says = minutes > 0 ? 'ahead' : 'behind';
    expect(checks.find(({ name }) => name === 'clock')).toMatchObject({
      says,
      weight: 'act',
      figures: { minutes: 60 },
    });
  });
});

test('around midnight in Viet Nam a wrong clock has another day than the database: forms ask for the one, coverage is counted by the other', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T16:30:00Z') });
  expect(today()).toBe('2026-11-30');
  goesBy(60);
  expect(today()).toBe('2026-12-01');
});
