import { today } from '@/domain/days/day';
import type { CitedFigure } from '@/domain/figures/figure';
import { toldOf } from '@/domain/indicators/indicator';

/** What moves it: records of the place, reports that are filed, names of units; one of today says so, until tomorrow. */
export function figureParts({ code, day, place }: CitedFigure) {
  const { group, flow } = toldOf(code);
  const where = place.level === 'province' ? 'province' : place.id;
  const counted =
    group === 'peer-lessons'
      ? (['lessons:province'] as const)
      : flow
        ? ([`sessions:${where}`, 'courses'] as const)
        : ([`figures:${where}`] as const);
  return [...counted, 'units', 'reports', ...(day === today() ? (['today'] as const) : [])] as const;
}
