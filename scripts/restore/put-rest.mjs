import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { putBackKeys } from '../backup/keys.mjs';
import { putBackMedia } from '../backup/media.mjs';
import { readSealed } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { replace } from '../ground/settings.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from '../backup/backup-folder.mjs' */

/** @typedef {{ folder: string, dataDir: string, identities: string[], keysIdentities: string[] }} From */

/**
 * Puts back what lies beside the database, whichever that is: media and keys. Kept pages of another moment go.
 * @param {From} from
 * @param {Manifest} manifest
 * @param {Display} display
 */
export async function putFiles({ folder, dataDir, identities, keysIdentities }, { id, media }, display) {
  const room = join(folder, id);
  await display.step('Media', async () => {
    if (media === 'bucket') return 'lie in their bucket';
    const how = { list: join(room, 'media.gz.age'), room: join(folder, 'media', media.folder), identities };
    const { files, put } = await putBackMedia({ ...how, media: join(dataDir, 'media') });
    return `${put} of ${files} were missing`;
  });
  await display.step('Keys', async () => {
    if (keysIdentities.length === 0) return 'left as they are: their holder was not named (--keys-identity)';
    const names = await putBackKeys(join(room, 'keys.gz.age'), dataDir, keysIdentities);
    if (names === null)
      return 'left as they are: what was named does not open them (--keys-identity names their holder)';
    return names.length > 0 ? names.join(', ') : 'as they are';
  });
  rmSync(join(dataDir, 'kept-pages'), { recursive: true, force: true });
}

/**
 * What the trail is held against: what the backup knows, and of this folder what is not later than the trail that was put back. The
 * rest is kept beside.
 * @param {From} from
 * @param {Manifest} manifest
 * @param {string} databaseUrl
 */
export async function putAnchors({ folder, dataDir, identities }, { id }, databaseUrl) {
  const file = join(dataDir, 'audit-anchors');
  const present = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const known = (await readSealed(join(folder, id, 'anchors.gz.age'), identities)).split('\n').filter(Boolean);
  const [{ head }] = await query(databaseUrl, 'SELECT coalesce(max(position), 0)::text AS head FROM audit_seal');
  const within = (/** @type {string} */ line) => BigInt(line.split(' ')[1] ?? 0) <= BigInt(head);
  const later = present.filter((line) => !within(line) && !known.includes(line));
  if (later.length > 0) replace(`${file}.before-${Date.now()}`, present.join('\n'));
  const newest = join(dataDir, 'audit-head');
  if (existsSync(newest) && !within(readFileSync(newest, 'utf8'))) renameSync(newest, `${newest}.before-${Date.now()}`);
  const all = [...new Set([...known, ...present.filter(within)])].sort();
  if (all.length > 0) replace(file, all.join('\n'));
}
