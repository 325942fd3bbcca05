import { addDays, type Day, dayOf, daysBetween, monthStart, toDate, weekStart } from '@/domain/days/day';
import { type Lasting, lastDayShown } from '@/domain/days/lasting';

/** The ways to look at trainings. A list goes on from today, the others show the days of their time. */
export const calendarViews = ['list', 'day', 'week', 'month', 'map'] as const;
export type CalendarView = (typeof calendarViews)[number];

const _DAY_LONG = 24 * 3_600_000;

/** Days in Viet Nam, [from, to). */
export type DaySpan = { from: Day; to: Day };

/** The weeks of a month as a calendar on the wall shows them: Monday first, with the days around that fill them. */
export function weeksOfMonth(day: Day): Day[][] {
  const { from, to } = spanOf('month', day);
  const first = weekStart(from);
  const weeks = Math.ceil(daysBetween(first, to) / 7);
  return Array.from({ length: weeks }, (_, week) => daysFrom(addDays(first, week * 7), 7));
}

export const daysFrom = (day: Day, count: number): Day[] => Array.from({ length: count }, (_, at) => addDays(day, at));

/** The days of the day, week or month that a day lies in. */
export function spanOf(view: 'day' | 'week' | 'month', day: Day): DaySpan {
  if (view === 'day') return { from: day, to: addDays(day, 1) };
  if (view === 'week') return { from: weekStart(day), to: addDays(weekStart(day), 7) };
  return { from: monthStart(day), to: monthStart(day, 1) };
}

/** All days that the view draws: a month with those around it that fill its weeks. */
export function drawnSpan(view: 'day' | 'week' | 'month', day: Day): DaySpan {
  if (view !== 'month') return spanOf(view, day);
  const weeks = weeksOfMonth(day);
  return { from: weeks[0]?.[0] ?? day, to: addDays(weeks.at(-1)?.[6] ?? day, 1) };
}

/** A day in the day, week or month that lies `steps` away. */
export function stepFrom(view: 'day' | 'week' | 'month', day: Day, steps: number): Day {
  if (view === 'day') return addDays(day, steps);
  return view === 'week' ? addDays(weekStart(day), steps * 7) : monthStart(day, steps);
}

/** Sunday, on which the leaf of the calendar is red. */
export const isSunday = (day: Day) => toDate(day).getUTCDay() === 0;

/** A day with what takes place on it: the first few, and how many there are in all. */
export type AgendaDay<Session> = { day: Day; shown: Session[]; total: number };

/**
 * Every day of a span with what takes place on it, in the order given. What lasts for days stands on each of them. Of a day only the first `most` are shown; all are counted.
 */
export function agendaOf<Session extends Lasting>(
  sessions: readonly Session[],
  { from, to }: DaySpan,
  most: number,
): AgendaDay<Session>[] {
  const days = new Map(
    daysFrom(from, daysBetween(from, to)).map((day) => [day, { day, shown: [] as Session[], total: 0 }]),
  );
  for (const session of sessions) {
    const last = lastDayShown(session);
    let day = dayOf(session.startsAt) < from ? from : dayOf(session.startsAt);
    for (; day <= last && day < to; day = addDays(day, 1)) {
      const entry = days.get(day);
      if (!entry) break;
      entry.total += 1;
      if (entry.shown.length < most) entry.shown.push(session);
    }
  }
  return [...days.values()];
}

/** Days one after another, parted where a week begins: on Monday. */
export function byWeek<Session>(days: readonly AgendaDay<Session>[]): AgendaDay<Session>[][] {
  const weeks = new Map<Day, AgendaDay<Session>[]>();
  for (const one of days) {
    const monday = weekStart(one.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
  }
  return [...weeks.values()];
}

/** How many of a day a view has room for; a day of its own shows all. */
export const mostShown = { day: 500, week: 8, month: 3 } as const;

/** How many sessions lie on days, on those of a span if one is named; one that lasts over several of them counts on each. */
export const countOf = (days: readonly AgendaDay<unknown>[], span?: DaySpan): number =>
  days.reduce((sum, { day, total }) => (!span || (day >= span.from && day < span.to) ? sum + total : sum), 0);
