// `npm run rotate-keys`: a new key for sensitive fields, and everything sealed anew with it, beside a portal at work or without one. Broken
// off and run again, it goes on where it was.
import './ground/node-version.mjs';
import { join } from 'node:path';
import { migrate } from './database/migrations.mjs';
import { databaseAddress } from './database/postgres.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { takeLock } from './ground/lock.mjs';
import { runOrFail, stopChildren } from './ground/processes.mjs';
import { sealingKeysOf } from './ground/sealing-keys.mjs';
import { openDataDir, readSettings } from './ground/settings.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { openBeside } from './portal/beside.mjs';
import { DATABASE } from './portal/portal.mjs';
import { productProgram } from './portal/program.mjs';

const PURPOSE = 'keys are being changed';
const display = createDisplay();
let isStopped = false;

/**
 * @param {string} dataDir
 * @param {string} databaseUrl
 */
async function change(dataDir, databaseUrl) {
  await display.step('Tables', (progress) => migrate(databaseUrl, progress));
  sealingKeysOf(dataDir);
  /** @type {string[]} */
  const said = [];
  const program = [...productProgram('scripts/product/change-keys.ts'), ...process.argv.slice(2)];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  await display.step('Keys', async (progress) => {
    await runOrFail('The keys could not be changed to the end; run it again.', process.execPath, program, {
      env,
      onLine: (line) => {
        said.push(line);
        progress(line);
      },
    });
  });
  display.line(`\n${said.join('\n')}`);
}

onStop(() => {
  isStopped = true;
  stopChildren();
});
/** @type {(() => void | Promise<void>)[]} */
const after = [];
try {
  const { dataDir, databaseUrl } = readSettings();
  openDataDir(dataDir);
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  after.unshift(await takeLock(join(dataDir, 'rotate-keys.lock'), { purpose: PURPOSE }));
  const embedded = databaseUrl ? undefined : await openBeside(dataDir, PURPOSE);
  if (embedded) after.unshift(embedded.leave);
  await change(dataDir, embedded ? databaseAddress(embedded.place, DATABASE) : String(databaseUrl));
} catch (error) {
  if (!isStopped) display.fail(error);
  process.exitCode = isStopped ? 130 : 1;
} finally {
  for (const end of after) await end();
}
