import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsOf } from '../database/postgres-settings.mjs';
import { flagsOf } from '../portal/flags.mjs';
import { MB } from './machine.mjs';

const GB = 1024 * MB;

/**
 * A number of megabytes out of what a process is told.
 * @param {string[]} said
 * @param {string} name
 */
const megabytes = (said, name) => Number(new RegExp(`${name}=(\\d+)`).exec(said.join(' '))?.[1]);

/**
 * @param {import('../portal/flags.mjs').Kind} kind
 * @param {number} memory
 */
const heapOf = (kind, memory) => megabytes(flagsOf(kind, memory), 'old-space-size');

/**
 * @param {boolean} durable
 * @param {number} memory
 */
const buffersOf = (durable, memory) => megabytes(settingsOf({ durable }, memory), 'shared_buffers');

test('what a page is drawn from has room where there is memory, and half of that on a small machine', () => {
  const room = (/** @type {number} */ memory) => megabytes(flagsOf('drawing-process', memory), 'max-semi-space-size');
  assert.deepEqual([1 * GB, 2 * GB, 4 * GB, 64 * GB].map(room), [16, 32, 32, 32]);
});

test('heap and database grow with the machine, within bounds', () => {
  assert.deepEqual(
    [1 * GB, 3 * GB, 64 * GB].map((memory) => heapOf('drawing-process', memory)),
    [256, 384, 512],
  );
  assert.deepEqual(
    [1 * GB, 4 * GB, 64 * GB].map((memory) => buffersOf(true, memory)),
    [128, 512, 1_024],
  );
});

test('on one gigabyte a portal and its database leave half of it free, and two databases of tests do', () => {
  assert.ok(heapOf('main', GB) + heapOf('drawing-process', GB) + buffersOf(true, GB) <= 512);
  for (const memory of [GB, 64 * GB]) assert.ok(2 * buffersOf(false, memory) <= 512);
});
