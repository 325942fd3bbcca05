import type { Transaction } from '@/prisma/transaction';

/** The row that names a key, made when it seals for the first time; a key that seals again is no longer retired. */
export async function nameOfKey(tx: Transaction, label: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO encryption_key (id, label) VALUES (app.uuid7(), ${label})
    ON CONFLICT (label) DO UPDATE SET retired_at = NULL RETURNING id`;
  if (!row) throw new Error('a key without a name');
  return row.id;
}
