import type { Transaction } from '@/prisma/transaction';

/** Ends every session, as after a restore: whoever had signed out since would be signed in again. Says how many. */
export const endAllSessions = (tx: Transaction): Promise<number> =>
  tx.$executeRaw`UPDATE account_session SET ended_at = now(), end_reason = 'restored' WHERE ended_at IS NULL`;
