import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { daysBetween, today } from '@/domain/days/day';
import type { Task } from '@/domain/overview/task';
import { type ChecksWaiting, countChecksWaiting } from '@/domain/spot-checks/check-queries';
import { LATE_DAYS } from '@/domain/spot-checks/spot-check';
import { spotChecksPath } from '../spot-checks/asked';

/** What waits of spot checks: hers to visit, before all else when few days are left; a round to draw; those of others that are late; what was found to differ. */
export async function checkTasks(viewer: Viewer): Promise<{ late: Task[]; others: Task[] }> {
  if (!mayAnywhere(viewer, 'spot-checks.visit')) return { late: [], others: [] };
  const { toVisit, only, until, late, toDraw, toRemedy } = await countChecksWaiting(viewer);
  const visits: Task = {
    name: 'checksToVisit',
    count: toVisit,
    href: only ? `${spotChecksPath}/${only.roundId}/${only.id}` : spotChecksPath,
    deadline: until,
  };
  const of: Task[] = [
    ...(toDraw ? [{ name: 'roundToDraw' as const, count: 1, href: `${spotChecksPath}/${toDraw.roundId}` }] : []),
    ...(late ? [lateTask(late)] : []),
    { name: 'checksToRemedy', count: toRemedy, href: spotChecksPath },
  ];
  return until && daysBetween(today(), until) <= LATE_DAYS
    ? { late: [visits], others: of }
    : { late: [], others: [visits, ...of] };
}

/** Who was sent is named; what fell to the city is a visit of its own. */
const lateTask = ({ count, roundId, visitors, until }: NonNullable<ChecksWaiting['late']>): Task => ({
  name: 'checksLate',
  count,
  href: `${spotChecksPath}/${roundId}?filter=late#checks`,
  which: { of: 'visitors', names: visitors },
  deadline: until,
  isLate: until <= today(),
  ...(visitors.length > 0 && { whose: 'communes' as const }),
});
