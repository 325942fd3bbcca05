import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createSubAssociation, createTree, type Tree } from '@/test/factories/units';
import { makeViewer, nothing } from '@/test/union';
import { grantRole } from '../commands';
import { acceptInvitation } from '../invitation-commands';
import { findPublishedInvitation, findPublishedLetterLocale } from '../queries';
import { signIn } from '../session-commands';
import { tokenHash } from '../token';
import { inviteAccount, sendInvitationAgain, withdrawInvitation } from './invite-commands';
import { listOpenInvitations } from './open-invitation-queries';

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

const contact = () => ({ email: `moi-${Math.random().toString(36).slice(2)}@demo.invalid` });
const made = <Value extends object>(
  result: { ok: true; value: Value } | { ok: false; problem: string },
): Exclude<Value, { asked: true }> => {
  if (!result.ok) return expect.unreachable(result.problem);
  return 'asked' in result.value ? expect.unreachable('asked') : (result.value as never);
};
const invite = async (address: { email: string } | { phone: string } = contact(), viewer = province) =>
  made(await inviteAccount(viewer, { contact: address, role: 'commune_official', unitId: tree.commune.id }));
const accept = (token: string, displayName = 'Lê Thị Mới') => acceptInvitation({ token, displayName, password });
const over = { ok: false, problem: 'invitation-over' };
const rowOf = (id: string) => db.invitation.findUniqueOrThrow({ where: { id } });
const mailsOf = (id: string) =>
  db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `account-invited ${id} ` } }, take: 9 });

describe('inviting', () => {
  test('an invitation makes an account with its role and language, which signs in', async () => {
    const address = contact();
    const input = { contact: address, role: 'commune_official' as const, unitId: tree.commune.id };
    const { token } = made(await inviteAccount(province, { ...input, locale: 'en' }));
    expect(await findPublishedInvitation(tokenHash(token))).toMatchObject({ locale: 'en' });
    expect(await accept(token)).toMatchObject({ ok: true, value: { locale: 'en' } });
    // what was used speaks the language of its letter still; what was made up none
    expect([
      await findPublishedLetterLocale(tokenHash(token)),
      await findPublishedLetterLocale(tokenHash('0')),
    ]).toEqual(['en', null]);
    expect(await db.account.findUnique({ where: address })).toMatchObject({ locale: 'en' });
    expect(await signIn({ identifier: address.email, password, network: null, agent: null })).toMatchObject({
      ok: true,
    });
  });

  test('its token is 32 bytes and stands nowhere: not in its row, not in the outbox, not in the trail', async () => {
    const { id, token } = await invite();
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from((await rowOf(id)).tokenHash)).toEqual(Buffer.from(tokenHash(token)));
    const trail = await db.auditEntry.findMany({ where: { subjectId: id }, take: 9 });
    expect(trail).toHaveLength(1);
    const kept = JSON.stringify([await rowOf(id), await mailsOf(id), trail], (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(Buffer.from(token, 'hex').toString('base64url'));
  });

  test('a letter goes to an e-mail address, and none to a telephone number', async () => {
    const mailed = await invite();
    expect(mailed).toMatchObject({ isMailed: true, unitName: expect.any(String) });
    expect(await mailsOf(mailed.id)).toMatchObject([{ kind: 'email', state: 'ready', accountId: null }]);
    const words = await invite({ phone: `+8491${Math.floor(1e6 + Math.random() * 9e6)}` });
    expect(words.isMailed).toBe(false);
    expect(await mailsOf(words.id)).toEqual([]);
  });

  test('a link works once, also for two browsers that use it at the same moment', async () => {
    const { token } = await invite();
    const both = await Promise.all([accept(token, 'Người A'), accept(token, 'Người B')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(over);
    expect(await accept(token)).toEqual(over);
  });

  test('one link is live for an address: the newest, also when several are sent at the same moment', async () => {
    const address = contact();
    const first = await invite(address);
    const all = [first, ...(await Promise.all([invite(address), invite(address), invite(address)]))];
    const open = { address: address.email, acceptedAt: null, endedAt: null };
    expect(await db.invitation.count({ where: open })).toBe(1);
    const answers = [];
    for (const { token } of all) answers.push(await accept(token));
    expect(answers[0]).toEqual(over);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a link is over after seventy-two hours, to the second', async () => {
    const { id, token, expiresAt } = await invite();
    expect(expiresAt.getTime() - (await rowOf(id)).createdAt.getTime()).toBeGreaterThan(72 * 3_600_000 - 60_000);
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(72 * 3_600_000);
    await db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await accept(token)).toEqual(over);
    expect(await findPublishedInvitation(tokenHash(token))).toBeNull();
  });

  test('a made-up token opens nothing', async () => {
    for (const token of ['0'.repeat(64), 'x'.repeat(32)]) expect(await accept(token)).toEqual(over);
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
  });
});

describe('taking up', () => {
  test('is over where whoever invited lost the right, or her account', async () => {
    const leaving = await createAccountWithRole(db, 'province_official', [tree.province]);
    const grants = [{ role: 'province_official' as const, unitId: tree.province.id, path: tree.province.path }];
    const viewer = { ...province, accountId: leaving.id, grants };
    const [one, other] = [await invite(contact(), viewer), await invite(contact(), viewer)];
    expect(await findPublishedInvitation(tokenHash(one.token))).toMatchObject({ role: 'commune_official' });
    await db.account.update({ where: { id: leaving.id }, data: { disabledAt: new Date() } });
    expect(await accept(one.token)).toEqual(over);
    await db.account.update({ where: { id: leaving.id }, data: { disabledAt: null } });
    await db.roleGrant.updateMany({
      where: { accountId: leaving.id },
      data: { validTo: new Date(0), validFrom: new Date(0) },
    });
    expect(await accept(other.token)).toEqual(over);
    expect(await findPublishedInvitation(tokenHash(other.token))).toBeNull();
    expect((await rowOf(other.id)).acceptedAt).toBeNull();
  });

  test('is over where the unit is closed by then', async () => {
    const { id, token } = await invite();
    const closed = await createSubAssociation(db, tree.commune, { name: 'Ấp đã đóng', to: addDays(today(), -1) });
    await db.invitation.update({ where: { id }, data: { unitId: closed.id } });
    expect(await accept(token)).toEqual(over);
  });
});

describe('an open invitation', () => {
  const listed = async (viewer: Viewer, id: string) =>
    (await listOpenInvitations(viewer)).find((each) => each.id === id);

  test('is listed for who may invite there, with its letter, and for nobody else', async () => {
    const { id } = await invite();
    expect(await listed(province, id)).toMatchObject({ mail: 'waiting', isOver: false, mayChange: true });
    await db.outboxMessage.updateMany({ where: { dedupeKey: `account-invited ${id} 1` }, data: { state: 'failed' } });
    expect(await listed(province, id)).toMatchObject({ mail: 'failed' });
    expect(await listOpenInvitations(official)).toEqual([]);
    const { id: high } = made(
      await inviteAccount(administrator, {
        contact: contact(),
        role: 'system_administrator',
        unitId: tree.province.id,
      }),
    );
    expect(await listed(province, high)).toMatchObject({ mayChange: false });
  });

  test('sent again has a new link and three new days; the one before is dead, and a letter goes each time', async () => {
    const { id, token } = await invite();
    await db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await listed(province, id)).toMatchObject({ isOver: true });
    const again = made(await sendInvitationAgain(administrator, { invitationId: id }));
    expect(again.token).not.toBe(token);
    expect(await mailsOf(id)).toHaveLength(2);
    expect((await rowOf(id)).invitedById).toBe(administrator.accountId);
    expect(await accept(token)).toEqual(over);
    expect(await accept(again.token)).toMatchObject({ ok: true });
    expect(await sendInvitationAgain(province, { invitationId: id })).toMatchObject({ problem: 'not-found' });
  });

  test('sent again twice at the same moment leaves one link: the newest', async () => {
    const { id } = await invite();
    const both = await Promise.all([1, 2].map(() => sendInvitationAgain(province, { invitationId: id })));
    const answers = await Promise.all(both.map((each) => findPublishedInvitation(tokenHash(made(each).token))));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('withdrawn opens nothing any more and is listed no more; of withdrawing and taking up at once one wins', async () => {
    const { id, token } = await invite();
    expect(await withdrawInvitation(province, { invitationId: id })).toMatchObject({ ok: true });
    expect(await accept(token)).toEqual(over);
    expect(await listed(province, id)).toBeUndefined();
    expect(await withdrawInvitation(province, { invitationId: id })).toMatchObject({ problem: 'not-found' });
    const race = await invite();
    const [taken, withdrawn] = await Promise.all([
      accept(race.token),
      withdrawInvitation(province, { invitationId: race.id }),
    ]);
    expect([taken.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
  });

  test('is neither sent again nor withdrawn by who does not find it, or could not make it', async () => {
    const { id } = await invite();
    for (const invitationId of [id, nothing]) {
      expect(await sendInvitationAgain(official, { invitationId })).toMatchObject({ problem: 'not-found' });
      expect(await withdrawInvitation(official, { invitationId })).toMatchObject({ problem: 'not-found' });
    }
    const high = made(
      await inviteAccount(administrator, {
        contact: contact(),
        role: 'system_administrator',
        unitId: tree.province.id,
      }),
    );
    expect(await sendInvitationAgain(province, { invitationId: high.id })).toMatchObject({ problem: 'not-allowed' });
    expect(await withdrawInvitation(province, { invitationId: high.id })).toMatchObject({ problem: 'not-allowed' });
    expect(await findPublishedInvitation(tokenHash(high.token))).not.toBeNull();
  });
});
