import assert from 'node:assert/strict';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mountDisk, unmountDisk } from '../tests/clients.mjs';
import { until } from './command-fixture.mjs';
import { listenTo, setAsideLog } from './server-log.mjs';

/** @type {string} */
let dir;
/** @type {string} */
let file;
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'server-log-'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

const read = (/** @type {number} */ age) => readFileSync(age ? `${file}.${age}` : file, 'utf8');

test('five runs before this one can be read, the newest first; an empty one takes no place', () => {
  file = join(dir, 'runs.log');
  for (let run = 1; run <= 8; run++) {
    setAsideLog(file);
    setAsideLog(file);
    writeFileSync(file, `run ${run}`);
  }
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(read), ['run 8', 'run 7', 'run 6', 'run 5', 'run 4', 'run 3']);
  assert.throws(() => read(6));
});

test('a log that has grown too long goes on anew, every line of it is kept and is heard once', async () => {
  file = join(dir, 'server.log');
  const writer = openSync(file, 'a');
  /** @type {string[]} */
  const heard = [];
  const stop = listenTo(file, (line) => heard.push(line), 400);
  const lines = Array.from({ length: 30 }, (_, at) => `line ${String(at).padStart(2, '0')} ${'x'.repeat(20)}`);
  for (const line of lines) {
    writeSync(writer, `${line}\n`);
    await until('it is heard', () => heard.at(-1) === line);
  }
  stop();
  closeSync(writer);
  assert.deepEqual(heard, lines);
  const kept = [2, 1].map(read).join('') + read(0);
  assert.equal(kept, `${lines.join('\n')}\n`);
});

const MB = 1024 ** 2;

test('where the disk has no room for a log that has grown too long, its lines go and whoever hears it goes on', async () => {
  const disk = join(dir, 'disk');
  mkdirSync(disk);
  if (!mountDisk(disk, MB)) return; // `npm test` says that a disk of its own is not to be had (scripts/tests/clients.mjs)
  try {
    file = join(disk, 'server.log');
    const writer = openSync(file, 'a');
    /** @type {string[]} */
    const heard = [];
    const stop = listenTo(file, (line) => heard.push(line), MB / 2);
    writeSync(writer, `${'x'.repeat(0.7 * MB)}\n`);
    await until('it is set aside', () => statSync(file).size === 0);
    writeSync(writer, 'and on\n');
    await until('it is heard', () => heard.at(-1) === 'and on');
    stop();
    closeSync(writer);
    assert.deepEqual(readdirSync(disk), ['server.log']);
  } finally {
    unmountDisk(disk);
  }
});
