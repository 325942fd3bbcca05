import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { databaseAddress } from '../database/postgres.mjs';
import { takeLock } from '../ground/lock.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { sealingKeysOf } from '../ground/sealing-keys.mjs';
import { backupSettings, openDataDir, readSettings } from '../ground/settings.mjs';
import { onStop } from '../ground/signals.mjs';
import { openBeside } from '../portal/beside.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { verifyBackup } from '../restore/verify.mjs';
import { checkParts, listBackups, openBackupFolder } from './backup-folder.mjs';
import { carry } from './changes.mjs';
import { CHANGES_LOCK, makeBackup } from './make-backup.mjs';
import { identitiesIn, ownKeyFile, sealedFor } from './sealed-file.mjs';
import { noteStatus } from './status.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Wanted } from './make-backup.mjs' */

/**
 * @typedef {{ changes?: boolean | undefined, scheduled?: boolean | undefined, embedded?: boolean | undefined, verify?: boolean | undefined, identity?: string | undefined, from?: string | undefined }} Asked
 */

/**
 * @param {Wanted} wanted
 * @param {Asked} asked
 * @param {Display} display
 */
async function verify({ dataDir, folder, place, signal }, { identity, from, scheduled }, display) {
  const [manifest] = listBackups(folder).filter(({ id }) => !from || id === from);
  if (!manifest) throw new PlainProblem(`There is no backup in ${folder} to be verified.`);
  const opens = place && manifest.kind === 'files' && (!scheduled || existsSync(ownKeyFile(dataDir)));
  if (scheduled && !opens) {
    // of a dump, or where only its holder can open it: its files are what was written, at least
    await display.step('Hashes', () => checkParts(folder, manifest, signal));
    noteStatus(dataDir, { verified: { id: manifest.id, at: new Date().toISOString(), whole: true, opened: false } });
    return;
  }
  if (!opens)
    throw new PlainProblem('A dump is verified by reading it into an empty database: DATABASE_URL=… npm run restore');
  const identities = identitiesIn(identity ?? ownKeyFile(dataDir));
  const at = new Date().toISOString();
  const note = (/** @type {boolean} */ whole, /** @type {number | undefined} */ rows) =>
    noteStatus(dataDir, {
      verified: { id: manifest.id, at, whole, opened: true, ...(rows === undefined ? {} : { rows }) },
    });
  await display.step('Verified', async (progress) => {
    try {
      const { rows } = await verifyBackup({ folder, manifest, place, identities, signal, progress });
      note(true, rows);
      return `${manifest.id}: restored into a fresh server, ${rows} rows read, trail and media whole`;
    } catch (error) {
      if (error instanceof PlainProblem) note(false, undefined);
      throw error;
    }
  });
}

/**
 * @param {Wanted} wanted
 * @param {Asked} asked
 * @param {Display} display
 */
async function work(wanted, asked, display) {
  if (asked.changes) {
    await display.step('Changes', () => carry(wanted));
    return;
  }
  if (!asked.verify || !asked.from) {
    const manifest = await makeBackup(wanted, display);
    display.line(`\n  ${join(wanted.folder, manifest.id)}`);
  }
  if (asked.verify) await verify(wanted, asked, display);
}

/**
 * Makes a backup of the portal of the data folder, carries its changes away, or verifies what is there; beside a portal that runs, or
 * without one. Returns the code that the command ends with.
 * @param {Asked} asked
 * @param {Display} display
 */
export async function backUp(asked, display) {
  const stopped = new AbortController();
  onStop(() => stopped.abort());
  const { dataDir, databaseUrl: named } = readSettings();
  const settings = backupSettings(dataDir);
  /** @type {(() => void | Promise<void>)[]} */
  const after = [];
  let ours = false;
  try {
    openDataDir(dataDir);
    const lock = asked.changes ? CHANGES_LOCK : 'backup.lock';
    after.unshift(await takeLock(join(dataDir, lock), { purpose: 'another backup is under way' }));
    ours = !asked.changes;
    // keys that a command says go into a backup made by hand as into those of the night
    if (!asked.changes && process.env.SEALING_KEYS_COMMAND) sealingKeysOf(dataDir);
    openBackupFolder(settings.folder);
    const { recipients, keysRecipients } = await sealedFor({ ...settings, dataDir }, display);
    const embedded = named && !asked.embedded ? undefined : await openBeside(dataDir, 'a backup is made');
    if (embedded) after.unshift(embedded.leave);
    const place = embedded?.place;
    const databaseUrl = place ? databaseAddress(place, DATABASE) : (settings.databaseUrl ?? named ?? '');
    const { folder } = settings;
    await work(
      { dataDir, folder, recipients, keysRecipients, databaseUrl, place, signal: stopped.signal },
      asked,
      display,
    );
    return 0;
  } catch (error) {
    if (stopped.signal.aborted) {
      display.line('  Broken off: nothing of it is left.');
      return 130;
    }
    display.fail(error);
    const problem = error instanceof PlainProblem ? error.message : 'An unexpected problem: the log says more.';
    if (ours) noteStatus(dataDir, { failed: { at: new Date().toISOString(), problem } });
    return 1;
  } finally {
    for (const end of after) await end();
  }
}
