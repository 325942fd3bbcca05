// `npm run seed -- --members 400000`: the demonstration data anew, in another size. In the embedded database it takes the place
// of what is there; into a database named by DATABASE_URL it goes only while that one is empty.
import './ground/node-version.mjs';
import { dropDatabase, ensureDatabase } from './database/database.mjs';
import { migrate } from './database/migrations.mjs';
import { databaseAddress, startPostgres } from './database/postgres.mjs';
import { placeOf } from './database/postgres-place.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { runCommand } from './portal/command.mjs';
import { demoPassword, fillDemonstration, hasUnits } from './portal/demo.mjs';
import { DATABASE } from './portal/portal.mjs';

/** @import { Display } from './ground/steps.mjs' */

const args = process.argv.slice(2);

/**
 * The step that empties the embedded database; returns its address.
 * @param {string} dataDir
 * @param {Display} display
 */
async function emptied(dataDir, display) {
  let databaseUrl = '';
  await display.step('Empty database', async () => {
    databaseUrl = await emptyEmbedded(dataDir);
  });
  return databaseUrl;
}

/**
 * An empty database in the embedded server.
 * @param {string} dataDir
 */
async function emptyEmbedded(dataDir) {
  const place = placeOf(dataDir);
  await startPostgres(place);
  const maintenanceUrl = databaseAddress(place, 'postgres');
  await dropDatabase(maintenanceUrl, DATABASE);
  await ensureDatabase(maintenanceUrl, DATABASE);
  return databaseAddress(place, DATABASE);
}

await runCommand('demonstration data is filled in', async (settings, display) => {
  const { dataDir } = settings;
  const password = demoPassword(dataDir, settings.demoPassword);
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  const databaseUrl = settings.databaseUrl ?? (await emptied(dataDir, display));
  await display.step('Tables', () => migrate(databaseUrl));
  if (await hasUnits(databaseUrl))
    throw new PlainProblem('This database is in use already; demonstration data goes only into an empty one.');
  await display.step('Demonstration data', (progress) =>
    fillDemonstration({ dataDir, databaseUrl, password, args }, progress),
  );
  display.line(`\nThe password of the demonstration accounts is  ${password}`);
});
