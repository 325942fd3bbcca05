import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { countsOfNode, countsOfPlaywright, countsOfVitest } from './reports.mjs';
import { createTally } from './tally.mjs';

/** A run of three journeys, of which the first fails. */
const dir = join(ROOT, '.test', 'not-run');
const said = [];
const display = {
  step: (_title, work) => work(() => {}),
  fail: (error) => said.push(error.message),
};

after(() => rmSync(dir, { recursive: true, force: true }));

/** The report of one of the runners on a file. */
async function reportOf(program, args, files) {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const { FORCE_COLOR, NODE_TEST_CONTEXT, ...env } = process.env;
  const { output } = await run(program, args, { cwd: dir, env });
  return output;
}

test('journeys that a failed one kept from running are said, and count as failed', async () => {
  const projects = `[{ name: 'first', testMatch: /first/ }, { name: 'then', testMatch: /then/, dependencies: ['first'] }]`;
  const output = await reportOf(join(ROOT, 'node_modules', '.bin', 'playwright'), ['test', '--reporter=json'], {
    'playwright.config.mjs': `export default { testDir: '.', projects: ${projects} };`,
    'first.spec.mjs': `import { test } from '@playwright/test'; test('a', () => { throw new Error('red'); });`,
    'then.spec.mjs': `import { test } from '@playwright/test'; test('b', () => {}); test('c', () => {});`,
  });
  const counts = countsOfPlaywright(output.slice(output.indexOf('{')));
  assert.deepEqual(counts, { passed: 0, failed: 1, notRun: 2, red: ['first.spec.mjs: a'], unsteady: [] });
  const tally = createTally(display);
  assert.equal(await tally.tests('Journeys', () => ({ ...counts, output: '' })), false);
  assert.deepEqual(tally.total, { passed: 0, failed: 3, red: ['first.spec.mjs: a'], unsteady: [] });
  assert.equal(said.at(-1), 'Journeys: 1 failed, 0 passed, 2 not run.');
});

test('a journey that passes only when tried again has passed, and is named', async () => {
  const output = await reportOf(join(ROOT, 'node_modules', '.bin', 'playwright'), ['test', '--reporter=json'], {
    'playwright.config.mjs': `export default { testDir: '.', retries: 1, testMatch: /again/ };`,
    'again.spec.mjs': `import { test } from '@playwright/test';
      test('late', ({}, { retry }) => { if (retry === 0) throw new Error('red'); }); test('at once', () => {});`,
  });
  const counts = countsOfPlaywright(output.slice(output.indexOf('{')));
  assert.deepEqual(counts, { passed: 2, failed: 0, notRun: 0, red: [], unsteady: ['again.spec.mjs: late'] });
  const tally = createTally(display);
  assert.equal(await tally.tests('Journeys', () => ({ ...counts, output: '' })), true);
  assert.deepEqual(tally.total, { passed: 2, failed: 0, red: [], unsteady: ['again.spec.mjs: late'] });
});

test('what failed is named, whichever runner it failed in, and a check by its title', async () => {
  const node = await reportOf(process.execPath, ['--test', '--test-reporter=tap', join(dir, 'red.test.mjs')], {
    'red.test.mjs': `import { test } from 'node:test'; test('a', () => {}); test('b', () => { throw new Error('red'); });`,
  });
  assert.deepEqual(countsOfNode(node).red, ['b']);
  const vitest = await reportOf(
    join(ROOT, 'node_modules', '.bin', 'vitest'),
    ['run', '--root', dir, '--reporter=json', '--config', join(dir, 'vitest.config.mjs')],
    {
      'vitest.config.mjs': `export default { test: { include: ['red-*.test.mjs'] } };`,
      'red-one.test.mjs': `import { test } from 'vitest'; test('c', () => { throw new Error('red'); });`,
      'red-two.test.mjs': `throw new Error('red');`,
    },
  );
  const counts = countsOfVitest(vitest.slice(vitest.indexOf('{')));
  assert.equal(counts.failed, 2);
  assert.match(counts.red.sort().join('\n'), /red-one\.test\.mjs: c\n.*red-two\.test\.mjs does not load$/);
  const tally = createTally(display);
  await tally.check('Types', () => {
    throw new Error('red');
  });
  assert.deepEqual(tally.total.red, ['Types']);
});

test('a test that is skipped has not been run, whichever runner skips it', async () => {
  const node = await reportOf(process.execPath, ['--test', '--test-reporter=tap', join(dir, 'one.test.mjs')], {
    'one.test.mjs': `import { test } from 'node:test'; test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
  });
  assert.deepEqual(countsOfNode(node), { passed: 1, failed: 0, notRun: 2, red: [] });
  const vitest = await reportOf(
    join(ROOT, 'node_modules', '.bin', 'vitest'),
    ['run', '--root', dir, '--reporter=json', '--config', join(dir, 'vitest.config.mjs')],
    {
      'vitest.config.mjs': `export default { test: { include: ['two.test.mjs'] } };`,
      'two.test.mjs': `import { test } from 'vitest'; test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
    },
  );
  assert.deepEqual(countsOfVitest(vitest.slice(vitest.indexOf('{'))), { passed: 1, failed: 0, notRun: 2, red: [] });
});

test('nothing failed and nothing was left out: the tally says so and goes on counting', async () => {
  const tally = createTally(display);
  assert.equal(await tally.tests('Tests', () => ({ passed: 4, failed: 0, notRun: 0, output: '' })), true);
  assert.equal(await tally.tests('Tests', () => ({ passed: 1, failed: 0, notRun: 1, output: '' })), false);
  assert.deepEqual(tally.total, { passed: 5, failed: 1, red: ['Tests'], unsteady: [] });
});
