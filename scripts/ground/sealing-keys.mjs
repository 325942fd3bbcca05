import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainProblem, thrown } from './problem.mjs';
import { keep } from './settings.mjs';

/** One key of a ring: its name and 32 bytes. */
const KEY = /^[a-z0-9-]{1,40}:[A-Za-z0-9+/]{43}=$/i;
/** Milliseconds for the command that says the keys: whoever keeps them may be far away. */
const COMMAND_MS = 30_000;

/** A key for sensitive fields with a name of its own: "k20261124-5f3a:<32 bytes>". */
export function makeSealingKey() {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  return `k${day}-${randomBytes(2).toString('hex')}:${randomBytes(32).toString('base64')}`;
}

/**
 * A ring as it was found, or a sentence that says where no key was.
 * @param {string} text
 * @param {string} where
 */
function ringIn(text, where) {
  if (text.split(/[\s,]+/).some((key) => KEY.test(key))) return text.trim();
  throw new PlainProblem(`${where} holds no key: one a line, "name:base64 of 32 bytes", the current one first.`);
}

/** @param {string} command */
function ringSaidBy(command) {
  const { status, stdout } = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    timeout: COMMAND_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status === 0) return ringIn(stdout, 'What SEALING_KEYS_COMMAND says');
  throw new PlainProblem(
    status === null
      ? `SEALING_KEYS_COMMAND said no keys within ${COMMAND_MS / 1000} s.`
      : `SEALING_KEYS_COMMAND said no keys; it ended with ${status}.`,
  );
}

/** @param {string} file */
function ringOfFile(file) {
  try {
    return ringIn(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof PlainProblem) throw error;
    throw new PlainProblem(`The file that SEALING_KEYS_FILE names cannot be read: ${thrown(error).message}`);
  }
}

/**
 * The ring of keys for sensitive fields: what the surroundings say, a command that is asked once, or the file that was named; else the
 * file of the data folder, made when it is not there.
 * @param {string} dataDir
 */
export function sealingKeysOf(dataDir) {
  const { SEALING_KEYS, SEALING_KEYS_COMMAND, SEALING_KEYS_FILE } = process.env;
  if (SEALING_KEYS) return SEALING_KEYS;
  if (SEALING_KEYS_COMMAND) {
    // every process that is started from here has them
    process.env.SEALING_KEYS = ringSaidBy(SEALING_KEYS_COMMAND);
    return process.env.SEALING_KEYS;
  }
  return SEALING_KEYS_FILE ? ringOfFile(SEALING_KEYS_FILE) : keep(join(dataDir, 'sealing-keys'), makeSealingKey);
}
