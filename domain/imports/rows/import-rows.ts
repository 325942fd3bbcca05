import { pageOf } from '@/domain/page';
import { maskedPhone } from '@/domain/people/phones/phone';
import type { Transaction } from '@/prisma/transaction';
import type { FieldChange, ImportRow, Outcome, Plan, ShownPlan, Verdict } from '../import';
import { readPhone } from '../sheets/cell-values';

export type RowFilter = { verdict?: Verdict; leftAlone?: boolean; after?: number };
export type RowPage = { rows: ImportRow[]; next: number | null };
/** A row as it is kept. */
type KeptRow = Omit<ImportRow, 'plan'> & { plan: Plan | null };

/** Rows of an import in the order of the sheet. Who may see it was asked before. */
export async function readRows(
  database: Transaction,
  batchId: string,
  filter: RowFilter,
  take: number,
): Promise<{ rows: KeptRow[]; next: number | null }> {
  const rows = await database.importRow.findMany({
    where: {
      batchId,
      ...(filter.verdict ? { verdict: filter.verdict } : {}),
      ...(filter.leftAlone ? { outcome: 'left-alone' } : {}),
      ...(filter.after ? { rowNo: { gt: filter.after } } : {}),
    },
    orderBy: { rowNo: 'asc' },
    select: {
      rowNo: true,
      verdict: true,
      reasons: true,
      cells: true,
      plan: true,
      subjectId: true,
      outcome: true,
    },
    take: take + 1,
  });
  const { page, next } = pageOf(rows, take, ({ rowNo }) => rowNo);
  const kept = page.map(({ rowNo, cells, plan, outcome, ...row }) => ({
    ...row,
    no: rowNo,
    // emptied where the person was erased
    cells: Array.isArray(cells) ? (cells as string[]) : [],
    plan: plan as Plan | null,
    outcome: outcome as Outcome | null,
  }));
  return { rows: kept, next };
}

/** A row as a page shows it: no number is whole, neither that on record nor that of the sheet. */
export const shownRow = ({ cells, plan, ...row }: KeptRow): ImportRow => ({
  ...row,
  cells: cells.map(shownCell),
  plan: plan && shownPlan(plan),
});

/** A cell as it stands in the table and is shown: of a number the ends alone. */
export const shownCell = (cell: string): string => {
  const phone = readPhone(cell);
  return phone ? maskedPhone(phone) : cell;
};

/** What is to be written, as it is kept: the number itself is read from the sheet when the row is carried out. */
export const shownPlan = (plan: Plan): ShownPlan => ({
  ...plan,
  phone: plan.phone === null ? null : maskedPhone(plan.phone),
  changes: plan.changes.map(shownChange),
});

/** The number that a row says; null where it says none, and the one on record stands. */
export const saidPhone = (plan: Pick<Plan, 'phone'> | null | undefined): string | null =>
  plan?.phone?.startsWith('+') ? plan.phone : null;

const shownChange = (change: FieldChange): FieldChange =>
  change.field === 'phone'
    ? { ...change, from: change.from && maskedPhone(change.from), to: maskedPhone(change.to) }
    : change;
