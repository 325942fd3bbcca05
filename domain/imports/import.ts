import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { MaskedPhone } from '@/domain/people/phones/phone';
import { fileInput } from '@/domain/upload';
import { versionInput } from '@/domain/version';

/** The bounds of a sheet: larger ones are split, and a bomb is none of them. */
export const FILE_BYTES_MAX = 2 * 1024 * 1024;
export const INFLATED_BYTES_MAX = 60 * 1024 * 1024;
export const ROWS_MAX = 50_000;
export const COLUMNS_MAX = 60;
/** So many rows are dealt with in one step, which is one transaction. */
export const STEP_ROWS = 1000;
/** An import can be taken back this long. */
export const UNDO_HOURS = 24;
/** The contents of the rows are kept this long, to answer what came of them. */
export const KEPT_DAYS = 30;

/** The fields of a column in a list of members. */
export const columnFields = [
  'fullName',
  'surname',
  'givenName',
  'birth',
  'phone',
  'unit',
  'subAssociation',
  'group',
  'address',
  'joinedOn',
  'kind',
] as const;
export type ColumnField = (typeof columnFields)[number];

export const memberKinds = ['member', 'core', 'honorary'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** How the columns of a sheet were read. Of identity cards nothing but the headings is kept. */
export type SheetColumns = {
  headings: string[];
  fields: (ColumnField | null)[];
  /** columns that count rows: nobody needs to be told that they are left out */
  ordinals: number[];
  /** headings of columns that hold numbers of identity cards; their cells were never kept */
  identity: string[];
  headingRow: number;
};

export type ImportPhase = 'checking' | 'checked' | 'applying' | 'undoing' | 'finished';
export type ImportState = 'previewed' | 'applied' | 'undone' | 'discarded';
export const verdicts = ['error', 'update', 'create', 'same'] as const;
export type Verdict = (typeof verdicts)[number];
export type Outcome = 'done' | 'undone' | 'left-alone';

/** The values that a row would write, and which fields they change on a record that stands. */
export type Plan = {
  name: string;
  birthYear: number | null;
  phone: string | null;
  address: string | null;
  unitId: string;
  unitName: string;
  kind: MemberKind;
  since: Day;
  demo: boolean;
  changes: FieldChange[];
};
export type ChangedField = 'birthYear' | 'phone' | 'address' | 'unit' | 'kind' | 'joinedOn';
export type FieldChange = { field: ChangedField; from: string | null; to: string };

/** The same as it is shown: of numbers, on record or in the sheet, only the ends. */
export type ShownPlan = Omit<Plan, 'phone'> & { phone: MaskedPhone | null };

/** Why a row cannot be taken, with what its sentence names: "same-as-row|17". */
export type Reason = string;
export const reason = (name: string, detail?: string | number): Reason =>
  detail === undefined ? name : `${name}|${detail}`;
export const readReason = (text: Reason): { name: string; detail: string } => {
  const at = text.indexOf('|');
  return at < 0 ? { name: text, detail: '' } : { name: text.slice(0, at), detail: text.slice(at + 1) };
};

export type ImportRow = {
  no: number;
  verdict: Verdict | null;
  reasons: Reason[];
  /** as they stood in the sheet, with numbers masked */
  cells: string[];
  plan: ShownPlan | null;
  subjectId: string | null;
  outcome: Outcome | null;
};

/** An import as lists and its own page show it. */
export type ImportBatch = {
  id: string;
  unit: { id: string; name: string; path: string };
  fileName: string;
  columns: SheetColumns;
  state: ImportState;
  phase: ImportPhase;
  uploadedAt: Date;
  uploadedBy: string;
  appliedAt: Date | null;
  rowCount: number;
  doneRowNo: number;
  purged: boolean;
  version: number;
  may: { undo: boolean; work: boolean };
};
/** How many rows were judged how, how many stand on record, how many were left alone. */
export type ImportCounts = { verdicts: Record<Verdict, number>; leftAlone: number; done: number };

export const uploadInput = z.object({ unitId: idInput, sheetFile: fileInput(FILE_BYTES_MAX) });
export type UploadInput = z.output<typeof uploadInput>;

const versioned = { batchId: idInput, version: versionInput };
export const stepInput = z.object({ batchId: idInput });
export const changeInput = z.object(versioned);
export type ChangeInput = z.output<typeof changeInput>;

const columnChoice = z.enum([...columnFields, '']).optional();
const columnNames = Array.from({ length: COLUMNS_MAX }, (_, at) => `column${at}` as const);

/** One choice a column, "column0" being the first of the sheet; empty for one that is left out. */
export const columnsInput = z.object({
  ...versioned,
  ...(Object.fromEntries(columnNames.map((name) => [name, columnChoice])) as Record<
    `column${number}`,
    typeof columnChoice
  >),
});
export type ColumnsInput = ChangeInput & { [column: `column${number}`]: ColumnField | '' | undefined };

/** Can this import still be taken back? */
export const undoable = (
  { state, phase, appliedAt }: Pick<ImportBatch, 'state' | 'phase' | 'appliedAt'>,
  now: Date = new Date(),
) =>
  state === 'applied' &&
  phase !== 'undoing' &&
  appliedAt !== null &&
  now.getTime() - appliedAt.getTime() < UNDO_HOURS * 60 * 60 * 1000;
