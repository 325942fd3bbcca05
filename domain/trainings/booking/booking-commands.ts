import type { Viewer } from '@/domain/access/viewer';
import { problem, type Result } from '@/domain/result';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { Wanted } from './clash';
import { findClash } from './clash-queries';

export type BookingProblem = 'trainer-taken' | 'hall-taken' | 'already-decided' | 'seats-held' | 'try-again';

/**
 * Runs a change that takes trainers and a hall. A refusal of the database becomes the problem of the check before:
 * `findClash` names the session in the way. `try-again`: that session is gone already.
 */
export async function book<Value, Problem extends string>(
  viewer: Viewer,
  wanted: Wanted,
  change: (tx: Transaction) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | BookingProblem>> {
  try {
    return await transaction(change);
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'session_step') return problem('already-decided');
    if (rule === 'seats_held') return problem('seats-held');
    if (rule !== 'venue_taken' && rule !== 'trainer_taken') throw error;
    const clash = await findClash(viewer, wanted);
    return clash ? problem(clash.problem, clash.detail) : problem('try-again');
  }
}
