import type { Logger } from 'pino';
import { eachMidnight } from './still/day-turn';

type Surroundings = { log: Logger; checkAudit: () => Promise<void> };

/**
 * Goes through the audit trail at each process's start and at midnight, and keeps its head in the folder of this
 * process (server/audit-check.ts). What is due once for all processes is a job (server/jobs).
 */
export function doWhatIsDue({ log, checkAudit }: Surroundings): () => void {
  const look = () =>
    checkAudit().catch((error: unknown) => log.warn({ err: error }, 'the audit trail could not be gone through'));
  void look();
  return eachMidnight(() => void look());
}
