import { createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readDump } from '../another/dump.mjs';
import { checkParts } from '../backup/backup-folder.mjs';
import { openSealed } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { lookAtDatabase } from '../database/database-look.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { write } from '../ground/settings.mjs';
import { unsettledFile } from '../portal/portal.mjs';
import { digestsOf, sumOf } from './digests.mjs';
import { chooseBackup, notThis } from './put-back.mjs';
import { putAnchors, putFiles } from './put-rest.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from '../backup/backup-folder.mjs' */
/** @import { From } from './put-rest.mjs' */

/** As the first migration does it: a dump holds what the role may, and not the role. */
const ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN CREATE ROLE portal_app NOLOGIN NOCREATEDB NOCREATEROLE; END IF;
  END $$;
  GRANT portal_app TO CURRENT_USER;`;

/** The room of an opened dump in a data folder. */
const ROOM = 'dump-';

/**
 * Removes what a restore that was killed left opened.
 * @param {string} dataDir
 */
function removeOpened(dataDir) {
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : [])
    if (name.startsWith(ROOM)) rmSync(join(dataDir, name), { recursive: true, force: true });
}

/**
 * Refuses a database that something is in.
 * @param {string} databaseUrl
 */
async function checkEmpty(databaseUrl) {
  const [{ count }] = await query(
    databaseUrl,
    `SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()`,
  );
  if (count > 0) throw new PlainProblem(`The database holds ${count} tables: name an empty one.`);
  await lookAtDatabase(databaseUrl);
}

/**
 * Opens the dump of a backup and reads it in.
 * @param {From & { databaseUrl: string, signal?: AbortSignal | undefined }} how
 * @param {Manifest} manifest
 */
export async function readIn({ folder, dataDir, identities, databaseUrl, signal }, { id, parts }) {
  const room = mkdtempSync(join(dataDir, ROOM));
  try {
    const file = join(room, 'dump');
    const into = createWriteStream(file, { mode: 0o600 });
    await openSealed(join(folder, id, parts[0]?.name ?? ''), { identities, into, signal });
    await query(databaseUrl, ROLE);
    await readDump(file, databaseUrl, signal);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/**
 * Holds every row against what was read when the dump was made.
 * @param {string} databaseUrl
 * @param {Manifest} manifest
 */
export async function compare(databaseUrl, { id, digest }) {
  if (!digest) return 'not compared: a release before this one made the backup';
  const { rows, sha256 } = sumOf(await digestsOf(databaseUrl));
  if (sha256 !== digest.sha256)
    throw new PlainProblem(`What was read in is not what ${id} was made of: ${rows} rows, and ${digest.rows} then.`);
  return `${rows} rows, each as it was`;
}

/**
 * Puts a backup of another PostgreSQL back: its dump into an empty database, with the role that it names, and what lies beside.
 * @param {From & { from?: string, databaseUrl: string }} how
 * @param {Display} display
 */
export async function putDump(how, display) {
  const { folder, from, databaseUrl } = how;
  removeOpened(how.dataDir);
  const manifest = chooseBackup({ folder, ...(from ? { from } : {}) });
  if (manifest.kind !== 'dump') throw notThis(manifest);
  await checkEmpty(databaseUrl);
  await display.step('Backup', async () => {
    await checkParts(folder, manifest);
    return `${manifest.id}, whole`;
  });
  // from here on it has to be settled before a portal starts on it
  write(unsettledFile(how.dataDir), manifest.id);
  await display.step('Dump', () => readIn(how, manifest));
  await display.step('Rows', () => compare(databaseUrl, manifest));
  await putFiles(how, manifest, display);
  await putAnchors(how, manifest, databaseUrl);
  return { databaseUrl, aside: undefined };
}
