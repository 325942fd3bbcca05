import type { Transaction } from '@/prisma/transaction';

type Versioned = 'criteria_list' | 'digital_model' | 'edition' | 'pair';

/**
 * Takes a row for a change: true when it still is as she saw it. Its version rises, also when only what belongs to it changes. The last
 * thing before writing: what is refused afterwards would be kept half.
 */
export async function takeVersion(tx: Transaction, table: Versioned, id: string, version: number): Promise<boolean> {
  // a table's name cannot be a value; it is one of those four words
  const rows = await tx.$executeRawUnsafe(
    `UPDATE ${table} SET id = id WHERE id = $1::uuid AND version = $2::int`,
    id,
    version,
  );
  return rows === 1;
}
