import type { Transaction } from '@/prisma/transaction';
import { PAUSES, type PushOutcome, REFUSALS_MAX, type Settled } from './push';

/** Seconds for which a push service may have a device wait. */
const LATER_MAX = 4 * 3_600;

const isLater = (outcome: PushOutcome) => typeof outcome === 'object' && 'later' in outcome;

/** What becomes of it, as the statement below calls it, and for how many seconds it waits. */
function wordOf({ outcome, tries }: Settled): { word: string; seconds: number } {
  if (typeof outcome === 'string') return { word: outcome, seconds: 0 };
  if ('held' in outcome) return { word: 'held', seconds: outcome.held };
  const pause = PAUSES[tries - 1];
  if (pause === undefined) return { word: 'given-up', seconds: 0 };
  return { word: 'later', seconds: Math.min(Math.max(outcome.later ?? 0, pause), LATER_MAX) };
}

/**
 * Writes down what came of some devices of a round, in one statement: each is told, forgotten, given up, or waits. Of one that was told
 * or given up no row stays.
 */
export const settlePushes = (tx: Pick<Transaction, '$executeRaw'>, roundId: string, settled: readonly Settled[]) => {
  const words = settled.map(wordOf);
  return tx.$executeRaw`
    WITH said AS MATERIALIZED (SELECT * FROM unnest(${settled.map(({ deviceId }) => deviceId)}::uuid[], ${words.map(({ word }) => word)}::text[],
        ${words.map(({ seconds }) => Math.ceil(seconds))}::int[], ${settled.map(({ tries, outcome }) => (isLater(outcome) ? tries : tries - 1))}::int[])
        s (id, word, seconds, tries)),
      settled AS (DELETE FROM push p USING said WHERE p.round_id = ${roundId}::uuid AND p.subscription_id = said.id
        AND said.word IN ('sent', 'refused', 'given-up', 'unwanted')),
      waiting AS (UPDATE push p SET not_before = now() + said.seconds * interval '1 second', tries = said.tries FROM said
        WHERE p.round_id = ${roundId}::uuid AND p.subscription_id = said.id AND said.word IN ('later', 'held')),
      forgotten AS (DELETE FROM subscription s USING said
        WHERE s.id = said.id AND (said.word = 'gone' OR (said.word = 'refused' AND s.refusals + 1 >= ${REFUSALS_MAX}::int))),
      reached AS (UPDATE subscription s SET reached_at = now(), refusals = 0 FROM said WHERE s.id = said.id AND said.word = 'sent'),
      counted AS (UPDATE subscription s SET refusals = s.refusals + 1 FROM said
        WHERE s.id = said.id AND said.word = 'refused' AND s.refusals + 1 < ${REFUSALS_MAX}::int)
    UPDATE push_round SET sent = sent + (SELECT count(*) FROM said WHERE word = 'sent'), gone = gone + (SELECT count(*) FROM said WHERE word = 'gone'),
      refused = refused + (SELECT count(*) FROM said WHERE word IN ('refused', 'given-up')),
      dropped = dropped + (SELECT count(*) FROM said WHERE word = 'unwanted')
    WHERE id = ${roundId}::uuid`;
};
