import type { Day } from '@/domain/days/day';
import { type IndicatorCode, toldOf } from '@/domain/indicators/indicator';
import { hasRows } from '@/domain/indicators/rows/row';
import type { Unit } from '@/domain/units/unit';
import { indicatorPath } from './asked';

type Place = Pick<Unit, 'id' | 'level'>;
type Query = Record<string, string | undefined>;

const address = (path: string, query: Query) => {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
};

/**
 * Where the rows behind a figure of a place stand: models, pairs and women one by one as counted on the day, others in lists of their own. Women
 * and pairs of the whole city are those of today.
 */
export function behindOf(code: IndicatorCode, place: Place, day: Day, today: Day): string {
  const commune = place.level === 'commune' ? place.id : undefined;
  const below = place.level === 'sub_association' || place.level === 'group' ? place.id : undefined;
  const on = day === today ? undefined : day;
  if (hasRows(code, place)) return address(`${indicatorPath(code)}/rows`, { unit: place.id, on });
  switch (toldOf(code).group) {
    case 'coverage': {
      const level = code.endsWith('_group') ? 'group' : 'sub_association';
      return address(commune ? `/admin/coverage/${commune}` : '/admin/coverage', { level, on });
    }
    case 'models':
      return '/admin/digital-models';
    case 'trainings':
      return address('/admin/trainings/reach', { commune, from: `${day.slice(0, 4)}-01-01`, to: day });
    case 'peer-lessons':
      return address('/admin/peer-lessons', { commune, unit: below });
    case 'pairs':
      return address('/admin/pairs', { commune, unit: below, state: code === 'pairs_active' ? 'live' : undefined });
    case 'people':
      if (code === 'women_waiting') return '/admin/trainings/topic-waits';
      if (code === 'priority_groups_reached') return '/admin/trainings/reach';
      return address('/admin/people', { unit: place.level === 'province' ? undefined : place.id });
  }
}
