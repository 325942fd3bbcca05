import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REASONS } from './reasons.mjs';
import { goalInWords, tableOf, verdictOf } from './verdict.mjs';

test('a goal is held at its very number, and what is no number holds none', () => {
  assert.equal(verdictOf(5, { atMost: 5 }, undefined), 'held');
  assert.equal(verdictOf(5.01, { atMost: 5 }, undefined), 'missed');
  assert.equal(verdictOf(0.9, { atLeast: 0.9 }, undefined), 'held');
  assert.equal(verdictOf(0.89, { atLeast: 0.9 }, undefined), 'missed');
  for (const goal of [{ atMost: 5 }, { atLeast: 5 }]) assert.equal(verdictOf(Number.NaN, goal, undefined), 'missed');
  assert.equal(verdictOf(5, undefined, undefined), 'no goal');
});

test('a reason excuses what is missed and nothing else', () => {
  assert.equal(verdictOf(6, { atMost: 5 }, 'One core is too few.'), 'missed, and it is said why');
  assert.equal(verdictOf(5, { atMost: 5 }, 'One core is too few.'), 'held');
});

test('every reason is a sentence', () => {
  for (const [subject, reasons] of Object.entries(REASONS))
    for (const [title, reason] of Object.entries(reasons))
      assert.match(reason, /^[A-Z].{20,}\.$/s, `${subject}: ${title}`);
});

test('a table says of each figure its goal, its verdict and how busy the machine was', () => {
  const table = tableOf('kept', [
    { title: 'p99', value: 1.234, unit: 'ms', goal: { atMost: 2 }, machine: 'quiet', verdict: 'held' },
    { title: 'beside nginx', unit: '', machine: 'quiet', verdict: 'not measured', words: 'There is none.' },
  ]);
  assert.match(table, /^\| p99 \| ≤ 2 \| 1\.23 ms \| held \| quiet \|$/m);
  assert.match(table, /^\| beside nginx \| {2}\| {2}\| not measured: There is none\. \| quiet \|$/m);
  assert.equal(goalInWords({ atLeast: 1_000 }), '≥ 1,000');
});
