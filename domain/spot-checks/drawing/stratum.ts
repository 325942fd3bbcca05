import type { CoverageLevel } from '@/domain/coverage/coverage';

/** Communes with so many sub-associations and groups or more are large. */
export const LARGE_FROM = 100;
/** Of each stratum so many are drawn at least, or all there are: one alone says nothing of how its like differ. */
export const STRATUM_LEAST = 2;
/** Units whose records raise a question are drawn so many times as often; the estimate gives them their true weight again. */
export const QUESTIONED_TIMES = 2;

/** A covered unit as the draw sees it: which one, and what it is like. */
export type Listed = {
  unitId: string;
  communeCode: string;
  ward: boolean;
  /** sub-associations and groups of its commune */
  communeUnits: number;
  level: CoverageLevel;
  /** the records of its models raise a question */
  questioned: boolean;
};

export type Stratum = { name: string; units: Listed[] };
/** How many a stratum has, and how many of them are drawn. */
export type StratumSize = { name: string; size: number; drawn: number };

const nameOf = ({ ward, communeUnits, level, questioned }: Listed): string =>
  [
    ward ? 'ward' : 'commune',
    communeUnits >= LARGE_FROM ? 'large' : 'small',
    level,
    questioned ? 'questioned' : 'plain',
  ].join(' ');

/** What a stratum's name says of its units. */
export function saidBy(name: string) {
  const [kind = '', size = '', level = '', records = ''] = name.split(' ');
  return { kind, size, level, records };
}

/** The list by stratum, each in the order of its name. */
export function strataOf(list: readonly Listed[]): Stratum[] {
  const strata = new Map<string, Listed[]>();
  for (const unit of list) {
    const name = nameOf(unit);
    const units = strata.get(name);
    if (units) units.push(unit);
    else strata.set(name, [unit]);
  }
  return [...strata].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, units]) => ({ name, units }));
}

/**
 * How many of each stratum are drawn for a share of the whole list: in proportion to its size, those with questions twice as often, by the
 * largest remainder; never fewer than two.
 */
export function allotted(strata: readonly { name: string; size: number }[], percent: number): StratumSize[] {
  const whole = Math.ceil((strata.reduce((sum, { size }) => sum + size, 0) * percent) / 100);
  const weights = strata.map(({ name, size }) => size * (saidBy(name).records === 'questioned' ? QUESTIONED_TIMES : 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (whole * weight) / sum : 0));
  const drawn = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at);
  const left = whole - drawn.reduce((total, count) => total + count, 0);
  for (const { at } of byRemainder.slice(0, left)) drawn[at] = (drawn[at] ?? 0) + 1;
  return strata.map(({ name, size }, at) => ({
    name,
    size,
    drawn: Math.min(size, Math.max(STRATUM_LEAST, drawn[at] ?? 0)),
  }));
}
