import { toDate } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { readsSince } from './read';

/** Forgets reads of days that are not shown any more, of pieces and of all other pages. Says how many rows that were. */
export async function forgetReads(): Promise<number> {
  const where = { day: { lt: toDate(readsSince()) } };
  const [pieces, pages] = [await db.articleRead.deleteMany({ where }), await db.pageRead.deleteMany({ where })];
  return pieces.count + pages.count;
}
