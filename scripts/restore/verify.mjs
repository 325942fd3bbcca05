import { join } from 'node:path';
import { checkParts } from '../backup/backup-folder.mjs';
import { checkRoomFor } from '../backup/disk-room.mjs';
import { putBackMedia } from '../backup/media.mjs';
import { query } from '../database/database.mjs';
import { databaseAddress, startPostgres } from '../database/postgres.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { digestsOf, sumOf } from './digests.mjs';
import { layChanges, placeBeside, recover, removeBeside, unpackCluster } from './recovery.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Manifest } from '../backup/backup-folder.mjs' */

/**
 * Restores a backup into a fresh server beside the portal, reads every row of it, goes through the trail, opens all media, and takes
 * that server away. Returns how many rows there were and a hash over them.
 * @param {{ folder: string, manifest: Manifest, place: Place, identities: string[], signal?: AbortSignal | undefined, progress?: (text: string) => void }} how
 */
export async function verifyBackup({ folder, manifest, place, identities, signal, progress = () => {} }) {
  await checkParts(folder, manifest, signal);
  const room = join(folder, manifest.id);
  checkRoomFor(place.cluster, manifest, 0);
  const beside = placeBeside(place, `${place.cluster}.verified`);
  await removeBeside(beside);
  try {
    progress('files are unpacked');
    await unpackCluster(join(room, manifest.parts[0]?.name ?? ''), beside, { identities, signal });
    await layChanges(beside, { changes: [], aside: [], identities });
    progress('the server recovers');
    await recover(beside, { atOnce: true });
    await startPostgres(beside);
    const address = databaseAddress(beside, DATABASE);
    progress('every row is read');
    const sum = sumOf(await digestsOf(address));
    await lookThrough(address, { folder, manifest, identities });
    return sum;
  } finally {
    await removeBeside(beside);
  }
}

/**
 * Goes through the trail of a restored database, and opens all media that belong to it.
 * @param {string} address
 * @param {{ folder: string, manifest: Manifest, identities: string[] }} how
 */
export async function lookThrough(address, { folder, manifest, identities }) {
  const wrong = await query(address, 'SELECT problem FROM app.verify_audit() LIMIT 1');
  if (wrong.length > 0)
    throw new PlainProblem(`The audit trail of the backup ${manifest.id} is not whole: ${wrong[0].problem}`);
  if (manifest.media === 'bucket') return;
  const list = join(folder, manifest.id, 'media.gz.age');
  const kept = join(folder, 'media', manifest.media.folder);
  await putBackMedia({ list, room: kept, media: '', identities, dry: true });
}
