import type { MatrixRow } from '@/domain/coverage/matrix/matrix';

/** Sub-associations that lack something themselves, then those with groups that do, most of them first; then the others, as they stood. */
export const gapsFirst = (rows: readonly MatrixRow[]): MatrixRow[] =>
  [...rows].sort((one, other) => Number(one.covered) - Number(other.covered) || groupsLeft(other) - groupsLeft(one));

const groupsLeft = ({ groups, groupsCovered }: MatrixRow) => groups.length - groupsCovered;
