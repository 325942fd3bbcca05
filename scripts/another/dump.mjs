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
  await checkDump('pg_dump', wanted.databaseUrl);
  return atOneInstant(wanted.databaseUrl, async (client, snapshot) => {
    const args = ['--format=custom', '--compress=0', `--snapshot=${snapshot}`];
    const part = await sealWhatIsSaid(wanted, { program: 'pg_dump', args, room, name: 'database.dump.gz.age' });
    const { rows } = await client.query('SELECT pg_database_size(current_database())::float8 AS bytes');
    return { part, facts: { digest: sumOf(await digestsIn(client)), clusterBytes: Number(rows[0].bytes) } };
  });
}

/** From 17 on these programs set a limit that a server before 17 does not know: what they make goes back into none. */
const LIMITED = 17;

/**
 * Whether what programs of one major version make goes into a server of another.
 * @param {number} ours
 * @param {number} server
 */
export const goesInto = (ours, server) => ours < LIMITED || server >= LIMITED;

/**
 * Refuses a program that is missing, older than the server, or too new for it.
 * @param {string} program
 * @param {string} databaseUrl
 */
async function checkDump(program, databaseUrl) {
  const { ours, server } = await checkProgram(program, databaseUrl);
  if (!goesInto(ours, server))
    throw new PlainProblem(
      `${program} is of PostgreSQL ${ours}: its dumps go into no server before ${LIMITED}, and this one is ${server}. Install the client programs of PostgreSQL ${server}.`,
    );
}

/**
 * Reads a dump into an empty database.
 * @param {string} file an opened dump
 * @param {string} databaseUrl
 * @param {AbortSignal} [signal]
 */
export async function readDump(file, databaseUrl, signal) {
  await checkDump('pg_restore', databaseUrl);
  const { address, env } = withoutPassword(databaseUrl);
  const args = ['--no-password', '--exit-on-error', '--single-transaction', '--no-owner', `--dbname=${address}`, file];
  const child = spawn('pg_restore', args, { env, stdio: ['ignore', 'ignore', 'pipe'], ...(signal ? { signal } : {}) });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(-1)));
  signal?.throwIfAborted();
  if (code !== 0) throw new PlainProblem('pg_restore could not read the dump in.', said);
}
