import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFree, layServer, RESTORED } from '../another/server-files.mjs';
import { checkParts, listBackups } from '../backup/backup-folder.mjs';
import { query } from '../database/database.mjs';
import { lookAtDatabase } from '../database/database-look.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { write } from '../ground/settings.mjs';
import { unsettledFile } from '../portal/portal.mjs';
import { chooseBackup, notThis } from './put-back.mjs';
import { putAnchors, putFiles } from './put-rest.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { From } from './put-rest.mjs' */

/**
 * Puts the files of a whole server into a folder, and media and keys into the data folder. Whoever keeps the server starts it; until it is
 * settled no portal starts.
 * @param {From & { from?: string, into: string }} how
 * @param {Display} display
 */
export async function putServer(how, display) {
  const { folder, from, dataDir, identities, into } = how;
  const manifest = chooseBackup({ folder, ...(from ? { from } : {}) });
  if (manifest.kind !== 'server') throw notThis(manifest);
  await display.step('Backup', async () => {
    await checkParts(folder, manifest);
    return `${manifest.id}, whole`;
  });
  checkFree(into);
  const word = `${manifest.id} ${randomUUID()}`;
  await display.step('Files', async () => {
    const file = join(folder, manifest.id, manifest.parts[0]?.name ?? '');
    const files = await layServer({ file, id: manifest.id, identities, into, word });
    return `${files} files, each as it was copied`;
  });
  // from here on it has to be settled before a portal starts on it
  write(unsettledFile(dataDir), word);
  await putFiles(how, manifest, display);
  return manifest;
}

/**
 * What is left of a restore of a whole server once its keeper has started it: what the trail is held against. Returns the address.
 * @param {From & { databaseUrl: string }} how
 */
export async function putStarted(how) {
  const { folder, dataDir, databaseUrl } = how;
  const mark = unsettledFile(dataDir);
  const word = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : '';
  const manifest = listBackups(folder).find((one) => one.id === word.split(' ')[0] && one.kind === 'server');
  if (!manifest)
    throw new PlainProblem('No files of a server were put back here: npm run restore -- --files-into <folder>');
  const [{ said }] = await query(databaseUrl, 'SELECT current_setting($1, true) AS said', [RESTORED]);
  // the former server may still be named, and who works there would be signed out
  if (said !== word)
    throw new PlainProblem(
      'DATABASE_URL names another server than the one that was put back here: name that one, as it was started.',
    );
  await lookAtDatabase(databaseUrl);
  await putAnchors(how, manifest, databaseUrl);
  return databaseUrl;
}
