import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from './processes.mjs';
import { countsOfNode, countsOfPlaywright, countsOfVitest } from './reports.mjs';
import { ROOT } from './settings.mjs';
import { createTally } from './tally.mjs';

/** A run of three journeys, of which the first fails. */
const dir = join(ROOT, '.test', 'not-run');
const said = [];
const display = {
  step: (_title, work) => work(() => {}),
  fail: (error) => said.push(error.message),
};

after(() => rmSync(dir, { recursive: true, force: true }));

/** What one of the runners says of a file, in its own report. */
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
  assert.deepEqual(counts, { passed: 0, failed: 1, notRun: 2 });
  const tally = createTally(display);
  assert.equal(await tally.tests('Journeys', () => ({ ...counts, output: '' })), false);
  assert.deepEqual(tally.total, { passed: 0, failed: 3 });
  assert.equal(said.at(-1), 'Journeys: 1 failed, 0 passed, 2 not run.');
});

test('a test that is skipped has not been run, whichever runner skips it', async () => {
  const node = await reportOf(process.execPath, ['--test', '--test-reporter=tap', join(dir, 'one.test.mjs')], {
    'one.test.mjs': `import { test } from 'node:test'; test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
  });
  assert.deepEqual(countsOfNode(node), { passed: 1, failed: 0, notRun: 2 });
  const vitest = await reportOf(
    join(ROOT, 'node_modules', '.bin', 'vitest'),
    ['run', '--root', dir, '--reporter=json', '--config', join(dir, 'vitest.config.mjs')],
    {
      'vitest.config.mjs': `export default { test: { include: ['two.test.mjs'] } };`,
      'two.test.mjs': `import { test } from 'vitest'; test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
    },
  );
  assert.deepEqual(countsOfVitest(vitest.slice(vitest.indexOf('{'))), { passed: 1, failed: 0, notRun: 2 });
});

test('nothing failed and nothing was left out: the tally says so and goes on counting', async () => {
  const tally = createTally(display);
  assert.equal(await tally.tests('Tests', () => ({ passed: 4, failed: 0, notRun: 0, output: '' })), true);
  assert.equal(await tally.tests('Tests', () => ({ passed: 1, failed: 0, notRun: 1, output: '' })), false);
  assert.deepEqual(tally.total, { passed: 5, failed: 1 });
});
