import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';

/** @import { Hear } from '../ground/processes.mjs' */

const LISTEN_MS = 100;
const SIZE_MAX = 20_000_000;
/** How many older parts of a log are kept: `server.log.1` is the newest of them. */
const KEPT = 5;

/**
 * Moves the older parts of a log along by one; the oldest goes.
 * @param {string} file
 * @param {number} kept
 */
function moveAlong(file, kept) {
  for (let age = kept; age > 1; age--)
    if (existsSync(`${file}.${age - 1}`)) renameSync(`${file}.${age - 1}`, `${file}.${age}`);
}

/**
 * Begins a log anew, so that what was said in the runs before can still be read.
 * @param {string} file
 */
export function setAsideLog(file, kept = KEPT) {
  if (!statSync(file, { throwIfNoEntry: false })?.size) return;
  moveAlong(file, kept);
  renameSync(file, `${file}.1`);
}

/**
 * The same while its writer goes on: it holds the file open and appends, so what is there is copied and then taken away, also where the disk has no
 * room for the copy.
 * @param {string} file
 */
function makeRoomInLog(file, kept = KEPT) {
  moveAlong(file, kept);
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    rmSync(`${file}.1`, { force: true });
  }
  truncateSync(file);
}

/**
 * Follows a growing file from its end: `listen()` returns what was added, and sets the file aside when it has grown too long.
 * @param {string} file
 * @param {number} sizeMax
 */
function followFile(file, sizeMax) {
  let at = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return function listen() {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size < at) at = 0;
      const added = Buffer.alloc(size - at);
      readSync(handle, added, 0, added.length, at);
      at = size;
      if (size > sizeMax) makeRoomInLog(file);
      return added.toString('utf8');
    } finally {
      closeSync(handle);
    }
  };
}

/**
 * Hears what a server says until it is over; `hear` gets whole lines. Returns what ends the listening, after its last words.
 * @param {string} file
 * @param {Hear} hear
 */
export function listenTo(file, hear, sizeMax = SIZE_MAX) {
  const listen = followFile(file, sizeMax);
  let rest = '';
  const look = () => {
    const lines = (rest + listen()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  };
  const timer = setInterval(look, LISTEN_MS);
  return () => clearInterval(timer);
}
