import 'server-only';
import { remedyHref } from '@/components/coverage/remedy-link';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { CommuneCoverage, UnitGap } from '@/domain/coverage/coverage';
import { remedyFor } from '@/domain/coverage/remedy';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import { gapsByPart, gapsOfCommunes, silentOf } from '@/domain/overview/gaps';
import type { Place } from '@/domain/overview/place';
import type { Task } from '@/domain/overview/task';
import { addressOf } from '../coverage/[communeId]/asked';
import { FIRST } from './which';

/** What the units of a commune, or of a part of it, lack: for each part one task, which opens the one unit or those that lack it. */
export function gapTasks(viewer: Viewer, place: Place, gaps: readonly UnitGap[]): Task[] {
  const inOne = place.level !== 'commune';
  const hers = mayAnywhere(viewer, 'digital-models.found');
  return gapsByPart(gaps).map((found) => {
    const { part, count, only } = found;
    const task = { name: part, count, which: { of: 'units', gaps: found, inOne } } as const;
    const remedy = only && remedyFor(only, part);
    if (remedy)
      return {
        ...task,
        href: remedyHref(only.unitId, remedy),
        ...(remedy.deed === 'activate' && { does: 'activate' as const }),
      };
    const href = addressOf(place.communeId ?? '', { lacks: part });
    return { ...task, href, ...(!hers && { whose: 'heads' as const, does: 'look' as const }) };
  });
}

/** A commune of which nothing is counted yet: its official says that it keeps its records here. */
export function declareTask(viewer: Viewer, rows: readonly CommuneCoverage[]): Task[] {
  if (!mayAnywhere(viewer, 'coverage.declare')) return [];
  return silentOf(rows).map(({ communeId }) => ({ name: 'declare', count: 1, href: `/admin/units/${communeId}` }));
}

/** The same of all communes, which are theirs to mend: those that are silent, then what those that report lack. */
export function communesTasks(rows: readonly CommuneCoverage[], reading: SignableReading): Task[] {
  const silent = silentOf(rows);
  const [only, other] = silent;
  const lacking = gapsOfCommunes(rows, reading).map(
    ({ part, count, most }): Task => ({
      name: part,
      count,
      href: `/admin/coverage?lacking=${part}#most`,
      which: { of: 'commune', most },
      whose: 'communes',
      does: 'look',
    }),
  );
  const task: Task = {
    name: 'silent',
    count: silent.length,
    href: only && !other ? `/admin/units/${only.communeId}` : '/admin/coverage?kind=silent#most',
    which: { of: 'names', names: silent.slice(0, FIRST).map(({ name }) => name) },
    whose: 'communes',
  };
  return [...(only ? [task] : []), ...lacking];
}
