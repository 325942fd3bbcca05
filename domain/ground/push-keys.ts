import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env';
import { type PushKeys, parsePushKeys } from './push-pair';

/** The portal's pair for push services; null where there is none, and then nobody can follow and nothing is sent. */
export function pushKeys(): PushKeys | null {
  if (env.PUSH_KEYS) return parsePushKeys(env.PUSH_KEYS);
  try {
    return parsePushKeys(readFileSync(join(env.DATA_DIR, 'push-keys'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
