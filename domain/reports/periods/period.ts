import { FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, type Day, monthStart } from '@/domain/days/day';

/** The periods that are reported on; each kind parts the calendar without gaps. */
export const periodKinds = ['month', 'quarter', 'half_year', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A report is due on this day of the month after its period: what covers more of it leaves more time. */
export const DUE_DAYS: Record<PeriodKind, number> = { month: 5, quarter: 10, half_year: 15, year: 15 };
/** The same in the order of kinds, as the database takes it. */
export const dueDays = periodKinds.map((kind) => DUE_DAYS[kind]);
/** Periods are made so many days ahead, so that deadlines to come can be told. */
export const AHEAD_DAYS = 400;

/** A period as people read it: its first and its last day. */
export type ReportPeriod = {
  id: string;
  kind: PeriodKind;
  from: Day;
  to: Day;
  due: Day;
  /** every commune that keeps its records here on its last day reports */
  owed: boolean;
};

/** First and last day of a stretch of days. */
export type Stretch = { from: Day; to: Day };

const months: Record<PeriodKind, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** The period of the same kind that ends as this one begins; null before the campaign had begun. */
export const periodBefore = ({ kind, from }: Pick<ReportPeriod, 'kind' | 'from'>): Stretch | null =>
  sinceTheBeginning({ from: monthStart(from, -months[kind]), to: addDays(from, -1) });

/** The same months a year earlier; null before the campaign had begun. */
export const yearBefore = ({ kind, from }: Pick<ReportPeriod, 'kind' | 'from'>): Stretch | null =>
  kind === 'year'
    ? null
    : sinceTheBeginning({ from: monthStart(from, -12), to: addDays(monthStart(from, months[kind] - 12), -1) });

const sinceTheBeginning = (stretch: Stretch): Stretch | null => (stretch.to < FIRST_DAY ? null : stretch);

/** It is over, so that it can be reported on. */
export const isOver = ({ to }: Pick<ReportPeriod, 'to'>, today: Day) => to < today;
