import { findServer, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { takeLock } from '../ground/lock.mjs';
import { lockFileOf } from './portal.mjs';

/**
 * The embedded server for a command that works beside a portal, or without one: the portal's, or started for as long as this takes. Returns
 * its place and how to leave it.
 * @param {string} dataDir
 * @param {string} purpose
 */
export async function openBeside(dataDir, purpose) {
  const place = placeOf(dataDir);
  if (findServer(place)) return { place, leave: async () => {} };
  const release = await takeLock(lockFileOf(dataDir), { purpose });
  try {
    await startPostgres(place);
  } catch (error) {
    release();
    throw error;
  }
  return { place, leave: () => stopPostgres(place).then(release) };
}
