import type { Transaction } from '@/prisma/transaction';
import type { MessageDraft } from './message';

/** Writes messages with the change that causes them: neither exists without the other, and the same cause writes each once. */
export async function queueMessages(tx: Transaction, drafts: MessageDraft[]): Promise<void> {
  if (drafts.length > 0) await tx.outboxMessage.createMany({ data: drafts, skipDuplicates: true });
}
