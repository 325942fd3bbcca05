import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkParts } from '../backup/backup-folder.mjs';
import { readDump } from '../backup/dump.mjs';
import { erasedPersons } from '../backup/erasures.mjs';
import { identitiesIn, openSealed } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { runOrFail } from '../ground/processes.mjs';
import { backupSettings, ROOT, write } from '../ground/settings.mjs';
import { unsettledFile } from '../portal/portal.mjs';
import { chooseBackup, instantOf, putBack } from './put-back.mjs';

/** @import { Settings } from '../ground/settings.mjs' */
/** @import { Display } from '../ground/steps.mjs' */

/**
 * @typedef {{ from?: string | undefined, to?: string | undefined, key: string, 'keys-identity'?: string | undefined }} Said
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
  const asked = { folder, ...(said.from ? { from: said.from } : {}), ...(to ? { to } : {}) };
  const identities = identitiesIn(said.key);
  if (named) {
    if (to) throw new PlainProblem('A dump holds one instant: --to is for backups of the embedded database.');
    await putDump(
      { folder, ...(said.from ? { from: said.from } : {}), identities, databaseUrl: named, dataDir },
      display,
    );
    await settle({ dataDir, databaseUrl: named, backups: folder }, display);
    return;
  }
  // whoever names no second holder has sealed the keys for the same one
  const keysIdentities = said['keys-identity'] ? identitiesIn(said['keys-identity']) : identities;
  const { databaseUrl, aside } = await putBack(
    { ...asked, dataDir, place: placeOf(dataDir), identities, keysIdentities },
    display,
  );
  await settle({ dataDir, databaseUrl, backups: folder }, display);
  rmSync(unsettledFile(dataDir), { force: true });
  display.line(`\nPut back in ${((Date.now() - since) / 1000).toFixed(1)} s. Start the portal: npm start`);
  if (aside) display.line(`The former database lies in ${aside}: remove it once everything is found to be there.`);
}

/**
 * @param {{ folder: string, from?: string, identities: string[], databaseUrl: string, dataDir: string }} how
 * @param {Display} display
 */
async function putDump({ folder, from, identities, databaseUrl, dataDir }, display) {
  const manifest = chooseBackup({ folder, ...(from ? { from } : {}) });
  if (manifest.kind !== 'dump')
    throw new PlainProblem('This backup is of the embedded database: leave DATABASE_URL out.');
  const [{ count }] = await query(
    databaseUrl,
    `SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()`,
  );
  if (count > 0) throw new PlainProblem(`The database holds ${count} tables: name an empty one.`);
  await checkParts(folder, manifest);
  await display.step('Dump', async () => {
    const { createWriteStream, mkdtempSync } = await import('node:fs');
    const room = mkdtempSync(join(dataDir, 'dump-'));
    try {
      const file = join(room, 'dump');
      const into = createWriteStream(file, { mode: 0o600 });
      await openSealed(join(folder, manifest.id, manifest.parts[0]?.name ?? ''), { identities, into });
      await readDump(file, databaseUrl);
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });
}

/**
 * @param {Restored} restored
 * @param {Display} display
 */
export async function settle({ dataDir, databaseUrl, backups }, display) {
  await display.step('Tables', () => migrate(databaseUrl));
  const list = join(dataDir, 'erasures-to-repeat');
  write(list, erasedPersons(dataDir, backups).join('\n'));
  const program = (/** @type {string} */ name) => [
    '--conditions=react-server',
    '--import',
    'tsx',
    join(ROOT, 'scripts', 'product', name),
  ];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DATABASE_PATIENCE: '20' };
  /** @type {string[]} */
  const lines = [];
  const onLine = (/** @type {string} */ line) => lines.push(line);
  await display.step('Erased people, sessions, letters', async () => {
    const sentence =
      'Not everybody who was erased could be erased again: run the restore anew before anybody uses this portal.';
    await runOrFail(sentence, process.execPath, [...program('after-restore.ts'), list], { env, onLine });
  });
  await display.step('Audit trail', async () => {
    const sentence = 'The audit trail that was put back is not whole.';
    await runOrFail(sentence, process.execPath, program('check-audit.ts'), { env, onLine });
  });
  display.line(`\n${lines.join('\n')}`);
  if (existsSync(list)) write(list, '');
}
