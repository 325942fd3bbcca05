import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stopPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { takeLock } from '../ground/lock.mjs';
import { keepNotesIn, stopChildren, stopLeftovers } from '../ground/processes.mjs';
import { openDataDir, readSettings } from '../ground/settings.mjs';
import { onStop } from '../ground/signals.mjs';
import { createDisplay } from '../ground/steps.mjs';
import { lockFileOf } from './portal.mjs';

/** @import { Settings } from '../ground/settings.mjs' */
/** @import { Display } from '../ground/steps.mjs' */

/**
 * Runs a command that works on the data folder while no portal runs in it: with its lock, with what a crash left stopped, and
 * with the embedded database stopped again at the end, also after Ctrl-C or a problem.
 * @param {string} purpose
 * @param {(settings: Settings, display: Display) => Promise<void>} work
 */
export async function runCommand(purpose, work) {
  const display = createDisplay();
  /** @type {() => void} */
  let releaseLock = () => {};
  let interrupted = false;
  let code = 0;
  onStop(() => {
    interrupted = true;
    stopChildren();
  });
  try {
    const settings = readSettings();
    const { dataDir, databaseUrl } = settings;
    openDataDir(dataDir);
    releaseLock = await takeLock(lockFileOf(dataDir), { purpose });
    await stopLeftovers(join(dataDir, 'processes'));
    keepNotesIn(join(dataDir, 'processes'));
    try {
      await work(settings, display);
    } finally {
      // a finished build has no server of its own to be asked for
      if (!databaseUrl && existsSync(join(dataDir, 'postgres'))) await stopPostgres(placeOf(dataDir));
    }
  } catch (error) {
    if (!interrupted) display.fail(error);
    code = 1;
  }
  releaseLock();
  process.exit(interrupted ? 130 : code);
}
