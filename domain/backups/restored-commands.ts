import { closeWaysIn, endAllSessions } from '@/domain/accounts/restored-writes';
import { record } from '@/domain/audit-writes';
import { holdLetters } from '@/domain/messages/restored-writes';
import { holdPushes } from '@/domain/subscriptions/pushing/restored-writes';
import { dueRoundsSql } from '@/domain/subscriptions/pushing/round-queries';
import { transaction } from '@/prisma/client';

/** More than were ever published within hours. */
const ROUNDS_ALL = 10_000;

/** How many of each a restore has ended or held. */
export type Held = { sessions: number; letters: number; rounds: number };

/**
 * After a restore, before anybody is let in: every session is ended, no letter or push that waited goes out by itself, for it may have
 * gone out since. The trail says so. Twice is once.
 */
export const settleRestored = (): Promise<Held> =>
  transaction(async (tx) => {
    const sessions = await endAllSessions(tx);
    await closeWaysIn(tx);
    const letters = await holdLetters(tx);
    const rounds = await holdPushes(tx, dueRoundsSql(ROUNDS_ALL));
    const held = { sessions, letters, rounds };
    await record(tx, null, { verb: 'changed', action: 'settleRestored', subjectType: 'backup', change: held });
    return held;
  });
