import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';
import { TEST_DIR } from './runners.mjs';

/** Memory that looks like a folder, on Linux. */
const MEMORY = '/dev/shm';
/** The bytes that the database of the journeys grows to, its log included, with room for the second one. */
const BYTES_NEEDED = 4 * 1024 ** 3;

/** The folder of this checkout: two of them may be tested at once. */
const own = `phu-nu-so-dong-nai-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`;

function hasRoom() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > BYTES_NEEDED && freemem() > 2 * BYTES_NEEDED;
}

/** @param {string} name */
const onDisk = (name) => join(TEST_DIR, name);
/** @param {string} name */
const inMemory = (name) => join(MEMORY, `${own}-${name}`);

/**
 * The folder of a test database: in memory where there is plenty, otherwise beside the reports. A copy of the
 * template is a thousand small files, of which a disk makes forty times the work.
 * @param {string} name
 */
export const roomFor = (name) => (hasRoom() ? inMemory(name) : onDisk(name));

/**
 * Every place where a run may have left a folder of this name.
 * @param {string} name
 */
export const roomsOf = (name) => [onDisk(name), inMemory(name)];
