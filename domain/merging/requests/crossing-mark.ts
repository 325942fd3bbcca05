import { createHash } from 'node:crypto';
import type { PairCrossing } from './merge-crossings';

/**
 * The mark of what was asked about crossing pairs: the ids and versions of all pairs in it, sealed, since some may be pairs
 * that the viewer may not see. Empty where nothing crosses.
 */
export function markOf(crossings: readonly PairCrossing[]): string {
  const pairs = crossings.flatMap(({ pairs: { guided, learned } }) => [...guided, ...learned]);
  if (pairs.length === 0) return '';
  const stands = pairs.map(({ id, version }) => `${id} ${version}`).sort();
  return createHash('sha256').update(stands.join('\n')).digest('hex');
}
