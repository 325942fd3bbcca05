import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { type CoverageTargets, countAtTarget } from './target';

/** Places that have come to the target of their year and had not, of one level. */
export const cameToTarget = (
  rows: readonly CommuneCoverage[],
  earlier: readonly CommuneCoverage[],
  targets: Readonly<Record<string, CoverageTargets>>,
): CommuneCoverage[] => {
  const atTarget = (row: CommuneCoverage | undefined) => row !== undefined && countAtTarget([row], targets) > 0;
  const before = new Map(earlier.map((row) => [`${row.communeId} ${row.level}`, row]));
  return rows.filter((row) => atTarget(row) && !atTarget(before.get(`${row.communeId} ${row.level}`)));
};
