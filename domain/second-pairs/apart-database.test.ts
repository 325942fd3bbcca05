import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { erasePerson } from '@/domain/consents/erasure/erasure-commands';
import { today } from '@/domain/days/day';
import { mergePersons } from '@/domain/merging/merge-commands';
import { db, refusal } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { ownerReads } from '@/test/owner';
import { makeDouble, mergeOf } from '@/test/stages/merging';
import { makeMember, makeUnion, makeViewer, signedIn, type TestUnion } from '@/test/union';
import { countWaitingForSecond, listWaitingForSecond } from './request-queries';

const NAME = 'Nguyễn Thị Ba';
let union: TestUnion;
let province: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

/** An official of the commune whose role somebody gave, as it was on its first day. */
async function givenBy({ accountId }: Viewer): Promise<Viewer> {
  const account = await createAccountWithRole(db, 'commune_official', [union.longHung]);
  await ownerReads('UPDATE role_grant SET granted_by_id = $2 WHERE account_id = $1', [account.id, accountId]);
  return signedIn(account);
}

/** Asks for an erasure in the commune; answers with whose it is and the request. */
async function ask(viewer: Viewer, personId?: string, name = NAME) {
  const her = personId ?? (await makeMember(union.khuPho5, NAME));
  const { version } = await db.person.findUniqueOrThrow({ where: { id: her }, select: { version: true } });
  const input = { personId: her, version, name, reason: 'asked' as const, askedOn: today() };
  expect(await erasePerson(viewer, input)).toMatchObject({ value: { asked: true } });
  const where = { askedById: viewer.accountId };
  const { id } = await db.secondPair.findFirstOrThrow({ where, orderBy: { id: 'desc' }, select: { id: true } });
  return { her, id };
}
const sees = async (viewer: Viewer, id: string) => (await listWaitingForSecond(viewer)).some((each) => each.id === id);
const written = (id: string, { accountId }: Viewer) =>
  db.secondPair
    .update({ where: { id }, data: { answer: 'agreed', answeredById: accountId, answeredAt: new Date() } })
    .then(() => null, refusal);

describe('the second stands apart from who asked', () => {
  test('whoever gave herself another account has no second in it, whichever of the two asks', async () => {
    const puppet = await givenBy(province);
    const other = await makeViewer('province_official', union.province);
    for (const [asker, second] of [
      [province, puppet],
      [puppet, province],
    ] as const) {
      const { id, her } = await ask(asker);
      expect(await sees(second, id)).toBe(false);
      expect((await countWaitingForSecond(second)).count).toBe(0);
      expect(await agreeAsSecond(second, { requestId: id })).toMatchObject({ problem: 'not-apart' });
      expect(await written(id, second)).toBe('second_pair_not_apart');
      expect(await sees(other, id)).toBe(true);
      expect(await agreeAsSecond(other, { requestId: id })).toMatchObject({ ok: true });
      expect(await db.person.findUnique({ where: { id: her } })).toMatchObject({ fullName: null });
    }
  });

  test('nor is it somebody whose role is younger than what was asked', async () => {
    const before = await makeViewer('commune_official', union.longHung);
    const { id } = await ask(province);
    const late = await makeViewer('commune_official', union.longHung);
    await ownerReads('UPDATE role_grant SET granted_at = now() WHERE account_id = $1', [late.accountId]);
    expect(await sees(late, id)).toBe(false);
    expect(await agreeAsSecond(late, { requestId: id })).toMatchObject({ problem: 'not-apart' });
    expect(await agreeAsSecond(before, { requestId: id })).toMatchObject({ ok: true });
  });

  test('where one official gave everybody her role, as in a small portal, the older role is enough; ending that of another opens nothing', async () => {
    const only = await givenBy(province);
    const { id } = await ask(only);
    expect(await sees(province, id)).toBe(true);
    const apart = await createAccountWithRole(db, 'commune_official', [union.longHung]);
    expect(await sees(province, id)).toBe(false);
    await db.account.update({ where: { id: apart.id }, data: { disabledAt: new Date() } });
    expect(await agreeAsSecond(province, { requestId: id })).toMatchObject({ problem: 'not-apart' });
    await db.account.update({ where: { id: apart.id }, data: { disabledAt: new Date(Date.now() - 31 * 86_400_000) } });
    expect(await agreeAsSecond(province, { requestId: id })).toMatchObject({ ok: true });
  });

  test('a hundred that wait elsewhere hide none of hers', async () => {
    const asker = await makeViewer('commune_official', union.trangDai);
    const data = Array.from({ length: 210 }, () => ({
      action: 'erasePerson',
      payload: {},
      askedById: asker.accountId,
      unitId: union.trangDai.id,
      expiresAt: new Date(Date.now() + 60_000),
    }));
    await db.secondPair.createMany({ data });
    const official = await makeViewer('commune_official', union.longHung);
    const again = await ask(province);
    expect(await sees(official, again.id)).toBe(true);
    expect((await listWaitingForSecond(official)).length).toBeLessThan(5);
  });
});

test('an erasure takes just those records that were agreed to: where one merged into hers is another by now, it is another deed', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  const two = await makeDouble(union);
  expect(await mergePersons(official, await mergeOf(two))).toMatchObject({ ok: true });
  const { fullName: name } = await db.person.findUniqueOrThrow({ where: { id: two.survivorId } });
  const { id } = await ask(official, two.survivorId, name ?? '');
  const set = 'SET session_replication_role = replica; UPDATE person SET version = version + 1';
  await ownerReads(`${set} WHERE id = '${two.absorbedId}'`);
  expect(await agreeAsSecond(province, { requestId: id })).toMatchObject({ problem: 'changed-meanwhile' });
  expect(await db.person.findUnique({ where: { id: two.survivorId } })).toMatchObject({ fullName: name });
  // nor does the table take records that nobody agreed to
  const { version } = await db.person.findUniqueOrThrow({ where: { id: two.survivorId } });
  const asked = { action: 'erasePerson', askedById: official.accountId, unitId: union.longHung.id };
  const only = [{ id: two.survivorId, version }];
  const { id: requestId } = await db.secondPair.create({
    data: { ...asked, payload: { personId: two.survivorId, records: only }, expiresAt: new Date(Date.now() + 60_000) },
    select: { id: true },
  });
  expect(await written(requestId, province)).toBeNull();
  const erasure = { personId: two.survivorId, askedAt: new Date(), doneById: official.accountId, requestId };
  expect(await db.erasure.create({ data: erasure }).then(() => null, refusal)).toBe('second_pair_needed');
});

describe('the tables', () => {
  test('let nobody make a request last longer, nor ask for one that does', async () => {
    const asked = { action: 'erasePerson', payload: {}, askedById: province.accountId, unitId: union.longHung.id };
    const inDays = (days: number) => ({ expiresAt: new Date(Date.now() + days * 86_400_000) });
    const tried = (data: Promise<unknown>) => data.then(() => null, refusal);
    expect(await tried(db.secondPair.create({ data: { ...asked, ...inDays(9) } }))).toBe('second_pair_stays');
    const { id } = await db.secondPair.create({ data: { ...asked, ...inDays(2) }, select: { id: true } });
    expect(await tried(db.secondPair.update({ where: { id }, data: inDays(3) }))).toBe('second_pair_stays');
    expect(await tried(db.secondPair.update({ where: { id }, data: inDays(1) }))).toBeNull();
  });

  test('let nobody make a role of the province last longer by herself, and let her end one', async () => {
    await makeViewer('province_official', union.province);
    const account = await createAccountWithRole(db, 'editor', [union.province]);
    const on = (day: string) => new Date(`${day}T00:00:00Z`);
    await ownerReads('UPDATE role_grant SET granted_by_id = $2, valid_to = $3 WHERE account_id = $1', [
      account.id,
      province.accountId,
      '2026-09-01',
    ]).catch(() => null);
    const { id } = await db.roleGrant.findFirstOrThrow({ where: { accountId: account.id }, select: { id: true } });
    const tried = (validTo: Date | null) =>
      db.roleGrant.update({ where: { id }, data: { validTo }, select: { id: true } }).then(() => null, refusal);
    expect(await tried(null)).toBe('second_pair_needed');
    expect(await tried(on('2027-09-01'))).toBe('second_pair_needed');
    expect(await tried(on('2026-08-01'))).toBeNull();
  });
});
