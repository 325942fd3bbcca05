import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runOrFail } from '../ground/processes.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { connectTo, ensureDatabase, query } from './database.mjs';
import { migrate, migrationsInProject } from './migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from './postgres.mjs';
import { placeOf, removeCluster } from './postgres-place.mjs';
import { kindOf } from './releases.mjs';

const dataDir = join(ROOT, '.test', 'releases');
/** @type {ReturnType<typeof placeOf>} */
let place;

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
});
after(async () => {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

/** @param {string} name */
async function emptyDatabase(name) {
  await ensureDatabase(databaseAddress(place, 'postgres'), name);
  return databaseAddress(place, name);
}

/**
 * A folder of migrations, as a release brings it.
 * @param {string} name
 * @param {Record<string, string>} scripts
 */
function releaseWith(name, scripts) {
  const folder = join(dataDir, name);
  for (const [migration, script] of Object.entries(scripts)) {
    mkdirSync(join(folder, migration), { recursive: true });
    writeFileSync(join(folder, migration, 'migration.sql'), script);
  }
  return folder;
}

/** @param {string} databaseUrl */
const noted = async (databaseUrl) =>
  (await query(databaseUrl, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')).map(
    ({ name }) => name,
  );

const FIRST = { '1_venue': 'CREATE TABLE venue (id int PRIMARY KEY, old text)' };
const SECOND = { ...FIRST, '2_hall': '-- expand: a hall has a name.\nALTER TABLE venue ADD COLUMN hall text' };
const THIRD = {
  ...SECOND,
  '3_old': '-- contract, after 2_hall: nobody asks for it.\nALTER TABLE venue DROP COLUMN old',
};

test('two starts at once bring the tables up to date once, and Prisma finds nothing left to do', async () => {
  const databaseUrl = await emptyDatabase('twice');
  const said = await Promise.all([migrate(databaseUrl), migrate(databaseUrl)]);
  assert.deepEqual(await noted(databaseUrl), migrationsInProject());
  assert.equal(said.filter((answer) => typeof answer === 'string').length, 1);
  const prisma = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');
  const env = { ...process.env, DATABASE_URL: databaseUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  let output = '';
  await runOrFail('Prisma does not agree.', process.execPath, [prisma, 'migrate', 'status'], {
    env,
    onLine: (line) => {
      output += `${line}\n`;
    },
  });
  assert.match(output, /Database schema is up to date/);
});

test('a start that is killed within a migration leaves nothing of it, and the next one goes on', async () => {
  const databaseUrl = await emptyDatabase('killed');
  const program = `import { migrate } from './scripts/database/migrations.mjs';
    await migrate(process.argv[1], (name) => console.log(name));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, databaseUrl], { cwd: ROOT });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await migrate(databaseUrl);
  assert.deepEqual(await noted(databaseUrl), migrationsInProject());
});

test('a migration waits for a table in use and gives up with a sentence; nothing of it is left', async () => {
  const databaseUrl = await emptyDatabase('used');
  await migrate(databaseUrl, undefined, { folder: releaseWith('used-1', FIRST) });
  const reader = await connectTo(databaseUrl);
  await reader.query('BEGIN; SELECT * FROM venue');
  const folder = releaseWith('used-2', SECOND);
  await assert.rejects(migrate(databaseUrl, undefined, { folder, pauses: [] }), /found a table in use at every try/);
  assert.deepEqual(await noted(databaseUrl), ['1_venue']);
  const released = reader.query('COMMIT');
  assert.equal(await migrate(databaseUrl, undefined, { folder, pauses: [100, 100] }), '1 migrations');
  await released;
  await reader.end();
});

test('an earlier release goes on with tables that a later one added to, and not with those it took from', async () => {
  const databaseUrl = await emptyDatabase('back');
  await migrate(databaseUrl, undefined, { folder: releaseWith('back-2', SECOND) });
  const first = releaseWith('back-1', FIRST);
  assert.deepEqual(await migrate(databaseUrl, undefined, { folder: first }), {
    skipped: 'tables of a later release, which added to them 1 times',
  });
  await migrate(databaseUrl, undefined, { folder: releaseWith('back-3', THIRD) });
  await assert.rejects(
    migrate(databaseUrl, undefined, { folder: first }),
    /belongs to a newer portal: it has 2_hall, 3_old/,
  );
});

test('nothing is taken from tables while a process of an earlier release lives', async () => {
  const databaseUrl = await emptyDatabase('living');
  const folder = releaseWith('living-3', THIRD);
  // as the server says it of itself, over the connection by which its processes hear each other
  const living = async (/** @type {number} */ release) => {
    const process = await connectTo(databaseUrl);
    await process.query('SELECT pg_advisory_lock_shared(72707370, $1)', [release]);
    return process;
  };
  const [former, present] = [await living(1), await living(2)];
  await assert.rejects(migrate(databaseUrl, undefined, { folder }), /needs, and 1 of its processes are at work/);
  assert.deepEqual(await noted(databaseUrl), ['1_venue', '2_hall']);
  await former.end();
  await untilGone(databaseUrl, 1);
  // a release that knows what it comes after goes on beside it
  assert.equal(await migrate(databaseUrl, undefined, { folder }), '1 migrations');
  await present.end();
});

test('a migration that takes away and lands behind later names counts as what it is: no release that lives knows it', async () => {
  const databaseUrl = await emptyDatabase('landed');
  await migrate(databaseUrl, undefined, { folder: releaseWith('landed-1', SECOND) });
  const process = await connectTo(databaseUrl);
  await process.query('SELECT pg_advisory_lock_shared(72707370, 2)');
  const refused = async (/** @type {string} */ name, /** @type {Record<string, string>} */ scripts) => {
    const folder = releaseWith(name, { ...SECOND, ...scripts });
    await assert.rejects(migrate(databaseUrl, undefined, { folder }), /needs, and 1 of its processes are at work/);
  };
  await refused('landed-2', { '1_xold': '-- contract: nobody asks for it.\nALTER TABLE venue DROP COLUMN old' });
  await refused('landed-3', {
    '1_wide': '-- expand: a venue has a width.\nALTER TABLE venue ADD COLUMN wide int',
    '3_old': '-- contract, after 1_wide: nobody asks for it.\nALTER TABLE venue DROP COLUMN old',
  });
  await process.end();
});

/**
 * The server notices a connection that was ended a moment later.
 * @param {string} databaseUrl
 * @param {number} release
 */
async function untilGone(databaseUrl, release) {
  for (;;) {
    const rows = await query(databaseUrl, 'SELECT FROM pg_locks WHERE classid = 72707370 AND objid = $1', [release]);
    if (rows.length === 0) return;
  }
}

test('each migration since the rule says which kind it is, and only a contracting one takes away', async () => {
  const { readFileSync } = await import('node:fs');
  const since = migrationsInProject().filter((name) => name >= '20261225');
  for (const name of since) {
    const script = readFileSync(join(ROOT, 'prisma', 'migrations', name, 'migration.sql'), 'utf8');
    const { kind, after } = kindOf(script);
    assert.ok(
      kind,
      `${name} says in its first line whether it is "-- expand:", "-- backfill:" or "-- contract, after …:"`,
    );
    if (kind !== 'contract') assert.doesNotMatch(script, TAKES_AWAY, name);
    if (kind === 'contract' && name >= STOPS_NOBODY)
      assert.ok(after && migrationsInProject().includes(after), `${name} names the migration that it comes after`);
  }
  assert.match('ALTER TABLE venue DROP COLUMN old', TAKES_AWAY);
  assert.deepEqual(kindOf(THIRD['3_old']), { kind: 'contract', after: '2_hall' });
  assert.deepEqual(kindOf('-- What is true from now on.\n'), { kind: undefined, after: undefined });
});

/** From then on a migration that takes away says what it comes after, so that a roll from one release to the next is refused by none. */
const STOPS_NOBODY = '20261228';
const TAKES_AWAY =
  /\bDROP (TABLE|COLUMN|VIEW)\b|\bRENAME (TO|COLUMN|CONSTRAINT)\b|\bSET NOT NULL\b|\bALTER COLUMN "?\w+"? (SET DATA )?TYPE\b/i;
