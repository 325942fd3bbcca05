import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { query } from '../database/database.mjs';
import { PlainProblem } from '../ground/problem.mjs';

/** Milliseconds between two writes. */
const PAUSE_MS = 5;

/**
 * Writes one number after the other until the server is gone, and remembers which were acknowledged and when.
 * @param {string} databaseUrl
 */
export async function startLedger(databaseUrl) {
  await query(databaseUrl, 'CREATE TABLE drill_note (number int PRIMARY KEY)');
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {}); // it is killed on purpose
  await client.connect();
  /** @type {{ number: number, at: number }[]} */
  const acknowledged = [];
  let writing = true;
  const work = (async () => {
    for (let number = 1; writing; number++) {
      await client.query('INSERT INTO drill_note VALUES ($1)', [number]);
      acknowledged.push({ number, at: Date.now() });
      await wait(PAUSE_MS);
    }
  })().catch(() => {});
  return {
    stop: async () => {
      writing = false;
      await work;
      await client.end().catch(() => {});
      return acknowledged;
    },
    /** @param {string} url @returns {Promise<number[]>} */
    numbersIn: async (url) =>
      (await query(url, 'SELECT number FROM drill_note ORDER BY number')).map(({ number }) => number),
    /**
     * What was acknowledged by an instant is there, and what was begun a second after it is not.
     * @param {number[]} there
     * @param {Date} minute
     */
    holdAgainst: (there, minute) => {
      const found = new Set(there);
      const missing = acknowledged.filter(({ number, at }) => at < minute.getTime() - 1000 && !found.has(number));
      const early = acknowledged.filter(({ number, at }) => at > minute.getTime() + 1000 && found.has(number));
      if (missing.length + early.length > 0)
        throw new PlainProblem(
          `Put back to a minute: ${missing.length} writes are missing, ${early.length} are too many.`,
        );
    },
  };
}
