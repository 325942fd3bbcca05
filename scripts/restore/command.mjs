import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { erasedPersons } from '../backup/erasures.mjs';
import { identitiesIn } from '../backup/sealed-file.mjs';
import { noteStatus } from '../backup/status.mjs';
import { migrate } from '../database/migrations.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { runOrFail } from '../ground/processes.mjs';
import { backupSettings, write } from '../ground/settings.mjs';
import { unsettledFile } from '../portal/portal.mjs';
import { productProgram } from '../portal/program.mjs';
import { instantOf, putBack } from './put-back.mjs';
import { putDump } from './put-dump.mjs';
import { putServer, putStarted } from './put-server.mjs';

/** @import { Settings } from '../ground/settings.mjs' */
/** @import { Display } from '../ground/steps.mjs' */

/**
 * @typedef {{ from?: string | undefined, to?: string | undefined, into?: string | undefined, key: string, 'keys-identity'?: string | undefined, 'up-to-gap'?: boolean | undefined, 'files-into'?: string | undefined, settle?: boolean | undefined }} Said
 * @typedef {{ dataDir: string, databaseUrl: string, backups: string }} Restored
 */

/**
 * Puts a backup back and then settles what must not come back with it: people who were erased since, sessions, letters and messages.
 * @param {Said} said
 * @param {Settings} settings
 * @param {Display} display
 */
export async function restore(said, { dataDir, databaseUrl: named }, display) {
  const since = Date.now();
  const { folder } = backupSettings(dataDir);
  const to = said.to ? instantOf(said.to) : undefined;
  const identities = identitiesIn(said.key);
  // whoever names no second holder has sealed the keys for the same one
  const keysIdentities = said['keys-identity'] ? identitiesIn(said['keys-identity']) : identities;
  const asked = { folder, dataDir, identities, keysIdentities, ...(said.from ? { from: said.from } : {}) };
  if ((said['files-into'] || said.settle) && (said.to || said.into || said['up-to-gap']))
    throw new PlainProblem(
      'A whole server comes back as it was copied: to a minute its keeper goes by her own archive of the log.',
    );
  if (named && to) throw new PlainProblem('A dump holds one instant: --to is for backups of the embedded database.');
  const how = { ...asked, ...(to ? { to } : {}), upToGap: said['up-to-gap'] === true, trial: said.into !== undefined };
  if (said['files-into']) return layFiles({ ...asked, into: said['files-into'] }, display);
  const { databaseUrl, aside } = await putDatabase(how, { named, started: said.settle === true }, display);
  await settle({ dataDir, databaseUrl, backups: folder }, display);
  rmSync(unsettledFile(dataDir), { force: true });
  // what is written from now on belongs to a log of its own: a backup is due
  noteStatus(dataDir, { restored: { at: new Date().toISOString() } });
  display.line(`\nPut back in ${((Date.now() - since) / 1000).toFixed(1)} s. Start the portal: npm start`);
  if (aside) display.line(`The former database lies in ${aside}: remove it once everything is found to be there.`);
}

/**
 * Puts the database of a backup where it belongs: the embedded one in its place, a dump into the one that is `named`; of a whole server that is
 * `started` the files lie there.
 * @param {Omit<Parameters<typeof putBack>[0], 'place'>} how
 * @param {{ named: string | undefined, started: boolean }} where
 * @param {Display} display
 */
async function putDatabase(how, { named, started }, display) {
  if (started && !named) throw new PlainProblem('Name the database that was started: DATABASE_URL=…');
  if (started && named) return { databaseUrl: await putStarted({ ...how, databaseUrl: named }), aside: undefined };
  if (named) return putDump({ ...how, databaseUrl: named }, display);
  return putBack({ ...how, place: placeOf(how.dataDir) }, display);
}

/**
 * @param {Parameters<typeof putServer>[0]} how
 * @param {Display} display
 */
async function layFiles(how, display) {
  const { postgres, database } = await putServer(how, display);
  display.line(`
The files of the server lie in ${how.into}. Let PostgreSQL ${Number.parseInt(postgres, 10)} start on them, with settings of its own where they were kept elsewhere.
Then settle what must not come back: DATABASE_URL=<its database ${database}> npm run restore -- --settle`);
}

/**
 * @param {Restored} restored
 * @param {Display} display
 */
export async function settle({ dataDir, databaseUrl, backups }, display) {
  await display.step('Tables', () => migrate(databaseUrl));
  const list = join(dataDir, 'erasures-to-repeat');
  write(list, erasedPersons(dataDir, backups).join('\n'));
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DATABASE_PATIENCE: '20' };
  /** @type {string[]} */
  const lines = [];
  const onLine = (/** @type {string} */ line) => lines.push(line);
  await display.step('Erased people, sessions, letters', async () => {
    const sentence =
      'Not everybody who was erased could be erased again: run the restore anew before anybody uses this portal.';
    await runOrFail(sentence, process.execPath, [...productProgram('scripts/product/after-restore.ts'), list], {
      env,
      onLine,
    });
  });
  await display.step('Audit trail', async () => {
    const sentence = 'The audit trail that was put back is not whole.';
    await runOrFail(sentence, process.execPath, productProgram('scripts/product/check-audit.ts'), { env, onLine });
  });
  display.line(`\n${lines.join('\n')}`);
  if (existsSync(list)) write(list, '');
}
