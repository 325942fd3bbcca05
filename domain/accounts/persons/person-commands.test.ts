import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { findHandover } from '@/domain/merging/handovers/handover-queries';
import { listTrainers } from '@/domain/trainings/form-queries';
import { listSessions } from '@/domain/trainings/queries';
import { db } from '@/prisma/client';
import { createAccount, createAccountWithRole, grantRole } from '@/test/factories/accounts';
import { makeApproved, makeCourse, makeProposal } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { disableAccount } from '../closing/closing-commands';
import { acceptInvitation } from '../invitation-commands';
import type { MadeInvitation } from '../invitations/invitation';
import { inviteAccount } from '../invitations/invite-commands';
import { signIn } from '../session-commands';
import { viewerOfSession } from '../session-queries';
import { tokenHash } from '../token';
import { attachPerson, detachPerson } from './person-commands';
import { findAccountPerson } from './person-queries';

const password = 'mot cau ngan de nho';
const notFound = { ok: false, problem: 'not-found' };
const was = undefined;
let union: TestUnion;
let courseId: string;
let administrator: Viewer;
let province: Viewer;
/** who gives roles in Long Hưng alone */
let longHung: Viewer;
let trangDai: Viewer;
/** the officials of the two communes, who give no roles */
let official: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  courseId = await makeCourse();
  administrator = await makeViewer('system_administrator', union.province);
  province = await makeViewer('province_official', union.province);
  longHung = await makeViewer('province_official', union.longHung);
  trangDai = await makeViewer('province_official', union.trangDai);
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const address = () => ({ email: `gan-${Math.random().toString(36).slice(2)}@demo.invalid` });
const trainerAccount = async (role: Role = 'trainer') => (await createAccountWithRole(db, role, [union.longHung])).id;
const personOf = async (accountId: string) =>
  (await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { personId: true } })).personId;
const trailOf = (accountId: string) =>
  db.auditEntry.findMany({
    where: { subjectId: accountId, action: { in: ['attachPerson', 'detachPerson'] } },
    orderBy: { at: 'asc' },
    select: { action: true, actorId: true, unitId: true, change: true },
  });
const offered = async (id: string) => (await listTrainers(official, union.longHung.id)).some((one) => one.id === id);

/** Invited to teach in Long Hưng, and the account that comes of it. */
async function invited(personId: string | null, viewer = province) {
  const contact = address();
  const sent = await inviteAccount(viewer, { contact, role: 'trainer', unitId: union.longHung.id, personId });
  if (!sent.ok) return expect.unreachable(sent.problem);
  const { token } = sent.value as MadeInvitation;
  const accept = async () => {
    const taken = await acceptInvitation({ token, displayName: 'Lê Thị Dạy', password });
    return taken.ok ? taken.value.accountId : expect.unreachable(taken.problem);
  };
  return { ...contact, accept };
}

describe('an invitation that names the record', () => {
  test('makes an account attached to it: she is offered to teach, and sees the sessions she is put on as hers', async () => {
    const personId = await makeMember(union.khuPho5, 'Lê Thị Dạy');
    const { email, accept } = await invited(personId, longHung);
    expect(await offered(personId)).toBe(false);
    const accountId = await accept();
    expect(await personOf(accountId)).toBe(personId);
    expect(await offered(personId)).toBe(true);
    expect(await trailOf(accountId)).toMatchObject([
      { action: 'attachPerson', actorId: accountId, unitId: union.khuPho5.id, change: { personId } },
    ]);

    const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [personId] }, 6);
    await makeApproved({ unit: union.khuPho6, courseId }, 6);
    const session = await signIn({ identifier: email, password, network: null, agent: null });
    const her = (session.ok && (await viewerOfSession(tokenHash(session.value.token)))) || expect.unreachable();
    const own = await listSessions(her, { when: 'coming', own: true });
    expect(own.sessions.map((one) => one.id)).toEqual([id]);
    const items = (await findHandover(province, personId))?.items ?? [];
    expect(items.map(({ kind }) => kind).sort()).toEqual(['grant', 'session']);
  });

  test('without one she is a trainer whom nobody can put on a session', async () => {
    const before = await listTrainers(official, union.longHung.id);
    const accountId = await (await invited(null)).accept();
    expect(await personOf(accountId)).toBeNull();
    expect(await listTrainers(official, union.longHung.id)).toEqual(before);
  });

  test('a record beyond her reach is not found, like one that there is not; nor is any for who sees no persons or gives no roles', async () => {
    const [here, there] = [await makeMember(union.khuPho5), await makeMember(union.ongHuong)];
    const invite = (viewer: Viewer, personId: string, unit = union.longHung) =>
      inviteAccount(viewer, { contact: address(), role: 'trainer', unitId: unit.id, personId });
    for (const personId of [there, nothing]) expect(await invite(longHung, personId)).toEqual(notFound);
    for (const viewer of [administrator, official, neighbour]) expect(await invite(viewer, here)).toEqual(notFound);
    expect(await db.invitation.count({ where: { personId: { in: [here, there] } } })).toBe(0);
  });

  test('a record that has an account is refused; one that got it meanwhile leaves the new account without', async () => {
    const personId = await makeMember(union.khuPho5);
    const late = await invited(personId);
    const first = await (await invited(personId)).accept();
    expect(await personOf(await late.accept())).toBeNull();
    expect(await personOf(first)).toBe(personId);
    const again = { contact: address(), role: 'trainer' as const, unitId: union.longHung.id, personId };
    expect(await inviteAccount(province, again)).toMatchObject({
      problem: 'record-taken',
      detail: { account: 'Lê Thị Dạy' },
    });
  });

  test('follows her to the record that stands for her when it is taken up', async () => {
    const [absorbed, survivor] = [await makeMember(union.khuPho5), await makeMember(union.khuPho6)];
    const { accept } = await invited(absorbed);
    await db.person.update({ where: { id: absorbed }, data: { mergedIntoId: survivor }, select: { id: true } });
    expect(await personOf(await accept())).toBe(survivor);
  });
});

describe('the record of an account that there is', () => {
  test('is named, corrected and taken off, each with a line in the trail', async () => {
    const accountId = await trainerAccount();
    const [wrong, right] = [await makeMember(union.khuPho5, 'Lê Thị Sai'), await makeMember(union.khuPho6)];
    expect(await attachPerson(longHung, { accountId, personId: wrong, was })).toMatchObject({ ok: true });
    expect(await offered(wrong)).toBe(true);
    expect(await findAccountPerson(longHung, accountId)).toMatchObject({
      kind: 'seen',
      id: wrong,
      name: 'Lê Thị Sai',
      keeperName: 'Khu phố 5, Long Hưng',
    });
    expect(await attachPerson(longHung, { accountId, personId: right, was: wrong })).toMatchObject({ ok: true });
    expect([await offered(wrong), await offered(right)]).toEqual([false, true]);
    expect(await detachPerson(longHung, { accountId, was: right })).toMatchObject({ ok: true });
    expect(await personOf(accountId)).toBeNull();
    expect(await offered(right)).toBe(false);
    const by = { actorId: longHung.accountId };
    expect(await trailOf(accountId)).toEqual([
      { ...by, action: 'attachPerson', unitId: union.khuPho5.id, change: { personId: wrong, was: null } },
      { ...by, action: 'attachPerson', unitId: union.khuPho6.id, change: { personId: right, was: wrong } },
      { ...by, action: 'detachPerson', unitId: union.khuPho6.id, change: { was: right } },
    ]);
  });

  test('neither the account nor the record is found beyond her reach, as if there were none; nothing changes', async () => {
    const accountId = await trainerAccount();
    const [here, there] = [await makeMember(union.khuPho5), await makeMember(union.ongHuong)];
    for (const viewer of [official, neighbour, trangDai])
      for (const personId of [here, there, nothing])
        expect(await attachPerson(viewer, { accountId, personId, was })).toEqual(notFound);
    for (const personId of [there, nothing])
      expect(await attachPerson(longHung, { accountId, personId, was })).toEqual(notFound);
    expect(await attachPerson(longHung, { accountId: nothing, personId: here, was })).toEqual(notFound);
    expect(await attachPerson(administrator, { accountId, personId: here, was })).toEqual(notFound);
    expect(await findAccountPerson(neighbour, accountId)).toEqual({ kind: 'none' });
    expect([await personOf(accountId), await trailOf(accountId)]).toEqual([null, []]);
  });

  test('is not named by who could not give every role that the account holds', async () => {
    const personId = await makeMember(union.khuPho5);
    const accountId = await trainerAccount();
    await grantRole(db, { id: accountId }, 'editor', union.province);
    expect(await attachPerson(longHung, { accountId, personId, was })).toMatchObject({ problem: 'no-right-to-attach' });
    const above = await trainerAccount('system_administrator');
    expect(await attachPerson(province, { accountId: above, personId, was })).toMatchObject({
      problem: 'no-right-to-attach',
    });
    expect(await attachPerson(province, { accountId, personId, was })).toMatchObject({ ok: true });
  });

  test('has one account: a second one is refused with whose move it is, also of two at the same moment', async () => {
    const personId = await makeMember(union.khuPho5);
    const accounts = [await trainerAccount(), await trainerAccount()];
    const attach = (accountId: string) => attachPerson(province, { accountId, personId, was });
    const answers = await Promise.all(accounts.map(attach));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      problem: 'record-taken',
      detail: { account: 'Trần Thị Tài Khoản' },
    });
    const elsewhere = await makeMember(union.khuPho5);
    await createAccount(db, { person: { id: elsewhere } });
    const accountId = await trainerAccount();
    expect(await attachPerson(province, { accountId, personId: elsewhere, was })).toEqual({
      ok: false,
      problem: 'record-taken-elsewhere',
    });
  });

  test('stays while she is put on sessions to come, proposed or approved; those that are over hold nothing', async () => {
    const [personId, other] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const accountId = await trainerAccount();
    await attachPerson(longHung, { accountId, personId, was });
    const taught = { unit: union.khuPho5, courseId, trainerIds: [personId] };
    await makeApproved(taught, -3);
    await makeApproved(taught, 8);
    const { id } = await makeProposal(taught, 9);
    const refused = { problem: 'teaches-still', detail: { count: '2' } };
    expect(await detachPerson(longHung, { accountId, was: personId })).toMatchObject(refused);
    expect(await attachPerson(longHung, { accountId, personId: other, was: personId })).toMatchObject(refused);
    expect(await personOf(accountId)).toBe(personId);
    expect(await findAccountPerson(longHung, accountId)).toMatchObject({ toTeach: 2 });

    await db.sessionTrainer.deleteMany({ where: { sessionId: id } });
    expect(await detachPerson(longHung, { accountId, was: personId })).toMatchObject({ detail: { count: '1' } });
    // a closed account shows nobody any session: its record goes to the next one
    await disableAccount(longHung, { accountId, reason: 'mất máy' });
    expect(await attachPerson(longHung, { accountId, personId: other, was: personId })).toMatchObject({
      problem: 'account-closed',
    });
    expect(await detachPerson(longHung, { accountId, was: personId })).toMatchObject({ ok: true });
  });

  test('is not changed unawares, nor where the viewer does not see the one it has', async () => {
    const [one, other, there] = [
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
      await makeMember(union.ongHuong),
    ];
    const accountId = await trainerAccount();
    await attachPerson(longHung, { accountId, personId: one, was });
    for (const seen of [was, other])
      expect(await attachPerson(longHung, { accountId, personId: other, was: seen })).toMatchObject({
        problem: 'attached-meanwhile',
      });
    expect(await detachPerson(longHung, { accountId, was: other })).toMatchObject({
      problem: 'attached-meanwhile',
    });
    await attachPerson(province, { accountId, personId: there, was: one });
    expect(await findAccountPerson(longHung, accountId)).toEqual({ kind: 'unseen' });
    expect(await attachPerson(longHung, { accountId, personId: one, was: there })).toMatchObject({
      problem: 'record-unseen',
    });
    expect(await detachPerson(longHung, { accountId, was: there })).toMatchObject({ problem: 'record-unseen' });
    expect(await personOf(accountId)).toBe(there);
  });
});
