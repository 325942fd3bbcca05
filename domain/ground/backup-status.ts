import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the command of backups notes in the data folder. All times are instants, `took` is milliseconds. */
export type BackupStatus = {
  folder?: string;
  /** the folder of backups is on the disk of the data */
  sameDisk?: boolean;
  /** the last that was made, how many are kept now, and when the oldest of them was begun */
  made?: { id: string; at: string; bytes: number; took: number; kept: number; oldest: string };
  /** the last try went wrong, since the last that was made */
  failed?: { at: string; problem: string };
  /** `opened`: restored into a fresh server, not only held against its hashes */
  verified?: { id: string; at: string; whole: boolean; opened: boolean; rows?: number };
  /** when changes were last looked for and carried away, how many segments wait, and since when some are missing */
  changes?: { at: string; carriedAt?: string; waiting: number; missing?: number; gapSince?: string };
  /** when a backup was put back into this data folder */
  restored?: { at: string };
};

/** What is known of the backups of a data folder; nothing where none was ever made. */
export function readBackupStatus(dataDir: string): BackupStatus {
  const changes = read<NonNullable<BackupStatus['changes']>>(dataDir, 'backup-changes.json');
  return { ...read<BackupStatus>(dataDir, 'backup-status.json'), ...(changes && { changes }) };
}

function read<Noted>(dataDir: string, name: string): Noted | undefined {
  try {
    return JSON.parse(readFileSync(join(/* turbopackIgnore: true */ dataDir, name), 'utf8'));
  } catch {
    return undefined;
  }
}
