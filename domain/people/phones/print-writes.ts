import type { Transaction } from '@/prisma/transaction';

/** What a number that was typed is compared by with those on record, which nobody reads (`app.phone_print`, 0246). */
export async function printOf(tx: Transaction, phone: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ print: string }[]>`SELECT app.phone_print(${phone}) AS print`;
  if (!row) throw new Error('a number without a print');
  return row.print;
}
