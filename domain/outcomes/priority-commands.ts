import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { recordReading } from '@/domain/audit-writes';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { countWithin } from './priority-queries';
import type { PriorityInput, PriorityTables } from './taught';

type Answer = Promise<Result<PriorityTables, 'not-found' | 'no-key' | 'nobody-reached'>>;

/**
 * Counts women of each priority group reached in a calendar year, in tens and up to the last month's end, by the
 * rules of decision 0024. One line in the trail says who counted and how many were opened.
 */
export async function countPriorityGroups(viewer: Viewer, { year }: PriorityInput): Answer {
  if (!mayAnywhere(viewer, 'outcomes.see-taught') || !mayAnywhere(viewer, 'sensitive.see')) return problem('not-found');
  const keys = sealingKeys();
  if (keys.length === 0) return problem('no-key');
  const behind = [monthStart(today()), `${year + 1}-01-01`].sort()[0] as Day;
  const span = { from: `${year}-01-01` as Day, behind };
  const wide = mayForProvince(viewer, 'outcomes.see-taught') && mayForProvince(viewer, 'sensitive.see');
  return transaction(async (tx) => {
    const note = (opened: number) =>
      recordReading(tx, viewer, {
        verb: 'read',
        action: 'countPriorityGroups',
        subjectType: 'list',
        unitId: viewer.grants[0]?.unitId ?? null,
        change: { year, opened },
      });
    const counted = await countWithin(viewer, tx, { span, keys, note });
    if (!counted) return problem('nobody-reached');
    const { topics, ...told } = counted;
    return ok({ ...told, topics: wide ? topics : null, until: addDays(behind, -1) });
  });
}
