import { once } from 'node:events';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import tar from 'tar-stream';
import { thrown } from '../ground/problem.mjs';
import { writeSealed } from './sealed-file.mjs';

/** @import { Pack } from 'tar-stream' */
/** @import { Client } from 'pg' */

/**
 * @typedef {{ name: string, bytes: number, folder: boolean }} Entry
 * @typedef {(done: number, all: number) => void} Moved
 */

/** Folders whose content belongs to the running server alone; it makes them anew. */
const EMPTY = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|recovery\.signal|standby\.signal)$|(^|\/)(pgsql_tmp.*|pg_internal\.init(\.\d+)?)$/;
const CONTROL = 'global/pg_control';
const SEGMENT = /^[0-9A-F]{24}$/;
const BUFFER = 1 << 20;

/**
 * What of a cluster is copied, folders before their files and the control file last.
 * @param {string} cluster
 * @returns {Promise<Entry[]>}
 */
export async function entriesOf(cluster) {
  /** @type {Entry[]} */
  const found = [];
  const walk = async (/** @type {string} */ folder) => {
    for (const entry of await readdir(join(cluster, folder), { withFileTypes: true })) {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (LEFT_OUT.test(name)) continue;
      if (entry.isDirectory()) {
        found.push({ name, bytes: 0, folder: true });
        if (!EMPTY.has(name)) await walk(name);
      } else if (entry.isFile() && name !== CONTROL) {
        const bytes = await sizeOf(join(cluster, name));
        if (bytes !== undefined) found.push({ name, bytes, folder: false });
      }
    }
  };
  await walk('');
  const control = (await sizeOf(join(cluster, CONTROL))) ?? 0;
  return [
    ...found,
    { name: 'pg_wal/archive_status', bytes: 0, folder: true },
    { name: CONTROL, bytes: control, folder: false },
  ];
}

/**
 * @param {string} file
 * @returns {Promise<number | undefined>}
 */
const sizeOf = (file) =>
  stat(file).then(
    ({ size }) => size,
    (error) => {
      if (thrown(error).code === 'ENOENT') return undefined; // a table that was dropped meanwhile
      throw error;
    },
  );

/**
 * Exactly so many bytes of a file, whatever becomes of it meanwhile: the log that is copied with it tells the rest.
 * @param {string} file
 * @param {number} bytes
 */
async function* bytesOf(file, bytes) {
  const handle = await open(file, 'r').catch((error) => {
    if (thrown(error).code === 'ENOENT') return undefined;
    throw error;
  });
  let left = bytes;
  try {
    while (handle && left > 0) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(BUFFER, left)), 0);
      if (bytesRead === 0) break;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle?.close();
  }
  for (; left > 0; left -= Math.min(BUFFER, left)) yield Buffer.alloc(Math.min(BUFFER, left));
}

/**
 * @param {Pack} pack
 * @param {string} name
 * @param {string} text
 */
const putText = (pack, name, text) =>
  new Promise((resolve, reject) =>
    pack.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve(undefined))),
  );

/**
 * @param {Pack} pack
 * @param {string} cluster
 * @param {Entry} entry
 */
async function putEntry(pack, cluster, { name, bytes, folder }) {
  if (folder) {
    pack.entry({ name, type: 'directory', mode: 0o700 });
    return;
  }
  const sink = pack.entry({ name, size: bytes, mode: 0o600 });
  const ended = once(sink, 'finish');
  for await (const chunk of bytesOf(join(cluster, name), bytes)) if (!sink.write(chunk)) await once(sink, 'drain');
  sink.end();
  await ended;
}

/**
 * The log between two of its segments, and the histories of its timelines, as they lie in the cluster.
 * @param {string} cluster
 * @param {{ first: string, last: string }} range
 */
async function logEntries(cluster, { first, last }) {
  const names = (await readdir(join(cluster, 'pg_wal'))).sort();
  const wanted = names.filter(
    (name) => name.endsWith('.history') || (SEGMENT.test(name) && name >= first && name <= last),
  );
  return Promise.all(
    wanted.map(async (name) => ({
      name: `pg_wal/${name}`,
      bytes: (await sizeOf(join(cluster, 'pg_wal', name))) ?? 0,
      folder: false,
    })),
  );
}

/**
 * Copies a running cluster with the log that makes it consistent into a sealed file.
 * Returns size, hash, and the first and last segment of that log.
 * @param {string} cluster
 * @param {Client} client of a superuser; the copy stands as long as its connection does
 * @param {string} file
 * @param {{ recipients: string[], signal?: AbortSignal | undefined, moved?: Moved }} how
 */
export async function copyCluster(cluster, client, file, { recipients, signal, moved = () => {} }) {
  // the log is kept from here on, also where none is carried away; the slot ends with the connection
  await client.query(`SELECT pg_create_physical_replication_slot('portal_backup_' || pg_backend_pid(), true, true)`);
  const { rows } = await client.query(`SELECT pg_walfile_name(pg_backup_start('portal', true)) AS first`);
  const first = String(rows[0].first);
  const entries = await entriesOf(cluster);
  const all = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const pack = tar.pack();
  let done = 0;
  let last = first;
  const fill = async () => {
    for (const entry of entries) {
      signal?.throwIfAborted();
      await putEntry(pack, cluster, entry);
      done += entry.bytes;
      moved(done, all);
    }
    const [stop] = (
      await client.query(`SELECT labelfile, spcmapfile, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)`)
    ).rows;
    last = String(stop.last);
    await putText(pack, 'backup_label', stop.labelfile);
    if (stop.spcmapfile) await putText(pack, 'tablespace_map', stop.spcmapfile);
    for (const entry of await logEntries(cluster, { first, last })) await putEntry(pack, cluster, entry);
    pack.finalize();
  };
  const filled = fill().catch((error) => {
    pack.destroy(error);
    throw error;
  });
  const [written] = await Promise.all([writeSealed(file, /** @type {any} */ (pack), { recipients, signal }), filled]);
  return { ...written, firstChange: first, lastChange: last, clusterBytes: all };
}
