import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace, write } from '../ground/settings.mjs';
import { readSealed, writeSealed } from './sealed-file.mjs';

/** Files of the data folder that are secrets, and what says the same in the surroundings. */
const SECRETS = {
  'sealing-keys': 'SEALING_KEYS',
  'push-keys': 'PUSH_KEYS',
  secret: 'NEXTAUTH_SECRET',
  'demo-password': '',
};

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);

/**
 * Seals the secrets of a portal into a file of their own: a second holder keeps what opens it.
 * @param {string} file
 * @param {string} dataDir
 * @param {{ recipients: string[], signal?: AbortSignal | undefined }} how
 */
export async function copyKeys(file, dataDir, how) {
  const found = Object.entries(SECRETS).flatMap(([name, variable]) => {
    const text = process.env[variable] || textOf(placeOf(name, dataDir) ?? '');
    return text ? [[name, text]] : [];
  });
  return writeSealed(file, [JSON.stringify(Object.fromEntries(found))], how);
}

/**
 * A ring of keys that holds what was there and what comes: what is sealed with either opens. The first one goes on sealing.
 * @param {string | undefined} present
 * @param {string} text
 */
function united(present, text) {
  const keys = [present ?? '', text].flatMap((ring) => ring.split(/[\s,]+/)).filter(Boolean);
  return [...new Set(keys)].join('\n');
}

/**
 * Puts the secrets back, what was there kept beside, and keys made since in their ring. Says which; null when nothing of it opens with these
 * identities.
 * @param {string} file
 * @param {string} dataDir
 * @param {string[]} identities
 */
export async function putBackKeys(file, dataDir, identities) {
  const opened = await readSealed(file, identities).catch(() => null);
  if (opened === null) return null;
  /** @type {Record<string, string>} */
  const secrets = JSON.parse(opened);
  const changed = Object.entries(secrets).flatMap(([name, text]) => {
    const place = placeOf(name, dataDir);
    const present = place && textOf(place);
    const now = name === 'sealing-keys' ? united(present, text) : text;
    if (!place || present === now) return [];
    if (present !== undefined) write(join(dataDir, `${name}.before-${Date.now()}`), present);
    replace(place, now);
    return [name];
  });
  return changed;
}

/**
 * Where a secret lies: in the data folder, or in the file that was named for it.
 * @param {string} name
 * @param {string} dataDir
 */
function placeOf(name, dataDir) {
  if (!(name in SECRETS)) return undefined;
  const named = process.env[`${SECRETS[/** @type {keyof typeof SECRETS} */ (name)]}_FILE`];
  return named || join(dataDir, name);
}
