import { expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
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
