import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, toDate, today } from '@/domain/days/day';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { createSubAssociation } from '@/test/factories/units';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { lockPerson } from './leaving-writes';
import { createNetwork, joinNetwork, leaveNetwork } from './network-commands';
import { appoint, openTerm } from './office-commands';

const union = await makeUnion();
const official = await makeViewer('commune_official', union.longHung);

/** Changes something, and is not through before the command waits for it: answers with what the command said then. */
const changeBefore = <Answer>(change: (tx: Transaction) => Promise<unknown>, command: () => Promise<Answer>) =>
  transaction(async (tx) => {
    await change(tx);
    const answer = command();
    await untilSomebodyWaitsFor(await processOf(tx));
    return { answer };
  }).then(({ answer }) => answer);

test('who appoints in a term holds its unit: whoever opens the next term waits, and the other way round', async () => {
  const unitId = union.longHung.id;
  const first = await openTerm(official, { unitId, name: 'Nhiệm kỳ 2021–2026', from: addDays(today(), -30) });
  const termId = first.ok ? first.value.id : expect.unreachable(first.problem);
  const next = { unitId, name: 'Nhiệm kỳ 2026–2031', from: today() };
  const opened = await changeBefore(
    (tx) => refusalOfUnitDay(tx, unitId, today()),
    () => openTerm(official, next),
  );
  expect(opened).toMatchObject({ ok: true });

  const personId = await makeMember(union.khuPho5, 'Lê Thị Ủy');
  const office = { personId, unitId, title: 'committee_member' as const, termId, from: today() };
  const appointed = await changeBefore(
    (tx) => tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`,
    () => appoint(official, office),
  );
  expect(appointed).toMatchObject({ ok: false, problem: 'term-days' });
  expect(await db.office.count({ where: { personId } })).toBe(0);
});

describe('a network of a sub-association', () => {
  const kind = 'knowledge_sharing_group' as const;
  let unitId: string;
  let networkId: string;
  let personId: string;

  beforeEach(async () => {
    ({ id: unitId } = await createSubAssociation(db, union.longHung, { name: 'Khu phố 7' }));
    const first = { personId: await makeMember(union.khuPho5), unitId, kind, name: 'Nhóm chia sẻ', from: today() };
    expect(await createNetwork(official, first)).toMatchObject({ ok: true });
    networkId = (await db.network.findFirstOrThrow({ where: { unitId }, select: { id: true } })).id;
    personId = await makeMember(union.khuPho5, 'Lê Thị Nhóm');
  });

  const carryOff = async (tx: Transaction) => {
    await lockPerson(tx, personId);
    await tx.membership.updateMany({ where: { personId }, data: { validTo: toDate(today()) } });
    await tx.person.update({
      where: { id: personId },
      data: { keeperUnitId: union.ongHuong.id },
      select: { id: true },
    });
  };
  const close = async (tx: Transaction) => {
    await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR UPDATE`;
    await tx.$executeRaw`UPDATE unit SET closed_on = ${today()}::date WHERE id = ${unitId}::uuid`;
  };
  const join = () => joinNetwork(official, { personId, networkId, from: today() });
  const partsOfHer = () => db.networkMember.count({ where: { personId, validTo: null } });

  test('takes nobody in whose unit closes meanwhile, and says since when', async () => {
    expect(await changeBefore(close, join)).toEqual({ ok: false, problem: 'unit-closed', detail: { day: today() } });
    expect(await partsOfHer()).toBe(0);
  });

  test('takes nobody in who moves to another commune meanwhile, and is not made with her', async () => {
    expect(await changeBefore(carryOff, join)).toEqual({ ok: false, problem: 'not-found' });
    personId = await makeMember(union.khuPho5, 'Lê Thị Lập');
    const making = { personId, unitId, kind, name: 'Nhóm thứ hai', from: today() };
    const made = await changeBefore(carryOff, () => createNetwork(official, making));
    expect(made).toEqual({ ok: false, problem: 'not-found' });
    expect(await db.network.count({ where: { unitId } })).toBe(1);
  });

  test('keeps the part of one who moves away while it is ended there, and takes in who is there', async () => {
    expect(await join()).toMatchObject({ ok: true });
    const part = await db.networkMember.findFirstOrThrow({ where: { personId }, select: { id: true } });
    const leaving = { personId, networkMemberId: part.id, lastDay: today() };
    expect(await changeBefore(carryOff, () => leaveNetwork(official, leaving))).toEqual({
      ok: false,
      problem: 'not-found',
    });
    expect(await partsOfHer()).toBe(1);
  });
});
