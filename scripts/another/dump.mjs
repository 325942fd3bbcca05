import { spawn } from 'node:child_process';
import { connectTo } from '../database/database.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { digestsIn, liftLimits, sumOf } from '../restore/digests.mjs';
import { checkProgram, sealWhatIsSaid, withoutPassword } from './programs.mjs';

/** @import { Client } from 'pg' */
/** @import { Wanted } from '../backup/make-backup.mjs' */

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
    const args = ['--format=custom', '--compress=0', `--snapshot=${snapshot}`];
    const part = await sealWhatIsSaid(wanted, { program: 'pg_dump', args, room, name: 'database.dump.gz.age' });
    const { rows } = await client.query('SELECT pg_database_size(current_database())::float8 AS bytes');
    return { part, facts: { digest: sumOf(await digestsIn(client)), clusterBytes: Number(rows[0].bytes) } };
  });
}

/** What `pg_restore` of 17 and later says before a server that is older: it sets a limit there which that one does not know. */
const UNKNOWN_LIMIT = /^pg_restore: error: .*"transaction_timeout"$/;

/**
 * Whether all that `pg_restore` could not do is to set the limit that an older server does not know.
 * @param {string} said
 */
export function knowsNoLimit(said) {
  const errors = said.split('\n').filter((line) => line.startsWith('pg_restore: error:'));
  return errors.length > 0 && errors.every((line) => UNKNOWN_LIMIT.test(line));
}

/**
 * Reads a dump into an empty database.
 * @param {string} file an opened dump
 * @param {string} databaseUrl
 * @param {AbortSignal} [signal]
 */
export async function readDump(file, databaseUrl, signal) {
  const { ours, server } = await checkProgram('pg_restore', databaseUrl);
  const { address, env } = withoutPassword(databaseUrl);
  // what it sets first must not end it before an older server
  const whole = ours >= 17 && server < 17 ? [] : ['--exit-on-error', '--single-transaction'];
  const args = ['--no-password', ...whole, '--no-owner', `--dbname=${address}`, file];
  const child = spawn('pg_restore', args, {
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(-1)));
  signal?.throwIfAborted();
  const allIsRead = code === 0 || (whole.length === 0 && code === 1 && knowsNoLimit(said));
  if (!allIsRead) throw new PlainProblem('pg_restore could not read the dump in.', said);
}
