import {
  type CommuneCoverage,
  coverageLevels,
  knownOf,
  type MissingPart,
  type UnitGap,
} from '@/domain/coverage/coverage';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import { missingBy } from '@/domain/coverage/view/lacking';
import { byVietnameseName } from '@/domain/order';

/** From what is mended soonest to what takes longest: a tie is one tap, a family is founded. */
const parts: readonly MissingPart[] = ['tie', 'households', 'pair', 'family'];

const idleReasons: readonly string[] = ['family_planned', 'family_paused'];
const isIdle = ({ because }: UnitGap) => because.some((reason) => idleReasons.includes(reason));

/** Units that lack one thing. A unit without a family and without a pair is told in both, as the matrix lists it in both. */
export type GapsOfPart = {
  part: MissingPart;
  count: number;
  /** in Vietnamese order */
  subAssociations: string[];
  groups: { name: string; subAssociation: string }[];
  /** the sub-association with most of these groups, where they lie in several */
  most: { name: string; count: number } | null;
  /** of these so many have a family that is planned or paused, and only has to be put to use */
  idle: number;
  /** where there is one alone: that unit, so that its remedy can be opened at once */
  only: UnitGap | null;
};

/** Gaps by what is missing, as many as the matrix lists that is narrowed by it; nothing of a part that no unit lacks. */
export const gapsByPart = (gaps: readonly UnitGap[]): GapsOfPart[] =>
  parts.flatMap((part) => {
    const here = gaps.filter(({ missing }) => missing.includes(part));
    const [only, other] = here;
    if (!only) return [];
    const groups = here.filter(({ level }) => level === 'group');
    return {
      part,
      count: here.length,
      subAssociations: here.filter(({ level }) => level !== 'group').map(({ name }) => name),
      groups: groups.map(({ name, parentName }) => ({ name, subAssociation: parentName ?? '' })),
      most: mostOf(groups.map(({ parentName }) => parentName ?? '')),
      idle: part === 'family' ? here.filter(isIdle).length : 0,
      only: other ? null : only,
    };
  });

/** The name that is said most often of several; the first one in Vietnamese order where two are level. */
function mostOf(names: readonly string[]): GapsOfPart['most'] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size < 2) return null;
  const [most] = [...counts].map(([name, count]) => ({ name, count })).sort(furthest);
  return most ?? null;
}

const furthest = (one: { name: string; count: number }, other: { name: string; count: number }) =>
  other.count - one.count || byVietnameseName(one, other);

/** The same over many communes, told from their figures: how many units, and the commune that has most of them. */
export type CommunesGaps = { part: MissingPart; count: number; most: CommuneCoverage };

/**
 * Of communes that report, both levels together: a silent one tells nothing. What is missing follows the reading of the day; figures of
 * communes tell a family that does not count as none.
 */
export const gapsOfCommunes = (rows: readonly CommuneCoverage[], reading: SignableReading): CommunesGaps[] =>
  parts.flatMap((part) => {
    if (part === 'households') return [];
    const sums = new Map<string, { row: CommuneCoverage; name: string; count: number }>();
    for (const row of knownOf(rows).known) {
      const { count = 0 } = sums.get(row.communeId) ?? {};
      sums.set(row.communeId, { row, name: row.name, count: count + (missingBy(row, reading)?.[part] ?? 0) });
    }
    const all = [...sums.values()].sort(furthest);
    const count = all.reduce((sum, each) => sum + each.count, 0);
    return all[0] && count > 0 ? { part, count, most: all[0].row } : [];
  });

/** Communes that do not report, each once, in the order of the rows. */
export const silentOf = (rows: readonly CommuneCoverage[]): CommuneCoverage[] =>
  rows.filter(({ state, level }) => state === 'not_reported' && level === coverageLevels[0]);

/** Communes with most units to go, of one level: those that report, most missing first. */
export const furthestOf = (rows: readonly CommuneCoverage[], most: number): CommuneCoverage[] =>
  knownOf(rows)
    .known.filter(({ units, covered }) => covered < units)
    .sort((one, other) => other.units - other.covered - (one.units - one.covered) || byVietnameseName(one, other))
    .slice(0, most);
