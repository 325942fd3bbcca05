import type { Prisma } from './generated/client';

/** The hand that writes a change: `transaction()` of client.ts gives it down, so that all of it stands or none. */
export type Transaction = Prisma.TransactionClient;

/** A piece of SQL that a query builds and a write carries along. */
export type Statement = Prisma.Sql;
