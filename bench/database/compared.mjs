import pg from 'pg';
import { median } from '../references/contender.mjs';

const ROUNDS = 200;
const WARM_UP = 20;

/**
 * A statement, or several with their values, sent one after the other.
 * @typedef {(client: pg.Client) => Promise<unknown>} Work
 */

/**
 * A statement that PostgreSQL plans once a connection, as the portal's own.
 * @param {string} sql
 * @param {unknown[]} [values]
 * @returns {Work}
 */
export const statement =
  (sql, values = []) =>
  (client) =>
    client.query({ name: sql.slice(0, 60), text: sql, values });

/**
 * What is written is taken back, with everything that is checked at the end done before.
 * @param {Work} work
 * @returns {(client: pg.Client) => Promise<number>}
 */
export const takenBack = (work) => async (client) => {
  await client.query('BEGIN');
  try {
    return await timed(client, async () => {
      await work(client);
      await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    });
  } finally {
    await client.query('ROLLBACK');
  }
};

/**
 * @param {pg.Client} client
 * @param {Work} work
 */
async function timed(client, work) {
  const begin = performance.now();
  const own = await work(client);
  // work that has more to do before and after than is measured says itself how long it took
  return typeof own === 'number' ? own : performance.now() - begin;
}

/**
 * Does works in turn, many times, and answers the median milliseconds of each.
 * @param {pg.Client} client
 * @param {Work[]} works
 * @param {number} [rounds]
 */
export async function compared(client, works, rounds = ROUNDS) {
  const times = works.map(() => /** @type {number[]} */ ([]));
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [at, work] of works.entries()) {
      const took = await timed(client, work);
      if (round >= 0) times[at]?.push(took);
    }
  return times.map(median);
}

/**
 * A connection of its own for as long as it is needed.
 * @param {string} databaseUrl
 * @param {(client: pg.Client) => Promise<void>} work
 */
export async function connected(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
