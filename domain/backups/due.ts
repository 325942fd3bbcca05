import type { BackupStatus } from '@/domain/ground/backup-status';

/** Half past one at night in Viet Nam, as milliseconds of the day in UTC. */
const NIGHT = 18.5 * 3_600_000;
const DAY = 86_400_000;
/** Milliseconds after which one that went wrong is tried again. */
const AGAIN = 10 * 60_000;
/** Days after which a backup is restored into a fresh server again, to see whether it can be. */
const VERIFY_DAYS = 7;

const millis = (instant: string | undefined) => (instant ? Date.parse(instant) : Number.NEGATIVE_INFINITY);

/** The last time it was half past one at night in Viet Nam. */
const lastNight = (now: Date) => Math.floor((now.getTime() - NIGHT) / DAY) * DAY + NIGHT;

/** Whether the last try went wrong and the next one has to wait: a full disk is not filled again every minute. */
export const isResting = ({ failed }: BackupStatus, now: Date): boolean =>
  failed !== undefined && now.getTime() - millis(failed.at) < AGAIN;

/**
 * Whether a backup is due: none since half past one at night in Viet Nam, since changes began to be missing, or since one was put back,
 * which begins a log of its own.
 */
export function isBackupDue({ made, changes, restored }: BackupStatus, now: Date): boolean {
  const last = millis(made?.at);
  return [lastNight(now), millis(changes?.gapSince), millis(restored?.at)].some((since) => last < since);
}

/** Whether the next backup is verified too: none was for a week, or the last that was looked at was not whole. */
export const isVerifyDue = ({ verified }: BackupStatus, now: Date): boolean =>
  !verified?.whole || now.getTime() - millis(verified.at) >= VERIFY_DAYS * DAY;
