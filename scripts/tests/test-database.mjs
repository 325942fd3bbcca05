import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { stopLeftovers } from '../ground/processes.mjs';
import { openDataDir } from '../ground/settings.mjs';

/** The migrated, empty database of which every test file gets a copy (see test/worker.ts). */
const TEMPLATE = 'portal_template';

/**
 * Stops and removes everything that a run of tests made in a data folder, also one that was killed.
 * @param {string} dataDir
 */
export async function wipe(dataDir) {
  if (!existsSync(dataDir)) return;
  openDataDir(dataDir);
  await stopLeftovers(join(dataDir, 'processes'));
  const place = placeOf(dataDir);
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * Starts a PostgreSQL only for tests, with the template in it; returns its address.
 * @param {string} dataDir
 */
export async function startTestDatabase(dataDir) {
  openDataDir(dataDir);
  const place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  const maintenanceUrl = databaseAddress(place, 'postgres');
  await ensureDatabase(maintenanceUrl, TEMPLATE);
  await migrate(databaseAddress(place, TEMPLATE));
  return maintenanceUrl;
}
