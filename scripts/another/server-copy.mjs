import { checkRoom } from '../backup/disk-room.mjs';
import { connectTo } from '../database/database.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { liftLimits } from '../restore/digests.mjs';
import { checkProgram, sealWhatIsSaid } from './programs.mjs';

/** @import { Client } from 'pg' */
/** @import { Wanted } from '../backup/make-backup.mjs' */

/** What may copy a server, how large it is, and what the database of the portal is called there. */
const FACTS = `
  SELECT (SELECT rolsuper OR rolreplication FROM pg_roles WHERE rolname = current_user) AS may, current_user AS role, current_database() AS database,
    (SELECT coalesce(sum(pg_database_size(oid)), 0)::float8 FROM pg_database WHERE has_database_privilege(oid, 'CONNECT')) AS bytes`;
/** What the copy needs of the log stays until this connection ends, whatever is written meanwhile. */
const KEPT_LOG = `SELECT pg_create_physical_replication_slot('portal_backup_' || pg_backend_pid(), true, true)`;
/** One tar of all files, the log at its end, with a list that names the SHA-256 of each. */
const ARGS = ['--pgdata=-', '--format=tar', '--wal-method=fetch', '--checkpoint=fast', '--manifest-checksums=SHA256'];

/** @param {Client} client */
async function factsOf(client) {
  await liftLimits(client);
  const [facts] = (await client.query(FACTS)).rows;
  if (!facts.may)
    throw new PlainProblem(
      `${facts.role} may not copy a server. Let its keeper say so: ALTER ROLE ${facts.role} REPLICATION, and a line for "replication" in pg_hba.conf. Or make dumps: BACKUP_KIND=dump`,
    );
  return { clusterBytes: Number(facts.bytes), database: String(facts.database) };
}

/** @param {Client} client */
const keepLog = (client) =>
  client.query(KEPT_LOG).catch((error) => {
    throw new PlainProblem(
      'The server does not keep its log for a copy: it needs wal_level = replica and a free place in max_replication_slots. Or make dumps: BACKUP_KIND=dump',
      String(error.message),
    );
  });

/**
 * A copy of all files of another PostgreSQL, compressed and sealed: whole, with the log that makes it so. Of every database of that server.
 * @param {Pick<Wanted, 'databaseUrl' | 'recipients' | 'signal' | 'folder'>} wanted
 * @param {string} room
 */
export async function copyServer(wanted, room) {
  await checkProgram('pg_basebackup', wanted.databaseUrl);
  const client = await connectTo(wanted.databaseUrl);
  try {
    const facts = await factsOf(client);
    checkRoom(wanted.folder, facts.clusterBytes);
    await keepLog(client);
    const how = { program: 'pg_basebackup', args: ARGS, room, name: 'server.tar.gz.age' };
    return { part: await sealWhatIsSaid(wanted, how), facts };
  } finally {
    await client.end();
  }
}
