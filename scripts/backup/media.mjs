import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { PlainProblem } from '../ground/problem.mjs';
import { openSealed, readSealed, writeSealed } from './sealed-file.mjs';

const ENDING = '.gz.age';
const NAME = /^[0-9a-f]{64}$/;

/** @param {string} folder */
const foldersIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name)) : [];

/**
 * The hashes of all files of a folder of media, in order.
 * @param {string} folder
 */
const hashesIn = (folder) =>
  foldersIn(folder)
    .flatMap((part) => readdirSync(join(folder, part)).filter((name) => NAME.test(name)))
    .sort();

/** @param {string} folder @param {string} hash */
const placeIn = (folder, hash) => join(folder, hash.slice(0, 2), hash);

/**
 * The room of media that the same keys open: whoever changes the keys seals all of them anew.
 * @param {string[]} recipients
 */
const roomOf = (recipients) =>
  createHash('sha256')
    .update([...recipients].sort().join('\n'))
    .digest('hex')
    .slice(0, 8);

/**
 * Copies what is new of the media, each file sealed under its own hash and once for all backups, and lists what there is in `list`.
 * @param {{ media: string, backups: string, list: string, recipients: string[], signal?: AbortSignal | undefined, progress: (text: string) => void }} how
 */
export async function copyMedia({ media, backups, list, recipients, signal, progress }) {
  const folder = roomOf(recipients);
  const room = join(backups, 'media', folder);
  const hashes = hashesIn(media);
  let bytes = 0;
  let copied = 0;
  for (const hash of hashes) {
    signal?.throwIfAborted();
    const file = `${placeIn(room, hash)}${ENDING}`;
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const written = await writeSealed(file, createReadStream(placeIn(media, hash)), { recipients, signal });
    bytes += written.bytes;
    copied += 1;
    if (copied % 200 === 0) progress(`${copied} files`);
  }
  const part = await writeSealed(list, [hashes.join('\n')], { recipients, signal });
  return { part, copied, media: { folder, files: hashes.length, bytes } };
}

/**
 * Removes sealed media of a room that no backup lists any more; only where every list can be opened.
 * @param {string} backups
 * @param {{ lists: string[], folder: string, identities: string[] }} how
 */
export async function removeUnlisted(backups, { lists, folder, identities }) {
  const listed = new Set(
    (await Promise.all(lists.map((list) => readSealed(list, identities)))).flatMap((text) => text.split('\n')),
  );
  const room = join(backups, 'media', folder);
  for (const part of foldersIn(room))
    for (const name of readdirSync(join(room, part)))
      if (!listed.has(name.replace(ENDING, ''))) rmSync(join(room, part, name), { force: true });
}

/**
 * Puts back the media that a backup lists and that are not there, each held against its hash. Says how many.
 * @param {{ list: string, room: string, media: string, identities: string[], dry?: boolean }} how `dry`: looks, and writes nothing
 */
export async function putBackMedia({ list, room, media, identities, dry = false }) {
  const hashes = (await readSealed(list, identities)).split('\n').filter((name) => NAME.test(name));
  let put = 0;
  for (const hash of hashes) {
    const place = placeIn(media, hash);
    if (!dry && existsSync(place)) continue;
    const sealed = `${placeIn(room, hash)}${ENDING}`;
    if (!existsSync(sealed))
      throw new PlainProblem(`The backup is not whole: the file ${hash} of its media is missing.`);
    await putBackOne(sealed, dry ? undefined : place, hash, identities);
    put += 1;
  }
  return { files: hashes.length, put };
}

/**
 * @param {string} sealed
 * @param {string | undefined} place
 * @param {string} hash
 * @param {string[]} identities
 */
async function putBackOne(sealed, place, hash, identities) {
  const seen = createHash('sha256');
  const beside = `${place}.restored`;
  if (place) mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const handle = place ? await open(beside, 'w', 0o600) : undefined;
  const into = new Writable({
    write(chunk, _encoding, done) {
      seen.update(chunk);
      if (!handle) return done();
      handle.write(chunk).then(() => done(), done);
    },
  });
  try {
    await openSealed(sealed, { identities, into });
    await handle?.sync();
  } finally {
    await handle?.close();
  }
  if (seen.digest('hex') !== hash) throw new PlainProblem(`A file of the media is not what was kept: ${hash}.`);
  if (place) renameSync(beside, place);
}
