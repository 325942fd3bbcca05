import { randomUUID } from 'node:crypto';
import { readLocale, SECOND_FACTOR } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { Transaction } from '@/prisma/transaction';
import type { FactorEvent } from './second-factor';

type Told = { what: FactorEvent } & Record<string, string>;

/** Tells her by e-mail, with the change itself; who has no address reads it in no mail. */
export async function tellOfFactor(tx: Transaction, accountId: string, facts: Told): Promise<void> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, locale: true },
  });
  if (!account.email) return;
  await queueMessages(tx, [
    {
      kind: 'email',
      about: SECOND_FACTOR,
      dedupeKey: `${SECOND_FACTOR} ${randomUUID()}`,
      locale: readLocale(account.locale),
      recipient: account.email,
      accountId,
      facts: { ...facts, at: new Date().toISOString() },
    },
  ]);
}
