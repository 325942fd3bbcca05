import type { Day } from '@/domain/days/day';
import type { UnitKind } from '@/domain/units/unit';
import type { PriorityTold } from '../report-content';

export type PriorityCounts = Extract<PriorityTold, { state: 'counted' }>['counts'];
/** A month whose report told of priority groups: women reached in its year up to its last day, in tens. */
export type PriorityMonth = { day: Day; counts: PriorityCounts };
/** The same of a commune, as it was called on the day. */
export type PriorityPlace = { id: string; name: string; kind: UnitKind; counts: PriorityCounts };

/** What filed reports told of priority groups: `months` of the place, the latest first; `places`: of the city its communes, of the latest month that any of them told. */
export type PrioritySeries = { months: PriorityMonth[]; places: PriorityPlace[]; placesOn: Day | null };

/** Women of a priority group in a place by the end of a month, in tens; null for fewer than ten. */
export type PriorityLine = PriorityMonth['counts'][number] & { place: string; day: Day };

/** What a sheet tells of a place's priority groups: its months, and of the city the communes of the latest one, each group in a line. */
export const linesOf = (place: string, { months, places, placesOn }: PrioritySeries): PriorityLine[] => [
  ...months.flatMap(({ day, counts }) => counts.map((each) => ({ ...each, place, day }))),
  ...places.flatMap(({ name, counts }) =>
    placesOn ? counts.map((each) => ({ ...each, place: name, day: placesOn })) : [],
  ),
];
