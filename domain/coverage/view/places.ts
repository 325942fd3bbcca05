import { byVietnameseName } from '@/domain/order';
import type { CommuneCoverage } from '../coverage';

export type Rank = {
  rank: number;
  /** how many places with the same share stand beside it */
  equals: number;
  among: number;
};

/** Where a place stands among those that report; places with the same share have the same rank. Null where nothing is known of it. */
export function rankOf(rows: readonly CommuneCoverage[], slug: string): Rank | null {
  const known = rows.filter(({ percent }) => percent !== null);
  const share = known.find((row) => row.slug === slug)?.percent ?? null;
  if (share === null) return null;
  return {
    rank: 1 + known.filter(({ percent }) => (percent ?? 0) > share).length,
    equals: known.filter(({ percent }) => percent === share).length - 1,
    among: known.length,
  };
}

/** Places are alike while they differ by no more than this share of their units, or by so few. */
const UNITS_APART = 0.25;
const UNITS_APART_LEAST = 2;
const PEERS_MAX = 5;

/** Places like this one: of its kind, with about as many units, and reporting. The most alike come first. */
export function peersOf(rows: readonly CommuneCoverage[], slug: string): CommuneCoverage[] {
  const own = rows.find((row) => row.slug === slug);
  if (!own) return [];
  const apart = (row: CommuneCoverage) => Math.abs(row.units - own.units);
  const most = Math.max(UNITS_APART_LEAST, own.units * UNITS_APART);
  return rows
    .filter((row) => row.slug !== slug && row.kind === own.kind && row.percent !== null && apart(row) <= most)
    .sort((one, other) => apart(one) - apart(other) || byVietnameseName(one, other))
    .slice(0, PEERS_MAX);
}

/** Ten steps of ten percent; what is 100 % stands in the last one. */
const STEPS = 10;
export type ShareStep = { from: number; to: number; places: number };

/** How the places that report are spread over the shares. */
export function spreadOf(rows: readonly CommuneCoverage[]): ShareStep[] {
  const steps = Array.from({ length: STEPS }, (_, at) => ({ from: at * 10, to: at * 10 + 10, places: 0 }));
  for (const { percent } of rows) {
    const step = percent === null ? undefined : steps[Math.min(STEPS - 1, Math.floor(percent / 10))];
    if (step) step.places += 1;
  }
  return steps;
}

type WithGroups = { name: string; groupsCount: number; groupsCovered: number };

/** Sub-associations that have groups, the highest share of covered ones first, equals in Vietnamese order. */
export const byGroupsCovered = <Row extends WithGroups>(rows: readonly Row[]): Row[] => {
  const share = ({ groupsCount, groupsCovered }: WithGroups) => groupsCovered / groupsCount;
  return rows
    .filter(({ groupsCount }) => groupsCount > 0)
    .sort((one, other) => share(other) - share(one) || byVietnameseName(one, other));
};
