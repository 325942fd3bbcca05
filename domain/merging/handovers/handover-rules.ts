import type { Viewer } from '@/domain/access/viewer';
import { activeOn, type Day, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { LEARNERS_MAX, laterOf } from '@/domain/pairs/pair';
import { membersWithin, personsKeptWithin } from '@/domain/people/person';
import { problem } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import type { Transaction } from '@/prisma/transaction';
import type { HandoverItem } from './handover';

/** An item with whom it goes to; null: it ends. */
export type Passed = HandoverItem & { to: string | null };

export const takers = (passed: Passed[], ...kinds: HandoverItem['kind'][]) => [
  ...new Set(passed.flatMap(({ kind, to }) => (to && kinds.includes(kind) ? [to] : []))),
];

/** Whether she is kept here and those who follow her are members here, now that all are held: each may have moved away meanwhile. */
export async function areStillHers(tx: Transaction, viewer: Viewer, personId: string, memberIds: string[]) {
  const kept = await tx.person.count({ where: { id: personId, ...personsKeptWithin(viewer, 'merging.hand-over') } });
  const members = await tx.person.count({ where: { id: { in: memberIds }, ...membersWithin(viewer) } });
  return kept > 0 && members === memberIds.length;
}

/**
 * A successor who guides, leads or takes part belongs to the union on that day already: else coverage would have a
 * gap.
 */
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
    const until = await lockedUntil(tx, { unitId }, day);
    if (until) return problem('period-locked', { until });
  }
  const cut = laterOf(day, today());
  const impossible = await pairImpossible(tx, pairs, cut);
  if (impossible) return impossible;
  for (const to of takers(passed, 'pair')) {
    const has = await tx.pair.count({ where: { instructorId: to, ...lastingAfter(cut, tx.pair.fields) } });
    const more = pairs.filter((item) => item.to === to).length;
    if (has + more > LEARNERS_MAX) return problem('instructor-full', { count: String(has), more: String(more) });
  }
  return null;
}

/** The pair that cannot go to whom it was given, by its learner: she is that learner herself, or guides her already. */
async function pairImpossible(tx: Transaction, pairs: Passed[], cut: Day) {
  const given = pairs.filter(({ kind, to }) => kind === 'pair' && to);
  const rows = await tx.pair.findMany({
    where: { id: { in: given.map(({ id }) => id) } },
    select: { id: true, learnerId: true },
    take: given.length,
  });
  for (const { id, what, to } of given) {
    const learnerId = rows.find((row) => row.id === id)?.learnerId ?? '';
    if (learnerId === to) return problem('same-person', { learner: what });
    const stands = await tx.pair.count({
      where: {
        OR: [
          { instructorId: to ?? '', learnerId },
          { instructorId: learnerId, learnerId: to ?? '' },
        ],
        AND: lastingAfter(cut, tx.pair.fields),
      },
    });
    if (stands > 0) return problem('couple-stands', { learner: what });
  }
  return null;
}

/** Sub-associations and groups of the communes of her pairs that are covered on the day: compared before and after. */
export async function coveredNear(tx: Transaction, personId: string, day: Day) {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT c.unit_id::text AS id, coalesce(n.name, '') AS name FROM app.coverage_units(${laterOf(day, today())}::date) c
      LEFT JOIN unit_name n ON n.unit_id = c.unit_id AND app.active_on(n.valid_from, n.valid_to, ${laterOf(day, today())}::date)
    WHERE c.covered AND c.commune_id IN (SELECT s.commune_id FROM pair p JOIN pair_host h ON h.pair_id = p.id JOIN unit_span s ON s.unit_id = h.unit_id
      WHERE s.is_last AND (p.instructor_id = ${personId}::uuid OR p.learner_id = ${personId}::uuid))
    ORDER BY n.name COLLATE app.vi_numeric, c.unit_id`;
}
