// `npm run verify-audit`: is the audit trail whole? Beside a portal that runs, or without one. Ends with 1 when it is not.
import './ground/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { databaseAddress, findServer, startPostgres, stopPostgres } from './database/postgres.mjs';
import { placeOf } from './database/postgres-place.mjs';
import { ROOT, readSettings } from './ground/settings.mjs';
import { DATABASE } from './portal/portal.mjs';
import { productProgram } from './portal/program.mjs';

const { dataDir, databaseUrl } = readSettings();
const place = databaseUrl ? undefined : placeOf(dataDir);
const atWork = place && findServer(place) !== undefined;
if (place && !atWork) await startPostgres(place);
try {
  const program = productProgram('scripts/product/check-audit.ts');
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: place ? databaseAddress(place, DATABASE) : databaseUrl,
  };
  process.exitCode = spawnSync(process.execPath, program, { cwd: ROOT, env, stdio: 'inherit' }).status ?? 1;
} finally {
  if (place && !atWork) await stopPostgres(place);
}
