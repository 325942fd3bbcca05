import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { recordReading } from '@/domain/audit-writes';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { addDays, type Day } from '@/domain/days/day';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { countWithin } from '@/domain/outcomes/priority-queries';
import type { Transaction } from '@/prisma/transaction';
import type { PriorityTold, ReportContent } from '../report-content';

/** Women of priority groups in the calendar year up to the last day, of the commune or the whole province; by who may read them. */
export async function priorityTold(
  viewer: Viewer,
  tx: Transaction,
  { unit, period }: ReportContent,
): Promise<PriorityTold> {
  const keys = sealingKeys();
  if (keys.length === 0 || !mayAnywhere(viewer, 'sensitive.see')) return { state: 'not-counted' };
  const span = { from: `${period.to.slice(0, 4)}-01-01` as Day, behind: addDays(period.to, 1) };
  const note = (opened: number) => noteCounted(tx, viewer, unit.id, Number(span.from.slice(0, 4)), opened);
  const counted = await countWithin(viewer, tx, { span, keys, note });
  const row = counted?.communes.find(({ key }) => key === unit.id);
  const counts = unit.level === 'province' ? counted?.total : row?.counts;
  if (!counts) return { state: 'nobody-reached' };
  return {
    state: 'counted',
    until: period.to,
    people: unit.level === 'province' ? null : (row?.people ?? null),
    counts: priorityGroups.map((group, at) => ({ group, count: counts[at] ?? null })),
  };
}

/** Whoever opens sensitive fields leaves a line, also where the report asks for her. */
const noteCounted = (tx: Transaction, viewer: Viewer, unitId: string, year: number, opened: number) =>
  recordReading(tx, viewer, {
    verb: 'read',
    action: 'countPriorityGroups',
    subjectType: 'list',
    unitId,
    change: { year, opened },
  });
