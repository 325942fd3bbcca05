import { ok, problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import type { RoundInput } from './round';

/** Two who announce, draw or close at once wait for each other. */
export const lockRounds = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rounds of spot checks'))`;

/** A round that is under way, locked, as long as it is still as she saw it. */
export async function roundToChange(tx: Transaction, { roundId, version }: RoundInput) {
  await lockRounds(tx);
  const round = await tx.spotRound.findUnique({
    where: { id: roundId },
    select: {
      id: true,
      version: true,
      seed: true,
      percent: true,
      countedOn: true,
      endsOn: true,
      drawnAt: true,
      closedAt: true,
      withdrawnAt: true,
    },
  });
  if (!round) return problem('not-found');
  if (round.closedAt || round.withdrawnAt) return problem('not-open');
  if (round.version !== version) return problem('changed-meanwhile', { version: String(round.version) });
  return ok(round);
}

/** What a round's deed is called in the trail. */
export const trailOf = (action: string, id: string) => ({ action, subjectType: 'spot-round', subjectId: id }) as const;
