import type { Day } from '@/domain/days/day';
import { type IndicatorCode, toldOf } from '@/domain/indicators/indicator';
import { rowKindOf } from '@/domain/indicators/rows/row';
import type { Unit } from '@/domain/units/unit';
import { indicatorPath } from './asked';

type Place = Pick<Unit, 'id' | 'level'>;
type Query = Record<string, string | undefined>;

const address = (path: string, query: Query) => {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
};

/** Where the rows behind a figure stand. `ofToday`: that list knows no other day, while the figure is of one. */
type Behind = { href: string; ofToday: boolean };

/**
 * Where the rows behind a figure of a place stand: models, pairs and women one by one as counted on the day, others in lists of their own, of which
 * some are of today whatever the day of the figure.
 */
export function behindOf(code: IndicatorCode, place: Place, day: Day, today: Day): Behind {
  const commune = place.level === 'commune' ? place.id : undefined;
  const below = place.level === 'sub_association' || place.level === 'group' ? place.id : undefined;
  const on = day === today ? undefined : day;
  const ofDay = (href: string): Behind => ({ href, ofToday: false });
  const ofNow = (href: string): Behind => ({ href, ofToday: day !== today });
  if (rowKindOf(code)) return ofDay(address(`${indicatorPath(code)}/rows`, { unit: place.id, on }));
  switch (toldOf(code).group) {
    case 'coverage': {
      const level = code.endsWith('_group') ? 'group' : 'sub_association';
      return ofDay(address(commune ? `/admin/coverage/${commune}` : '/admin/coverage', { level, on }));
    }
    case 'trainings':
      return ofDay(address('/admin/trainings/reach', { commune, from: `${day.slice(0, 4)}-01-01`, to: day }));
    case 'peer-lessons':
      return ofNow(address('/admin/peer-lessons', { commune, unit: below }));
    case 'pairs':
      return ofNow(address('/admin/pairs', { commune, unit: below }));
    default:
      return ofNow(code === 'women_waiting' ? '/admin/trainings/topic-waits' : '/admin/trainings/reach');
  }
}
