import type { Logger } from 'pino';
import { eachMidnight } from './still/day-turn';

type Surroundings = { log: Logger; checkAudit: () => Promise<void> };

/**
 * What each process does for itself at its start and at midnight: the audit trail is gone through, and its head kept outside
 * the database, in the folder of this process (server/audit-check.ts). What is due once for all of them is a job (server/jobs).
 */
export function doWhatIsDue({ log, checkAudit }: Surroundings): () => void {
  const look = () =>
    checkAudit().catch((error: unknown) => log.warn({ err: error }, 'the audit trail could not be gone through'));
  void look();
  return eachMidnight(() => void look());
}
