import { createHash, randomBytes } from 'node:crypto';

const SEED_BYTES = 16;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** A seed that nobody chose, as 32 hexadecimal digits. */
export const makeSeed = (): string => randomBytes(SEED_BYTES).toString('hex');

/** What is published of a seed before the draw: the SHA-256 of its digits. Who knows the seed later can check it. */
export const commitmentOf = (seed: string): string => sha256(seed);

/**
 * Draws some of a list: those whose SHA-256 of "seed:unit" is smallest, smallest first. The same seed and list give the same units, in
 * whatever order the list stands; anybody can repeat it with any tool.
 */
export function drawFrom(seed: string, unitIds: readonly string[], count: number): string[] {
  return unitIds
    .map((unitId) => ({ unitId, key: sha256(`${seed}:${unitId}`) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, count)
    .map(({ unitId }) => unitId);
}
