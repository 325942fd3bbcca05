// `npm run migrate -- --name what_it_does`: a new migration from the schema, the functions and all migrations;
// triggers and constraints are added by hand. `npm run rules`: writes prisma/rules, what the database holds beyond
// the schema.
import './ground/node-version.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase, query } from './database/database.mjs';
import { differenceOfFunctions } from './database/functions.mjs';
import { migrate, migrationsInProject } from './database/migrations.mjs';
import { databaseAddress, startPostgres } from './database/postgres.mjs';
import { placeOf } from './database/postgres-place.mjs';
import { differenceOfSchema, withoutUnsaid } from './database/prisma.mjs';
import { writeRules } from './database/rules.mjs';
import { installPackages } from './ground/install.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { openDataDir, ROOT } from './ground/settings.mjs';
import { createDisplay } from './ground/steps.mjs';
import { wipe } from './tests/test-database.mjs';

const dataDir = join(ROOT, '.test', 'migrate');
const HEAD = '-- expand: what is true from now on, and why.\n';
const display = createDisplay();

/** @param {string | undefined} name */
function nameOf(name) {
  if (!name || !/^[a-z][a-z0-9_]{2,60}$/.test(name))
    throw new PlainProblem('Say what it does: npm run migrate -- --name small_words_with_underscores');
  // after the last one, whatever the clock says
  const now = BigInt(new Date().toISOString().replace(/\D/g, '').slice(0, 14));
  const last = BigInt(migrationsInProject().at(-1)?.slice(0, 14) ?? 0);
  return `${now > last ? now : last + 100n}_${name}`;
}

/** The addresses of two empty databases: one to work out the schema in, one that all migrations make. */
async function startDatabases() {
  await display.step('Packages', installPackages);
  await wipe(dataDir);
  openDataDir(dataDir);
  const place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  for (const name of ['shadow', 'migrated']) await ensureDatabase(databaseAddress(place, 'postgres'), name);
  const [shadow, migrated] = [databaseAddress(place, 'shadow'), databaseAddress(place, 'migrated')];
  await migrate(migrated);
  return { shadow, migrated };
}

/** @param {string} name */
async function makeMigration(name) {
  const { shadow, migrated } = await startDatabases();
  const difference = join(dataDir, 'difference.sql');
  await differenceOfSchema(shadow, difference);
  const tables = await withoutUnsaid(readFileSync(difference, 'utf8'), migrated);
  await query(migrated, tables); // a new function may speak of a new table
  const functions = await differenceOfFunctions(migrated);
  const folder = join(ROOT, 'prisma', 'migrations', name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${HEAD}${tables}${functions && `\n${functions}\n`}`);
  display.line(
    `prisma/migrations/${name}/migration.sql: read it, say why, add what neither the schema nor the functions can say.`,
  );
  display.line('Then `npm run rules`, if it makes or drops a trigger or a constraint.');
}

async function writeRulesAnew() {
  const { migrated } = await startDatabases();
  await writeRules(migrated);
  display.line('prisma/rules: as all migrations make them.');
}

try {
  const { values } = parseArgs({ options: { name: { type: 'string' }, rules: { type: 'boolean' } } });
  await (values.rules ? writeRulesAnew() : makeMigration(nameOf(values.name)));
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
} finally {
  await wipe(dataDir);
}
