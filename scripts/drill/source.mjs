import { ensureDatabase } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, startPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { openDataDir } from '../ground/settings.mjs';
import { fillDemonstration } from '../portal/demo.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { addBelongings } from './belongings.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Belongings } from './belongings.mjs' */

/**
 * A portal's database of so many members, at work, with its log put aside, and what a portal has beside it.
 * @param {string} dataDir
 * @param {number} members
 * @param {Display} display
 */
export async function makeSource(dataDir, members, display) {
  openDataDir(dataDir);
  const place = placeOf(dataDir, { logged: true });
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), DATABASE);
  const databaseUrl = databaseAddress(place, DATABASE);
  await display.step('Tables', () => migrate(databaseUrl));
  const filling = { dataDir, databaseUrl, password: 'drill-drill-drill', args: ['--members', String(members)] };
  await display.step(`${members} members`, () => fillDemonstration(filling, () => {}));
  /** @type {Belongings} */
  let belongings = { hashes: [], devices: 0, letters: 0 };
  await display.step('What lies beside', async () => {
    const added = await addBelongings({ dataDir, databaseUrl }, members);
    belongings = added.belongings;
    return added.said;
  });
  return { dataDir, place, databaseUrl, belongings };
}
