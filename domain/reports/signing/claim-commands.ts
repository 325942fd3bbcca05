import { db } from '@/prisma/client';
import { type SigningProblem, type SigningStep, signingSteps } from './signing';

/** A signing that this process works on. */
export type ClaimedSigning = {
  id: string;
  unitId: string;
  periodId: string;
  accountId: string;
  version: number;
  seen: string;
  tries: number;
};

/** Takes what has waited longest and failed least; null where nothing waits. Taken twice it is signed once. */
export async function claimSigning(): Promise<ClaimedSigning | null> {
  const [claimed] = await db.$queryRaw<ClaimedSigning[]>`
    UPDATE report_signing s SET tries = s.tries + 1, steps_done = 0 FROM report r
    WHERE r.id = s.report_id AND s.id = (SELECT id FROM report_signing WHERE state = 'waiting' ORDER BY tries, asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING s.id::text, r.unit_id::text AS "unitId", r.period_id::text AS "periodId", s.asked_by_id::text AS "accountId", s.seen_version AS version, s.seen, s.tries`;
  return claimed ?? null;
}

/** Says that it is at a step; false where somebody has cancelled it. */
export async function reachStep(id: string, step: SigningStep): Promise<boolean> {
  const { count } = await db.reportSigning.updateMany({
    where: { id, state: 'waiting' },
    data: { stepsDone: signingSteps.indexOf(step) },
  });
  return count > 0;
}

/** Ends it without a signature, for a reason that its page says in words; where it has ended meanwhile nothing happens. */
export async function refuseSigning(id: string, problem: SigningProblem): Promise<void> {
  await db.reportSigning.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'refused', problem, endedAt: new Date() },
  });
}
