import assert from 'node:assert/strict';
import { createWriteStream, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { changesRoom } from '../backup/backup-folder.mjs';
import { carry } from '../backup/changes.mjs';
import { makeBackup } from '../backup/make-backup.mjs';
import { openSealed, writeSealed } from '../backup/sealed-file.mjs';
import { noteChanges, readChanges } from '../backup/status.mjs';
import { GAPS, logFolderOf, systemOf } from '../database/change-log.mjs';
import { query } from '../database/database.mjs';
import { assertRefused, openBackedUp, quiet } from './fixture.mjs';

/** @type {Awaited<ReturnType<typeof openBackedUp>>} */
let backedUp;
/** The segments of the notes 1 to 4, each in one of its own. */
/** @type {string[]} */
let segments = [];

before(async () => {
  backedUp = await openBackedUp('put-back');
});
after(() => backedUp.close());
beforeEach(async () => {
  rmSync(backedUp.folder, { recursive: true, force: true });
  await query(backedUp.wanted().databaseUrl, 'TRUNCATE note');
  await makeBackup(backedUp.wanted(), quiet);
  segments = [];
  for (const number of [1, 2, 3, 4]) segments.push(await backedUp.write(number));
});

const room = () => changesRoom(backedUp.folder, systemOf(backedUp.place.cluster));
/** The sealed file of a segment. */
const fileOf = (/** @type {string | undefined} */ segment) =>
  join(room(), readdirSync(room()).find((name) => name.startsWith(`${segment}.`)) ?? '');
const numbers = async (/** @type {object} */ more = {}) => backedUp.restored(more, async (_, found) => found);

test('what was written after a restore is there after the next one, from the backup that was made before both', async () => {
  await backedUp.restored({}, async (place) => {
    await backedUp.write(5, place);
    await backedUp.write(6, place);
  });
  assert.deepEqual(await numbers(), [1, 2, 3, 4, 5, 6]);
});

test('a minute on the line that a restore left is still reached, and one after it on the new line', async () => {
  const to = new Date();
  await wait(1_100);
  await backedUp.write(5);
  const late = new Date();
  await wait(1_100);
  await backedUp.write(6);
  const now = await backedUp.restored({ to }, async (place, found) => {
    assert.deepEqual(found, [1, 2, 3, 4]);
    await backedUp.write(7, place);
    const between = new Date();
    await wait(1_100);
    await backedUp.write(8, place);
    return between;
  });
  assert.deepEqual(await numbers({ to: late }), [1, 2, 3, 4, 5]);
  assert.deepEqual(await numbers({ to: now }), [1, 2, 3, 4, 7]);
  assert.deepEqual(await numbers(), [1, 2, 3, 4, 7, 8]);
});

test('of a line on which nothing was closed yet, what the line before wrote after it was left does not come back', async () => {
  const to = new Date();
  await wait(1_100);
  await backedUp.write(5);
  await backedUp.restored({ to }, async (place, found) => {
    assert.deepEqual(found, [1, 2, 3, 4]);
    await carry(backedUp.wanted(place));
  });
  assert.deepEqual(await numbers(), [1, 2, 3, 4]);
  const late = { to: new Date(Date.now() - 1) };
  await assertRefused(backedUp, late, /ends before that minute: it lies behind an earlier restore/);
  assert.deepEqual(await numbers({ ...late, upToGap: true }), [1, 2, 3, 4]);
});

test('a line that was begun at the end of the log, and of which nothing was closed yet, brings back all of it', async () => {
  await backedUp.restored({}, (place) => carry(backedUp.wanted(place)));
  assert.deepEqual(await numbers(), [1, 2, 3, 4]);
});

/** Goes back to before what is written next, and writes two numbers on the new line. Returns the segment of the first of them. */
async function leaveLine() {
  const to = new Date();
  await wait(1_100);
  for (const number of [5, 6]) await backedUp.write(number);
  return backedUp.restored({ to }, async (place) => {
    const segment = await backedUp.write(7, place);
    await backedUp.write(8, place);
    return segment;
  });
}

test('where a segment of the new line is missing, that of the line that was left does not come in its place', async () => {
  rmSync(fileOf(await leaveLine()));
  await assertRefused(backedUp, {}, /A segment of the log is missing, the first of them 0{7}2/);
  assert.deepEqual(await numbers({ upToGap: true }), [1, 2, 3, 4]);
});

test('a history that is damaged or missing is said, not passed over; what can be followed without it comes back when that is asked for', async () => {
  await leaveLine();
  const file = fileOf('00000002');
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, bytes.length - 8), Buffer.alloc(8)]));
  await assertRefused(backedUp, {}, /The history 00000002\.history of the log is damaged/);
  rmSync(file);
  await assertRefused(backedUp, {}, /The history 00000002\.history of the log is missing.*--up-to-gap/);
  assert.deepEqual(await numbers({ upToGap: true }), [1, 2, 3, 4, 5, 6]);
});

test('a segment that is missing is said before anything is put anywhere; what is before it comes back when that is asked for', async () => {
  rmSync(fileOf(segments[2]));
  await assertRefused(backedUp, {}, /A segment of the log is missing, the first of them 0{7}1\w{16}: .*--up-to-gap/);
  assert.deepEqual(await numbers({ upToGap: true }), [1, 2]);
});

test('one that was damaged as it lay there, or before it was sealed, is said too', async () => {
  const file = fileOf(segments[2]);
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, bytes.length - 40), Buffer.alloc(40)]));
  await assertRefused(backedUp, {}, /A segment of the log is damaged/);
  assert.deepEqual(await numbers({ upToGap: true }), [1, 2]);
  writeFileSync(file, bytes);

  const opened = join(backedUp.folder, 'opened');
  await openSealed(file, { identities: [backedUp.identity], into: createWriteStream(opened) });
  await writeSealed(file, [readFileSync(opened).fill(7, 24)], { recipients: backedUp.recipients });
  await assertRefused(backedUp, {}, /damaged within.*--up-to-gap/);
  assert.deepEqual(await numbers({ upToGap: true }), [1, 2]);
});

test('a minute before a gap is gone back to, and of one behind it the gap is said', async () => {
  const early = await backedUp.write(5).then(() => new Date());
  await wait(1_100);
  for (const number of [6, 7, 8]) segments.push(await backedUp.write(number));
  rmSync(fileOf(segments[5]));
  await assertRefused(backedUp, { to: new Date(Date.now() - 1) }, /That minute lies behind a gap/);
  assert.deepEqual(await numbers({ to: early }), [1, 2, 3, 4, 5]);
});

test('the portal knows of a gap as soon as changes are carried away again, and no more once a backup was made after it', async () => {
  const [dataDir, file] = [backedUp.place.dataDir, fileOf(segments[1])];
  await carry(backedUp.wanted());
  assert.equal(readChanges(dataDir)?.gapSince, undefined);
  renameSync(file, join(backedUp.folder, 'elsewhere'));
  await carry(backedUp.wanted());
  assert.equal(readChanges(dataDir)?.missing, 1);
  const since = readChanges(dataDir)?.gapSince;
  await carry(backedUp.wanted());
  assert.deepEqual([typeof since, readChanges(dataDir)?.gapSince], ['string', since]);
  await makeBackup(backedUp.wanted(), quiet);
  assert.equal(readChanges(dataDir)?.gapSince, undefined);
});

test('of what was let go for want of disk only what a backup does not hold itself is a gap, and one behind it is a new one', async () => {
  const { place } = backedUp;
  const gaps = join(logFolderOf(place.cluster), GAPS);
  const { lastChange, finishedAt } = await makeBackup(backedUp.wanted(), quiet);
  const past = '2026-01-01T00:00:00.000Z';
  const carriedWith = async (/** @type {string | undefined} */ segment) => {
    writeFileSync(gaps, `${segment}\n`);
    noteChanges(place.dataDir, { at: past, waiting: 0, missing: 1, gapSince: past });
    await carry(backedUp.wanted());
    return readChanges(place.dataDir);
  };
  try {
    assert.equal((await carriedWith(lastChange))?.gapSince, undefined);
    const behind = await carriedWith('0000000100000000000000F0');
    assert.equal(behind?.missing, 1);
    assert.ok(String(behind?.gapSince) > finishedAt, 'so that another backup is due at once');
  } finally {
    rmSync(gaps);
  }
});

test('a server put back on trial writes nothing where the portal keeps its own, and one that takes its place does', async () => {
  const refused = { message: /belong to another data folder/ };
  const files = () => readdirSync(backedUp.folder, { recursive: true }).sort();
  await backedUp.restored({ trial: true }, async (place) => {
    const before = files();
    await assert.rejects(backedUp.write(5, place), refused);
    await assert.rejects(makeBackup(backedUp.wanted(place), quiet), refused);
    assert.deepEqual(files(), before);
  });
  await backedUp.write(5);
  assert.deepEqual(await numbers({ trial: true }), [1, 2, 3, 4, 5]);
  await backedUp.restored({}, async (place) => {
    await backedUp.write(6, place);
    await assert.rejects(backedUp.write(7), refused);
  });
});
