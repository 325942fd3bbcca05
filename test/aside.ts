import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { ownerReads } from './owner';

type Numbered = { xid: string };
/** The number of this transaction. */
export const numberOf = (tx: Transaction) =>
  tx.$queryRaw<Numbered[]>`SELECT pg_current_xact_id()::text AS xid`.then(([row]) => row?.xid ?? '');
/** That of the one which wrote a row last. */
export const lastOf = (table: string, where: string, value: string) =>
  ownerReads<Numbered>(`SELECT xmin::text AS xid FROM ${table} WHERE ${where} = $1`, [value]).then(
    ([row]) => row?.xid ?? '',
  );
/** Is it noted that this one wrote nothing but what no kept reading shows? */
export const isAside = async (xid: string) => {
  const [row] = await db.$queryRaw<{ is: boolean }[]>`SELECT ${xid}::bigint = ANY (app.asides(${xid}::bigint)) AS is`;
  return row?.is;
};
