import type { Transaction } from '@/prisma/transaction';

/**
 * Looks at every row that a restructuring of these units may write. The answer tells, afterwards, which rows it did
 * write: they are kept to take it back (decision 0039).
 */
export async function startJournal(tx: Transaction, unitIds: readonly string[], parentId: string | null | undefined) {
  // what belongs to a unit that closes empty goes to the unit above
  const ids = [...new Set([...unitIds, ...(parentId ? [parentId] : [])])];
  const [row] = await tx.$queryRaw<{ before: unknown }[]>`SELECT app.units_before(${ids}::uuid[]) AS before`;
  const before = JSON.stringify(row?.before ?? []);
  return async (): Promise<unknown> => {
    const [after] = await tx.$queryRaw<{ done: unknown }[]>`
      SELECT app.units_done(${before}::jsonb, ${ids}::uuid[]) AS done`;
    return after?.done ?? [];
  };
}
