import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db, refusal } from '@/prisma/client';
import { createAccountWithRole, grantRole as giveRole } from '@/test/factories/accounts';
import { createTree, type Tree } from '@/test/factories/units';
import { makeViewer, nothing } from '@/test/union';
import { disableAccount } from './closing/closing-commands';
import { grantRole, revokeRole } from './commands';
import { inviteAccount } from './invitations/invite-commands';
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
});

describe('giving and taking roles', () => {
  test('a role given holds from its day on and once only', async () => {
    const account = await createAccountWithRole(db, 'viewer', [tree.commune]);
    const input = {
      accountId: account.id,
      role: 'editor' as const,
      unitId: tree.commune.id,
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

  test('a role of the whole city is given there alone, where two decide: by no invitation, grant or row for less', async () => {
    const other = { contact: { email: 'rong@demo.invalid' }, role: 'viewer' as const, unitId: tree.commune.id };
    expect(await inviteAccount(administrator, other)).toMatchObject({ ok: true });
    const [narrow, account] = [tree.commune.id, await createAccountWithRole(db, 'viewer', [tree.commune])];
    for (const role of ['system_administrator', 'province_official'] as const) {
      const input = { contact: { email: `rong-${role}@demo.invalid` }, role, unitId: narrow };
      const tooNarrow = { problem: 'role-of-whole-city' };
      expect(await inviteAccount(administrator, input)).toMatchObject(tooNarrow);
      const grant = { accountId: account.id, role, unitId: narrow, from: today() };
      expect(await grantRole(administrator, grant)).toMatchObject(tooNarrow);
      const row = db.roleGrant.updateMany({
        where: { accountId: account.id },
        data: { role, grantedById: province.accountId },
      });
      expect(refusal(await row.catch((error: unknown) => error))).toBe('role_of_whole_city');
      const changed = db.invitation.updateMany({ where: { address: other.contact.email }, data: { role } });
      expect(refusal(await changed.catch((error: unknown) => error))).toBe('role_of_whole_city');
      expect(await inviteAccount(administrator, { ...input, unitId: tree.province.id })).toMatchObject({ ok: true });
    }
  });
});
