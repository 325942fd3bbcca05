// `npm run db:reset`: stops the portal of the data folder and removes its database; the next start begins anew. A database named
// by DATABASE_URL is emptied only when it is on this machine, or with --yes-delete.
import './ground/node-version.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropDatabase, ensureDatabase } from './database/database.mjs';
import { stopPostgres } from './database/postgres.mjs';
import { placeOf, removeCluster } from './database/postgres-place.mjs';
import { installPackages } from './ground/install.mjs';
import { holderOf } from './ground/lock.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { stopProcess } from './ground/processes.mjs';
import { readSettings } from './ground/settings.mjs';
import { createDisplay, skipped } from './ground/steps.mjs';
import { runCommand } from './portal/command.mjs';
import { lockFileOf } from './portal/portal.mjs';

const STOP_PATIENCE_MS = 90_000;
const LOCAL = ['localhost', '127.0.0.1', '[::1]', ''];

async function stopRunningPortal() {
  const holder = holderOf(lockFileOf(readSettings().dataDir));
  if (!holder) return skipped('none runs');
  await stopProcess(holder, { patienceMs: STOP_PATIENCE_MS });
}

/** @param {{ dataDir: string }} settings */
async function removeEmbedded({ dataDir }) {
  const place = placeOf(dataDir);
  await stopPostgres(place);
  removeCluster(place);
  for (const name of ['demo-filling', 'demo-password', 'postgres-password'])
    rmSync(join(dataDir, name), { force: true });
}

/** @param {string} databaseUrl */
async function emptyNamed(databaseUrl) {
  const address = new URL(databaseUrl);
  const name = decodeURIComponent(address.pathname.slice(1));
  if (!LOCAL.includes(address.hostname) && !process.argv.includes('--yes-delete')) {
    throw new PlainProblem(
      `"${name}" at ${address.hostname} is not on this machine. To delete all of it, add --yes-delete.`,
    );
  }
  address.pathname = '/postgres';
  await dropDatabase(address.href, name);
  await ensureDatabase(address.href, name);
}

await createDisplay().step('Running portal', stopRunningPortal);
await runCommand('the database is reset', async (settings, display) => {
  await display.step('Packages', installPackages);
  const { databaseUrl } = settings;
  const work = databaseUrl ? () => emptyNamed(databaseUrl) : () => removeEmbedded(settings);
  await display.step('Database removed', work);
  display.line('\nThe next start begins anew.');
});
