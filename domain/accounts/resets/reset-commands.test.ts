import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { env } from '@/domain/ground/env';
import { linkToken } from '@/domain/ground/link-token';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { createCommune, createTree, type Tree } from '@/test/factories/units';
import { makeViewer, nothing } from '@/test/union';
import { signIn } from '../session-commands';
import { tokenHash } from '../token';
import { resetInput } from './reset';
import { askReset, changePassword, makeResetLink, resetPassword } from './reset-commands';
import { isPublishedResetOpen } from './reset-queries';

const tree: Tree = await createTree(db);
const province = await makeViewer('province_official', tree.province);
const password = 'mot cau ngan de nho';
const another = 'hai con meo ngu trua';
const over = { ok: false, problem: 'reset-over' };
let hers: MadeAccount;
beforeEach(async () => {
  hers = await createAccountWithRole(db, 'commune_official', [tree.commune], { password });
});

const resets = (accountId = hers.id) =>
  db.passwordReset.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' }, take: 20 });
const mails = (about: string, accountId = hers.id) =>
  db.outboxMessage.findMany({ where: { accountId, about }, take: 20 });
/** The token that the mail carries, as who sends it makes it. */
async function tokenOfNewest(): Promise<string> {
  const newest = (await resets()).at(-1);
  return linkToken('password reset', newest?.id ?? '');
}
const enter = async (typed: string) =>
  (await signIn({ identifier: hers.email, password: typed, network: null, agent: null })).ok;
const openSessions = () => db.accountSession.count({ where: { accountId: hers.id, endedAt: null } });
const openSession = async () =>
  (
    await db.accountSession.create({
      data: { accountId: hers.id, tokenHash: tokenHash(randomUUID()), expiresAt: new Date(Date.now() + 3_600_000) },
      select: { id: true },
    })
  ).id;
const withPhone = async (role: 'viewer' | 'system_administrator' = 'viewer') => {
  const { id } = await createAccountWithRole(db, role, [tree.commune], { password });
  const phone = `+8498${Math.floor(1e6 + Math.random() * 9e6)}`;
  await db.account.update({ where: { id }, data: { email: null, phone } });
  return { id, phone };
};

describe('asking for a new password', () => {
  test('queues a mail that names its row and holds no token, for twenty minutes', async () => {
    await askReset(hers.email);
    const [row] = await resets();
    const left = (row?.expiresAt.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(19 * 60_000);
    expect(left).toBeLessThanOrEqual(20 * 60_000);
    const [mail] = await mails('password-forgotten');
    expect(mail).toMatchObject({ recipient: hers.email, state: 'ready', facts: { resetId: row?.id } });
    expect(JSON.stringify([mail, row])).not.toContain(await tokenOfNewest());
    expect(await isPublishedResetOpen(tokenHash(await tokenOfNewest()))).toBe(true);
  });

  test('of a name that nobody has, of a closed account and of one without an address nothing comes', async () => {
    const before = await db.passwordReset.count();
    await db.account.update({ where: { id: hers.id }, data: { disabledAt: new Date() } });
    const { phone } = await withPhone();
    for (const name of ['nobody@demo.invalid', 'không phải thư', hers.email, phone]) await askReset(name);
    expect(await db.passwordReset.count()).toBe(before);
    expect(await mails('password-forgotten')).toEqual([]);
  });

  test('three mails an hour are sent and no fourth, however many ask at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => askReset(hers.email)));
    expect(await resets()).toHaveLength(3);
    expect(await mails('password-forgotten')).toHaveLength(3);
    await db.passwordReset.updateMany({
      where: { accountId: hers.id },
      data: { createdAt: new Date(Date.now() - 3_600_000) },
    });
    await askReset(hers.email);
    expect(await mails('password-forgotten')).toHaveLength(4);
  });
});

describe('a link for a new password', () => {
  test('sets it once, signs nobody in, ends every session, tells her and stands in the trail', async () => {
    await openSession();
    await openSession();
    await askReset(hers.email);
    const token = await tokenOfNewest();
    expect(await resetPassword({ token, password: another })).toMatchObject({ ok: true });
    expect(await openSessions()).toBe(0);
    expect([await enter(password), await enter(another)]).toEqual([false, true]);
    expect(await mails('password-changed')).toMatchObject([{ recipient: hers.email, state: 'ready' }]);
    const trail = await db.auditEntry.findMany({ where: { subjectId: hers.id, action: 'resetPassword' }, take: 9 });
    expect(trail).toMatchObject([{ actorId: hers.id, verb: 'changed' }]);
    expect(await resetPassword({ token, password })).toEqual(over);
  });

  test('of two browsers with one link one wins', async () => {
    await askReset(hers.email);
    const token = await tokenOfNewest();
    const both = await Promise.all([password, another].map((each) => resetPassword({ token, password: each })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(over);
  });

  test('is the newest one only, and is over by a second', async () => {
    await askReset(hers.email);
    const first = await tokenOfNewest();
    await askReset(hers.email);
    const second = await tokenOfNewest();
    expect(await resetPassword({ token: first, password: another })).toEqual(over);
    await db.passwordReset.updateMany({
      where: { accountId: hers.id, expiresAt: { gt: new Date() } },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await resetPassword({ token: second, password: another })).toEqual(over);
    expect(await enter(password)).toBe(true);
  });

  test('opens nothing where it is made up or another one, where the account was closed, and for a common password', async () => {
    await askReset(hers.email);
    const token = await tokenOfNewest();
    for (const wrong of ['0'.repeat(64), linkToken('invitation', (await resets())[0]?.id ?? '')])
      expect(await resetPassword({ token: wrong, password: another })).toEqual(over);
    expect(resetInput.safeParse({ token, password: 'matkhau123456', language: 'vi' }).success).toBe(false);
    await db.account.update({ where: { id: hers.id }, data: { disabledAt: new Date() } });
    expect(await resetPassword({ token, password: another })).toEqual(over);
    expect(await isPublishedResetOpen(tokenHash(token))).toBe(false);
  });
});

describe('a link from her official', () => {
  const make = (viewer: Viewer, accountId: string) => makeResetLink(viewer, { accountId });

  test('is for whoever has no address, from who could give every role that she holds, and stands in the trail', async () => {
    const { id } = await withPhone();
    const [first, second] = [await make(province, id), await make(province, id)];
    if (!first.ok || !second.ok) expect.unreachable();
    expect(await resetPassword({ token: first.value.token, password: another })).toEqual(over);
    expect(await resetPassword({ token: second.value.token, password: another })).toMatchObject({ ok: true });
    const trail = { subjectId: id, action: 'makeResetLink', actorId: province.accountId };
    expect(await db.auditEntry.count({ where: trail })).toBe(2);
    expect(await make(province, hers.id)).toMatchObject({ problem: 'has-mail' });
  });

  test('is made by no neighbour, who does not find her, by nobody for herself or for somebody above her', async () => {
    const { id } = await withPhone();
    const neighbour = await makeViewer('province_official', await createCommune(db, tree.province));
    const official = await makeViewer('commune_official', tree.commune);
    for (const viewer of [neighbour, official])
      for (const accountId of [id, nothing])
        expect(await make(viewer, accountId)).toEqual({ ok: false, problem: 'not-found' });
    expect(await make(province, (await withPhone('system_administrator')).id)).toMatchObject({
      problem: 'not-allowed',
    });
    const own = await withPhone();
    expect(await make({ ...province, accountId: own.id }, own.id)).toMatchObject({ problem: 'yourself' });
    expect(await resets(id)).toEqual([]);
  });
});

describe('her own new password', () => {
  const change = (oldPassword: string, sessionId: string | null) =>
    changePassword({ ...province, accountId: hers.id }, { oldPassword, password: another }, sessionId);

  test('asks for the one before, ends her other sessions and every link, and tells her', async () => {
    const [here] = [await openSession(), await openSession()];
    await askReset(hers.email);
    const token = await tokenOfNewest();
    expect(await change('khong phai the dau', here ?? null)).toEqual({ ok: false, problem: 'wrong-password' });
    expect(await openSessions()).toBe(2);
    expect(await change(password, here ?? null)).toMatchObject({ ok: true });
    const open = await db.accountSession.findMany({ where: { accountId: hers.id, endedAt: null }, take: 9 });
    expect(open.map(({ id }) => id)).toEqual([here]);
    expect(await resetPassword({ token, password })).toEqual(over);
    expect(await mails('password-changed')).toHaveLength(1);
    expect([await enter(password), await enter(another)]).toEqual([false, true]);
  });
});

test('an account that all visitors of a demonstration share keeps its password, whoever asks and by whatever link', async () => {
  const email = 'viewer@demo.invalid';
  const { id } = await createAccountWithRole(db, 'viewer', [tree.commune], { password });
  await db.account.update({ where: { id }, data: { email } });
  await askReset(email);
  const [row] = await resets(id);
  const token = linkToken('password reset', row?.id ?? '');
  const viewer = { ...province, accountId: id };
  env.DEMO = 'on';
  try {
    await askReset(email);
    expect(await resets(id)).toHaveLength(1);
    expect(await resetPassword({ token, password: another })).toEqual(over);
    const change = { oldPassword: password, password: another };
    expect(await changePassword(viewer, change, null)).toEqual({ ok: false, problem: 'demo-account' });
  } finally {
    env.DEMO = 'off';
    await db.account.update({ where: { id }, data: { email: `was-${id}@demo.invalid` } });
  }
  expect((await db.account.findUniqueOrThrow({ where: { id } })).passwordHash).not.toBeNull();
});
