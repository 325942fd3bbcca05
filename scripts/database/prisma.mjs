import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../ground/fingerprint.mjs';
import { launch, runOrFail } from '../ground/processes.mjs';
import { isFinished, ROOT } from '../ground/settings.mjs';
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
  if (isFinished) return skipped('part of this build');
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
