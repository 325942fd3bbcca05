import type { Prisma } from './generated/client';

/** The hand that writes a change: `transaction()` of client.ts gives it down, so that all of it stands or none. */
export type Transaction = Prisma.TransactionClient;
