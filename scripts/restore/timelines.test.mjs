import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideWay, bornLine, historyOf, missingSince, positionAt, untoldLines, wayOn } from './timelines.mjs';

/** Names of segments of the lower part of the log. */
const on = (/** @type {number} */ timeline, /** @type {number[]} */ ...numbers) =>
  numbers.map((number) => `0000000${timeline}00000000000000${number.toString(16).toUpperCase().padStart(2, '0')}`);
const one = (/** @type {number} */ timeline, /** @type {number} */ number) => on(timeline, number)[0] ?? '';
const backup = { firstChange: one(1, 2), lastChange: one(1, 3) };
const second = historyOf('00000002.history', '1\t0/6000148\tno recovery target specified\n');

test('a log that is whole leads to its last segment, and what a backup holds itself is not asked for', () => {
  const way = wayOn(on(1, 4, 5, 6), { ...backup, histories: [] });
  assert.deepEqual(way, { timeline: 1, first: one(1, 4), last: one(1, 6), missing: [], behind: 0 });
  assert.deepEqual(wayOn([], { ...backup, histories: [] }), {
    timeline: 1,
    first: undefined,
    last: undefined,
    missing: [],
    behind: 0,
  });
});

test('a segment that is missing is named, and how many lie behind it', () => {
  const way = wayOn(on(1, 4, 6, 7, 8), { ...backup, histories: [] });
  assert.deepEqual(way, { timeline: 1, first: one(1, 4), last: one(1, 4), missing: on(1, 5), behind: 3 });
  const first = wayOn(on(1, 5), { ...backup, histories: [] });
  assert.deepEqual([first.last, first.missing], [undefined, on(1, 4)]);
});

test('the numbers of the log go on from one of its parts to the next', () => {
  const names = ['0000000100000000000000FE', '0000000100000000000000FF', '000000010000000100000000'];
  const way = wayOn(names, { firstChange: '0000000100000000000000FD', histories: [] });
  assert.deepEqual([way.last, way.missing], ['000000010000000100000000', []]);
  assert.equal(positionAt('1/3A000148'), 256 + 0x3a);
});

test('after a restore the new line is followed from where it began, also where the old one went on', () => {
  const names = [...on(1, 4, 5, 6, 7, 8), ...on(2, 6, 7)];
  assert.deepEqual(wayOn(names, { ...backup, histories: [second] }), {
    timeline: 2,
    first: one(1, 4),
    last: one(2, 7),
    missing: [],
    behind: 0,
  });
  const cut = wayOn([...on(1, 4, 5, 6, 7, 8), ...on(2, 7)], { ...backup, histories: [second] });
  assert.deepEqual([cut.last, cut.missing, cut.behind], [one(1, 5), on(2, 6), 1]);
});

test('a line of which nothing was closed yet asks for what it began from, and a backup from after it was left stays on its own', () => {
  const way = wayOn(on(1, 4, 5, 6, 7), { ...backup, histories: [second] });
  assert.deepEqual([way.timeline, way.last, way.missing, way.until], [2, one(1, 5), [], '0/6000148']);
  const later = wayOn(on(1, 8, 9), { firstChange: one(1, 7), histories: [second] });
  assert.deepEqual([later.timeline, later.last, later.missing, later.until], [1, one(1, 9), [], undefined]);
});

test('a minute is gone back to on the line that was at work then', () => {
  const text = `1\t0/6000148\tbefore 2026-11-29 09:00:00+00\n${bornLine(new Date('2026-11-29T10:00:00Z'))}`;
  const histories = [historyOf('00000002.history', text)];
  const names = [...on(1, 4, 5, 6, 7), ...on(2, 6)];
  const timelineTo = (/** @type {string} */ at) => wayOn(names, { ...backup, histories, to: new Date(at) }).timeline;
  assert.deepEqual([timelineTo('2026-11-29T09:30:00Z'), timelineTo('2026-11-29T10:30:00Z')], [1, 2]);
});

test('what a restore left is beside the way, also where the segment of the way itself is missing', () => {
  const histories = [second];
  const names = [...on(1, 3, 4, 5, 6, 7, 8), ...on(2, 7)];
  assert.deepEqual(besideWay(names, { ...backup, histories }), on(1, 6, 7, 8));
  assert.deepEqual(besideWay(on(1, 4, 5, 6, 7), { ...backup, histories }), on(1, 7));
  assert.deepEqual(besideWay(names, { ...backup, histories: [] }), on(2, 7));
});

test('a newer line than that of the backup has a history, or is named', () => {
  const names = [...on(1, 4, 5), ...on(2, 6), ...on(3, 7)];
  assert.deepEqual(untoldLines(names, { ...backup, histories: [second] }), [3]);
  assert.deepEqual(untoldLines(names, { firstChange: one(3, 6), histories: [] }), []);
});

test('seen by names alone each line is one piece, and that of the backup begins where it ended', () => {
  assert.equal(missingSince([...on(1, 2, 3, 4, 5, 6), ...on(2, 6, 7)], backup), 0);
  assert.equal(missingSince(on(1, 5, 6), backup), 1);
  assert.equal(missingSince([...on(1, 4), ...on(2, 6, 9)], backup), 2);
  assert.equal(missingSince([], backup), 0);
});
