import { addDays, clockOf, type Day, instantAt, toDate } from '@/domain/days/day';
import { overlaps, type Times } from '../session';
import { holidayOn } from './holiday';

/** Working hours as we take them, Monday to Saturday without public holidays; a session of more than half a day takes them through. */
const HALVES = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
] as const;
const WHOLE = ['07:30', '17:00'] as const;
const HALF_MINUTES_MAX = 240;

export const SUGGEST_DAYS = 14;
const STEP_MINUTES = 30;
const SUGGESTIONS_MAX = 6;
const A_DAY_MAX = 2;
const MINUTE_MS = 60_000;

export type Slot = { day: Day; from: string; to: string };

type Wanted = {
  /** the first day that is looked at */
  from: Day;
  minutes: number;
  /** when the hall or a trainer is taken */
  busy: readonly Times[];
  now?: Date;
};

/** The next free times of that length within fourteen days, at most two a day and six in all, in the order of time. */
export function freeSlots({ from, minutes, busy, now = new Date() }: Wanted): Slot[] {
  const windows = minutes > HALF_MINUTES_MAX ? [WHOLE] : HALVES;
  const slots: Slot[] = [];
  for (let at = 0; at < SUGGEST_DAYS; at++) {
    const day = addDays(from, at);
    if (!isWorkday(day)) continue;
    const ofDay = windows.flatMap((window) => firstFree(day, window, minutes, busy, now) ?? []);
    slots.push(...ofDay.slice(0, A_DAY_MAX));
  }
  return slots.slice(0, SUGGESTIONS_MAX);
}

const isWorkday = (day: Day) => toDate(day).getUTCDay() !== 0 && holidayOn(day) === undefined;

function firstFree(
  day: Day,
  [opens, closes]: readonly [string, string],
  minutes: number,
  busy: readonly Times[],
  now: Date,
): Slot | null {
  const end = instantAt(day, closes).getTime();
  const length = minutes * MINUTE_MS;
  for (let start = instantAt(day, opens).getTime(); start + length <= end; start += STEP_MINUTES * MINUTE_MS) {
    const times = { startsAt: new Date(start), endsAt: new Date(start + length) };
    if (times.startsAt > now && !busy.some((taken) => overlaps(taken, times)))
      return { day, from: clockOf(times.startsAt), to: clockOf(times.endsAt) };
  }
  return null;
}

/** Suggestions for a session: other times for its hall and trainers, other halls for its time. */
export type Suggestions = { times: Slot[]; halls: { id: string; name: string; seats: number | null }[] };
