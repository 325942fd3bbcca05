import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { listCityHints } from './city-hint-queries';

export type WaitingHints = { count: number; oldest: Day | null; communes: Commune[] };

/** How many hints of the whole city wait for a commune's answer, the oldest and where most are; for who sees all of them. */
export async function findWaitingHints(viewer: Viewer, most: number): Promise<WaitingHints | null> {
  const [lists, communes] = await Promise.all([listCityHints(viewer), mapPublishedCommunes()]);
  if (!lists) return null;
  const waiting = lists
    .map((hints) => hints.filter(({ isAnswered }) => !isAnswered))
    .filter(({ length }) => length > 0);
  const days = waiting.flat().flatMap(({ day }) => day ?? []);
  const withMost = waiting
    .map((hints) => ({ communeId: hints[0]?.communeId ?? '', count: hints.length }))
    .sort((one, other) => other.count - one.count || (one.communeId < other.communeId ? -1 : 1))
    .flatMap(({ communeId }) => communes.get(communeId) ?? []);
  return {
    count: waiting.reduce((sum, { length }) => sum + length, 0),
    oldest: days.reduce<Day | null>((oldest, day) => (oldest === null || day < oldest ? day : oldest), null),
    communes: withMost.slice(0, most),
  };
}
