import { toDate } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { readsSince } from './draft';

/** Forgets reads of days that are not shown any more. Says how many rows that were. */
export async function forgetReads(): Promise<number> {
  const { count } = await db.articleRead.deleteMany({ where: { day: { lt: toDate(readsSince()) } } });
  return count;
}
