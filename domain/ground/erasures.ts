import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env';

/** Ids of people who were erased and when, one a line, outside the database: after a restore of an older backup they are erased again. */
export const erasuresFile = () => join(env.DATA_DIR, 'erasures');

/**
 * Adds one that was committed, on the disk before it returns. Several processes may do so: a line is one piece. A full disk
 * leaves it to the next backup, which reads the database.
 */
export function noteErasure(personId: string, doneAt: Date): void {
  try {
    write(`${doneAt.toISOString()} ${personId}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function write(line: string): void {
  mkdirSync(env.DATA_DIR, { recursive: true });
  const file = openSync(erasuresFile(), 'a', 0o600);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
