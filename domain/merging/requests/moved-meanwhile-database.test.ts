import { expect, test } from 'vitest';
import { today } from '@/domain/days/day';
import { lockPerson } from '@/domain/people/memberships/leaving-writes';
import { appoint } from '@/domain/people/memberships/office-commands';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { transferMember } from '../move-writes';

const union = await makeUnion();
const official = await makeViewer('commune_official', union.longHung);

const transfer = (tx: Transaction, personId: string) =>
  transferMember(tx, { personId, toUnitId: union.ongHuong.id, reason: null });

/** Runs the second once the first has done its part and is not through yet, when somebody waits for it. */
const inOrder = <First, Second>(first: (tx: Transaction) => Promise<First>, second: () => Promise<Second>) =>
  transaction(async (tx) => {
    const done = await first(tx);
    const waiting = second();
    await untilSomebodyWaitsFor(await processOf(tx));
    return { done, waiting };
  }).then(async ({ done, waiting }) => [done, await waiting] as const);

const office = (personId: string) => ({
  personId,
  unitId: union.khuPho5.id,
  title: 'sub_association_deputy' as const,
  from: today(),
});

test('a woman who moves to another commune while she is appointed in the old one is found there no more', async () => {
  const personId = await makeMember(union.khuPho5, 'Lê Thị Chuyển');
  const [moved, appointed] = await inOrder(
    (tx) => transfer(tx, personId),
    () => appoint(official, office(personId)),
  );
  expect(moved).toMatchObject({ ok: true });
  expect(appointed).toEqual({ ok: false, problem: 'not-found' });
  expect(await db.office.count({ where: { personId } })).toBe(0);
});

test('one who is appointed while she is moved stays until the office is handed over', async () => {
  const personId = await makeMember(union.khuPho5, 'Lê Thị Giữ');
  const [, moved] = await inOrder(
    async (tx) => {
      await lockPerson(tx, personId);
      const { from, ...held } = office(personId);
      return tx.office.create({ data: { ...held, validFrom: new Date(from) }, select: { id: true } });
    },
    () => transaction((tx) => transfer(tx, personId)),
  );
  expect(moved).toMatchObject({ ok: false, problem: 'handover-first', detail: { offices: '1', pairs: '0' } });
  expect(await db.membership.count({ where: { personId, unitId: union.khuPho5.id, validTo: null } })).toBe(1);
});
