import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { connectTo, query } from '../database/database.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { digestsIn, liftLimits, sumOf } from '../restore/digests.mjs';
import { writeSealed } from './sealed-file.mjs';

/** @import { Client } from 'pg' */
/** @import { Wanted } from './make-backup.mjs' */

/**
 * The major version of a program of PostgreSQL on this machine, or undefined where there is none.
 * @param {string} program
 */
function majorOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(/(\d+)/.exec(stdout)?.[1]) : undefined;
}

/**
 * Refuses a program that is missing or older than the server, which could not be read.
 * @param {string} program
 * @param {string} databaseUrl
 */
async function checkProgram(program, databaseUrl) {
  const [{ major }] = await query(databaseUrl, `SELECT current_setting('server_version_num')::int / 10000 AS major`);
  const ours = majorOf(program);
  if (ours === undefined)
    throw new PlainProblem(
      `${program} is not installed: of a database of your own it makes the backup. Install the client programs of PostgreSQL ${major}.`,
    );
  if (ours < major)
    throw new PlainProblem(
      `${program} is of PostgreSQL ${ours}, older than the server (${major}), which it cannot read. Install the client programs of PostgreSQL ${major}.`,
    );
}

/**
 * An address whose password stands in the surroundings: what a process is started with everybody on the machine may read.
 * @param {string} databaseUrl
 */
function withoutPassword(databaseUrl) {
  const address = new URL(databaseUrl);
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(address.password) };
  address.password = '';
  address.searchParams.delete('schema');
  return { address: address.href, env };
}

/**
 * Has one instant of a database held as long as something is read of it.
 * @template T
 * @param {string} databaseUrl
 * @param {(client: Client, snapshot: string) => Promise<T>} work
 */
async function atOneInstant(databaseUrl, work) {
  const client = await connectTo(databaseUrl);
  try {
    await liftLimits(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query('SELECT pg_export_snapshot() AS snapshot');
    return await work(client, String(rows[0].snapshot));
  } finally {
    await client.end();
  }
}

/**
 * A dump of another PostgreSQL, compressed and sealed: whole, of one instant, with a hash over all rows of that instant.
 * @param {Pick<Wanted, 'databaseUrl' | 'recipients' | 'signal'>} wanted
 * @param {string} room
 */
export async function copyDump(wanted, room) {
  await checkProgram('pg_dump', wanted.databaseUrl);
  return atOneInstant(wanted.databaseUrl, async (client, snapshot) => {
    const part = await dumpInto(room, wanted, snapshot);
    return { part, facts: { digest: sumOf(await digestsIn(client)) } };
  });
}

/**
 * @param {string} room
 * @param {Pick<Wanted, 'databaseUrl' | 'recipients' | 'signal'>} wanted
 * @param {string} snapshot
 */
async function dumpInto(room, { databaseUrl, recipients, signal }, snapshot) {
  const { address, env } = withoutPassword(databaseUrl);
  const args = ['--format=custom', '--compress=0', '--no-password', `--snapshot=${snapshot}`, address];
  const child = spawn('pg_dump', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(-1)));
  const name = 'database.dump.gz.age';
  try {
    const written = await writeSealed(join(room, name), child.stdout, { recipients, signal });
    if ((await ended) !== 0) throw new PlainProblem('pg_dump could not read the database.', said);
    return { name, ...written };
  } finally {
    child.kill();
  }
}

/**
 * Reads a dump into an empty database.
 * @param {string} file an opened dump
 * @param {string} databaseUrl
 */
export async function readDump(file, databaseUrl) {
  await checkProgram('pg_restore', databaseUrl);
  const { address, env } = withoutPassword(databaseUrl);
  const args = ['--no-password', '--exit-on-error', '--single-transaction', '--no-owner', `--dbname=${address}`, file];
  const { status, stderr } = spawnSync('pg_restore', args, { env, encoding: 'utf8' });
  if (status !== 0) throw new PlainProblem('pg_restore could not read the dump in.', stderr);
}
