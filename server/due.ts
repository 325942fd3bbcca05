import type { Logger } from 'pino';
import { checkAuditDaily, keepAuditHead } from './audit-check';
import { lookAtCertificate } from './condition/certificate';
import { lookAtProvider } from './condition/provider';
import { eachMidnight } from './still/day-turn';

type Surroundings = {
  log: Logger;
  databaseUrl: string;
  dataDir: string;
  portalUrl: string;
  issuer: string | undefined;
};

/** What is cut off the end of the trail within these milliseconds shows in no anchor. */
const HEAD_MS = 60_000;

/**
 * At each process's start and at midnight goes through the audit trail, and asks until when the certificate holds and whether the provider answers;
 * keeps the trail's head each minute. What is due once for all processes is a job.
 */
export function doWhatIsDue({ log, databaseUrl, dataDir, portalUrl, issuer }: Surroundings): () => void {
  const look = () =>
    Promise.all([
      checkAuditDaily(databaseUrl, dataDir).catch((error: unknown) =>
        log.warn({ err: error }, 'the audit trail could not be gone through'),
      ),
      lookAtCertificate(portalUrl, dataDir).catch((error: unknown) =>
        log.warn({ err: error }, 'the certificate could not be looked at'),
      ),
      lookAtProvider(issuer, dataDir).catch((error: unknown) =>
        log.warn({ err: error }, 'the provider could not be looked at'),
      ),
    ]);
  const keep = () =>
    keepAuditHead(databaseUrl, dataDir).then(
      (held) => held || log.error('the end of the audit trail is not what it was: npm run verify-audit'),
      (error: unknown) => log.warn({ err: error }, 'the head of the audit trail could not be kept'),
    );
  void look();
  const stopDays = eachMidnight(() => void look());
  const minutes = setInterval(() => void keep(), HEAD_MS).unref();
  return () => {
    stopDays();
    clearInterval(minutes);
  };
}
