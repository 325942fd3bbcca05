import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { createTree, type Tree } from '@/test/factories/units';
import { makeViewer, nothing } from '@/test/union';
import { viewerOfSession } from '../session-queries';
import { tokenHash } from '../token';
import { endOtherSessions, endOwnSession, endSessionsOfAccount } from './end-commands';
import { listOwnSessions, listSessionsOfAccount } from './open-session-queries';

const tree: Tree = await createTree(db);
const province = await makeViewer('province_official', tree.province);
const administrator = await makeViewer('system_administrator', tree.province);
const official = await makeViewer('commune_official', tree.commune);
let editor: MadeAccount;
let viewer: Viewer;
beforeEach(async () => {
  editor = await createAccountWithRole(db, 'editor', [tree.commune]);
  viewer = { ...official, accountId: editor.id };
});

async function open(accountId = editor.id, data: object = {}): Promise<{ id: string; token: string }> {
  const token = randomUUID();
  const agent = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
  const until = new Date(Date.now() + 30 * 86_400_000);
  const { id } = await db.accountSession.create({
    data: { accountId, tokenHash: tokenHash(token), expiresAt: until, network: '113.161.72.8', agent, ...data },
    select: { id: true },
  });
  return { id, token };
}
const isOpen = async ({ token }: { token: string }) => (await viewerOfSession(tokenHash(token))) !== null;
const trailOf = (action: string, subjectId: string) => db.auditEntry.count({ where: { action, subjectId } });

test('she sees her open sessions by device and masked network, none that is over by her roles, and nobody else’s', async () => {
  const here = await open();
  await open(editor.id, { endedAt: new Date() });
  await open(editor.id, { lastSeenAt: new Date(Date.now() - 12 * 3_600_000) });
  await open(official.accountId);
  expect(await listOwnSessions(viewer)).toMatchObject([
    { id: here.id, device: 'Android, Chrome', network: '113.161.…' },
  ]);
});

test('she ends one of hers, which is signed out at its very next request, and nobody else’s', async () => {
  const [here, there] = [await open(), await open()];
  const foreign = await open((await createAccountWithRole(db, 'editor', [tree.commune])).id);
  expect(await endOwnSession(viewer, { sessionId: there.id })).toMatchObject({ ok: true });
  expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
  expect(await trailOf('endOwnSession', there.id)).toBe(1);
  for (const sessionId of [foreign.id, there.id, nothing])
    expect(await endOwnSession(viewer, { sessionId })).toEqual({ ok: false, problem: 'session-over' });
  expect(await isOpen(foreign)).toBe(true);
});

test('she ends all others, and stays where she is', async () => {
  const [here, one, two] = [await open(), await open(), await open()];
  expect(await endOtherSessions(viewer, { but: here.id })).toMatchObject({ value: { count: 2 } });
  expect([await isOpen(here), await isOpen(one), await isOpen(two)]).toEqual([true, false, false]);
  expect(await endOtherSessions(viewer, { but: here.id })).toMatchObject({ problem: 'session-over' });
});

test('whoever may take every role that an account holds sees and ends its sessions, one or all', async () => {
  const [one, two, three] = [await open(), await open(), await open()];
  expect(await listSessionsOfAccount(province, editor.id)).toHaveLength(3);
  const asked = { accountId: editor.id };
  expect(await endSessionsOfAccount(province, { ...asked, sessionId: one.id })).toMatchObject({ ok: true });
  expect([await isOpen(one), await isOpen(two)]).toEqual([false, true]);
  expect(await endSessionsOfAccount(administrator, asked)).toMatchObject({ value: { count: 2 } });
  expect([await isOpen(two), await isOpen(three)]).toEqual([false, false]);
  expect(await trailOf('endSessionsOfAccount', editor.id)).toBe(2);
});

test('an administrator’s sessions are ended by no official: the commune’s does not find her, the city’s may not', async () => {
  const high = await createAccountWithRole(db, 'system_administrator', [tree.province]);
  const session = await open(high.id);
  const asked = { accountId: high.id, sessionId: session.id };
  expect(await endSessionsOfAccount(official, asked)).toMatchObject({ problem: 'not-found' });
  expect(await endSessionsOfAccount(province, asked)).toMatchObject({ problem: 'not-allowed' });
  for (const who of [official, province]) expect(await listSessionsOfAccount(who, high.id)).toBeNull();
  expect(await isOpen(session)).toBe(true);
  const other = await open();
  const crossed = { accountId: editor.id, sessionId: session.id };
  expect(await endSessionsOfAccount(province, crossed)).toMatchObject({ problem: 'session-over' });
  expect([await isOpen(session), await isOpen(other)]).toEqual([true, true]);
});
