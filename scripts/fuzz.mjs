// `npm run fuzz [-- --depth 4 --seed 7]`: what anybody may send by mistake or on purpose, to every input, address, action and cookie of a portal of
// its own. Prints what was tried; ends with 1 when something failed.
import './ground/node-version.mjs';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { takeLock } from './ground/lock.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { stopChildren } from './ground/processes.mjs';
import { makeReadablePassword } from './ground/settings.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { PLAYWRIGHT, runTests, TEST_DIR, VITEST } from './tests/runners.mjs';
import { createTally } from './tests/tally.mjs';
import { wipe } from './tests/test-database.mjs';
import { roomFor } from './tests/test-folders.mjs';
import { refuseBesideRunningPortal, TestPortal } from './tests/test-portal.mjs';

/** 2,500 values for each input are one unit of depth: four of them are ten thousand. */
const USUAL_DEPTH = 4;
const DEPTH_MAX = 100;
const PATIENCE_MS = 60_000;
const FIGURES = join(TEST_DIR, 'fuzz-figures');

const INPUTS = { name: 'fuzz-inputs', runner: VITEST, which: ['--project', 'pure', 'domain/every-input', 'head-fuzz'] };
const SENT = {
  name: 'fuzz-sent',
  runner: PLAYWRIGHT,
  which: ['--no-deps', '--retries=0', '--workers=1', 'everywhere/fuzz'],
};

const display = createDisplay();
const tally = createTally(display);

/**
 * A whole number between one and a bound.
 * @param {string | undefined} said
 * @param {string} name
 * @param {number} most
 */
function numberOf(said, name, most) {
  const number = Number(said);
  if (Number.isInteger(number) && number >= 1 && number <= most) return String(number);
  throw new PlainProblem(`--${name} is a whole number from 1 to ${most}, not "${said}".`);
}

function surroundings() {
  const { values } = parseArgs({ options: { depth: { type: 'string' }, seed: { type: 'string' } } });
  const seed = values.seed ?? String(Date.now() % 1_000_000_007);
  return {
    ...process.env,
    FUZZ_DEPTH: numberOf(values.depth ?? String(USUAL_DEPTH), 'depth', DEPTH_MAX),
    FUZZ_SEED: numberOf(seed, 'seed', 2_147_483_647),
    FUZZ_FIGURES: FIGURES,
  };
}

/** @param {NodeJS.ProcessEnv} env */
async function everything(env) {
  refuseBesideRunningPortal();
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  await tally.tests('Inputs', () => runTests(INPUTS, { env }));
  const dataDir = roomFor('fuzz');
  await wipe(dataDir); // of a run that was killed
  const portal = new TestPortal({ dataDir, password: makeReadablePassword(), env });
  const isUp = await tally.check('Portal of its own', async (progress) => {
    await portal.start(progress);
  });
  if (isUp)
    await tally.tests('Addresses, handlers, cookies, actions and forms', (progress) =>
      runTests(SENT, { env: portal.surroundings(), onLine: progress }),
    );
  await tally.check('Portal stops in order', () => portal.stop());
  await wipe(dataDir);
}

let releaseLock = () => {};
try {
  const env = surroundings();
  mkdirSync(TEST_DIR, { recursive: true, mode: 0o711 });
  releaseLock = await takeLock(join(TEST_DIR, 'test.lock'), { purpose: 'npm run fuzz runs' });
  onStop(() => stopChildren().then(() => process.exit(130)));
  writeFileSync(FIGURES, '');
  await everything(env);
  display.line(`\nDepth ${env.FUZZ_DEPTH}, seed ${env.FUZZ_SEED}:\n${readFileSync(FIGURES, 'utf8')}`);
} catch (error) {
  display.fail(error);
  tally.total.failed += 1;
} finally {
  rmSync(FIGURES, { force: true });
  releaseLock();
}
await stopChildren({ patienceMs: PATIENCE_MS });
const { passed, failed } = tally.total;
display.line(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
