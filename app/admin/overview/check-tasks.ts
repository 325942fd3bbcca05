import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { daysBetween, today } from '@/domain/days/day';
import type { Task } from '@/domain/overview/task';
import { countChecksWaiting } from '@/domain/spot-checks/check-queries';
import { LATE_DAYS } from '@/domain/spot-checks/spot-check';
import { spotChecksPath } from '../spot-checks/asked';

/** What waits of spot checks: hers to visit, before all else when few days are left; those of others that are late; what was found to differ. */
export async function checkTasks(viewer: Viewer): Promise<{ late: Task[]; others: Task[] }> {
  if (!mayAnywhere(viewer, 'spot-checks.visit')) return { late: [], others: [] };
  const { toVisit, only, until, late, toRemedy, running } = await countChecksWaiting(viewer);
  const visits: Task = {
    name: 'checksToVisit',
    count: toVisit,
    href: only ? `${spotChecksPath}/${only.roundId}/${only.id}` : spotChecksPath,
    deadline: until,
  };
  const of: Task[] = [
    {
      name: 'checksLate',
      count: late,
      href: `${spotChecksPath}/${running}?filter=late#checks`,
      whose: 'communes',
    },
    { name: 'checksToRemedy', count: toRemedy, href: spotChecksPath },
  ];
  return until && daysBetween(today(), until) <= LATE_DAYS
    ? { late: [visits], others: of }
    : { late: [], others: [visits, ...of] };
}
