import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from '../backup/sealed-file.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { speakAlone, unpackCluster } from '../restore/recovery.mjs';

/** @import { Manifest } from '../backup/backup-folder.mjs' */
/** @import { Place } from '../database/postgres-place.mjs' */

/** The list that pg_basebackup puts beside the files of a server: each with its size and hash. */
const LIST = 'backup_manifest';

/**
 * Holds every file of a server against the list that was made as it was copied. The log is not in it: PostgreSQL holds each
 * record against a sum of its own.
 * @param {string} cluster
 * @param {string} id of the backup
 */
async function checkFiles(cluster, id) {
  /** @type {{ Files: { Path?: string, 'Encoded-Path'?: string, Size: number, Checksum?: string }[] }} */
  const { Files } = JSON.parse(readFileSync(join(cluster, LIST), 'utf8'));
  for (const { Path, 'Encoded-Path': encoded = '', Checksum } of Files) {
    const path = Path ?? Buffer.from(encoded, 'hex').toString('latin1');
    const file = join(cluster, path);
    if (!existsSync(file) || (await hashOf(file)) !== Checksum)
      throw new PlainProblem(`The backup ${id} is not what was copied: its file ${path} is missing or another one.`);
  }
  return Files.length;
}

/**
 * The user to whom files in a folder are given: whoever owns the folder, where we may say so.
 * @param {string} folder
 */
function ownerOf(folder) {
  const { uid, gid } = statSync(folder);
  return process.getuid?.() === 0 ? { uid, gid } : undefined;
}

/**
 * Refuses a folder that something is in: files of a server that is at work are nobody's to be written over.
 * @param {string} into
 */
export function checkFree(into) {
  if (!existsSync(dirname(into))) throw new PlainProblem(`There is no folder ${dirname(into)}.`);
  if (!existsSync(into)) return;
  if (!statSync(into).isDirectory() || readdirSync(into).length > 0)
    throw new PlainProblem(`${into} holds something: name a folder that is empty or not there.`);
}

/** By which a server that was started says of which restore its files are. */
export const RESTORED = 'portal.restored';

/**
 * Puts the files of a whole server into an empty folder, for its keeper to start; they are those of whoever owns the folder around. Returns how many.
 * @param {{ file: string, id: string, identities: string[], into: string, word: string }} how `word`: by which the server is known again once it was started
 */
export async function layServer({ file, id, identities, into, word }) {
  checkFree(into);
  if (existsSync(into)) rmdirSync(into);
  try {
    await unpackCluster(file, { cluster: into, user: ownerOf(dirname(into)) }, { identities });
    const files = await checkFiles(into, id);
    appendFileSync(join(into, 'postgresql.auto.conf'), `${RESTORED} = '${word}'\n`);
    return files;
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    throw error;
  }
}

/** What whoever keeps it has said of who may ask and how it works, and where that of others is read from. */
const ITS_SETTINGS = ['postgresql.conf', 'postgresql.auto.conf', 'pg_hba.conf', 'pg_ident.conf', 'standby.signal'];
const OURS = {
  'postgresql.conf': '',
  'pg_hba.conf': 'host all postgres 127.0.0.1/32 scram-sha-256\n',
  'pg_ident.conf': '',
};

/**
 * Unpacks the files of a whole server for a look: with settings of ours, and a superuser whose password nobody else has.
 * @param {Manifest} manifest
 * @param {Place} place
 * @param {{ file: string, identities: string[], signal?: AbortSignal | undefined }} how
 */
export async function openForLook({ id }, place, { file, identities, signal }) {
  await unpackCluster(file, place, { identities, signal });
  const files = await checkFiles(place.cluster, id);
  for (const name of ITS_SETTINGS) rmSync(join(place.cluster, name), { force: true });
  for (const [name, text] of Object.entries(OURS)) {
    writeFileSync(join(place.cluster, name), text, { mode: 0o600 });
    if (place.user) chownSync(join(place.cluster, name), place.user.uid, place.user.gid);
  }
  const made = `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'postgres') THEN CREATE ROLE postgres; END IF; ALTER ROLE postgres SUPERUSER LOGIN VALID UNTIL 'infinity' PASSWORD '${place.password}'; END $$`;
  const said = await speakAlone(place, made);
  if (said) throw new PlainProblem(`The server of the backup ${id} does not come up from its files.`, said);
  return files;
}
