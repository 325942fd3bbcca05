import type { Transaction } from '@/prisma/transaction';
import { challengeEnds } from '../second-factors/second-factor';

/** What waited and was never answered goes on the next occasion, whosever it was. */
export const forgetChallenges = (tx: Transaction) =>
  tx.factorChallenge.deleteMany({ where: { expiresAt: { lte: new Date() } } });

/** What a passkey has to sign for a session; a new one takes the place of the one before. */
export async function putChallenge(tx: Transaction, sessionId: string, challenge: string): Promise<void> {
  await forgetChallenges(tx);
  const data = { secret: new Uint8Array(Buffer.from(challenge, 'utf8')), expiresAt: challengeEnds(new Date()) };
  await tx.factorChallenge.upsert({
    where: { sessionId_kind: { sessionId, kind: 'passkey' } },
    create: { sessionId, kind: 'passkey', ...data },
    update: data,
    select: { sessionId: true },
  });
}

/** The challenge that waits in a session, which from then on waits no more; null when none does, or its time is over by the clock that wrote when it ends. */
export async function takeChallenge(tx: Transaction, sessionId: string): Promise<string | null> {
  const [taken] = await tx.$queryRaw<{ secret: Uint8Array; isOver: boolean }[]>`
    DELETE FROM factor_challenge WHERE session_id = ${sessionId}::uuid AND kind = 'passkey'
    RETURNING secret, expires_at <= ${new Date()} AS "isOver"`;
  return taken && !taken.isOver ? Buffer.from(taken.secret).toString('utf8') : null;
}
