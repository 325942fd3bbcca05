import { addDays, type Day, daysBetween } from '@/domain/days/day';
import { campaignDaysUntil, moveByCampaignDays } from './tet';

/** Weeks of the campaign that a pace is read from, and the fewest that it can be read from. */
const WEEKS = 8;
const LEAST_WEEKS = 4;
/** A day that is further away is no forecast. */
const HORIZON_DAYS = 5 * 365;

/** The count of an indicator at the end of a day; `isKnown` is false while nobody reported. */
export type PacePoint = { day: Day; done: number; isKnown: boolean };

/** Units, or whatever the indicator counts, on the day itself: how many there are, how many are done. */
export type PaceFacts = {
  day: Day;
  /** of `paceDays(day)`, in any order: what was known on these days */
  points: readonly PacePoint[];
  done: number;
  /** of a share, what it is taken of; null of what is only counted */
  whole: number | null;
  isKnown: boolean;
  /** in percent of `whole`, or the count itself */
  target: number;
};

export type Verdict =
  /** nobody reported, or there is nothing to count: nothing is said */
  | { name: 'silent' }
  /** since the end of the week that ends on `on`; null: since before the weeks that are looked at */
  | { name: 'reached'; on: Day | null }
  | { name: 'too-few-weeks' }
  /** nothing is gained, or it would take more than five years */
  | { name: 'not-at-this-pace' }
  /** by then, so many whole weeks before or after the year ends */
  | { name: 'in-time' | 'late'; on: Day; weeks: number };

export type Pace = {
  day: Day;
  deadline: Day;
  target: number;
  done: number;
  whole: number | null;
  /** how many more make the target */
  missing: number;
  /** a week of the campaign, from now to the deadline; null when no week is left */
  needed: number | null;
  /** a week of the campaign, over the last `weeks` of them; null from too few */
  achieved: number | null;
  weeks: number;
  verdict: Verdict;
};

/** The days whose counts a pace is read from, the earliest first: each is a week of the campaign after the one before, and none before `first`. */
export const paceDays = (day: Day, first: Day): Day[] =>
  Array.from({ length: WEEKS + 1 }, (_, at) => moveByCampaignDays(day, 7 * (at - WEEKS))).filter(
    (each) => each >= first,
  );

/** How many are wanted for a target: so many that the share is reached, never one less. Hundredths are whole numbers, so nothing is lost. */
export const wantedOf = (target: number, whole: number | null): number =>
  whole === null ? Math.ceil(target) : Math.ceil((Math.round(target * 100) * whole) / 10_000);

/**
 * How fast a target is come to, and when it would be reached, from what was known on a day. The pace is a median, so a sheet that came in at
 * once does not move it (docs/decisions/0094).
 */
export function paceOf(facts: PaceFacts): Pace {
  const { day, done, whole, target, isKnown } = facts;
  const deadline = `${day.slice(0, 4)}-12-31` as Day;
  const wanted = wantedOf(target, whole);
  const missing = Math.max(0, wanted - done);
  const weeksLeft = campaignDaysUntil(day, deadline) / 7;
  const known = knownTail(facts);
  const weeks = Math.max(0, known.length - 1);
  const achieved = weeks < LEAST_WEEKS ? null : medianSlope(known.map((point) => point.done));
  const common = { day, deadline, target, done, whole, missing, weeks, achieved };
  const needed = weeksLeft > 0 ? missing / weeksLeft : null;
  if (!isKnown || whole === 0) return { ...common, needed: null, achieved: null, verdict: { name: 'silent' } };
  if (missing === 0) return { ...common, needed, verdict: { name: 'reached', on: reachedOn(known, wanted) } };
  return { ...common, needed, verdict: verdictOf(day, deadline, missing, achieved) };
}

/** The points up to the day without a gap: a week of which nothing is known begins the row anew. */
function knownTail({ points }: PaceFacts): PacePoint[] {
  const rows = [...points].sort((one, other) => (one.day < other.day ? -1 : 1));
  const silent = rows.map(({ isKnown }) => isKnown).lastIndexOf(false);
  return rows.slice(silent + 1);
}

/** Theil–Sen: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968): of the slopes between every two. */
function medianSlope(counts: readonly number[]): number {
  const slopes = counts
    .flatMap((count, at) => counts.slice(at + 1).map((later, weeks) => (later - count) / (weeks + 1)))
    .sort((one, other) => one - other);
  const middle = Math.floor(slopes.length / 2);
  const [low = 0, high = 0] = [slopes[slopes.length % 2 === 0 ? middle - 1 : middle], slopes[middle]];
  return (low + high) / 2;
}

/** The first of these days from which on it was reached; null when it was on all of them, or the row is too short to say. */
function reachedOn(known: readonly PacePoint[], wanted: number): Day | null {
  const below = known.map((point) => point.done >= wanted).lastIndexOf(false);
  return below === -1 ? null : (known[below + 1]?.day ?? null);
}

function verdictOf(day: Day, deadline: Day, missing: number, achieved: number | null): Verdict {
  if (achieved === null) return { name: 'too-few-weeks' };
  if (achieved <= 0) return { name: 'not-at-this-pace' };
  const days = Math.ceil(Number(((7 * missing) / achieved).toFixed(6)));
  if (days > HORIZON_DAYS) return { name: 'not-at-this-pace' };
  const on = moveByCampaignDays(day, days);
  if (on > addDays(day, HORIZON_DAYS)) return { name: 'not-at-this-pace' };
  const apart = Math.floor(Math.abs(daysBetween(deadline, on)) / 7);
  return { name: on > deadline ? 'late' : 'in-time', on, weeks: apart };
}
