import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../ground/fingerprint.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { launch, runOrFail } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { onStop } from '../ground/signals.mjs';
import { skipped } from '../ground/steps.mjs';
import { query } from './database.mjs';

const GENERATED = join(ROOT, 'prisma', 'generated');
const MIGRATIONS = join(ROOT, 'prisma', 'migrations');
const SCHEMA = join(ROOT, 'prisma', 'schema');

/**
 * Prisma's command line with the engine that `prisma.config.ts` names, calling nobody.
 * @param {string[]} args
 * @param {{ sentence: string, databaseUrl?: string, shadowUrl?: string }} how
 */
function prisma(args, { sentence, databaseUrl, shadowUrl }) {
  const env = {
    ...process.env,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    // the engine asks for an address of its own, also where only the shadow matters
    ...(shadowUrl && { DATABASE_URL: shadowUrl, SHADOW_DATABASE_URL: shadowUrl }),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  return runOrFail(sentence, process.execPath, [join(ROOT, 'node_modules', 'prisma', 'build', 'index.js'), ...args], {
    env,
  });
}

/**
 * Opens the tables of a database in a browser until it is asked to stop; returns the exit code.
 * @param {string} databaseUrl
 */
export async function openStudio(databaseUrl) {
  const args = [join(ROOT, 'node_modules', 'prisma', 'build', 'index.js'), 'studio'];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { child, ended } = launch(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  onStop(() => child.kill());
  const { code, signal } = await ended;
  return signal ? 0 : (code ?? 1);
}

/** The step that makes the Prisma client from the schema. */
export async function generateClient() {
  const mark = join(GENERATED, 'fingerprint');
  const now = fingerprintOf([
    'prisma/schema',
    'node_modules/prisma/package.json',
    'scripts/database/schema-engine.mjs',
  ]);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return skipped('schema unchanged');
  await prisma(['generate'], { sentence: 'The Prisma client could not be made.' });
  writeFileSync(mark, now);
}

/**
 * Writes what a new migration must do so that all migrations together make the schema, worked out in an empty database.
 * @param {string} shadowUrl
 * @param {string} file
 */
export async function differenceOfSchema(shadowUrl, file) {
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    MIGRATIONS,
    '--to-schema',
    SCHEMA,
    '--script',
    '--output',
    file,
  ];
  return prisma(args, { sentence: 'The difference could not be worked out.', shadowUrl });
}

/**
 * The difference without what the schema cannot say: it would drop indexes over some rows or expressions, with columns beside the key or
 * one nothing, and set a default that is there.
 * @param {string} difference
 * @param {string} databaseUrl a database that all migrations made
 */
export async function withoutUnsaid(difference, databaseUrl) {
  const partial = await query(
    databaseUrl,
    `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR i.indnatts > i.indnkeyatts OR i.indnullsnotdistinct`,
  );
  const unsaid = partial.map(({ name }) => `DROP INDEX "${name}";`);
  unsaid.push('ALTER TABLE "session" ALTER COLUMN "changed_at" SET DEFAULT now();');
  // each statement below its own heading
  const statements = difference.split(/^(?=-- )/m);
  return statements.filter((statement) => !unsaid.some((one) => statement.includes(one))).join('');
}

/** The names of all migrations, oldest first. */
export const migrationsInProject = () =>
  readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/**
 * The migrations a database has, each with whether it was finished.
 * @param {string} databaseUrl
 * @returns {Promise<{ name: string, finished: boolean }[]>}
 */
async function migrationsInDatabase(databaseUrl) {
  const [{ present }] = await query(databaseUrl, `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`);
  if (!present) return [];
  const rows =
    'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL';
  return query(databaseUrl, rows);
}

/**
 * The differences between the project and a database: migrations it lacks, ones that broke off, ones the project does
 * not know.
 * @param {string} databaseUrl
 */
async function compare(databaseUrl) {
  const project = migrationsInProject();
  const present = await migrationsInDatabase(databaseUrl);
  const named = (/** @type {{ name: string }[]} */ migrations) => migrations.map(({ name }) => name);
  return {
    missing: project.filter((name) => !named(present.filter(({ finished }) => finished)).includes(name)),
    broken: named(present.filter(({ finished }) => !finished)),
    unknown: named(present).filter((name) => !project.includes(name)),
  };
}

/**
 * The step that brings the tables of a database up to date. The database is asked before and after; Prisma is not believed.
 * @param {string} databaseUrl
 */
export async function migrate(databaseUrl) {
  const before = await compare(databaseUrl);
  if (before.broken.length > 0)
    throw new PlainProblem(
      `A migration broke off in this database: ${before.broken.join(', ')}. See docs/operations.md.`,
    );
  if (before.unknown.length > 0)
    throw new PlainProblem(`This database belongs to a newer portal: it has ${before.unknown.join(', ')}.`);
  if (before.missing.length === 0) return skipped('tables up to date');
  await prisma(['migrate', 'deploy'], { sentence: 'The tables could not be brought up to date.', databaseUrl });
  const after = await compare(databaseUrl);
  if (after.missing.length > 0)
    throw new PlainProblem(`Prisma reported success, yet these migrations are missing: ${after.missing.join(', ')}.`);
  return `${before.missing.length} migrations`;
}
