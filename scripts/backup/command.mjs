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
import { notThis } from '../restore/put-back.mjs';
import { verifyBackup } from '../restore/verify.mjs';
import { checkMachine, verifyAnother } from '../restore/verify-another.mjs';
import { checkParts, listBackups, openBackupFolder } from './backup-folder.mjs';
import { carry } from './changes.mjs';
import { checkRoomFor } from './disk-room.mjs';
import { CHANGES_LOCK, makeBackup } from './make-backup.mjs';
import { identitiesIn, ownKeyFile, sealedFor } from './sealed-file.mjs';
import { noteStatus } from './status.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from './backup-folder.mjs' */
/** @import { Wanted } from './make-backup.mjs' */

/**
 * @typedef {{ changes?: boolean | undefined, scheduled?: boolean | undefined, embedded?: boolean | undefined, verify?: boolean | undefined, identity?: string | undefined, from?: string | undefined }} Asked
 */

/**
 * Whether this machine can restore it: a backup of another PostgreSQL wants programs and room.
 * @param {Manifest} manifest
 * @param {string} dataDir
 */
function canBeRestored(manifest, dataDir) {
  try {
    checkMachine(manifest, dataDir);
    return true;
  } catch (error) {
    if (error instanceof PlainProblem) return false;
    throw error;
  }
}

/**
 * Whether a backup can be opened and restored here. The night holds what it cannot open against its hashes: of another PostgreSQL the programs may be
 * missing, and its holder alone may have the key.
 * @param {Wanted} wanted
 * @param {Manifest} manifest
 * @param {Asked} asked
 */
function isOpened({ dataDir, place }, manifest, { scheduled }) {
  if (!scheduled) return true;
  const canBe = manifest.kind === 'files' ? place !== undefined : canBeRestored(manifest, dataDir);
  return canBe && existsSync(ownKeyFile(dataDir));
}

/**
 * @param {Wanted} wanted
 * @param {Asked} asked
 * @param {Display} display
 */
async function verify(wanted, asked, display) {
  const { dataDir, folder, place, signal } = wanted;
  const [manifest] = listBackups(folder).filter(({ id }) => !asked.from || id === asked.from);
  if (!manifest) throw new PlainProblem(`There is no backup in ${folder} to be verified.`);
  const at = new Date().toISOString();
  const note = (/** @type {boolean} */ whole, /** @type {{ opened: boolean, rows?: number }} */ more) =>
    noteStatus(dataDir, { verified: { id: manifest.id, at, whole, ...more } });
  if (!isOpened(wanted, manifest, asked)) {
    await display.step('Hashes', () => checkParts(folder, manifest, signal));
    return note(true, { opened: false });
  }
  if (manifest.kind === 'files' && !place) throw notThis(manifest);
  // what this machine lacks says nothing against the backup
  if (manifest.kind !== 'files') checkMachine(manifest, dataDir);
  else if (place) checkRoomFor(place.cluster, manifest, 0);
  const identities = identitiesIn(asked.identity ?? ownKeyFile(dataDir));
  await display.step('Verified', async (progress) => {
    const how = { folder, manifest, identities, signal, progress };
    try {
      const { rows } = await (place && manifest.kind === 'files'
        ? verifyBackup({ ...how, place })
        : verifyAnother({ ...how, dataDir }));
      note(true, { opened: true, rows });
      return `${manifest.id}: restored into a fresh server, ${rows} rows read, trail and media whole`;
    } catch (error) {
      if (error instanceof PlainProblem) note(false, { opened: true });
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
    const { folder, kind } = settings;
    await work(
      { dataDir, folder, recipients, keysRecipients, databaseUrl, place, kind, signal: stopped.signal },
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
