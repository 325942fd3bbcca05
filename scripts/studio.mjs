// `npm run studio`: the tables in a browser, of the portal that runs from this folder or of DATABASE_URL. For those who maintain it:
// what is changed there passes no rule of the portal.
import './node-version.mjs';
import { DATABASE } from './portal.mjs';
import { databaseAddress, findServer } from './postgres.mjs';
import { placeOf } from './postgres-place.mjs';
import { openStudio } from './prisma.mjs';
import { PlainProblem } from './problem.mjs';
import { openDataDir, readSettings } from './settings.mjs';
import { createDisplay } from './steps.mjs';

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
