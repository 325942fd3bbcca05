import type { CoverageTotal } from '../coverage';

/** A sub-association as the table of all places tells it below its commune (`within`): itself, or at the level of groups those it has. */
export type UnfoldedLine = CoverageTotal & { unitId: string; within: string; name: string; demo: boolean };
