import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { grantRole } from '@/domain/accounts/commands';
import { inviteAccount } from '@/domain/accounts/invitations/invite-commands';
import { erasePerson } from '@/domain/consents/erasure/erasure-commands';
import { today } from '@/domain/days/day';
import { refuseAsSecond } from '@/domain/second-pairs/refuse-commands';
import { listAskedForSecond, listWaitingForSecond } from '@/domain/second-pairs/request-queries';
import { db, refusal } from '@/prisma/client';
import { createAccount, createAccountWithRole } from '@/test/factories/accounts';
import { makeMember, makeUnion, makeViewer, signedIn, type TestUnion } from '@/test/union';
import { agreeAsSecond } from './agreement-commands';

const NAME = 'Nguyễn Thị Hai';
let union: TestUnion;
let official: Viewer;
let province: Viewer;
let her: string;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  her = await makeMember(union.khuPho5, NAME);
});

async function erase(viewer = official, personId = her) {
  const { version } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } });
  return erasePerson(viewer, { personId, version, name: NAME, reason: 'asked', askedOn: today() });
}
const waiting = async (viewer = province) => (await listWaitingForSecond(viewer)).map(({ id }) => id);
const request = async (viewer = province) => (await waiting(viewer)).at(-1) ?? expect.unreachable('nothing waits');
const nameOf = async (id = her) => (await db.person.findUniqueOrThrow({ where: { id } })).fullName;

describe('an erasure', () => {
  test('is asked for by one, agreed to by another, and then done; both stand in the trail, her name in no request', async () => {
    expect(await erase()).toMatchObject({ ok: true, value: { asked: true } });
    expect(await nameOf()).toBe(NAME);
    const requestId = await request();
    expect(JSON.stringify((await db.secondPair.findUniqueOrThrow({ where: { id: requestId } })).payload)).not.toContain(
      NAME,
    );
    expect(await agreeAsSecond(province, { requestId })).toMatchObject({ ok: true });
    expect(await nameOf()).toBeNull();
    expect(await db.erasure.findFirst({ where: { personId: her } })).toMatchObject({
      doneById: official.accountId,
      requestId,
    });
    const trail = await db.auditEntry.findMany({
      where: { subjectId: { in: [her, requestId] } },
      select: { action: true, actorId: true },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['askForSecond', official.accountId],
      ['agreeAsSecond', province.accountId],
      ['erasePerson', official.accountId],
    ]);
    expect(await listAskedForSecond(official)).toMatchObject([{ state: 'done' }]);
    expect(await agreeAsSecond(province, { requestId })).toMatchObject({ problem: 'request-over' });
  });

  test('of whoever was invited or written about takes her address and words about her out of every request', async () => {
    const email = `xoa-${her.slice(-8)}@demo.invalid`;
    const account = await createAccountWithRole(db, 'editor', [union.province], {
      person: { id: her },
      email,
      to: '2026-01-02',
    });
    const asked = {
      askedById: official.accountId,
      unitId: union.longHung.id,
      expiresAt: new Date(Date.now() + 60_000),
    };
    for (const payload of [
      { address: email, role: 'editor' },
      { accountId: account.id, reason: 'gặp chị Hai' },
    ])
      await db.secondPair.create({ data: { ...asked, action: 'giveRole', payload } });
    await erase();
    expect(await agreeAsSecond(province, { requestId: await request() })).toMatchObject({ ok: true });
    const kept = await db.secondPair.findMany({ where: { askedById: official.accountId }, select: { payload: true } });
    expect(JSON.stringify(kept)).not.toMatch(/xoa-|chị Hai/);
    expect(kept).toHaveLength(3);
  });

  test('refused is not done, and says why; asked twice it waits once; asked again after that it waits anew', async () => {
    await erase();
    expect(await erase()).toMatchObject({ problem: 'already-asked' });
    const requestId = await request();
    expect(await refuseAsSecond(province, { requestId, reason: 'Chị ấy chưa yêu cầu' })).toMatchObject({ ok: true });
    expect(await listAskedForSecond(official)).toMatchObject([{ state: 'refused', reason: 'Chị ấy chưa yêu cầu' }]);
    expect(await agreeAsSecond(province, { requestId })).toMatchObject({ problem: 'request-over' });
    expect(await nameOf()).toBe(NAME);
    expect(await erase()).toMatchObject({ value: { asked: true } });
    expect(await waiting()).toHaveLength(1);
  });

  test('of a record that was changed meanwhile is not done, and ends', async () => {
    await erase();
    const requestId = await request();
    await db.person.update({ where: { id: her }, data: { birthYear: 1961 } });
    expect(await agreeAsSecond(province, { requestId })).toMatchObject({ problem: 'changed-meanwhile' });
    expect(await nameOf()).toBe(NAME);
    expect(await waiting()).toEqual([]);
    await erase();
    expect(await agreeAsSecond(province, { requestId: await request() })).toMatchObject({ ok: true });
    expect(await nameOf()).toBeNull();
  });

  test('is not done where who asked has lost the right, nor after 72 hours, and by two at once it is done once', async () => {
    const gone = await signedIn(await createAccountWithRole(db, 'commune_official', [union.longHung]));
    await erase(gone);
    const first = await request();
    await db.roleGrant.updateMany({ where: { accountId: gone.accountId }, data: { validTo: new Date('2026-01-01') } });
    expect(await agreeAsSecond(province, { requestId: first })).toMatchObject({ problem: 'changed-meanwhile' });
    await erase();
    const late = await request();
    await db.secondPair.update({ where: { id: late }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await agreeAsSecond(province, { requestId: late })).toMatchObject({ problem: 'request-over' });
    const other = await makeViewer('province_official', union.province);
    await erase();
    const requestId = await request();
    const both = await Promise.all([province, other].map((viewer) => agreeAsSecond(viewer, { requestId })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.erasure.count({ where: { personId: her } })).toBe(1);
  });
});

describe('the second', () => {
  test('is never who asked, nor another account of hers: one record, one mailbox or one number', async () => {
    const [number, email] = ['+84987111333', `hai-${her.slice(-8)}@demo.invalid`];
    const asker = await signedIn(
      await createAccountWithRole(db, 'province_official', [union.province], { phone: number, email }),
    );
    await erase(asker);
    const requestId = await request();
    expect(await waiting(asker)).toEqual([]);
    expect(await agreeAsSecond(asker, { requestId })).toMatchObject({ problem: 'same-person' });
    const record = { id: await makeMember(union.khuPho5, 'Trần Thị Một Người') };
    await db.person.update({ where: { id: record.id }, data: { phone: number } });
    const others = [{ person: record }, { email: email.replace('@', '+hai@') }];
    for (const options of others) {
      const again = await createAccountWithRole(db, 'province_official', [union.province], options);
      expect(await agreeAsSecond(await signedIn(again), { requestId })).toMatchObject({ problem: 'same-person' });
      // nor does the table take it
      const answer = { answer: 'agreed' as const, answeredById: again.id, answeredAt: new Date() };
      const written = db.secondPair.update({ where: { id: requestId }, data: answer });
      expect(await written.catch(refusal)).toBe('second_pair_same_person');
    }
    expect(await nameOf()).toBe(NAME);
  });

  test('is nobody of the next commune, no reader and no head; they neither see it nor answer it', async () => {
    await erase();
    const requestId = await request();
    for (const [role, unit] of [
      ['commune_official', union.trangDai],
      ['viewer', union.province],
      ['sub_association_head', union.khuPho5],
      ['editor', union.province],
    ] as const) {
      const other = await makeViewer(role, unit);
      expect(await waiting(other)).toEqual([]);
      expect(await agreeAsSecond(other, { requestId })).toMatchObject({ problem: 'not-found' });
      expect(await refuseAsSecond(other, { requestId, reason: 'không' })).toMatchObject({ problem: 'not-found' });
    }
  });
});

describe('a role for the whole province', () => {
  test('is given, and invited to, by two; one in a commune by one', async () => {
    const second = await makeViewer('province_official', union.province);
    const account = await createAccount(db);
    await db.roleGrant.create({
      data: { accountId: account.id, role: 'viewer', unitId: union.longHung.id, validFrom: new Date('2026-01-01') },
    });
    const grant = { accountId: account.id, role: 'editor' as const, from: today(), lastDay: undefined };
    expect(await grantRole(province, { ...grant, unitId: union.longHung.id })).toMatchObject({
      value: { asked: false },
    });
    expect(await grantRole(province, { ...grant, unitId: union.province.id })).toMatchObject({
      value: { asked: true },
    });
    const held = () => db.roleGrant.count({ where: { accountId: account.id, unitId: union.province.id } });
    expect(await held()).toBe(0);
    expect(await agreeAsSecond(second, { requestId: await request(second) })).toMatchObject({ ok: true });
    expect(await held()).toBe(1);

    const contact = { email: `moi-${account.id.slice(-8)}@demo.invalid` };
    const invite = { contact, role: 'province_official' as const, unitId: union.province.id };
    expect(await inviteAccount(province, invite)).toEqual({ ok: true, value: { asked: true } });
    expect(await db.invitation.count({ where: { address: contact.email } })).toBe(0);
    expect(await agreeAsSecond(second, { requestId: await request(second) })).toMatchObject({ ok: true });
    expect(await db.invitation.count({ where: { address: contact.email } })).toBe(1);
    expect(await waiting(official)).toEqual([]);
  });
});
