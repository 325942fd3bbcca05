import type { Transaction } from '@/prisma/transaction';

/** Ends every session, as after a restore: whoever had signed out since would be signed in again. Says how many. */
export const endAllSessions = (tx: Transaction): Promise<number> =>
  tx.$executeRaw`UPDATE account_session SET ended_at = now(), end_reason = 'restored' WHERE ended_at IS NULL`;

/**
 * What may have been ended since, or taken up, opens nothing more: devices that are not asked, ties to a provider until she reopens them, invitations,
 * links for a new password, what waits for a second official.
 */
export async function closeWaysIn(tx: Transaction): Promise<void> {
  await tx.$executeRaw`DELETE FROM remembered_device`;
  await tx.$executeRaw`UPDATE provider_tie SET ended_at = coalesce(ended_at, now()), ended_by_id = coalesce(ended_by_id, account_id), reopened_at = NULL
    WHERE ended_at IS NULL OR reopened_at IS NOT NULL`;
  await tx.$executeRaw`UPDATE invitation SET ended_at = now(), expires_at = least(expires_at, now()) WHERE accepted_at IS NULL AND ended_at IS NULL`;
  await tx.$executeRaw`UPDATE password_reset SET expires_at = now() WHERE used_at IS NULL AND expires_at > now()`;
  await tx.$executeRaw`UPDATE second_pair SET expires_at = now() WHERE done_at IS NULL AND expires_at > now()`;
}
