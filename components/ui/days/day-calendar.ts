import { addDays, addMonths, type Day, isDay, today, weekStart } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { formatDay, formatMonth } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type CalendarWords, layOut, leadsOn, type Reach, stepsOf, weekRows } from './calendar-dialog';

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

/**
 * Opens the calendar of a day's field: a month, Monday first, walked over with arrows, Home, End, Page Up and Page
 * Down (with Shift by years). Plain DOM: public pages have no React.
 */
export function openCalendar(button: HTMLElement): void {
  const input = button.parentElement?.querySelector('input');
  if (!input) return;
  const { locale, words, ...offer } = JSON.parse(button.dataset.calendar ?? '') as CalendarOffer;
  const typed = readDay(input.value);
  const chosen = typed.ok ? typed.value : null;
  const reach = reachOf(offer);
  let at = reach.within(chosen ?? today());

  const steps = stepsOf(words, (months) => walkTo(months ? addMonths(at, months) : today(), false));
  const { dialog, month, weeks, close } = layOut(locale, words, steps);
  function draw() {
    month.textContent = formatMonth(locale, at);
    weeks.textContent = '';
    weeks.append(...weekRows({ locale, at, chosen, reach }));
    for (const step of steps) step.element.toggleAttribute('disabled', !leadsOn(step, at, reach));
  }
  function walkTo(day: Day, focused = true) {
    at = reach.within(day);
    draw();
    if (focused) weeks.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  weeks.addEventListener('keydown', (event) => {
    const to = dayAfterKey(event, at);
    if (!to) return;
    event.preventDefault();
    walkTo(to);
  });
  weeks.addEventListener('click', ({ target }) => {
    const day = (target as HTMLElement).closest('button')?.dataset.day;
    if (!day || !isDay(day)) return;
    take(input, formatDay(locale, day));
    dialog.close();
  });
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

function reachOf(offer: Pick<CalendarOffer, 'first' | 'last'>): Reach {
  const first = offer.first && isDay(offer.first) ? offer.first : EARLIEST;
  const last = offer.last && isDay(offer.last) ? offer.last : LATEST;
  const within = (day: Day) => {
    if (day < first) return first;
    return day > last ? last : day;
  };
  return { first, last, within };
}

/** Writes into the field as if it had been typed, so that whoever listens hears of it. */
function take(input: HTMLInputElement, value: string) {
  input.value = value;
  for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
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
