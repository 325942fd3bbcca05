import { isId } from '@/domain/id';
import type { Transaction } from '@/prisma/transaction';

const RECORDS_MAX = 1_000;

/** Ids of her record, first, and of those merged into it; the caller has asked, or asks at the same time, who may know. */
export async function recordsOf(database: Pick<Transaction, '$queryRaw'>, personId: string): Promise<string[]> {
  if (!isId(personId)) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM app.records_of(${personId}::uuid) ORDER BY id <> ${personId}::uuid LIMIT ${RECORDS_MAX}`;
  return rows.map(({ id }) => id);
}
