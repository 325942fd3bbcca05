import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Watch } from './watch.mjs';

const saw = (/** @type {[at: number, html: string][]} */ answers) => {
  const watch = new Watch('', [], /Tin (\d+)/g);
  watch.published(1, 1_000);
  watch.published(2, 2_000);
  for (const [at, html] of answers) watch.saw(at, html);
  return watch.oldest;
};

test('an answer is as old as it was out of date when it was asked for', () => {
  assert.equal(
    saw([
      [900, 'trước'],
      [1_500, 'Tin 1'],
      [2_100, 'Tin 2'],
    ]),
    0,
  );
  assert.equal(
    saw([
      [1_200, 'trước'],
      [2_050, 'Tin 1'],
    ]),
    200,
  );
  assert.equal(
    saw([
      [2_700, 'Tin 1'],
      [2_900, 'Tin 1 Tin 2'],
    ]),
    700,
  );
});

test('what stood there before the first publication is out of date since that one', () => {
  assert.equal(saw([[2_500, 'trước']]), 1_500);
});
