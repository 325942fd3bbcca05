import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { eraseAccount } from '@/domain/consents/erasure/erase-account-writes';
import { addDays, today } from '@/domain/days/day';
import { db, refusal } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createMember } from '@/test/factories/people';
import { createSubAssociation, createTree, type Tree } from '@/test/factories/units';
import { makeViewer } from '@/test/union';
import { revokeRole } from '../commands';
import { findAccount } from '../queries';
import { makeResetLink, resetPassword } from '../resets/reset-commands';
import { signIn } from '../session-commands';
import { disableAccount, reopenAccount } from './closing-commands';

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

const because = (accountId: string) => ({ accountId, reason: 'mất máy' });
const enter = async ({ email }: { email: string }, typed = password) =>
  (await signIn({ identifier: email, password: typed, network: null, agent: null })).ok;
const takeRoles = async (viewer: Viewer, accountId: string) => {
  for (const { id: grantId } of (await findAccount(viewer, accountId))?.grants ?? [])
    expect((await revokeRole(viewer, { grantId, reason: 'giao lại sau' })).ok).toBe(true);
};

test('a closed account is opened again by whoever could give its roles, once, and signs in as before', async () => {
  const account = await createAccountWithRole(db, 'trainer', [tree.commune], { password });
  const input = because(account.id);
  expect(await reopenAccount(province, input)).toMatchObject({ problem: 'not-closed' });
  expect((await disableAccount(province, input)).ok).toBe(true);
  expect(await enter(account)).toBe(false);
  expect(await reopenAccount(official, input)).toMatchObject({ problem: 'not-found' });
  const both = await Promise.all([reopenAccount(province, input), reopenAccount(province, input)]);
  expect(both.map((each) => (each.ok ? 'opened' : each.problem)).sort()).toEqual(['not-closed', 'opened']);
  expect(await db.auditEntry.count({ where: { subjectId: account.id, action: 'reopenAccount' } })).toBe(1);
  expect(await enter(account)).toBe(true);
});

describe('it is not opened by one voice alone', () => {
  test.each([
    ['a role at the city', 'editor', 'province'],
    ['a role of the whole city from before, though given at a commune', 'province_official', 'commune'],
  ] as const)('while it holds %s, and is once that role is taken', async (_what, role, at) => {
    const account = await createAccountWithRole(db, role, [tree[at]]);
    const input = because(account.id);
    expect((await disableAccount(administrator, input)).ok).toBe(true);
    expect(await reopenAccount(administrator, input)).toMatchObject({ problem: 'holds-city-role' });
    await takeRoles(administrator, account.id);
    expect(await reopenAccount(administrator, input)).toMatchObject({ ok: true });
  });

  test('with the roles of who has left meanwhile; who stays a member, or never was one, keeps hers', async () => {
    const unit = await createSubAssociation(db, tree.commune, { name: 'Ấp 3' });
    const yesterday = addDays(today(), -1);
    const [gone, here] = [await createMember(db, unit, { to: yesterday }), await createMember(db, unit)];
    const of = (person?: { id: string }) =>
      createAccountWithRole(db, 'commune_official', [tree.commune], { ...(person && { person }) });
    const [left, stays, never] = [await of(gone), await of(here), await of()];
    for (const { id } of [left, stays, never]) expect((await disableAccount(province, because(id))).ok).toBe(true);
    expect(await reopenAccount(province, because(left.id))).toMatchObject({ problem: 'holder-left' });
    for (const { id } of [stays, never]) expect(await reopenAccount(province, because(id))).toMatchObject({ ok: true });
    await takeRoles(province, left.id);
    expect(await reopenAccount(province, because(left.id))).toMatchObject({ ok: true });
  });
});

test('what was erased stays closed: by no command, and by no row', async () => {
  const unit = await createSubAssociation(db, tree.commune, { name: 'Ấp 4' });
  const person = await createMember(db, unit);
  const { id } = await createAccountWithRole(db, 'commune_official', [tree.commune], { person });
  expect((await disableAccount(province, because(id))).ok).toBe(true);
  await db.$transaction((tx) => eraseAccount(tx, [person.id]));
  expect(await reopenAccount(province, because(id))).toMatchObject({ problem: 'erased' });
  const row = db.account.updateMany({ where: { id }, data: { disabledAt: null } });
  expect(refusal(await row.catch((error: unknown) => error))).toBe('erased_stays_closed');
  expect((await findAccount(province, id))?.disabled).toBe(true);
});

test('a link for a new password from before it was closed is worth nothing once it is open again', async () => {
  const account = await createAccountWithRole(db, 'trainer', [tree.commune], { password });
  await db.account.updateMany({ where: { id: account.id }, data: { email: null, phone: '+84977000111' } });
  const made = await makeResetLink(province, { accountId: account.id });
  if (!made.ok) expect.unreachable();
  expect((await disableAccount(province, because(account.id))).ok).toBe(true);
  expect((await reopenAccount(province, because(account.id))).ok).toBe(true);
  const sent = await resetPassword({ token: made.value.token, password: 'hai con meo ngu trua' });
  expect(sent).toEqual({ ok: false, problem: 'reset-over' });
});
