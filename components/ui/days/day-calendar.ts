import { weeksOfMonth } from '@/domain/calendar/calendar';
import { addDays, addMonths, type Day, isDay, monthStart, today, weekStart } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { formatDay, formatMonth, formatWeekday, formatWeekdayName } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type CalendarWords = Record<
  'open' | 'title' | 'close' | 'today' | 'previousYear' | 'previousMonth' | 'nextMonth' | 'nextYear',
  string
> & { weekdays: string[] };

/** The calendar that a button opens; the days between `first` and `last` can be chosen. */
export type CalendarOffer = {
  locale: Locale;
  words: CalendarWords;
  first?: string | undefined;
  last?: string | undefined;
};

/** Beyond these no day is read (`isDay`). */
const EARLIEST: Day = '1900-01-01';
const LATEST: Day = '2199-12-31';
const GAP = 8;
/** Narrower screens show it in their middle. */
const BESIDE_MIN = 640;

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

/**
 * Opens the calendar of a day's field: a month, Monday first, walked over with arrows, Home, End, Page Up and Page
 * Down (with Shift by years). Plain DOM: public pages have no React.
 */
export function openCalendar(button: HTMLElement): void {
  const input = button.parentElement?.querySelector('input');
  if (!input) return;
  const offer = JSON.parse(button.dataset.calendar ?? '') as CalendarOffer;
  const { locale, words } = offer;
  const typed = readDay(input.value);
  const chosen = typed.ok ? typed.value : null;
  const first = offer.first && isDay(offer.first) ? offer.first : EARLIEST;
  const last = offer.last && isDay(offer.last) ? offer.last : LATEST;
  const within = (day: Day) => (day < first ? first : day > last ? last : day);
  let at = within(chosen ?? today());

  const month = make('h2', { id: 'day-calendar-month', 'aria-live': 'polite' });
  const weeks = make('tbody', {});
  const steps = stepsOf(words, (months) => walkTo(months ? addMonths(at, months) : today(), false));
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

  function draw() {
    month.textContent = formatMonth(locale, at);
    weeks.textContent = '';
    weeks.append(...weeksOfMonth(at).map((days) => make('tr', {}, ...days.map(cell))));
    for (const { element, months } of steps) {
      const start = monthStart(at, months);
      const reachable = months ? start <= last && monthStart(start, 1) > first : within(today()) === today();
      element.toggleAttribute('disabled', !reachable);
    }
  }
  function cell(day: Day) {
    const pick = make(
      'button',
      { type: 'button', tabindex: day === at ? '0' : '-1', 'data-day': day, 'aria-label': formatWeekday(locale, day) },
      String(Number(day.slice(8))),
    );
    if (day === today()) pick.setAttribute('aria-current', 'date');
    if (day !== within(day)) pick.setAttribute('disabled', '');
    const outside = day.slice(0, 7) === at.slice(0, 7) ? {} : { class: 'outside' };
    return make('td', { role: 'gridcell', 'aria-selected': String(day === chosen), ...outside }, pick);
  }
  function walkTo(day: Day, focused = true) {
    at = within(day);
    draw();
    if (focused) weeks.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }
  function choose(day: string | undefined) {
    if (!input || !day || !isDay(day)) return;
    input.value = formatDay(locale, day);
    for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
    dialog.close();
  }

  weeks.addEventListener('keydown', (event) => {
    const to = dayAfterKey(event, at);
    if (!to) return;
    event.preventDefault();
    walkTo(to);
  });
  weeks.addEventListener('click', ({ target }) => choose((target as HTMLElement).closest('button')?.dataset.day));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  draw();
  dialog.showModal();
  if (innerWidth >= BESIDE_MIN) placeBeside(dialog, input);
  walkTo(at);
}

/** The day to which a key leads from a day of the calendar. */
function dayAfterKey({ key, shiftKey }: KeyboardEvent, day: Day): Day | null {
  const months = shiftKey ? 12 : 1;
  if (key === 'ArrowLeft') return addDays(day, -1);
  if (key === 'ArrowRight') return addDays(day, 1);
  if (key === 'ArrowUp') return addDays(day, -7);
  if (key === 'ArrowDown') return addDays(day, 7);
  if (key === 'Home') return weekStart(day);
  if (key === 'End') return addDays(weekStart(day), 6);
  if (key === 'PageUp') return addMonths(day, -months);
  if (key === 'PageDown') return addMonths(day, months);
  return null;
}

/** A year and a month back, today, a month and a year on. */
function stepsOf(words: CalendarWords, walk: (months: number) => void) {
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

function weekdayRow(locale: Locale, short: string[]) {
  const [week = []] = weeksOfMonth(today());
  const heads = week.map((day, at) =>
    make('th', { scope: 'col' }, make('abbr', { title: formatWeekdayName(locale, day) }, short[at] ?? '')),
  );
  return make('tr', {}, ...heads);
}

/** Under the field, or above it, or else at its end. */
function placeBeside(dialog: HTMLDialogElement, field: HTMLElement) {
  const { left, right, top, bottom } = field.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = dialog;
  const [below, above] = [bottom + GAP, top - GAP - offsetHeight];
  const fitsBelow = below + offsetHeight <= innerHeight;
  const fits = fitsBelow || above >= 0;
  const lowest = innerHeight - offsetHeight - GAP;
  dialog.style.margin = '0';
  dialog.style.left = `${Math.max(GAP, Math.min(fits ? left : right + GAP, innerWidth - offsetWidth - 2 * GAP))}px`;
  dialog.style.top = `${fitsBelow ? below : Math.max(GAP, fits ? above : Math.min(top, lowest))}px`;
}
