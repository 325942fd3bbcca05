import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env';
import { parseRing, type SealingKey } from './seal';

/** The file that holds the ring, one key a line: the one that was named, else that of the data folder. */
export const ringFile = () => env.SEALING_KEYS_FILE || join(env.DATA_DIR, 'sealing-keys');

/**
 * The keys that seal sensitive fields, the current one first, read anew each time: a rotation needs no restart.
 * Without one nothing is written and nothing opened.
 */
export function sealingKeys(): SealingKey[] {
  if (env.SEALING_KEYS) return parseRing(env.SEALING_KEYS);
  try {
    return parseRing(readFileSync(ringFile(), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
