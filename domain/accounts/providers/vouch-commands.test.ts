import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createAccount, createAccountWithRole } from '@/test/factories/accounts';
import { createTree, type Tree } from '@/test/factories/units';
import { setUpTotp } from '@/test/second-factors';
import { standingOfSession } from '../session-queries';
import { listOwnSessions } from '../sessions/open-session-queries';
import { tokenHash } from '../token';
import { signInByProvider } from './vouch-commands';
import type { Vouched } from './vouched';

const issuer = 'https://id.example.org';
const from = { network: '127.0.0.1', agent: 'test' };
let tree: Tree;
beforeAll(async () => {
  tree = await createTree(db);
});

const official = () => createAccountWithRole(db, 'editor', [tree.commune]);
const vouched = (email: string | null, changes: Partial<Vouched> = {}): Vouched => ({
  issuer,
  subject: randomUUID(),
  email,
  secondStep: false,
  ...changes,
});
const enter = (who: Vouched) => signInByProvider(who, from);
const standing = async (who: Vouched) => {
  const result = await enter(who);
  if (!result.ok) throw new Error(result.problem);
  return standingOfSession(tokenHash(result.value.token));
};
const ties = (accountId: string) => db.providerTie.findMany({ where: { accountId } });
const trailOf = (action: string, subjectId: string) => db.auditEntry.count({ where: { action, subjectId } });
const sessionsOf = (accountId: string) => db.accountSession.count({ where: { accountId } });
const mailsOf = async (accountId: string) =>
  (await db.outboxMessage.findMany({ where: { accountId } })).map(({ facts }) => (facts as { what: string }).what);

describe('the first time', () => {
  test('an address that the provider has verified ties the account which has it, once, in the trail and by mail', async () => {
    const her = await official();
    const who = vouched(her.email);
    expect(await standing(who)).toMatchObject({
      viewer: { accountId: her.id },
      session: { byProvider: true },
      owes: null,
    });
    await standing(who);
    expect(await ties(her.id)).toMatchObject([{ issuer, subject: who.subject, endedAt: null }]);
    expect(await trailOf('tieToProvider', her.id)).toBe(1);
    expect(await mailsOf(her.id)).toEqual(['provider-tied']);
  });

  test('an address that it has not verified, or none, ties nothing and opens nothing, and its silence is told as silence', async () => {
    const her = await official();
    expect(await enter(vouched(null))).toEqual({ ok: false, problem: 'address-unverified' });
    expect(await enter({ ...vouched(null), silent: true })).toEqual({ ok: false, problem: 'provider-away' });
    expect([await ties(her.id), await sessionsOf(her.id)]).toEqual([[], 0]);
  });

  test('nobody gets an account by it: a stranger’s address opens nothing and is written nowhere', async () => {
    const [accounts, all] = [await db.account.count(), await db.providerTie.count()];
    expect(await enter(vouched('stranger@demo.invalid'))).toEqual({ ok: false, problem: 'nobody-known' });
    expect([await db.account.count(), await db.providerTie.count()]).toEqual([accounts, all]);
  });

  test('two who come at the same moment with one name are one tie and two sessions', async () => {
    const her = await official();
    const who = vouched(her.email);
    const results = await Promise.all([enter(who), enter(who), enter(who)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect([(await ties(her.id)).length, await sessionsOf(her.id)]).toEqual([1, 3]);
  });
});

test('one name that comes with two addresses at the same moment is one account’s', async () => {
  const [one, two] = [await official(), await official()];
  const who = vouched(one.email);
  const results = await Promise.all([enter(who), enter({ ...who, email: two.email }), enter(who)]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect((await ties(one.id)).length + (await ties(two.id)).length).toBe(1);
});

describe('from then on', () => {
  test('it is her name there that counts: another address of hers opens the same account, and hers of before no other one', async () => {
    const [her, other] = [await official(), await official()];
    const who = vouched(her.email);
    await standing(who);
    expect(await standing({ ...who, email: other.email })).toMatchObject({ viewer: { accountId: her.id } });
    expect(await standing({ ...who, email: null })).toMatchObject({ viewer: { accountId: her.id } });
    expect(await ties(other.id)).toEqual([]);
  });

  test('somebody else there who got her address does not get her account', async () => {
    const her = await official();
    await standing(vouched(her.email));
    expect(await enter(vouched(her.email))).toMatchObject({ ok: false, problem: 'tied-otherwise' });
    expect(await sessionsOf(her.id)).toBe(1);
  });

  test('the same name at another issuer is somebody else', async () => {
    const her = await official();
    const who = vouched(her.email);
    await standing(who);
    const elsewhere = { ...who, issuer: 'https://other.example.org', email: null };
    expect(await enter(elsewhere)).toMatchObject({ ok: false, problem: 'address-unverified' });
  });

  test('a closed account is not opened, tied or not', async () => {
    const [tied, untied] = [await official(), await official()];
    const who = vouched(tied.email);
    await standing(who);
    const close = { disabledAt: new Date() };
    await db.account.updateMany({ where: { id: { in: [tied.id, untied.id] } }, data: close });
    const closed = { ok: false, problem: 'account-closed' };
    expect(await enter(who)).toMatchObject({ ...closed, detail: { accountId: tied.id } });
    expect(await enter(vouched(untied.email))).toMatchObject(closed);
    expect([await ties(untied.id), await sessionsOf(tied.id)]).toEqual([[], 1]);
  });

  test('the database itself keeps a name from two accounts, and an account from two names of one issuer', async () => {
    const [one, two] = [await createAccount(db), await createAccount(db)];
    const tie = (accountId: string, subject: string) => db.providerTie.create({ data: { accountId, issuer, subject } });
    const subject = randomUUID();
    await tie(one.id, subject);
    await expect(tie(two.id, subject)).rejects.toThrow();
    await expect(tie(one.id, randomUUID())).rejects.toThrow();
  });
});

describe('the second step', () => {
  test('is owed as after a password, and a session that owes it is nobody', async () => {
    const her = await official();
    await setUpTotp(her);
    const found = await standing(vouched(her.email));
    expect(found).toMatchObject({ owes: 'step', viewer: { grants: [] } });
    expect(await trailOf('beginSignIn', found?.session.id ?? '')).toBe(1);
  });

  test('is made there where the provider’s word for it counts, with a factor here and without one', async () => {
    const [factor, none] = [await official(), await createAccountWithRole(db, 'commune_official', [tree.commune])];
    await setUpTotp(factor);
    const began = await db.secondFactorStart.findUniqueOrThrow({ where: { id: true } });
    await db.secondFactorStart.update({ where: { id: true }, data: { beganAt: new Date('2020-01-01T00:00:00Z') } });
    try {
      expect(await standing(vouched(none.email))).toMatchObject({ owes: 'set-up', viewer: { grants: [] } });
      for (const her of [factor, none]) {
        const [tie] = await ties(her.id);
        const who = vouched(her.email, { secondStep: true, ...(tie && { subject: tie.subject }) });
        expect(await standing(who)).toMatchObject({ owes: null, viewer: { grants: [{}] } });
      }
    } finally {
      await db.secondFactorStart.update({ where: { id: true }, data: { beganAt: began.beganAt } });
    }
  });
});

test('her list of sessions says which of them a provider opened', async () => {
  const her = await official();
  const found = await standing(vouched(her.email));
  if (!found) throw new Error('no session');
  expect(await listOwnSessions(found.viewer)).toMatchObject([{ id: found.session.id, byProvider: true }]);
});
