// `npm test`: everything that must hold, from a fresh clone, with databases and ports of its own. Ends with one line
// "N passed, N failed", and leaves nothing at work.
import './ground/node-version.mjs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { takeLock } from './ground/lock.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { keepNotesIn, stopChildren, stopLeftovers } from './ground/processes.mjs';
import { makeReadablePassword } from './ground/settings.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { ensureBrowser } from './tests/browser.mjs';
import { CHECKS } from './tests/checks.mjs';
import { lookForClients } from './tests/clients.mjs';
import { lookForProxies } from './tests/proxies.mjs';
import {
  COMMAND_TESTS,
  INTEGRATION_TESTS,
  JOURNEYS,
  missTests,
  PURE_TESTS,
  runTests,
  TEST_DIR,
} from './tests/runners.mjs';
import { createTally } from './tests/tally.mjs';
import { startTestDatabase, wipe } from './tests/test-database.mjs';
import { roomFor, roomsOf } from './tests/test-folders.mjs';
import { refuseBesideRunningPortal, TestPortal } from './tests/test-portal.mjs';

/** @import { Progress } from './ground/steps.mjs' */

const SECOND_START_SECONDS_MAX = 5;
const JOURNEYS_TITLE = 'Journeys and accessibility';
const CHILDREN_PATIENCE_MS = 60_000;
/** Folders with databases, wiped before and after. Those of the commands lie where their tests put them. */
const LEFT_BEHIND = ['integration', 'start', 'demo', 'portal'];
const NOTES = join(TEST_DIR, 'processes');

/** The surroundings of the person testing must not reach the tests. */
const HIDDEN = [
  'DATABASE_URL',
  'DATA_DIR',
  'PORT',
  'HOST',
  'PORTAL_URL',
  'DEMO',
  'DEMO_PASSWORD',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_URL',
  'PORTAL_SERVER',
  'NODE_ENV',
  'FORCE_COLOR',
];
/** @type {NodeJS.ProcessEnv & Record<string, string | undefined>} */
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
for (const name of HIDDEN) delete env[name];

const display = createDisplay();
const tally = createTally(display);
const since = Date.now();

async function tidyUp() {
  await stopChildren({ patienceMs: CHILDREN_PATIENCE_MS });
  await wipeAll();
}

async function wipeAll() {
  for (const dataDir of LEFT_BEHIND.flatMap(roomsOf)) await wipe(dataDir);
}

async function prepare() {
  refuseBesideRunningPortal();
  await stopLeftovers(NOTES); // of a run that was killed
  keepNotesIn(NOTES);
  // A browser of the system and the packages come from different places.
  const packages = display.step('Packages', installPackages);
  const browser = tally.check('Browser', () => ensureBrowser(packages));
  await packages;
  await display.step('Prisma client', generateClient);
  await display.step('Proxies', lookForProxies);
  await display.step('Programs of PostgreSQL', lookForClients);
  await wipeAll();
  return { browser };
}

async function testDatabase() {
  let address = '';
  const dataDir = roomFor('integration');
  const up = await tally.check('Test database', async () => {
    address = await startTestDatabase(dataDir);
  });
  const integration = () =>
    up
      ? runTests(INTEGRATION_TESTS, { env: { ...env, TEST_DATABASE_URL: address } })
      : missTests(INTEGRATION_TESTS, { env });
  await tally.tests('Integration tests', integration);
  await wipe(dataDir);
}

/** @param {Promise<boolean>} browser */
async function testPortal(browser) {
  const portal = new TestPortal({ dataDir: roomFor('portal'), password: makeReadablePassword(), env });
  const up = await tally.check('Portal from nothing: database, data, build, server', async (progress) => {
    await portal.start(progress);
  });
  if (!up) return tally.tests(JOURNEYS_TITLE, () => missTests(JOURNEYS, { env }));
  await tally.check('Portal stops in order', () => portal.stop());
  const again = await tally.check(`Portal again in under ${SECOND_START_SECONDS_MAX} s`, async () => {
    const seconds = await portal.start(() => {});
    if (seconds > SECOND_START_SECONDS_MAX) throw new PlainProblem(`It took ${seconds.toFixed(1)} s.`);
  });
  if (again && (await browser)) {
    const journeys = (/** @type {Progress} */ progress) =>
      runTests(JOURNEYS, { env: portal.surroundings(), onLine: progress });
    const well = await tally.tests(JOURNEYS_TITLE, journeys);
    if (!well) display.line(`The server's last words:\n${portal.log()}`);
  } else await tally.tests(JOURNEYS_TITLE, () => missTests(JOURNEYS, { env }));
  await tally.check('Portal stops in order again', () => portal.stop());
}

async function everything() {
  const { browser } = await prepare();
  // The commands wait more than they work.
  const commands = tally.tests('Start and stop of the commands', () => runTests(COMMAND_TESTS, { env }));
  await Promise.all(CHECKS.map(({ title, work }) => tally.check(title, work)));
  await tally.tests('Unit tests and habits of the architecture', () => runTests(PURE_TESTS, { env }));
  await testDatabase();
  await commands;
  await testPortal(browser);
}

async function lockOrLeave() {
  mkdirSync(NOTES, { recursive: true, mode: 0o711 });
  try {
    return await takeLock(join(TEST_DIR, 'test.lock'), { purpose: 'npm test runs' });
  } catch (error) {
    display.fail(error);
    return process.exit(1); // tidying up would take the other run's databases away
  }
}

const releaseLock = await lockOrLeave();
let interrupted = false;

const running = everything().catch((error) => {
  if (!interrupted) display.fail(error);
  tally.total.failed += 1;
});

onStop(() => {
  if (!interrupted) display.line('\nStopping the tests …');
  interrupted = true;
  tally.stop();
  stopChildren({ patienceMs: CHILDREN_PATIENCE_MS });
});

await running;
await tidyUp().catch((error) => {
  display.fail(error);
  tally.total.failed += 1;
});
releaseLock();
if (interrupted) process.exit(130);

const { passed, failed, red, unsteady } = tally.total;
const named = (/** @type {string} */ sentence, /** @type {string[]} */ names) =>
  names.length > 0 && display.line([`\n${sentence}`, ...names].join('\n  '));
named('Passed only when tried again:', unsteady);
named('Failed:', red);
display.line(`\nIn ${Math.round((Date.now() - since) / 1000)} s:`);
display.line(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
