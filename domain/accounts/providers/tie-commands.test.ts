import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { createCommune, createTree } from '@/test/factories/units';
import { makeViewer } from '@/test/union';
import { eraseAccount } from '../../consents/erasure/erase-account-writes';
import { standingOfSession } from '../session-queries';
import { tokenHash } from '../token';
import { endOwnTie, endTieOfAccount, reopenOwnTie } from './tie-commands';
import { findOwnTie, findTieOfAccount } from './tie-queries';
import { signInByProvider } from './vouch-commands';

const issuer = 'https://id.example.org';
const tree = await createTree(db);
const province = await makeViewer('province_official', tree.province);
const elsewhere = await createCommune(db, tree.province, { name: 'Trảng Dài' });
const neighbour = await makeViewer('commune_official', elsewhere);
let her: MadeAccount;
let viewer: Viewer;
let subject: string;
beforeEach(async () => {
  her = await createAccountWithRole(db, 'editor', [tree.commune]);
  viewer = { ...neighbour, accountId: her.id, grants: [] };
  subject = randomUUID();
});

const enter = (name = subject) =>
  signInByProvider({ issuer, subject: name, email: her.email, secondStep: false }, { network: null, agent: null });
async function open() {
  const result = await enter();
  if (!result.ok) throw new Error(result.problem);
  const { token } = result.value;
  const found = await standingOfSession(tokenHash(token));
  return { token, sessionId: found?.session.id ?? '' };
}
const isOpen = async ({ token }: { token: string }) => (await standingOfSession(tokenHash(token))) !== null;
const tie = async () => {
  const found = await findOwnTie(viewer, issuer);
  if (!found) throw new Error('no tie');
  return found;
};
const trailOf = (action: string) => db.auditEntry.count({ where: { action, subjectId: her.id } });
async function byPassword() {
  const token = randomUUID();
  await db.accountSession.create({
    data: { accountId: her.id, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 3_600_000) },
  });
  return { token };
}

test('she ends her tie: what it opened elsewhere is over, where she asks and what a password opened goes on', async () => {
  const [here, there, typed] = [await open(), await open(), await byPassword()];
  const { id: tieId, ended } = await tie();
  expect(ended).toBeNull();
  expect(await endOwnTie(viewer, { tieId }, here.sessionId)).toEqual({ ok: true, value: { id: tieId } });
  expect([await isOpen(here), await isOpen(there), await isOpen(typed)]).toEqual([true, false, true]);
  expect(await tie()).toMatchObject({ ended: expect.any(String), reopened: false });
  expect(await trailOf('endOwnTie')).toBe(1);
  expect(await endOwnTie(viewer, { tieId }, null)).toMatchObject({ problem: 'tie-over' });
});

test('an ended tie is not tied anew by the same address, under no name, until she reopens it', async () => {
  await open();
  const { id: tieId } = await tie();
  await endOwnTie(viewer, { tieId }, null);
  expect(await enter()).toMatchObject({ ok: false, problem: 'tie-ended' });
  expect(await enter(randomUUID())).toMatchObject({ ok: false, problem: 'tie-ended' });
  expect(await reopenOwnTie(viewer, { tieId })).toMatchObject({ ok: true });
  expect(await tie()).toMatchObject({ reopened: true });
  expect(await reopenOwnTie(viewer, { tieId })).toMatchObject({ problem: 'tie-over' });
  await open();
  expect((await tie()).id).not.toBe(tieId);
  expect([await trailOf('reopenOwnTie'), await trailOf('tieToProvider')]).toEqual([1, 2]);
});

test('she is told by mail of each of it', async () => {
  await open();
  const { id: tieId } = await tie();
  await endOwnTie(viewer, { tieId }, null);
  await reopenOwnTie(viewer, { tieId });
  const mails = await db.outboxMessage.findMany({ where: { accountId: her.id }, orderBy: { id: 'asc' } });
  expect(mails.map(({ facts }) => (facts as { what: string }).what)).toEqual([
    'provider-tied',
    'provider-untied',
    'provider-reopened',
  ]);
});

test('nobody else ends or reopens it as her own', async () => {
  await open();
  const { id: tieId } = await tie();
  expect(await endOwnTie(neighbour, { tieId }, null)).toMatchObject({ problem: 'tie-over' });
  await endOwnTie(viewer, { tieId }, null);
  expect(await reopenOwnTie(neighbour, { tieId })).toMatchObject({ problem: 'tie-over' });
});

test('whoever may take all she holds sees the tie and ends it, with every session that it opened; nobody else does', async () => {
  const [here, there] = [await open(), await open()];
  const { id: tieId } = await tie();
  const input = { accountId: her.id, tieId };
  expect(await findTieOfAccount(neighbour, her.id, issuer)).toBeNull();
  expect(await endTieOfAccount(neighbour, input)).toMatchObject({ problem: 'not-found' });
  expect([await isOpen(here), await isOpen(there)]).toEqual([true, true]);

  expect(await findTieOfAccount(province, her.id, issuer)).toMatchObject({ id: tieId, ended: null });
  expect(await endTieOfAccount(province, input)).toMatchObject({ ok: true });
  expect([await isOpen(here), await isOpen(there)]).toEqual([false, false]);
  expect(await enter()).toMatchObject({ problem: 'tie-ended' });
  expect(await endTieOfAccount(province, input)).toMatchObject({ problem: 'tie-over' });
});

test('an official who administers more than she may take keeps her tie', async () => {
  const administrator = await createAccountWithRole(db, 'system_administrator', [tree.province]);
  her = administrator;
  viewer = { ...viewer, accountId: administrator.id };
  await open();
  const input = { accountId: administrator.id, tieId: (await tie()).id };
  expect(await endTieOfAccount(province, input)).toMatchObject({ problem: 'not-allowed' });
});

test('her own stands on her own page: the way of an official refuses it', async () => {
  const own = await createAccountWithRole(db, 'province_official', [tree.province]);
  her = own;
  viewer = { ...province, accountId: own.id };
  await open();
  const input = { accountId: own.id, tieId: (await tie()).id };
  expect(await endTieOfAccount(viewer, input)).toMatchObject({ problem: 'yourself' });
});

test('a portal that asks no provider, or another one, shows no tie of this one', async () => {
  await open();
  expect(await findOwnTie(viewer, undefined)).toBeNull();
  expect(await findOwnTie(viewer, 'https://other.example.org')).toBeNull();
});

test('whoever is erased leaves no name of hers at the provider', async () => {
  const { createPerson } = await import('@/test/factories/people');
  const person = await createPerson(db, tree.commune);
  await db.account.update({ where: { id: her.id }, data: { personId: person.id } });
  await open();
  await db.$transaction((tx) => eraseAccount(tx, [person.id]));
  expect(await db.providerTie.count({ where: { accountId: her.id } })).toBe(0);
});
