// `npm run studio`: the tables in a browser, of the portal that runs from this folder or of DATABASE_URL. For those who maintain it:
// what is changed there passes no rule of the portal.
import './ground/node-version.mjs';
import { databaseAddress, findServer } from './database/postgres.mjs';
import { placeOf } from './database/postgres-place.mjs';
import { openStudio } from './database/prisma.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { openDataDir, readSettings } from './ground/settings.mjs';
import { createDisplay } from './ground/steps.mjs';
import { DATABASE } from './portal/portal.mjs';

/** @param {{ databaseUrl: string | undefined, dataDir: string }} settings */
function addressOfTables({ databaseUrl, dataDir }) {
  if (databaseUrl) return databaseUrl;
  openDataDir(dataDir);
  const place = placeOf(dataDir);
  if (!findServer(place))
    throw new PlainProblem('Start the portal first (npm start), or name a database: DATABASE_URL=…');
  return databaseAddress(place, DATABASE);
}

try {
  process.exitCode = await openStudio(addressOfTables(readSettings()));
} catch (error) {
  createDisplay().fail(error);
  process.exitCode = 1;
}
