import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRing, type SealingKey } from '@/domain/consents/sensitive/seal';
import { env } from '@/server/env';
import type { Transaction } from './transaction';

/** The file of the data folder that holds the ring, one key a line. */
export const ringFile = () => join(env.DATA_DIR, 'sealing-keys');

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

/** The row that names a key, made when it seals for the first time; a key that seals again is no longer retired. */
export async function nameOfKey(tx: Transaction, label: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO encryption_key (id, label) VALUES (app.uuid7(), ${label})
    ON CONFLICT (label) DO UPDATE SET retired_at = NULL RETURNING id`;
  if (!row) throw new Error('a key without a name');
  return row.id;
}
