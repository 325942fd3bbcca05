import type { Day } from '@/domain/days/day';
import { type IndicatorCode, toldOf } from '@/domain/indicators/indicator';
import type { Unit } from '@/domain/units/unit';

type Place = Pick<Unit, 'id' | 'level'>;
type Query = Record<string, string | undefined>;

const address = (path: string, query: Query) => {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
};

/** Of models: the kind or the status that is counted. */
const ofModels = (code: IndicatorCode): Query =>
  code === 'models_planned' || code === 'models_paused'
    ? { status: code.slice('models_'.length) }
    : { kind: code.slice('models_'.length), status: 'active' };

/**
 * The list that shows the rows behind a figure of a place, as far as lists narrow: coverage and hours on the day, models, pairs, members and
 * wishes as they are today.
 */
export function behindOf(code: IndicatorCode, place: Place, day: Day, today: Day): string {
  const commune = place.level === 'commune' ? place.id : undefined;
  const below = place.level === 'sub_association' || place.level === 'group' ? place.id : undefined;
  const on = day === today ? undefined : day;
  switch (toldOf(code).group) {
    case 'coverage': {
      const level = code.endsWith('_group') ? 'group' : 'sub_association';
      return address(commune ? `/admin/coverage/${commune}` : '/admin/coverage', { level, on });
    }
    case 'models':
      return address('/admin/digital-models', { ...ofModels(code), commune, unit: below });
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
