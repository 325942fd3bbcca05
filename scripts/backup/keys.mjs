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
    const named = process.env[`${variable}_FILE`];
    const text = process.env[variable] || textOf(named || join(dataDir, name));
    return text ? [[name, text]] : [];
  });
  return writeSealed(file, [JSON.stringify(Object.fromEntries(found))], how);
}

/**
 * Puts the secrets back; one that is there and another is kept beside it, under its name and an instant. Says which were put back.
 * @param {string} file
 * @param {string} dataDir
 * @param {string[]} identities
 */
export async function putBackKeys(file, dataDir, identities) {
  /** @type {Record<string, string>} */
  const secrets = JSON.parse(await readSealed(file, identities));
  const changed = Object.entries(secrets).filter(([name, text]) => {
    const present = textOf(join(dataDir, name));
    if (!(name in SECRETS) || present === text) return false;
    if (present !== undefined) write(join(dataDir, `${name}.before-${Date.now()}`), present);
    return true;
  });
  for (const [name, text] of changed) replace(join(dataDir, name), text);
  return changed.map(([name]) => name);
}
