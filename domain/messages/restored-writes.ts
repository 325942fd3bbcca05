import type { Transaction } from '@/prisma/transaction';

/** Holds e-mails that waited when the backup was made, for they may have gone out since: officials see them as failed and send them again. Says how many. */
export const holdLetters = (tx: Transaction): Promise<number> =>
  tx.$executeRaw`UPDATE outbox_message SET state = 'failed', last_error = 'RESTORED' WHERE state = 'ready' AND kind = 'email'`;
