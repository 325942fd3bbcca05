import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { createAccountWithRole, grantRole as giveRole } from '@/test/factories/accounts';
import { createSubAssociation, createTree, type Tree } from '@/test/factories/units';
import { makeViewer, nothing } from '@/test/union';
import { disableAccount, grantRole, inviteAccount, revokeRole } from './commands';
import { acceptInvitation } from './invitation-commands';
import { findAccount, listAccounts } from './queries';
import { signIn } from './session-commands';

let tree: Tree;
let administrator: Viewer;
let province: Viewer;
let official: Viewer;
const password = 'mot cau ngan de nho';

beforeAll(async () => {
  tree = await createTree(db);
  administrator = await makeViewer('system_administrator', tree.province);
  province = await makeViewer('province_official', tree.province);
  official = await makeViewer('commune_official', tree.commune);
  await giveRole(db, { id: administrator.accountId }, 'system_administrator', tree.province);
  await giveRole(db, { id: province.accountId }, 'province_official', tree.province);
});

const contact = () => ({ email: `moi-${Math.random().toString(36).slice(2)}@demo.invalid` });
async function invited(): Promise<{ token: string; email: string }> {
  const address = contact();
  const result = await inviteAccount(province, { contact: address, role: 'commune_official', unitId: tree.commune.id });
  if (!result.ok) throw new Error(result.problem);
  return { ...result.value, ...address };
}

describe('inviting', () => {
  test('an invitation makes an account with its role, which signs in', async () => {
    const { token, email } = await invited();
    expect(await acceptInvitation({ token, displayName: 'Lê Thị Mời', password })).toMatchObject({ ok: true });
    expect(await signIn({ identifier: email, password, network: null, agent: null })).toMatchObject({ ok: true });
  });

  test('a link works once, also for two who use it at the same moment', async () => {
    const { token } = await invited();
    const both = await Promise.all(
      ['A', 'B'].map((name) => acceptInvitation({ token, displayName: `Người ${name}`, password })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await acceptInvitation({ token, displayName: 'Người C', password })).toMatchObject({
      problem: 'invitation-over',
    });
  });

  test('one link is live for an address: the newest, also when two are sent at the same moment', async () => {
    const address = contact();
    const invite = async () => {
      const sent = await inviteAccount(province, { contact: address, role: 'viewer', unitId: tree.commune.id });
      return sent.ok ? sent.value.token : expect.unreachable();
    };
    const first = await invite();
    const tokens = [first, ...(await Promise.all([invite(), invite(), invite()]))];
    const open = { address: address.email, acceptedAt: null, expiresAt: { gt: new Date() } };
    expect(await db.invitation.count({ where: open })).toBe(1);
    const answers = [];
    for (const token of tokens) answers.push(await acceptInvitation({ token, displayName: 'Lê Thị Mới', password }));
    expect(answers[0]).toMatchObject({ problem: 'invitation-over' });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a link is over after seven days', async () => {
    const { token } = await invited();
    await db.invitation.updateMany({ where: { acceptedAt: null }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await acceptInvitation({ token, displayName: 'Lê Thị Trễ', password })).toMatchObject({
      problem: 'invitation-over',
    });
  });

  test('no role is given at a unit that is closed, though its page can still be read', async () => {
    const { id: unitId } = await createSubAssociation(db, tree.commune, {
      name: 'Ấp đã nhập',
      to: addDays(today(), -1),
    });
    const { id: accountId } = await createAccountWithRole(db, 'viewer', [tree.commune]);
    const role = 'sub_association_head' as const;
    expect(await findUnit(province, unitId)).not.toBeNull();
    expect(await inviteAccount(province, { contact: contact(), role, unitId })).toMatchObject({ problem: 'not-found' });
    expect(await grantRole(province, { accountId, role, unitId, from: today() })).toMatchObject({
      problem: 'not-found',
    });
  });

  test('who may not invite does not find the unit, and nobody hands on more than she has', async () => {
    const input = { contact: contact(), role: 'viewer' as const, unitId: tree.commune.id };
    expect(await inviteAccount(official, input)).toMatchObject({ problem: 'not-found' });
    expect(await inviteAccount(province, { ...input, role: 'system_administrator' })).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await inviteAccount(administrator, { ...input, role: 'system_administrator' })).toMatchObject({ ok: true });
  });
});

describe('giving and taking roles', () => {
  test('a role given holds from its day on and once only', async () => {
    const account = await createAccountWithRole(db, 'viewer', [tree.commune]);
    const input = {
      accountId: account.id,
      role: 'editor' as const,
      unitId: tree.province.id,
      from: today(),
      lastDay: undefined,
    };
    expect(await grantRole(province, input)).toMatchObject({ ok: true });
    expect(await grantRole(province, input)).toMatchObject({ problem: 'already-granted' });
    expect(await grantRole(province, { ...input, role: 'trainer', lastDay: addDays(today(), -1) })).toMatchObject({
      problem: 'days-turned',
    });
  });

  test('a role taken is gone today, with a line in the trail', async () => {
    const account = await createAccountWithRole(db, 'editor', [tree.commune]);
    const grantId = (await findAccount(province, account.id))?.grants[0]?.id ?? '';
    expect(await revokeRole(province, { grantId, reason: 'thôi việc' })).toMatchObject({ ok: true });
    expect((await findAccount(province, account.id))?.grants[0]?.active).toBe(false);
    expect(await db.auditEntry.count({ where: { subjectId: account.id, action: 'revokeRole' } })).toBe(1);
  });

  test('a role taken before its first day never holds, says so, and cannot be taken again: when and why stay', async () => {
    const account = await createAccountWithRole(db, 'editor', [tree.commune]);
    const from = addDays(today(), 10);
    const asked = { accountId: account.id, role: 'viewer' as const, unitId: tree.commune.id, from, lastDay: undefined };
    const granted = await grantRole(province, asked);
    if (!granted.ok) expect.unreachable();
    const grantId = granted.value.id;
    const row = () => db.roleGrant.findUnique({ where: { id: grantId } });
    const both = await Promise.all(
      ['lý do một', 'lý do hai'].map((reason) => revokeRole(province, { grantId, reason })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const first = await row();
    expect(first?.validTo).toEqual(first?.validFrom);
    const seen = (await findAccount(province, account.id))?.grants.find(({ id }) => id === grantId);
    expect(seen).toMatchObject({ active: false, revoked: true, revocable: false });
    expect(await revokeRole(province, { grantId, reason: 'lần nữa' })).toMatchObject({ problem: 'already-revoked' });
    expect(await row()).toEqual(first);
    expect(await db.auditEntry.count({ where: { subjectId: account.id, action: 'revokeRole' } })).toBe(1);
  });

  test('nobody takes her own role, or that of somebody above her', async () => {
    const own = (await findAccount(province, province.accountId))?.grants[0]?.id ?? '';
    expect(await revokeRole(province, { grantId: own, reason: 'thử' })).toMatchObject({ problem: 'yourself' });
    const above = (await findAccount(province, administrator.accountId))?.grants[0]?.id ?? '';
    expect(await revokeRole(province, { grantId: above, reason: 'thử' })).toMatchObject({ problem: 'not-allowed' });
  });

  test('a commune official sees no account and changes none', async () => {
    const account = await createAccountWithRole(db, 'viewer', [tree.commune]);
    expect((await listAccounts(official, {})).accounts).toEqual([]);
    expect(await findAccount(official, account.id)).toBeNull();
    for (const accountId of [account.id, nothing])
      expect(await disableAccount(official, { accountId, reason: 'thử' })).toMatchObject({ problem: 'not-found' });
  });

  test('a closed account signs in no more, and the trail keeps who closed it and why', async () => {
    const account = await createAccountWithRole(db, 'viewer', [tree.commune], { password });
    expect(await disableAccount(province, { accountId: account.id, reason: 'nghỉ' })).toMatchObject({ ok: true });
    const entries = await db.auditEntry.findMany({ where: { subjectId: account.id, action: 'disableAccount' } });
    expect(entries).toMatchObject([{ actorId: province.accountId, verb: 'ended', subjectType: 'account' }]);
    expect(JSON.stringify(entries[0]?.change)).toContain('nghỉ');
    expect(await signIn({ identifier: account.email, password, network: null, agent: null })).toMatchObject({
      ok: false,
    });
  });

  test('the list goes on by key, complete and without repeats', async () => {
    for (let count = 0; count < 35; count++) await createAccountWithRole(db, 'viewer', [tree.group]);
    const ids: string[] = [];
    for (let after: string | undefined, page = 0; page < 10; page++) {
      const { accounts, next } = await listAccounts(province, after ? { after } : {});
      ids.push(...accounts.map(({ id }) => id));
      if (!next) break;
      after = next;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(await db.account.count({ where: { roleGrantsAsAccount: { some: {} } } }));
  });

  test('two equal roles at once are refused by the database itself', async () => {
    const account = await createAccountWithRole(db, 'viewer', [tree.commune]);
    await expect(giveRole(db, account, 'viewer', tree.commune)).rejects.toThrow(/one_role/);
  });
});
