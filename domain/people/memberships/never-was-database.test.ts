import { beforeEach, describe, expect, test } from 'vitest';
import { findAccount } from '@/domain/accounts/queries';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { findHandover } from '@/domain/merging/handovers/handover-queries';
import { transferMember } from '@/domain/merging/move-writes';
import { pairUp } from '@/domain/pairs/commands';
import { db, transaction } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createMember, createOffice } from '@/test/factories/people';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { findPerson } from '../record-queries';
import { endMembership } from './membership-commands';
import { createNetwork } from './network-commands';
import { endOffice } from './office-commands';

const union = await makeUnion();
const official = await makeViewer('commune_official', union.longHung);
const province = await makeViewer('province_official', union.province);
const { khuPho5 } = union;

/** Announced for this day, to begin then. */
const from = addDays(today(), 10);
let her: { id: string };
let office: { id: string };
let accountId: string;

/** All that she holds begins later: an office, a seat, a role and her part in a network. */
beforeEach(async () => {
  her = await createMember(db, khuPho5, { name: 'Lê Thị Rút' });
  office = await createOffice(db, khuPho5, her, 'sub_association_deputy', { from });
  await joinModel(db, await createModel(db, khuPho5), her, { office: 'deputy', from });
  ({ id: accountId } = await createAccountWithRole(db, 'viewer', [khuPho5], { person: her, from }));
  const network = { personId: her.id, unitId: khuPho5.id, kind: 'knowledge_sharing_group' as const };
  expect(await createNetwork(official, { ...network, name: `Nhóm ${her.id}`, from: today() })).toMatchObject({
    ok: true,
  });
  await db.networkMember.updateMany({ where: { personId: her.id }, data: { validFrom: toDate(from) } });
});

/** All of it is taken back before it begins. */
async function takeBack() {
  const of = { where: { personId: her.id }, data: { validTo: toDate(from) } };
  await db.office.updateMany(of);
  await db.boardSeat.updateMany(of);
  await db.networkMember.updateMany(of);
  await db.roleGrant.updateMany({ where: { accountId }, data: of.data });
}

const handedOver = async () => ((await findHandover(province, her.id))?.items ?? []).map(({ kind }) => kind).sort();
const transfer = () =>
  transaction((tx) => transferMember(tx, { personId: her.id, toUnitId: union.ongHuong.id, reason: null }));
async function leave() {
  const { id } = await db.membership.findFirstOrThrow({ where: { personId: her.id }, select: { id: true } });
  const leaving = { personId: her.id, membershipId: id, version: 1, lastDay: today(), reason: 'Nghỉ' };
  return endMembership(official, leaving);
}
const endIt = (version: number) =>
  endOffice(official, { personId: her.id, officeId: office.id, version, never: 'on', reason: 'Ghi nhầm' });
const officeOnPage = async () => (await findPerson(official, her.id))?.offices[0]?.may.end;
const roleOnPage = async () => (await findAccount(province, accountId))?.grants[0]?.revocable;

describe('what begins later lasts on: until it is handed over or taken back', () => {
  test('she does not leave or move, and it is there to be handed over and ended', async () => {
    expect(await handedOver()).toEqual(['grant', 'network', 'office', 'seat']);
    expect(await transfer()).toMatchObject({ problem: 'handover-first', detail: { offices: '1' } });
    expect(await leave()).toMatchObject({ problem: 'holds-office' });
    expect([await officeOnPage(), await roleOnPage()]).toEqual([true, true]);
    expect(await endIt(1)).toMatchObject({ ok: true });
    expect(await leave()).toMatchObject({ problem: 'holds-role' });
  });
});

describe('what was taken back before it began has ended', () => {
  beforeEach(takeBack);

  test('nothing of it is to be handed over or ended again', async () => {
    expect(await handedOver()).toEqual([]);
    expect([await officeOnPage(), await roleOnPage()]).toEqual([false, false]);
    expect(await endIt(2)).toMatchObject({ problem: 'already-ended', detail: { never: 'yes' } });
  });

  test('and it keeps nobody from leaving', async () => {
    expect(await leave()).toMatchObject({ ok: true });
  });

  test('and nobody from moving to another commune', async () => {
    expect(await transfer()).toMatchObject({ ok: true });
  });

  test('a membership that never was makes no member: no pair begins on it', async () => {
    const learnerId = await makeMember(khuPho5, 'Võ Thị Sáu');
    const later: Day = addDays(today(), 5);
    await db.membership.updateMany({ where: { personId: learnerId }, data: { validTo: toDate(later) } });
    const again = { personId: learnerId, unitId: union.khuPho6.id, validFrom: toDate(from), validTo: toDate(from) };
    await db.membership.create({ data: again, select: { id: true } });
    const pairing = { instructorId: her.id, learnerId, unitId: khuPho5.id, from: addDays(today(), 6) };
    expect(await pairUp(official, pairing)).toMatchObject({ problem: 'no-member', detail: { who: 'learner' } });
    expect(await pairUp(official, { ...pairing, from: today() })).toMatchObject({ ok: true });
  });
});
