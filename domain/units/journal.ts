import type { Transaction } from '@/prisma/transaction';

/**
 * Looks at every row a restructuring of these units may write, and answers with what tells, afterwards, which ones it did
 * write: that is kept to take it back. What goes to the unit above of one that closes empty is looked at too.
 */
export async function startJournal(tx: Transaction, unitIds: readonly string[], parentId: string | null | undefined) {
  const ids = [...new Set([...unitIds, ...(parentId ? [parentId] : [])])];
  const [row] = await tx.$queryRaw<{ before: unknown }[]>`SELECT app.units_before(${ids}::uuid[]) AS before`;
  const before = JSON.stringify(row?.before ?? []);
  return async (): Promise<unknown> => {
    const [after] = await tx.$queryRaw<{ done: unknown }[]>`
      SELECT app.units_done(${before}::jsonb, ${ids}::uuid[]) AS done`;
    return after?.done ?? [];
  };
}
