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
    taskOf('reportsReturned', of('returned')),
    taskOf('reportsToSign', of('to-sign'), { isDue: true }),
    taskOf('reportsToOpen', of('to-open'), { isNamed: true }),
    taskOf('reportsToAccept', of('to-accept'), { isNamed: true, state: 'submitted' }),
    taskOf('reportsMissing', of('missing'), { isNamed: true, state: 'late' }),
  ].flatMap((task) => task ?? []);
}

type Name = Extract<Task['name'], `reports${string}`>;
type Look = { isDue?: boolean; isNamed?: boolean; state?: 'submitted' | 'late' };

/** The one report itself; of several of a commune the earliest, of several communes the list of their newest month. */
function taskOf(name: Name, found: readonly WaitingReport[], { isDue, isNamed, state }: Look = {}): Task | undefined {
  const [first] = found;
  if (!first) return;
  const newest = found.at(-1) ?? first;
  const single = found.length === 1 || !isNamed;
  return {
    name,
    count: found.length,
    href: single
      ? reportAddress(first.unitId, first.periodId)
      : reportsAddress({
          kind: newest.kind,
          periodId: newest.periodId,
          year: Number(newest.from.slice(0, 4)),
          ...(state && { state }),
        }),
    which: isNamed
      ? { of: 'names', names: found.slice(0, FIRST).map((each) => each.name) }
      : { of: 'period', kind: first.kind, from: first.from },
    ...(isDue && { deadline: first.due, isLate: first.due < today() }),
    ...(name === 'reportsMissing' && { whose: 'communes' as const }),
  };
}
