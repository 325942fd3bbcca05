// `npm run migrate -- --name what_it_does`: a new migration from the difference between prisma/schema and what all migrations
// make, worked out in a database of its own. Functions, triggers and constraints are added to it by hand.
import './node-version.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase } from './database.mjs';
import { installPackages } from './install.mjs';
import { databaseAddress, startPostgres } from './postgres.mjs';
import { placeOf } from './postgres-place.mjs';
import { differenceOfSchema, migrationsInProject } from './prisma.mjs';
import { PlainProblem } from './problem.mjs';
import { openDataDir, ROOT } from './settings.mjs';
import { createDisplay } from './steps.mjs';
import { wipe } from './test-database.mjs';

const dataDir = join(ROOT, '.test', 'migrate');
const HEAD = `-- What is true from now on, and why.
-- Take out what is not yours: the schema cannot say every index and default, and the difference would undo those.
`;
const display = createDisplay();

function nameOf() {
  const { values } = parseArgs({ options: { name: { type: 'string' } } });
  if (!values.name || !/^[a-z][a-z0-9_]{2,60}$/.test(values.name))
    throw new PlainProblem('Say what it does: npm run migrate -- --name small_words_with_underscores');
  // after the last one, whatever the clock says
  const now = BigInt(new Date().toISOString().replace(/\D/g, '').slice(0, 14));
  const last = BigInt(migrationsInProject().at(-1)?.slice(0, 14) ?? 0);
  return `${now > last ? now : last + 100n}_${values.name}`;
}

try {
  const name = nameOf();
  await display.step('Packages', installPackages);
  await wipe(dataDir);
  openDataDir(dataDir);
  const place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), 'shadow');
  const difference = join(dataDir, 'difference.sql');
  await differenceOfSchema(databaseAddress(place, 'shadow'), difference);
  const folder = join(ROOT, 'prisma', 'migrations', name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${HEAD}${readFileSync(difference, 'utf8')}`);
  display.line(`prisma/migrations/${name}/migration.sql: read it, say why, and add what the schema cannot say.`);
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
} finally {
  await wipe(dataDir);
}
