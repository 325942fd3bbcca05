import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newId, write } from '../../../test/factories/write';

const HOUR_MS = 3_600_000;

/** Opens a session for an account, as signing in does; answers with what her browser would hold. How one signs in is tried in access.spec.ts. */
export async function openSession(database: pg.Client, accountId: string): Promise<{ name: string; value: string }> {
  const value = randomUUID();
  const hash = createHash('sha256').update(value).digest('hex');
  const expires = new Date(Date.now() + HOUR_MS).toISOString();
  await write(database, [
    ['account_session', { id: newId(), account_id: accountId, token_hash: `\\x${hash}`, expires_at: expires }],
  ]);
  return { name: 'next-auth.session-token', value };
}
