import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/days/day';
import type { Task } from '@/domain/overview/task';
import { listWaitingReports, type WaitingReport } from '@/domain/reports/task-queries';
import { reportAddress, reportsAddress } from '../reports/address';
import type { Here } from './here';
import { FIRST } from './which';

/** Reports that wait for her: to be signed or corrected, the earliest first; of the city those to decide on, and who is late. */
export async function reportTasks({ viewer }: Here): Promise<Task[]> {
  if (!mayAnywhere(viewer, 'reports.file') && !mayAnywhere(viewer, 'reports.decide')) return [];
  const all = await listWaitingReports(viewer);
  const of = (waits: WaitingReport['waits']) => all.filter((each) => each.waits === waits);
  return [
    ...ownTask('reportsReturned', of('returned')),
    ...ownTask('reportsToSign', of('to-sign')).map((task) => ({ ...task, ...dueOf(of('to-sign')) })),
    ...periodTasks('reportsToOpen', of('to-open')),
    ...periodTasks('reportsToAccept', of('to-accept'), 'submitted'),
    ...periodTasks('reportsMissing', of('missing'), 'late').map((task) => ({ ...task, whose: 'communes' as const })),
  ];
}

type Name = Extract<Task['name'], `reports${string}`>;

/** Hers to sign: the earliest one is opened. */
const ownTask = (name: Name, found: readonly WaitingReport[]): Task[] =>
  found.slice(0, 1).map(({ unitId, periodId, kind, from }) => ({
    name,
    count: found.length,
    href: reportAddress(unitId, periodId),
    which: { of: 'period', kind, from },
  }));

const dueOf = ([first]: readonly WaitingReport[]) => first && { deadline: first.due, isLate: first.due < today() };

/**
 * Those of communes, period by period, the earliest first: a list holds one period, and its count is that of the list. What waits beyond
 * the first periods is told behind the last of them.
 */
function periodTasks(name: Name, found: readonly WaitingReport[], state?: 'submitted' | 'late'): Task[] {
  const ids = [...new Set(found.map(({ periodId }) => periodId))];
  const periods = ids.map((id) => found.filter(({ periodId }) => periodId === id));
  const later = periods.slice(FIRST).flat().length;
  return periods
    .slice(0, FIRST)
    .flatMap((reports, at) => periodTask(name, reports, state, at === FIRST - 1 ? later : 0));
}

function periodTask(
  name: Name,
  reports: readonly WaitingReport[],
  state: 'submitted' | 'late' | undefined,
  later: number,
) {
  const [first, other] = reports;
  if (!first) return [];
  const { unitId, periodId, kind, from } = first;
  const list = reportsAddress({ kind, periodId, year: Number(from.slice(0, 4)), ...(state && { state }) });
  const task: Task = {
    name,
    count: reports.length,
    href: other ? list : reportAddress(unitId, periodId),
    which: { of: 'period', kind, from, names: reports.slice(0, FIRST).map((each) => each.name) },
    ...(later > 0 && { later }),
  };
  return [task];
}
