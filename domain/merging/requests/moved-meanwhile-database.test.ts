import { beforeEach, describe, expect, test } from 'vitest';
import { toDate, today } from '@/domain/days/day';
import { pairUp } from '@/domain/pairs/commands';
import { lockPerson } from '@/domain/people/memberships/leaving-writes';
import { endMembership, moveMembership, startMembership } from '@/domain/people/memberships/membership-commands';
import { appoint, endOffice } from '@/domain/people/memberships/office-commands';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { createOffice } from '@/test/factories/people';
import { createSubAssociation } from '@/test/factories/units';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { handOver } from '../handovers/handover-commands';
import { transferMember } from '../move-writes';
import { answerRequest } from './answer-commands';
import { moveMember } from './move-commands';

const union = await makeUnion();
const official = await makeViewer('commune_official', union.longHung);
const province = await makeViewer('province_official', union.province);
const neighbour = await makeViewer('commune_official', union.trangDai);

/** Runs the second once the first has done its part and is not through yet, when somebody waits for it. */
const inOrder = <First, Second>(first: (tx: Transaction) => Promise<First>, second: () => Promise<Second>) =>
  transaction(async (tx) => {
    const done = await first(tx);
    const waiting = second();
    await untilSomebodyWaitsFor(await processOf(tx));
    return { done, waiting };
  }).then(async ({ done, waiting }) => [done, await waiting] as const);

const transfer = (tx: Transaction, personId: string) =>
  transferMember(tx, { personId, toUnitId: union.ongHuong.id, reason: null });

/** The same without asking what she holds: whatever it is stays where it was. */
async function carryOff(tx: Transaction, personId: string) {
  await lockPerson(tx, personId);
  await tx.membership.updateMany({ where: { personId }, data: { validTo: toDate(today()) } });
  await tx.person.update({ where: { id: personId }, data: { keeperUnitId: union.ongHuong.id }, select: { id: true } });
}

const { khuPho5, khuPho6 } = union;
const title = 'sub_association_deputy' as const;
const notFound = { ok: false, problem: 'not-found' };
let personId: string;
let membershipId: string;

beforeEach(async () => {
  personId = await makeMember(khuPho5, 'Lê Thị Chuyển');
  membershipId = (await db.membership.findFirstOrThrow({ where: { personId }, select: { id: true } })).id;
});

/** Where she belongs, and where her record is kept. */
async function placeOf(id: string) {
  const { keeperUnitId, memberships } = await db.person.findUniqueOrThrow({
    where: { id },
    select: { keeperUnitId: true, memberships: { where: { validTo: null }, select: { unitId: true } } },
  });
  return { keeperUnitId, at: memberships.map(({ unitId }) => unitId) };
}

/** The neighbour asks for her, to a unit of hers. */
const ask = async (toUnitId: string, purpose: 'transfer' | 'join' = 'transfer') => {
  const sought = { soughtName: 'Lê Thị Chuyển', soughtBirthYear: 1970 };
  const asked = { toUnitId, purpose, personId, askedById: neighbour.accountId, ...sought };
  const { id } = await db.personRequest.create({ data: asked, select: { id: true } });
  return { requestId: id, version: 1, answer: 'agreed' as const };
};
const answerOf = async (id: string) =>
  (await db.personRequest.findUniqueOrThrow({ where: { id }, select: { answer: true } })).answer;

describe('a woman who moves to another commune meanwhile is found in the old one no more', () => {
  const of = (): { [what: string]: () => Promise<unknown> } => ({
    'by whoever appoints her': () => appoint(official, { personId, unitId: khuPho5.id, title, from: today() }),
    'by whoever adds a membership': () =>
      startMembership(official, { personId, unitId: khuPho6.id, kind: 'member', from: today() }),
    'by whoever moves her within the commune': () =>
      moveMembership(official, {
        personId,
        membershipId,
        version: 1,
        unitId: khuPho6.id,
        kind: 'member',
        day: today(),
      }),
    'by whoever ends her membership': () =>
      endMembership(official, { personId, membershipId, version: 1, lastDay: today(), reason: 'Nghỉ' }),
    'by whoever pairs her': async () => {
      const learnerId = await makeMember(khuPho5, 'Võ Thị Sáu');
      return pairUp(official, { instructorId: personId, learnerId, unitId: khuPho5.id, from: today() });
    },
    'by whoever moves her without asking': () =>
      moveMember(official, { personId, version: 1, toUnitId: khuPho6.id, purpose: 'transfer' }),
  });

  test.each(Object.keys(of()))('%s', async (what) => {
    const act = of()[what] ?? expect.unreachable();
    const [moved, answer] = await inOrder((tx) => transfer(tx, personId), act);
    expect(moved).toMatchObject({ ok: true });
    expect(answer).toEqual(notFound);
    expect(await placeOf(personId)).toEqual({ keeperUnitId: union.ongHuong.id, at: [union.ongHuong.id] });
    expect(await db.office.count({ where: { personId } })).toBe(0);
    expect(await db.pair.count({ where: { instructorId: personId } })).toBe(0);
  });
});

describe('a woman who is carried off with what she holds', () => {
  test('is not answered for by who kept her record: the request waits for who keeps it now', async () => {
    const request = await ask(union.ongHuong.id);
    const [, answer] = await inOrder(
      (tx) => carryOff(tx, personId),
      () => answerRequest(official, request),
    );
    expect(answer).toEqual(notFound);
    expect(await answerOf(request.requestId)).toBeNull();
  });

  test('keeps an office that who saw her there would end, and nothing of hers is handed over there', async () => {
    const { id: officeId } = await createOffice(db, khuPho5, { id: personId }, title);
    const ending = { personId, officeId, version: 1, lastDay: today(), reason: 'Thôi giữ chức' };
    const [, ended] = await inOrder(
      (tx) => carryOff(tx, personId),
      () => endOffice(official, ending),
    );
    expect(ended).toEqual(notFound);

    const next = await makeMember(khuPho5, 'Lê Thị Kế');
    const handing = { day: today(), reason: 'Chuyển nơi ở', choices: [{ key: `office:${officeId}`, to: next }] };
    expect(await handOver(official, { personId, ...handing })).toEqual(notFound);
    const other = await makeMember(khuPho5, 'Lê Thị Đi');
    const { id: hers } = await createOffice(db, khuPho5, { id: other }, title);
    const choices = [{ key: `office:${hers}`, to: next }];
    for (const who of [other, next]) {
      const [, handed] = await inOrder(
        (tx) => carryOff(tx, who),
        () => handOver(official, { personId: other, ...handing, choices }),
      );
      expect(handed).toEqual(notFound);
      await db.person.update({ where: { id: who }, data: { keeperUnitId: khuPho5.id }, select: { id: true } });
      await db.membership.updateMany({ where: { personId: who }, data: { validTo: null } });
    }
    expect(await db.office.count({ where: { validTo: null, id: { in: [officeId, hers] } } })).toBe(2);
    expect(await handOver(official, { personId: other, ...handing, choices })).toMatchObject({ ok: true });
  });
});

test('one who is appointed while she is moved stays until the office is handed over', async () => {
  const [, moved] = await inOrder(
    async (tx) => {
      await lockPerson(tx, personId);
      const office = { personId, unitId: khuPho5.id, title, validFrom: toDate(today()) };
      return tx.office.create({ data: office, select: { id: true } });
    },
    () => transaction((tx) => transfer(tx, personId)),
  );
  expect(moved).toMatchObject({ ok: false, problem: 'handover-first', detail: { offices: '1', pairs: '0' } });
  expect(await placeOf(personId)).toEqual({ keeperUnitId: khuPho5.id, at: [khuPho5.id] });
});

describe('a unit that closes while a woman is taken into it takes nobody in, and it is said since when', () => {
  const closed = { ok: false, problem: 'unit-closed', detail: { day: today() } };
  const close = (id: string) => async (tx: Transaction) => {
    await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${id}::uuid FOR UPDATE`;
    await tx.$executeRaw`UPDATE unit SET closed_on = ${today()}::date WHERE id = ${id}::uuid`;
  };
  const { longHung, trangDai } = union;

  test.each(['transfer', 'join'] as const)('by whoever may do both (%s)', async (purpose) => {
    const { id: toUnitId } = await createSubAssociation(db, trangDai, { name: 'Khu phố đóng' });
    const [, answer] = await inOrder(close(toUnitId), () =>
      moveMember(province, { personId, version: 1, toUnitId, purpose }),
    );
    expect(answer).toEqual(closed);
    expect(await placeOf(personId)).toEqual({ keeperUnitId: khuPho5.id, at: [khuPho5.id] });
  });

  test.each(['transfer', 'join'] as const)('by whoever agrees to a request, which waits on (%s)', async (purpose) => {
    const { id: toUnitId } = await createSubAssociation(db, trangDai, { name: 'Khu phố đóng' });
    const request = await ask(toUnitId, purpose);
    const [, answer] = await inOrder(close(toUnitId), () => answerRequest(official, request));
    expect(answer).toEqual(closed);
    expect(await answerOf(request.requestId)).toBeNull();
  });

  test('and within the commune', async () => {
    const { id: unitId } = await createSubAssociation(db, longHung, { name: 'Khu phố đóng' });
    const moving = { personId, membershipId, version: 1, unitId, kind: 'member' as const, day: today() };
    const [, moved] = await inOrder(close(unitId), () => moveMembership(official, moving));
    expect(moved).toEqual(closed);
    expect(await placeOf(personId)).toEqual({ keeperUnitId: khuPho5.id, at: [khuPho5.id] });
  });
});
