import { activeOn, type Day, toDate, today } from '@/domain/day';
import { LEARNERS_MAX, laterOf } from '@/domain/pairs/pair';
import { problem } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period';
import type { Transaction } from '@/prisma/transaction';
import type { HandoverItem } from './handover';

/** An item with whom it goes to; null: it ends. */
export type Passed = HandoverItem & { to: string | null };

export const takers = (passed: Passed[], ...kinds: HandoverItem['kind'][]) => [
  ...new Set(passed.flatMap(({ kind, to }) => (to && kinds.includes(kind) ? [to] : []))),
];

/** Who guides, leads or takes part belongs to the union on that day already: else coverage would have a gap. */
export async function refusalOfMembers(tx: Transaction, passed: Passed[], day: Day) {
  const ids = takers(passed, 'office', 'pair', 'seat', 'network', 'model');
  const members = await tx.person.count({ where: { id: { in: ids }, memberships: { some: activeOn(day) } } });
  return members < ids.length ? problem('successor-no-member') : null;
}

export async function refusalOfAccounts(tx: Transaction, passed: Passed[]) {
  const ids = takers(passed, 'grant', 'article');
  return (await tx.account.count({ where: { personId: { in: ids } } })) < ids.length ? problem('no-account') : null;
}

export async function refusalOfPairs(tx: Transaction, passed: Passed[], day: Day) {
  const pairs = passed.filter(({ kind }) => kind === 'pair' || kind === 'learning');
  const hosts = await tx.pairHost.findMany({
    where: { pairId: { in: pairs.map(({ id }) => id) } },
    select: { unitId: true },
    distinct: ['unitId'],
    take: 100,
  });
  for (const { unitId } of hosts) {
    const until = await lockedUntil(tx, unitId, day);
    if (until) return problem('period-locked', { until });
  }
  for (const to of takers(passed, 'pair')) {
    const cut = toDate(laterOf(day, today()));
    const has = await tx.pair.count({ where: { instructorId: to, OR: [{ validTo: null }, { validTo: { gt: cut } }] } });
    const more = pairs.filter((item) => item.to === to).length;
    if (has + more > LEARNERS_MAX) return problem('instructor-full', { count: String(has), more: String(more) });
  }
  return null;
}
