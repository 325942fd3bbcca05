import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import type { Opening } from '@/domain/audit-draft';
import type { MatrixMark, MatrixUnit } from '@/domain/coverage/matrix/matrix';
import type { MatrixLack, MatrixSort } from '@/domain/coverage/matrix/matrix-view';
import type { Day } from '@/domain/days/day';
import type { MemberKind } from '@/domain/imports/import';
import type { Unveil, UnveiledPhone } from '@/domain/people/phones/phone';
import type { Result } from '@/domain/result';
import type { EnrolmentState } from '@/domain/scales/enrolment-state';
import type { StandingProblem } from '@/domain/second-pairs/second-pair';
import type { UnitKind, UnitLevel } from '@/domain/units/unit';

export const exportLists = [
  'people',
  'digital-models',
  'pairs',
  'peer-lessons',
  'units',
  'trainings',
  'participants',
  'taught',
  'matrix',
  'indicators',
  'coverage',
  'spot-checks',
] as const;
export type ExportList = (typeof exportLists)[number];

export const sheetFormats = ['xlsx', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** So many rows of a list that names persons leave the portal for one account: at once, and in an hour all together. */
export const PERSONS_MAX = 50_000;

export const namesPersons = (list: ExportList) => list === 'people' || list === 'pairs' || list === 'participants';

/**
 * A row of the exported list of members. The phone is whole: only a viewer who may take it away gets the list at all.
 */
export type MemberExport = {
  name: string;
  birthYear: number | null;
  phone: string | null;
  communeName: string | null;
  subAssociationName: string | null;
  groupName: string | null;
  address: string | null;
  /** null for who left */
  since: Day | null;
  kind: MemberKind | null;
  demo: boolean;
};

/** A line of the list of participants. The phone is whole, as in the list of members. */
export type ParticipantExport = {
  arrivalNo: number;
  seatNo: number | null;
  state: EnrolmentState;
  /** marked present without a seat: she waits no more */
  thereUnseated: boolean;
  name: string;
  phone: string | null;
  unit: string;
  accessNeed: string | null;
  demo: boolean;
};

export type UnitExport = {
  name: string;
  level: UnitLevel;
  kind: UnitKind | null;
  code: string | null;
  communeName: string | null;
  subAssociationName: string | null;
  openedOn: Day;
  closedOn: Day | null;
  demo: boolean;
};

/** A unit of a matrix; only a sub-association can be recognised. */
export type MatrixExport = MatrixUnit & { recognition: MatrixMark | null };

export type MatrixFilter = { communeId: string; day: Day } & {
  lacks?: MatrixLack | undefined;
  sort?: MatrixSort | undefined;
  units?: string[] | undefined;
};

/** Members as the list of people is narrowed. */
export type MemberExportFilter = {
  /** this unit and those below it */
  unitId?: string;
  /** words of the name, with or without Vietnamese marks; or a whole phone number */
  q?: string;
  /** "left": on record here, but a member nowhere today */
  kind?: MemberKind | 'left';
  /** an office she holds today */
  office?: string;
  /** a kind of network she takes part in today */
  network?: string;
  /** a skill known of her */
  skillId?: string;
};
export type UnitExportFilter = { under?: string; level?: UnitLevel; q?: string; closed?: boolean };

/** A list made ready to leave: how many rows it will have, where that is known, the rows as they are read, and what else stands above them. */
export type OpenedExport<Row> = {
  total: number | null;
  rows: AsyncIterable<Row>;
  titles?: readonly string[];
  /** the session whose list it is */
  sessionId?: string;
};

/** A list with numbers: its rows are read for the entry of the trail that opens them, so many as it says. */
export type NumberedExport<Row> = Omit<OpenedExport<Row>, 'rows'> & { rows: (opening: Opening) => AsyncIterable<Row> };

/** 'second-asked': it waits for a second person now; 'already-asked': it did before. */
export type ExportProblem = 'not-found' | 'too-many-rows' | 'too-often' | 'second-asked' | StandingProblem;

/** The rights to take lists out: members by a right of their own, all others by whoever may see the list. */
export const exportRight: Record<ExportList, Permission> = {
  people: 'exports.persons',
  'digital-models': 'digital-models.see',
  pairs: 'pairs.see',
  'peer-lessons': 'peer-lessons.see',
  units: 'units.see',
  trainings: 'trainings.see',
  participants: 'exports.persons',
  taught: 'outcomes.see-taught',
  matrix: 'coverage.see',
  // of each indicator by whoever may see it
  indicators: 'units.see',
  coverage: 'coverage.see',
  'spot-checks': 'spot-checks.see',
};

/** An export as it is asked for. */
export type ExportAsked = {
  list: ExportList;
  format: SheetFormat;
  /** how many rows it will have, where that is known */
  total: number | null;
  /** names of what the list is narrowed by; never what was asked for */
  narrowedBy: readonly string[];
  /** of a session's list: whose numbers it opens */
  sessionId?: string | undefined;
  /** what it is narrowed by comes to this: another question is another list */
  asked?: string;
};

/** The key to a list that may leave: its numbers are whole only by `unveil`. */
export type RecordedExport = { opening: Opening; unveil: Unveil };

/** Leaves the trail of an export, or says why nothing leaves. */
export type RecordExport = (viewer: Viewer, asked: ExportAsked) => Promise<Result<RecordedExport, ExportProblem>>;

/** 0912345678: as everybody dials it, and as text. */
export const localPhone = (phone: UnveiledPhone) => phone.replace(/^\+84/, '0');
