/**
 * A backup as the plan of keeping sees it.
 * @typedef {{ id: string, at: Date }} Kept
 */

/** How many days, weeks and months with a backup in them keep their newest one. */
export const PLAN = { days: 7, weeks: 4, months: 12 };

const DAY_MS = 86_400_000;
/** Viet Nam has had no summer time since long before the campaign. */
const AHEAD_MS = 7 * 3_600_000;

/** @param {Date} at */
const dayOf = (at) => Math.floor((at.getTime() + AHEAD_MS) / DAY_MS);
/** Days are counted from a Thursday; weeks begin on Monday. */
const weekOf = (/** @type {Date} */ at) => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (/** @type {Date} */ at) => new Date(at.getTime() + AHEAD_MS).toISOString().slice(0, 7);

/**
 * @param {readonly Kept[]} newestFirst
 * @param {(at: Date) => number | string} periodOf
 * @param {number} count
 */
function newestOfEach(newestFirst, periodOf, count) {
  /** @type {Map<number | string, string>} */
  const found = new Map();
  for (const { id, at } of newestFirst) {
    const period = periodOf(at);
    if (!found.has(period) && found.size < count) found.set(period, id);
  }
  return [...found.values()];
}

/**
 * Which backups stay: the newest of each of the last 7 days, 4 weeks (from Monday) and 12 months that have one, in Viet Nam's days. A
 * portal that stood still loses none. Returns ids, newest first.
 * @param {readonly Kept[]} backups
 */
export function keptOf(backups) {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const stay = new Set([
    ...newestOfEach(newestFirst, dayOf, PLAN.days),
    ...newestOfEach(newestFirst, weekOf, PLAN.weeks),
    ...newestOfEach(newestFirst, monthOf, PLAN.months),
  ]);
  return newestFirst.filter(({ id }) => stay.has(id)).map(({ id }) => id);
}

/**
 * From when on every change must be kept, so that any minute of the days that are kept can be gone back to: the start of the oldest backup
 * of those days; undefined where there is none.
 * @param {readonly Kept[]} backups
 */
export function changesKeptFrom(backups) {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime());
  const days = new Set(newestOfEach(newestFirst, dayOf, PLAN.days));
  return newestFirst.filter(({ id }) => days.has(id)).at(-1)?.at;
}
