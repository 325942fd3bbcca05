import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from '../ground/settings.mjs';
import { NODE, PLAYWRIGHT, runTests, VITEST } from './runners.mjs';
import { createTally } from './tally.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Runner } from './runners.mjs' */

/** @typedef {Record<string, string>} Files */

/** A run of three journeys, of which the first fails. */
const dir = join(ROOT, '.test', 'not-run');
/** @type {string[]} */
const said = [];
/** @type {Pick<Display, 'step' | 'fail'>} */
const display = {
  step: async (_title, work) => work(() => {}),
  fail: (error) => void said.push(error instanceof Error ? error.message : String(error)),
};

after(() => rmSync(dir, { recursive: true, force: true }));

/**
 * What a runner counts in these files.
 * @param {Runner} runner
 * @param {string[]} which
 * @param {Files} files
 */
async function countsOf(runner, which, files) {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const { FORCE_COLOR, NODE_TEST_CONTEXT, ...env } = process.env;
  const { output, heard, ...counts } = await runTests({ name: 'tally', runner, which }, { env });
  return counts;
}

const inPlaywright = (/** @type {Files} */ files) =>
  countsOf(PLAYWRIGHT, ['--config', join(dir, 'playwright.config.mjs')], files);
const inVitest = (/** @type {Files} */ files) =>
  countsOf(VITEST, ['--root', dir, '--config', join(dir, 'vitest.config.mjs')], files);
const inNode = (/** @type {string} */ name, /** @type {string} */ text) =>
  countsOf(NODE, [join(dir, name)], { [name]: text });

test('journeys that a failed one kept from running are said, and count as failed', async () => {
  const projects = `[{ name: 'first', testMatch: /first/ }, { name: 'then', testMatch: /then/, dependencies: ['first'] }]`;
  const counts = await inPlaywright({
    'playwright.config.mjs': `export default { testDir: '.', projects: ${projects} };`,
    'first.spec.mjs': `import { test } from '@playwright/test'; test('a', () => { throw new Error('red'); });`,
    'then.spec.mjs': `import { test } from '@playwright/test'; test('b', () => {}); test('c', () => {});`,
  });
  assert.deepEqual(counts, { passed: 0, failed: 1, notRun: 2, red: ['first.spec.mjs: a'], unsteady: [] });
  const tally = createTally(display);
  assert.equal(await tally.tests('Journeys', () => ({ ...counts, output: '' })), false);
  assert.deepEqual(tally.total, { passed: 0, failed: 3, red: ['first.spec.mjs: a'], unsteady: [] });
  assert.equal(said.at(-1), 'Journeys: 1 failed, 0 passed, 2 not run.');
});

test('a journey that passes only when tried again has passed, and is named', async () => {
  const counts = await inPlaywright({
    'playwright.config.mjs': `export default { testDir: '.', retries: 1, testMatch: /again/ };`,
    'again.spec.mjs': `import { test } from '@playwright/test';
      test('late', ({}, { retry }) => { if (retry === 0) throw new Error('red'); }); test('at once', () => {});`,
  });
  assert.deepEqual(counts, { passed: 2, failed: 0, notRun: 0, red: [], unsteady: ['again.spec.mjs: late'] });
  const tally = createTally(display);
  assert.equal(await tally.tests('Journeys', () => ({ ...counts, output: '' })), true);
  assert.deepEqual(tally.total, { passed: 2, failed: 0, red: [], unsteady: ['again.spec.mjs: late'] });
});

test('what failed is named, whichever runner it failed in, and a check by its title', async () => {
  const node = await inNode(
    'red.test.mjs',
    `import { test } from 'node:test'; test('a', () => {}); test('b', () => { throw new Error('red'); });`,
  );
  assert.deepEqual(node.red, ['b']);
  const counts = await inVitest({
    'vitest.config.mjs': `export default { test: { include: ['red-*.test.mjs'] } };`,
    'red-one.test.mjs': `import { test } from 'vitest'; test('c', () => { throw new Error('red'); });`,
    'red-two.test.mjs': `throw new Error('red');`,
  });
  assert.equal(counts.failed, 2);
  assert.match(counts.red?.sort()?.join('\n') ?? '', /red-one\.test\.mjs: c\n.*red-two\.test\.mjs does not load$/);
  const tally = createTally(display);
  await tally.check('Types', () => {
    throw new Error('red');
  });
  assert.deepEqual(tally.total.red, ['Types']);
});

test('a test that is skipped has not been run, whichever runner skips it', async () => {
  const node = await inNode(
    'one.test.mjs',
    `import { test } from 'node:test'; test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
  );
  assert.deepEqual(node, { passed: 1, failed: 0, notRun: 2, red: [] });
  const vitest = await inVitest({
    'vitest.config.mjs': `export default { test: { include: ['two.test.mjs'] } };`,
    'two.test.mjs': `import { test } from 'vitest'; test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
  });
  assert.deepEqual(vitest, { passed: 1, failed: 0, notRun: 2, red: [] });
});

test('nothing failed and nothing was left out: the tally says so and goes on counting', async () => {
  const tally = createTally(display);
  assert.equal(await tally.tests('Tests', () => ({ passed: 4, failed: 0, notRun: 0, output: '' })), true);
  assert.equal(await tally.tests('Tests', () => ({ passed: 1, failed: 0, notRun: 1, output: '' })), false);
  assert.deepEqual(tally.total, { passed: 5, failed: 1, red: ['Tests'], unsteady: [] });
});

test('a runner that fails without a failed test, or leaves no report, counts as one failure', async () => {
  assert.deepEqual(await countsOf({ ...NODE, run: () => ['--eval', 'process.exit(1)'] }, [], {}), {
    passed: 0,
    failed: 1,
    notRun: 0,
  });
  const nothing = await inVitest({ 'vitest.config.mjs': `export default { test: { include: ['none.test.mjs'] } };` });
  assert.equal(nothing.failed, 1);
});
