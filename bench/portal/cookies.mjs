import { createHash, randomUUID } from 'node:crypto';
import { query } from '../../scripts/database/database.mjs';

/**
 * A session of a demonstration account, made without its password: what her browser sends with each request.
 * @param {string} databaseUrl
 * @param {string} email
 */
export async function cookieOf(databaseUrl, email) {
  const token = randomUUID();
  const hash = createHash('sha256').update(token).digest();
  await query(
    databaseUrl,
    `INSERT INTO account_session (id, account_id, token_hash, expires_at)
     SELECT gen_random_uuid(), id, $1, now() + interval '1 day' FROM account WHERE email = $2`,
    [hash, email],
  );
  return `next-auth.session-token=${token}`;
}
