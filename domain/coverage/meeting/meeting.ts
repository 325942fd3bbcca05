import { addDays, type Day, isDay, monthStart, today } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import {
  type CommuneCoverage,
  type CoverageLevel,
  FIRST_DAY,
  knownOf,
  type MissingPart,
  type UnitGap,
} from '../coverage';
import type { MatrixRow } from '../matrix/matrix';
import type { SignableReading } from '../rulings/ruling';
import { type FigurePart, missingBy } from '../view/lacking';

/** What a meeting looks back on: a month up to its last day, or up to today, beside the end of the month before. */
export type MeetingMonth = {
  /** its first day */
  month: Day;
  day: Day;
  /** the last day of the month before; null where there were no figures yet */
  earlier: Day | null;
};

/** In the first days of a month one meets over the month that is over. */
const STILL_BEFORE_DAYS = 7;

const firstMonth = monthStart(FIRST_DAY);
const usualMonth = (now: Day): Day => monthStart(now, Number(now.slice(8)) <= STILL_BEFORE_DAYS ? -1 : 0);

/** The month that an address asks for as "2026-11"; without one that has figures, the one that is met over now. */
export function meetingMonth(text: string | undefined, now: Day = today()): MeetingMonth {
  const asked = `${text ?? ''}-01`;
  const month = isDay(asked) && asked >= firstMonth && asked <= now ? asked : usualMonth(now);
  const last = addDays(monthStart(month, 1), -1);
  const before = addDays(month, -1);
  return { month, day: last < now ? last : now, earlier: before >= FIRST_DAY ? before : null };
}

/** How an address says it. */
export const monthText = (month: Day) => month.slice(0, 7);

/** The months beside it; null where there are no figures, or not yet. */
export const monthsBeside = (month: Day, now: Day = today()) => {
  const [previous, next] = [monthStart(month, -1), monthStart(month, 1)];
  return { previous: previous >= firstMonth ? previous : null, next: next <= now ? next : null };
};

/** A unit that was founded or closed in the month, as it was called on the day. */
export type UnitOfMonth = {
  unitId: string;
  level: CoverageLevel;
  name: string;
  communeName: string;
  way: 'opened' | 'closed';
};

export type MeetingFacts = {
  /** running pairs on the day, and on the earlier one; null for who sees no whole commune's */
  pairs: number | null;
  pairsBefore: number | null;
  units: UnitOfMonth[];
  unitCount: number;
};

/** What a place needs: how many of its units lack each part, and how many of them only one deed. */
export type Needs = Record<FigurePart, number> & { oneDeed: number };

const NOTHING: Needs = { tie: 0, pair: 0, family: 0, oneDeed: 0 };
const sum = (one: Needs, other: Needs): Needs => ({
  tie: one.tie + other.tie,
  pair: one.pair + other.pair,
  family: one.family + other.family,
  oneDeed: one.oneDeed + other.oneDeed,
});

/** Units that one deed makes count: a tie, a pair with the family that stands, or whatever alone is asked for. */
const oneDeedOf: Record<SignableReading, (row: CommuneCoverage) => number> = {
  tied: ({ bothUntied, familyOnly }) => bothUntied + familyOnly,
  both: ({ familyOnly, pairOnly }) => familyOnly + pairOnly,
  family: ({ units, covered }) => units - covered,
  pair: ({ units, covered }) => units - covered,
};

/** A commune with what its sub-associations and groups need together; null of one that is silent. */
export type CommuneNeeds = { row: CommuneCoverage; needs: Needs | null; left: number };

/** Communes where something is missing, those with most first; then those that are silent. */
export function needsOfCommunes(rows: readonly CommuneCoverage[], reading: SignableReading): CommuneNeeds[] {
  const each = new Map<string, CommuneNeeds>();
  for (const row of rows) {
    const before = each.get(row.communeId) ?? { row, needs: null, left: 0 };
    const missing = missingBy(row, reading);
    if (!missing && row.state !== 'not_reported') continue;
    const needs = missing && sum(before.needs ?? NOTHING, { ...missing, oneDeed: oneDeedOf[reading](row) });
    each.set(row.communeId, {
      row: before.row,
      needs: needs ?? before.needs,
      left: before.left + (missing ? row.units - row.covered : 0),
    });
  }
  return [...each.values()]
    .filter(({ needs, left }) => needs === null || left > 0)
    .sort((one, other) => other.left - one.left || byVietnameseName(one.row, other.row));
}

/** A sub-association with the gaps of its own and of its groups. */
export type UnitNeeds = { row: MatrixRow; needs: Needs; gaps: UnitGap[] };

/** A pair that is made with the family that stands is tied to it; a family that is founded is not tied yet. */
const isOneDeed = ({ missing }: UnitGap, reading: SignableReading) =>
  missing.length === 1 && !(reading === 'tied' && (missing[0] === 'family' || missing[0] === 'households'));

/** Sub-associations in which something is missing, those with most first. */
export function needsOfUnits(rows: readonly MatrixRow[], reading: SignableReading): UnitNeeds[] {
  return rows
    .map((row) => {
      const gaps = [row, ...row.groups].flatMap(({ gap }) => gap ?? []);
      const lack = (...parts: MissingPart[]) =>
        gaps.filter(({ missing }) => parts.some((part) => missing.includes(part))).length;
      const oneDeed = gaps.filter((gap) => isOneDeed(gap, reading)).length;
      return {
        row,
        gaps,
        needs: { tie: lack('tie'), pair: lack('pair'), family: lack('family', 'households'), oneDeed },
      };
    })
    .filter(({ gaps }) => gaps.length > 0)
    .sort((one, other) => other.gaps.length - one.gaps.length || byVietnameseName(one.row, other.row));
}

/** Places that report and did not, and those that did and do not; each once. */
export function heardAndSilent(rows: readonly CommuneCoverage[], earlier: readonly CommuneCoverage[]) {
  const isSilent = (row: CommuneCoverage | undefined) => row === undefined || row.state === 'not_reported';
  const before = new Map(earlier.map((row) => [`${row.communeId} ${row.level}`, row]));
  const once = rows.filter(({ level }) => level === 'sub_association');
  const was = (row: CommuneCoverage) => before.get(`${row.communeId} ${row.level}`);
  return {
    began: once.filter((row) => !isSilent(row) && isSilent(was(row)) && knownOf([row]).known.length > 0),
    fellSilent: once.filter((row) => isSilent(row) && was(row) !== undefined && !isSilent(was(row))),
    silent: once.filter(isSilent),
  };
}
