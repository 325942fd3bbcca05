import { type Day, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { LeftAlone } from './merge';
import {
  type Change,
  type MovedTable,
  movedColumns,
  movedTables,
  ofPairs,
  type PersonRows,
  type Row,
} from './merge-tables';

/** The undoing of a change, as `person_merge.moved` keeps it. */
export type Done = Record<string, unknown>;

const NAME = /^[a-z_]+$/;
const named = (name: string) => {
  if (!NAME.test(name)) throw new Error('not a name of the list');
  return name;
};

const ofWomen = (table: MovedTable) =>
  `SELECT '${table}' AS "table", to_jsonb(t) AS row FROM ${named(table)} t WHERE ${movedColumns[table]
    .map((column) => `t.${named(column)} = ANY ($1::uuid[])`)
    .join(' OR ')}`;
const PAIRS_OF = 'SELECT id FROM pair WHERE instructor_id = ANY ($1::uuid[]) OR learner_id = ANY ($1::uuid[])';
const ROWS_OF = [
  ...movedTables.map(ofWomen),
  ...ofPairs.map((table) => `SELECT '${table}', to_jsonb(t) FROM ${table} t WHERE t.pair_id IN (${PAIRS_OF})`),
  `SELECT 'attendance', to_jsonb(t) FROM attendance t WHERE t.person_id = ANY ($1::uuid[])`,
].join(' UNION ALL ');

/** Every row that points to one of the two records, and what hangs on their pairs, in the order of their ids. */
export async function rowsOf(tx: Pick<Transaction, '$queryRawUnsafe'>, personIds: string[]): Promise<PersonRows> {
  const found = await tx.$queryRawUnsafe<{ table: keyof PersonRows; row: Row }[]>(ROWS_OF, personIds);
  const rows = Object.fromEntries(
    [...movedTables, ...ofPairs, 'attendance'].map((table) => [table, [] as Row[]]),
  ) as unknown as PersonRows;
  for (const { table, row } of found) rows[table].push(row);
  for (const list of Object.values(rows)) list.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return rows;
}

/** The two records themselves, locked in the order of their ids, so that of two mergers the second waits for the first. */
export async function lockRecords(tx: Transaction, personIds: string[]): Promise<Map<string, Row>> {
  const rows = await tx.$queryRaw<{ id: string; row: Row }[]>`
    SELECT id::text, to_jsonb(p) AS row FROM person p WHERE id = ANY (${personIds}::uuid[]) ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, row }) => [id, row]));
}

export async function writeChanges(tx: Transaction, changes: Change[]): Promise<Done[]> {
  const [row] = await tx.$queryRaw<
    { done: Done[] }[]
  >`SELECT app.change_rows(${JSON.stringify(changes)}::jsonb) AS done`;
  return row?.done ?? [];
}

export async function restoreRows(tx: Transaction, done: unknown): Promise<LeftAlone[]> {
  const [row] = await tx.$queryRaw<{ left: LeftAlone[] }[]>`
    SELECT app.restore_rows(${JSON.stringify(done)}::jsonb) AS left`;
  return row?.left ?? [];
}

/** Coverage of closed months in which the pairs of these women have a part: see `app.closed_coverage`. */
export async function closedCoverage(tx: Transaction, personIds: string[]): Promise<string> {
  const [row] = await tx.$queryRaw<{ text: string }[]>`SELECT app.closed_coverage(${personIds}::uuid[]) AS text`;
  return row?.text ?? '';
}

/** Thrown, so that what was written goes back with the transaction. */
export class ClosedMonthChanged extends Error {
  constructor(
    /** the first open day after the closed months that would change */
    readonly until: Day,
  ) {
    super('a closed month would change');
  }
}

/** Closed months say of these women's pairs what they said before (`closedCoverage`), or all that was written goes back. */
export async function holdClosedMonths(tx: Transaction, personIds: string[], before: string): Promise<void> {
  const after = await closedCoverage(tx, personIds);
  if (after === before) return;
  const [were, are] = [new Set(before.split('\n')), new Set(after.split('\n'))];
  const changed = [...were, ...are].filter((line) => line && !(were.has(line) && are.has(line)));
  // a line is: the unit, since when it lies there, the first day of the period, what counted
  const parts = changed.map((line) => line.split(' '));
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    SELECT max(p.ends_on)::text AS until
    FROM unnest(${parts.map(([unitId]) => unitId)}::uuid[], ${parts.map(([, , start]) => start)}::date[]) AS c(unit_id, starts_on)
      JOIN reporting_period p ON p.starts_on = c.starts_on
      JOIN unit_span s ON s.unit_id = c.unit_id AND daterange(s.valid_from, s.valid_to) && daterange(p.starts_on, p.ends_on)
      JOIN report r ON r.unit_id = s.commune_id AND r.period_id = p.id AND r.state = 'locked'`;
  throw new ClosedMonthChanged(row?.until ?? today());
}
