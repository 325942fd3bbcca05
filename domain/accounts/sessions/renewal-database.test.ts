import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { createTree, type Tree } from '@/test/factories/units';
import { makeViewer } from '@/test/union';
import { grantRole, revokeRole } from '../commands';
import { findAccount } from '../queries';
import { endSession, renewToken } from '../session-commands';
import { viewerOfSession } from '../session-queries';
import { tokenHash } from '../token';

let tree: Tree;
let province: Viewer;
let editor: MadeAccount;

beforeAll(async () => {
  tree = await createTree(db);
  province = await makeViewer('province_official', tree.province);
  editor = await createAccountWithRole(db, 'editor', [tree.commune]);
});

async function open(account = editor): Promise<{ token: string; id: string }> {
  const token = randomUUID();
  const { id } = await db.accountSession.create({
    data: { accountId: account.id, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 3_600_000) },
    select: { id: true },
  });
  return { token, id };
}
const seen = async (token: string) => (await viewerOfSession(tokenHash(token)))?.session;
const give = (role: 'viewer' | 'trainer', account = editor) =>
  grantRole(province, { accountId: account.id, role, unitId: tree.commune.id, from: today(), lastDay: undefined });

describe('the token of a session', () => {
  test('is to be exchanged in each of her sessions after a role was given, and after one was taken; of nobody else', async () => {
    const other = await open(await createAccountWithRole(db, 'editor', [tree.commune]));
    const [one, two] = [await open(), await open()];
    expect(await seen(one.token)).toMatchObject({ wantsRenewal: false });
    expect(await give('viewer')).toMatchObject({ ok: true });
    expect(await seen(one.token)).toMatchObject({ wantsRenewal: true });
    const renewed = (await renewToken(two, two.token)) ?? '';
    expect(await seen(renewed)).toMatchObject({ id: two.id, wantsRenewal: false });

    const grantId = (await findAccount(province, editor.id))?.grants.find(({ role }) => role === 'viewer')?.id ?? '';
    expect(await revokeRole(province, { grantId, reason: 'thôi việc' })).toMatchObject({ ok: true });
    expect(await seen(renewed)).toMatchObject({ wantsRenewal: true });
    expect(await seen(other.token)).toMatchObject({ wantsRenewal: false });
  });

  test('exchanged, the former one opens for requests under way and is worth nothing after a minute; the row knows neither', async () => {
    const { token, id } = await open();
    await give('trainer');
    const renewed = (await renewToken({ id }, token)) ?? '';
    expect(renewed).toMatch(/^[\w-]{43}$/);
    expect(await seen(token)).toMatchObject({ id, wantsRenewal: false });
    const row = await db.accountSession.findUniqueOrThrow({ where: { id } });
    const left = (row.formerUntil?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(30_000);
    expect(left).toBeLessThanOrEqual(60_000);
    expect(Buffer.from(row.tokenHash).toString('base64url')).not.toBe(renewed);
    await db.accountSession.update({ where: { id }, data: { formerUntil: new Date() } });
    expect(await seen(token)).toBeUndefined();
    expect(await seen(renewed)).toMatchObject({ id });
  });

  test('is exchanged by one of two requests at the same moment, not again by the former one, and not unasked', async () => {
    const account = await createAccountWithRole(db, 'editor', [tree.commune]);
    const { token, id } = await open(account);
    expect(await renewToken({ id }, token)).toBeNull();
    await give('viewer', account);
    const both = await Promise.all([renewToken({ id }, token), renewToken({ id }, token)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    await give('trainer', account);
    expect(await renewToken({ id }, token)).toBeNull();
    expect(await seen(token)).toMatchObject({ wantsRenewal: false });
  });

  test('signing out with the former one ends the session for the new one too', async () => {
    const account = await createAccountWithRole(db, 'editor', [tree.commune]);
    const { token, id } = await open(account);
    await give('viewer', account);
    const renewed = (await renewToken({ id }, token)) ?? '';
    await endSession(token);
    expect(await seen(renewed)).toBeUndefined();
    expect(await seen(token)).toBeUndefined();
  });
});
