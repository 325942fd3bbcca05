import { type CalendarView, calendarViews, type DaySpan } from '@/domain/calendar/calendar';
import { addDays, type Day, isDay, monthStart, today } from '@/domain/days/day';
import { type Audience, audiences } from '@/domain/scales/audience';
import { type DeliveryMode, deliveryModes } from '@/domain/scales/delivery-mode';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type Query } from '@/i18n/routes';

/** How trainings are looked at and what they are narrowed to, as it stands in the address. */
export type Asked = {
  view: CalendarView;
  /** the day, or a day of the week, that is looked at */
  day?: Day | undefined;
  /** "2026-12" */
  month?: string | undefined;
  /** a commune's code */
  commune?: string | undefined;
  /** a course's code */
  topic?: string | undefined;
  audience?: Audience | undefined;
  mode?: DeliveryMode | undefined;
  after?: string | undefined;
};

/** The commune and the course that an address names, where they exist. */
export type Narrowed = { commune: Commune | undefined; course: { code: string; title: string } | undefined };

/** The properties of each way to look at trainings. */
export type SectionProps = { locale: Locale; asked: Asked; narrowed: Narrowed };

const LENGTH_MAX = 80;
const WEEKS_DAYS = 28;
const MONTHS = 6;
/** The calendar is turned so far and no further: machines that follow every link come to an end. */
const MONTHS_BACK = 12;
const MONTHS_AHEAD = 24;

type Given = Record<string, string | string[] | undefined>;

export function askedOf(query: Given): Asked {
  const one = (key: keyof Asked) => {
    const value = query[key];
    return typeof value === 'string' && value !== '' && value.length <= LENGTH_MAX ? value : undefined;
  };
  const [day, month] = [one('day'), one('month')];
  return {
    view: calendarViews.find((view) => view === one('view')) ?? 'list',
    day: day && isDay(day) && isShown(day) ? day : undefined,
    month: month && isDay(`${month}-01`) && isShown(`${month}-01` as Day) ? month : undefined,
    commune: one('commune'),
    topic: one('topic'),
    audience: audiences.find((audience) => audience === one('audience')),
    mode: deliveryModes.find((mode) => mode === one('mode')),
    after: one('after'),
  };
}

/** Whether the calendar goes as far as this day. */
export const isShown = (day: Day) =>
  day >= monthStart(today(), -MONTHS_BACK) && day < monthStart(today(), MONTHS_AHEAD + 1);

/** The first days of this month and the five after it. */
export const comingMonths = (): Day[] => Array.from({ length: MONTHS }, (_, ahead) => monthStart(today(), ahead));

/** The days that a list means: those of the month, else four weeks from today. */
export function daysOf({ month }: Asked): DaySpan {
  if (!month) return { from: today(), to: addDays(today(), WEEKS_DAYS) };
  const first = `${month}-01` as Day;
  return { from: first, to: monthStart(first, 1) };
}

/** The day that a view stands at: what was asked for, else today. */
export const dayLookedAt = ({ view, day, month }: Asked): Day =>
  view === 'month' ? (month ? (`${month}-01` as Day) : (day ?? today())) : (day ?? today());

/** The query of an address for these filters; keys stand in their order. */
export const queryOf = ({ view, day, month, after, ...narrowing }: Asked): Query => ({
  view: view === 'list' ? undefined : view,
  day: view === 'day' || view === 'week' ? day : undefined,
  month: view === 'month' || view === 'list' ? month : undefined,
  ...narrowing,
  after,
});

/** The address of the same trainings in another view or at another day. */
export function hrefOf(locale: Locale, asked: Asked, view: CalendarView, day?: Day): string {
  const at = view === 'month' ? { month: day?.slice(0, 7), day: undefined } : { month: undefined, day };
  return hrefTo(locale, 'trainings', {}, queryOf({ ...asked, view, ...at, after: undefined }));
}
