import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { PlainProblem, thrown } from '../ground/problem.mjs';
import { keep } from '../ground/settings.mjs';

/** @import { Display } from '../ground/steps.mjs' */

/**
 * A sealed file as a manifest names it.
 * @typedef {{ name: string, bytes: number, sha256: string }} Part
 */

/** Half the processor time of the level that is usual, for a file that is a tenth larger. */
const LEVEL = 1;
const BUFFER = 1 << 20;

/**
 * The key of a backup for which nobody is named: made at the first one. Returns `{ recipient, made, file }`.
 * @param {string} file
 */
async function ownRecipient(file) {
  const made = !existsSync(file);
  const identity = made ? await generateX25519Identity() : '';
  return { recipient: await identityToRecipient(keep(file, () => identity)), made, file };
}

/**
 * Refuses what is no public key of age, before anything is written.
 * @param {string[]} recipients
 * @param {string} name of the setting
 */
function checkRecipients(recipients, name) {
  for (const one of recipients)
    try {
      new Encrypter().addRecipient(one);
    } catch {
      throw new PlainProblem(`${name} holds something that is no public key of age (age1…).`);
    }
}

/**
 * The secret keys of an identity file of age, one a line; lines that begin with # are remarks.
 * @param {string} file
 */
export function identitiesIn(file) {
  if (!existsSync(file)) throw new PlainProblem(`There is no key ${file}. Name it: --identity <file>`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const found = lines.map((line) => line.trim()).filter((line) => /^AGE-SECRET-KEY-/i.test(line));
  if (found.length === 0) throw new PlainProblem(`${file} holds no key of age (AGE-SECRET-KEY-…).`);
  return found;
}

/** What passes by is counted and hashed. */
function measure() {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    /** @param {AsyncIterable<Uint8Array>} chunks */
    async *pass(chunks) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

/**
 * Compresses and seals a stream into a file, which gets its name when it is whole and on the disk. Returns its size and SHA-256.
 * @param {string} file
 * @param {NodeJS.ReadableStream | Iterable<Uint8Array | string>} source
 * @param {{ recipients: string[], signal?: AbortSignal | undefined }} how
 */
export async function writeSealed(file, source, { recipients, signal }) {
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  const measured = measure();
  const beside = `${file}.${process.pid}.part`;
  const seal = async function* (/** @type {AsyncIterable<Uint8Array>} */ chunks) {
    yield* /** @type {any} */ (await encrypter.encrypt(/** @type {any} */ (ReadableStream).from(chunks)));
  };
  const from = /** @type {Readable} */ ('pipe' in source ? source : Readable.from(source, { objectMode: false }));
  try {
    await pipeline(
      from,
      createGzip({ level: LEVEL, chunkSize: BUFFER, strategy: constants.Z_DEFAULT_STRATEGY }),
      seal,
      measured.pass,
      createWriteStream(beside, { mode: 0o600, flush: true, highWaterMark: BUFFER }),
      ...(signal ? [{ signal }] : []),
    );
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return measured.result();
}

/**
 * Opens a sealed file into a stream, from its first byte to its last: a file that was changed or cut is refused in a sentence.
 * @param {string} file
 * @param {{ identities: string[], into: NodeJS.WritableStream, signal?: AbortSignal | undefined }} how
 */
export async function openSealed(file, { identities, into, signal }) {
  const decrypter = new Decrypter();
  for (const one of identities) decrypter.addIdentity(one);
  const open = async function* (/** @type {AsyncIterable<Uint8Array>} */ chunks) {
    yield* /** @type {any} */ (await decrypter.decrypt(/** @type {any} */ (ReadableStream).from(chunks)));
  };
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: BUFFER }),
      open,
      createGunzip({ chunkSize: BUFFER }),
      /** @type {any} */ (into),
      ...(signal ? [{ signal }] : []),
    );
  } catch (error) {
    throw whyNotOpened(file, error);
  }
}

/**
 * @param {string} file
 * @param {unknown} error
 */
function whyNotOpened(file, error) {
  const { code, message } = thrown(error);
  if (error instanceof PlainProblem || code === 'ABORT_ERR' || code === 'ENOSPC') return error;
  if (/no identity matched/.test(message))
    return new PlainProblem(`The key does not open ${file}: it was sealed for another one.`);
  if (code?.startsWith('Z_') || /tag|stream|header|chunk|HMAC|MAC|final|age/i.test(message))
    return new PlainProblem(`${file} is not what was written: it was changed or cut off.`);
  return error;
}

/**
 * The text of a small sealed file.
 * @param {string} file
 * @param {string[]} identities
 */
export async function readSealed(file, identities) {
  /** @type {Buffer[]} */
  const chunks = [];
  const into = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await openSealed(file, { identities, into });
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The SHA-256 of a file as it lies there.
 * @param {string} file
 * @param {AbortSignal} [signal]
 */
export async function hashOf(file, signal) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: BUFFER }), hash, ...(signal ? [{ signal }] : []));
  return hash.digest('hex');
}

/** @param {string} dataDir */
export const ownKeyFile = (dataDir) => join(dataDir, 'backup-key');

/**
 * For whom everything is sealed: who is named, else a key that is made here.
 * @param {{ dataDir: string, recipients: string[], keysRecipients: string[] }} wanted
 * @param {Display} display
 */
export async function sealedFor({ dataDir, recipients, keysRecipients }, display) {
  checkRecipients(recipients, 'BACKUP_RECIPIENTS');
  checkRecipients(keysRecipients, 'BACKUP_KEYS_RECIPIENTS');
  if (recipients.length > 0)
    return { recipients, keysRecipients: keysRecipients.length > 0 ? keysRecipients : recipients };
  const { recipient, made, file } = await ownRecipient(ownKeyFile(dataDir));
  if (made)
    display.line(
      `\n  A key was made that alone opens these backups: ${file}\n  Keep a copy of it elsewhere, on paper or on another machine, today: it is lost with this disk, and every backup with it.\n`,
    );
  return { recipients: [recipient], keysRecipients: keysRecipients.length > 0 ? keysRecipients : [recipient] };
}
