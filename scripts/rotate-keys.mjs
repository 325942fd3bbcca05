// `npm run rotate-keys`: a new key for sensitive fields becomes the current one, and everything is sealed anew with it. Broken off
// at any moment and run again, it goes on where it was.
import './ground/node-version.mjs';
import { join } from 'node:path';
import { migrate } from './database/migrations.mjs';
import { databaseAddress, startPostgres } from './database/postgres.mjs';
import { placeOf } from './database/postgres-place.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { runOrFail } from './ground/processes.mjs';
import { ROOT } from './ground/settings.mjs';
import { runCommand } from './portal/command.mjs';
import { DATABASE } from './portal/portal.mjs';

/** @import { Display } from './ground/steps.mjs' */

/**
 * The address of the embedded database, started.
 * @param {string} dataDir
 * @param {Display} display
 */
async function openEmbedded(dataDir, display) {
  const place = placeOf(dataDir);
  await display.step('Database', () => startPostgres(place).then(() => 'embedded'));
  return databaseAddress(place, DATABASE);
}

await runCommand('keys are being changed', async (settings, display) => {
  const { dataDir } = settings;
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  const databaseUrl = settings.databaseUrl ?? (await openEmbedded(dataDir, display));
  await display.step('Tables', () => migrate(databaseUrl));
  /** @type {string[]} */
  const said = [];
  const program = ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'scripts', 'product', 'change-keys.ts')];
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
});
