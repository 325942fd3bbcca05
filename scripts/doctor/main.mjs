// `npm run doctor`: how the portal stands, the same as its page of the condition; before the first start, what the machine lacks. Ends with 1 when
// something must be done. `--json` for programs, `--vi` in Vietnamese.
import '../ground/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../database/database.mjs';
import { databaseAddress, findServer } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { generateClient } from '../database/prisma.mjs';
import { installPackages } from '../ground/install.mjs';
import { addressOf, ROOT, readSettings } from '../ground/settings.mjs';
import { createDisplay } from '../ground/steps.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { productProgram } from '../portal/program.mjs';

// what programs read stands alone on the standard output
const display = createDisplay(process.stderr);

/**
 * The database of a portal that was started before, if it answers; `demo` when it is the portal's own.
 * @param {{ databaseUrl: string | undefined, dataDir: string }} settings
 */
async function reached({ databaseUrl, dataDir }) {
  const own = !databaseUrl && existsSync(join(dataDir, 'postgres'));
  const place = own ? placeOf(dataDir) : undefined;
  const url = place && findServer(place) ? databaseAddress(place, DATABASE) : databaseUrl;
  if (!url) return undefined;
  try {
    const [{ present }] = await query(url, `SELECT to_regclass('alarm') IS NOT NULL AS present`);
    return present ? { url, demo: !databaseUrl } : undefined;
  } catch {
    return undefined;
  }
}

try {
  const settings = readSettings();
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  const there = await reached(settings);
  const program = productProgram('scripts/product/say-condition.ts');
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    PORTAL_URL: settings.portalUrl ?? addressOf(settings),
    ...(there && { DATABASE_URL: there.url, DEMO: there.demo ? 'on' : 'off' }),
  };
  const words = [there ? 'started' : 'new', ...process.argv.slice(2)];
  process.exitCode =
    spawnSync(process.execPath, [...program, ...words], { cwd: ROOT, env, stdio: 'inherit' }).status ?? 1;
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
}
