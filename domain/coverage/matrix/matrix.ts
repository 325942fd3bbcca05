import type { CoverageLevel, Remedy, UnitGap } from '../coverage';

/** How one model stands in one unit; of several the one that goes furthest. */
export type MatrixMark = 'active' | 'paused' | 'planned' | 'none';

/** A sub-association or group as the matrix shows it: what stands there on a day, and what is missing. */
export type MatrixUnit = {
  unitId: string;
  level: CoverageLevel;
  name: string;
  /** of a group: the sub-association it belongs to */
  parentName: string | null;
  family: MatrixMark;
  pair: 'active' | 'none';
  /** an active pair is tied to the active family */
  tied: boolean;
  /** the unit counts */
  covered: boolean;
  /** null where it counts, and of a unit that only stands above hers */
  gap: UnitGap | null;
  /** its active family has no household on record, and whether the viewer may write them down */
  bare: { modelId: string; mayKeep: boolean } | null;
  demo: boolean;
};

export type MatrixRow = MatrixUnit & {
  /** the Digital Sub-association, which is earned apart from coverage */
  recognition: MatrixMark;
  /** what the viewer may do towards it today; null where it stands, or is not hers to do */
  recognise: Remedy | null;
  /** those within the viewer's reach, in Vietnamese order */
  groups: MatrixUnit[];
  /** how many groups there are, and how many of them count; narrowed rows show fewer */
  groupsCount: number;
  groupsCovered: number;
};

/** Every unit of some rows in their order, each sub-association before its groups. */
export const unitsOf = (rows: readonly MatrixRow[]): MatrixUnit[] => rows.flatMap((row) => [row, ...row.groups]);
