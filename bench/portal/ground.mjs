import { query } from '../../scripts/database/database.mjs';
import { findServer } from '../../scripts/database/postgres.mjs';
import { placeOf } from '../../scripts/database/postgres-place.mjs';
import { PlainProblem } from '../../scripts/ground/problem.mjs';
import { onStop } from '../../scripts/ground/signals.mjs';
import { TestPortal } from '../../scripts/tests/test-portal.mjs';
import { listenerOf } from '../machine/processes.mjs';
import { demonstrationOrWhy, folderOf, PASSWORD, USUAL } from './demonstrations.mjs';

/** @import { Which } from './demonstrations.mjs' */

/**
 * What a measurement is told of its portal. `roots`: whoever works for it, PostgreSQL too; `server`: the process that readers
 * reach; `command`: the one that started everything but PostgreSQL.
 * @typedef {object} Ground
 * @property {string} name
 * @property {string} host
 * @property {number} port
 * @property {string} base
 * @property {string} databaseUrl
 * @property {string} dataDir
 * @property {number[]} roots
 * @property {number} server
 * @property {number} command
 * @property {() => Promise<void>} stop
 */

/** @typedef {Which & { env?: Record<string, string> }} Wanted with more surroundings */

/**
 * A portal at work: `run` is handed it, and what stops it and starts it again.
 * @param {Wanted} wanted
 * @param {(ground: Ground, way: { stop: () => Promise<void>, start: () => Promise<Ground> }) => Promise<void>} run
 */
export async function withPortal(wanted, run) {
  const { members = USUAL, name } = wanted;
  const why = await demonstrationOrWhy(members, name);
  if (why) throw new PlainProblem(why);
  const dataDir = folderOf({ members, name });
  const portal = new TestPortal({ dataDir, password: PASSWORD, env: { ...process.env, ...wanted.env } });
  const start = async () => {
    await portal.start(() => {});
    return groundOf(portal);
  };
  onStop(() => portal.stop().then(() => process.exit(130)));
  try {
    const ground = await start();
    // what a database does by itself within the hour after so much was written would else fall into the first measurements
    await query(ground.databaseUrl, 'VACUUM ANALYZE');
    await run(ground, { stop: () => portal.stop(), start });
  } finally {
    await portal.stop();
  }
}

/**
 * @param {TestPortal} portal
 * @returns {Ground}
 */
function groundOf(portal) {
  const { PORTAL_URL: base, DATABASE_URL: databaseUrl } = portal.surroundings();
  const { hostname: host, port } = new URL(base);
  const server = listenerOf(Number(port)) ?? 0;
  const command = portal.pid ?? server;
  const database = findServer(placeOf(portal.dataDir))?.pid;
  const roots = [command, server, ...(database ? [database] : [])];
  const { dataDir } = portal;
  return {
    name: 'portal',
    host,
    port: Number(port),
    base,
    databaseUrl,
    dataDir,
    roots,
    server,
    command,
    stop: async () => {},
  };
}
