// `npm run db:reset`: stops the portal of the data folder and removes its database; the next start begins anew. A database named
// by DATABASE_URL is emptied only when it is on this machine, or with --yes-delete.
import './node-version.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { dropDatabase, ensureDatabase } from './database.mjs';
import { installPackages } from './install.mjs';
import { holderOf } from './lock.mjs';
import { lockFileOf } from './portal.mjs';
import { stopPostgres } from './postgres.mjs';
import { placeOf, removeCluster } from './postgres-place.mjs';
import { PlainProblem } from './problem.mjs';
import { stopProcess } from './processes.mjs';
import { readSettings } from './settings.mjs';
import { createDisplay, skipped } from './steps.mjs';

const STOP_PATIENCE_MS = 90_000;
const LOCAL = ['localhost', '127.0.0.1', '[::1]', ''];

async function stopRunningPortal() {
  const holder = holderOf(lockFileOf(readSettings().dataDir));
  if (!holder) return skipped('none runs');
  await stopProcess(holder, { patienceMs: STOP_PATIENCE_MS });
}

async function removeEmbedded({ dataDir }) {
  const place = placeOf(dataDir);
  await stopPostgres(place);
  removeCluster(place);
  for (const name of ['demo-filling', 'demo-password', 'postgres-password'])
    rmSync(join(dataDir, name), { force: true });
}

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
  const work = settings.databaseUrl ? () => emptyNamed(settings.databaseUrl) : () => removeEmbedded(settings);
  await display.step('Database removed', work);
  display.line('\nThe next start begins anew.');
});
