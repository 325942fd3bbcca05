import 'server-only';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { isBackupDue, isResting, isVerifyDue } from '@/domain/backups/due';
import { readBackupStatus } from '@/domain/ground/backup-status';
import { env } from '@/domain/ground/env';
import { log } from '../log';

/** Milliseconds between two looks whether a backup under way is still this process's own to make. */
const LOOKS = 5_000;

/** As /admin/jobs shows it; what went wrong stands in the status of backups and in the log. */
class BackupFailed extends Error {
  readonly code = 'BACKUP';
}

/** Makes the backup of the night in a process of its own, and verifies one a week; says how many were made. Does nothing where none are kept. */
export async function makeDueBackup(mayGoOn: () => Promise<boolean>, now = new Date()): Promise<number> {
  if (env.BACKUPS === 'off') return 0;
  const status = readBackupStatus(env.DATA_DIR);
  if (isResting(status, now)) throw new BackupFailed(status.failed?.problem);
  if (!isBackupDue(status, now)) return 0;
  await runCommand(isVerifyDue(status, now) ? ['--verify'] : [], mayGoOn);
  return 1;
}

/** Carries changes away that the database has put aside since; says how many segments wait afterwards, which is none. */
export async function carryDueChanges(mayGoOn: () => Promise<boolean>): Promise<number> {
  if (env.BACKUPS === 'off') return 0;
  await runCommand(['--changes'], mayGoOn);
  return readBackupStatus(env.DATA_DIR).changes?.waiting ?? 0;
}

/** The command, so that nothing of it waits in the loop of those who read; ended when the run is another process's. */
async function runCommand(words: string[], mayGoOn: () => Promise<boolean>): Promise<void> {
  const program = path.join(process.cwd(), 'scripts', 'backup', 'main.mjs');
  // the address in our surroundings is for the server, which may not read everything
  const embedded = env.DEMO === 'on' ? ['--embedded'] : [];
  const child = spawn(process.execPath, [program, '--scheduled', ...embedded, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => resolve(-1)));
  const looking = setInterval(() => {
    mayGoOn().then(
      (may) => may || child.kill('SIGTERM'),
      () => {}, // the database is away: the backup finds out by itself
    );
  }, LOOKS);
  const code = await ended.finally(() => clearInterval(looking));
  if (code === 0) return;
  log.warn({ said: said.trim().split('\n').slice(-10) }, 'a backup could not be made');
  throw new BackupFailed();
}
