import { weeksOfMonth } from '@/domain/calendar/calendar';
import { type Day, monthStart, today } from '@/domain/days/day';
import { formatWeekday, formatWeekdayName } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export type CalendarWords = Record<
  'open' | 'title' | 'close' | 'today' | 'previousYear' | 'previousMonth' | 'nextMonth' | 'nextYear',
  string
> & { weekdays: string[] };

/** The days that can be chosen. */
export type Reach = { first: Day; last: Day; within: (day: Day) => Day };

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** The empty calendar: the month's name and a way to close it, the steps, and a table of weeks. */
export function layOut(locale: Locale, words: CalendarWords, steps: readonly Step[]) {
  const month = make('h2', { id: 'day-calendar-month', 'aria-live': 'polite' });
  const weeks = make('tbody', {});
  const close = make('button', { type: 'button', 'aria-label': words.close }, '×');
  const dialog = make(
    'dialog',
    { class: 'day-calendar', 'aria-label': words.title },
    make('div', { class: 'day-calendar-head' }, month, close),
    make('div', { class: 'day-calendar-steps' }, ...steps.map(({ element }) => element)),
    make(
      'table',
      { role: 'grid', 'aria-labelledby': month.id },
      make('thead', {}, weekdayRow(locale, words.weekdays)),
      weeks,
    ),
  );
  return { dialog, month, weeks, close };
}

function weekdayRow(locale: Locale, short: string[]) {
  const [week = []] = weeksOfMonth(today());
  const heads = week.map((day, at) =>
    make('th', { scope: 'col' }, make('abbr', { title: formatWeekdayName(locale, day) }, short[at] ?? '')),
  );
  return make('tr', {}, ...heads);
}

type Shown = { locale: Locale; at: Day; chosen: Day | null; reach: Reach };

/** The weeks of the month of `at`, the one day that the keyboard reaches. */
export function weekRows({ at, ...shown }: Shown) {
  return weeksOfMonth(at).map((days) => make('tr', {}, ...days.map((day) => dayCell(day, { at, ...shown }))));
}

function dayCell(day: Day, { locale, at, chosen, reach }: Shown) {
  const pick = make(
    'button',
    { type: 'button', tabindex: day === at ? '0' : '-1', 'data-day': day, 'aria-label': formatWeekday(locale, day) },
    String(Number(day.slice(8))),
  );
  if (day === today()) pick.setAttribute('aria-current', 'date');
  if (day !== reach.within(day)) pick.setAttribute('disabled', '');
  const outside = day.slice(0, 7) === at.slice(0, 7) ? {} : { class: 'outside' };
  return make('td', { role: 'gridcell', 'aria-selected': String(day === chosen), ...outside }, pick);
}

export type Step = { element: HTMLButtonElement; months: number };

/** A year and a month back, today, a month and a year on. */
export function stepsOf(words: CalendarWords, walk: (months: number) => void): Step[] {
  const step = (sign: string, label: string, months: number) => {
    const element = make(
      'button',
      { type: 'button', ...(sign && { 'aria-label': label, title: label }) },
      sign || label,
    );
    element.addEventListener('click', () => walk(months));
    return { element, months };
  };
  return [
    step('«', words.previousYear, -12),
    step('‹', words.previousMonth, -1),
    step('', words.today, 0),
    step('›', words.nextMonth, 1),
    step('»', words.nextYear, 12),
  ];
}

/** Whether the step leads from `at` to a month, or to today, with days that can be chosen. */
export function leadsOn({ months }: Step, at: Day, { first, last, within }: Reach): boolean {
  if (months === 0) return within(today()) === today();
  const start = monthStart(at, months);
  return start <= last && monthStart(start, 1) > first;
}
