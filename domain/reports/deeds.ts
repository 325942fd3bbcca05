import type { Day } from '@/domain/days/day';
import { type IndicatorGroup, indicators } from '@/domain/indicators/indicator';

/** What was done where a figure moved, by its name in the trail: the first of them, the oldest first, and how many more. */
export type DeedsTold = { first: { action: string; on: Day }[]; more: number };

/** So many deeds are named. */
export const DEEDS_NAMED = 3;

const ofModels = ['digital-model', 'pair', 'unit'];
/** What the figures of a group are counted from, as the trail calls it. */
const countedFrom: Record<IndicatorGroup, readonly string[]> = {
  coverage: ofModels,
  models: ofModels,
  pairs: ofModels,
  trainings: ['session', 'enrolment', 'device', 'unit'],
  'peer-lessons': ['peer-lesson', 'unit'],
  people: ['person', 'import', 'request', 'unit'],
};
/** The same by figure. */
export const subjectsByFigure: Record<string, readonly string[]> = {
  ...Object.fromEntries(Object.entries(indicators).map(([code, { group }]) => [code, countedFrom[group]])),
  // whether a unit counts, and why
  ...Object.fromEntries(['covered', 'family', 'pair', 'tied'].map((fact) => [fact, ofModels])),
};

/** Deeds as the database tells them. */
export type DeedRows = { first: DeedsTold['first'] | null; times: number };

export const deedsOf = (rows: DeedRows | null | undefined): DeedsTold => {
  const first = rows?.first ?? [];
  return { first, more: (rows?.times ?? 0) - first.length };
};
