import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { majorOf, serverOf } from '../another/programs.mjs';
import { openForLook } from '../another/server-files.mjs';
import { checkParts } from '../backup/backup-folder.mjs';
import { checkRoomFor } from '../backup/disk-room.mjs';
import { ensureDatabase } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { openDataDir } from '../ground/settings.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { digestsOf, sumOf } from './digests.mjs';
import { compare, readIn } from './put-dump.mjs';
import { lookThrough } from './verify.mjs';

/** @import { Manifest } from '../backup/backup-folder.mjs' */
/** @import { Place } from '../database/postgres-place.mjs' */

/**
 * `server`: the folder of programs to take instead of what the machine has.
 * @typedef {{ folder: string, manifest: Manifest, dataDir: string, identities: string[], packaged?: string | undefined, signal?: AbortSignal | undefined, progress?: (text: string) => void }} How
 */

/** Of a whole server its own version alone reads the files; a dump is read by any from there to that of pg_restore. */
function majorsFor(/** @type {Manifest} */ { kind, postgres }) {
  const major = Number.parseInt(postgres, 10);
  const most = kind === 'server' ? major : (majorOf('pg_restore') ?? 0);
  return Array.from({ length: Math.max(0, most - major + 1) }, (_, at) => major + at);
}

/**
 * The server in which a backup of another PostgreSQL could be looked at on this machine, or undefined.
 * @param {Manifest} manifest
 */
export const serverFor = (manifest) => serverOf(majorsFor(manifest));

/**
 * What it takes of the disk: a dump is opened beside what is made of it. One of a release before this one does not say how large its database is.
 * @param {Manifest} manifest
 */
const roomFor = ({ kind, clusterBytes, parts }) =>
  kind === 'server' ? (clusterBytes ?? 0) : 1.8 * (clusterBytes ?? 10 * (parts[0]?.bytes ?? 0));

/**
 * Refuses where this machine cannot verify a backup of another PostgreSQL, which says nothing against the backup.
 * @param {Manifest} manifest
 * @param {string} dataDir
 */
export function checkMachine(manifest, dataDir) {
  if (!serverFor(manifest)) throw new PlainProblem(lacking(manifest));
  checkRoomFor(join(dataDir, 'verifying'), { clusterBytes: roomFor(manifest) }, 0);
}

/**
 * What the machine lacks, as a person can put it right.
 * @param {Manifest} manifest
 */
const lacking = ({ kind, postgres }) =>
  kind === 'server'
    ? `The files of a server of PostgreSQL ${Number.parseInt(postgres, 10)} are verified by that version, and its programs are not on this machine.`
    : 'A dump is verified by reading it into a fresh server, and the programs of one that pg_restore can speak with are not on this machine. Read it into an empty database: DATABASE_URL=… npm run restore';

/**
 * Restores a backup of another PostgreSQL into a fresh server, holds it against its hashes, goes through the trail, opens all media, and takes that
 * server away. Returns how many rows there were and a hash over them.
 * @param {How} how
 */
export async function verifyAnother({ dataDir, packaged, ...how }) {
  const { folder, manifest, signal } = how;
  await checkParts(folder, manifest, signal);
  const server = packaged ? { packaged } : serverFor(manifest);
  if (!server) throw new PlainProblem(lacking(manifest));
  const room = join(dataDir, 'verifying');
  await removeServer(room, server);
  openDataDir(room);
  const place = placeOf(room, { durable: false, logged: false, ...server });
  try {
    const address = manifest.kind === 'server' ? await startCopy(place, how) : await startDump(place, how);
    const sum = sumOf(await digestsOf(address));
    await lookThrough(address, how);
    return sum;
  } finally {
    await removeServer(room, server);
  }
}

/**
 * Stops and removes such a server with all that it holds, also one that a killed verification left: its files may lie elsewhere.
 * @param {string} room
 * @param {NonNullable<ReturnType<typeof serverOf>>} server
 */
async function removeServer(room, server) {
  if (!existsSync(room)) return;
  openDataDir(room);
  const place = placeOf(room, { durable: false, logged: false, ...server });
  await stopPostgres(place);
  removeCluster(place);
  rmSync(room, { recursive: true, force: true });
}

/**
 * @param {Place} place
 * @param {Omit<How, 'dataDir'>} how
 */
async function startCopy(place, { folder, manifest, identities, signal, progress = () => {} }) {
  progress('files are unpacked');
  const file = join(folder, manifest.id, manifest.parts[0]?.name ?? '');
  await openForLook(manifest, place, { file, identities, signal });
  progress('every row is read');
  await startPostgres(place);
  return databaseAddress(place, manifest.database ?? DATABASE);
}

/**
 * @param {Place} place
 * @param {Omit<How, 'dataDir'>} how
 */
async function startDump(place, { folder, manifest, identities, signal, progress = () => {} }) {
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), DATABASE);
  const databaseUrl = databaseAddress(place, DATABASE);
  progress('the dump is read in');
  await readIn({ folder, dataDir: place.dataDir, identities, keysIdentities: [], databaseUrl, signal }, manifest);
  progress('every row is read');
  await compare(databaseUrl, manifest);
  return databaseUrl;
}
