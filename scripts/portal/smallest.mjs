import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

/** What is sent as it lies there: Next's part for browsers, and our own. */
const FOLDERS = ['.next/static', 'public'];
const TEXT = /\.(css|html|js|json|svg|txt|webmanifest)$/;

/**
 * Where the smallest form (Brotli) of these bytes lies, if the build has made one: found by what they are, it can be that of no others.
 * @param {string} root the folder of the project
 * @param {Buffer} body
 */
export const placeOfSmallest = (root, body) =>
  join(root, '.next/smallest', `${createHash('sha256').update(body).digest('hex')}.br`);

/**
 * Makes the smallest form of each text that browsers are sent as it lies there, so that nobody gets a larger one first.
 * @param {string} root
 */
export async function makeSmallest(root) {
  const folder = join(root, '.next/smallest');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compress = promisify(brotliCompress);
  const texts = FOLDERS.flatMap((name) => textsOf(join(root, name)));
  await Promise.all(texts.map(async (body) => writeFileSync(placeOfSmallest(root, body), await compress(body))));
}

/** @param {string} folder */
const textsOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name)));
