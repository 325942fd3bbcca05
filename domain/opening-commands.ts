import { db } from '@/prisma/client';
import type { Opening } from './audit-draft';

/**
 * Says which rows are read next by an opening that is for many, in a transaction of its own (0270). Answers with how many: no more than are
 * left of those that its entry says.
 */
export async function askRows({ entryId, key }: Opening, rowIds: readonly string[]): Promise<number> {
  const [row] = await db.$queryRaw<{ asked: number | null }[]>`
    SELECT app.ask_rows(${entryId}::uuid, ${key}::bytea, ${[...rowIds]}::uuid[]) AS asked`;
  return row?.asked ?? 0;
}
