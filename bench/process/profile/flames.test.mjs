import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flameOf, partsOf, pictureOf } from './flames.mjs';

const frame = (/** @type {string} */ functionName, url = '') => ({
  functionName,
  url,
  scriptId: '0',
  lineNumber: 0,
  columnNumber: 0,
});

/** Two milliseconds of React that called three of the portal's, four of nothing to do, one of collecting, seven of looking on. */
const PROFILE = {
  startTime: 0,
  endTime: 10_000,
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 4, 5, 6] },
    { id: 2, callFrame: frame('render', '/node_modules/next/dist/compiled/next-server/app.js'), children: [3] },
    { id: 3, callFrame: frame('Page', '/.next/server/chunks/ssr/page.js') },
    { id: 4, callFrame: frame('(idle)') },
    { id: 5, callFrame: frame('(garbage collector)') },
    { id: 6, callFrame: frame('stop', '/bench/process/profile/profiler.mjs') },
  ],
  samples: [2, 3, 3, 4, 5, 6],
  timeDeltas: [2_000, 1_000, 2_000, 4_000, 1_000, 7_000],
};

test('time without work and of looking on counts for nobody, and each part for what it did itself', () => {
  const flame = flameOf(PROFILE);
  assert.equal(flame.milliseconds, 6);
  assert.deepEqual(
    partsOf(flame).filter(([, milliseconds]) => milliseconds > 0),
    [
      ['words, data and elements of the portal', 3],
      ['React and Next', 2],
      ['collecting what is left over', 1],
    ],
  );
});

test('in the picture who was called stands below who called it, as wide as the time took', () => {
  const picture = pictureOf(flameOf(PROFILE), 'a page & more');
  const bars = [...picture.matchAll(/<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)" height="14"/g)].map(
    ([, x, y, width]) => [x, y, width].map(Number),
  );
  assert.deepEqual(bars, [
    [0, 40, 959.7],
    [0, 55, 799.7],
    [800, 55, 159.7],
    [0, 70, 479.7],
  ]);
  assert.match(picture, /<title>a page &amp; more<\/title>/);
});
