import type { Prisma } from './generated/client';

/** What a change is written with: handed down by `transaction()` of client.ts, so that all of it stands or none. */
export type Transaction = Prisma.TransactionClient;
