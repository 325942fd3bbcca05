// What a change costs beside the bare row of it, with every rule and all that is kept of it: thirty marks of a register, and
// the end of a pair that ties a family.
import { measured } from '../figures/sheet.mjs';
import { withPortal } from '../portal/ground.mjs';
import { compared, connected, takenBack } from './compared.mjs';

/** @import pg from 'pg' */

const MARKS = 30;
const ROUNDS = 100;

/** The same columns and indexes, and nothing that looks at a row or follows from it. */
const BARE_TABLES = `
  CREATE TABLE bench_event (LIKE attendance_event INCLUDING ALL);
  CREATE TABLE bench_pair (LIKE pair INCLUDING ALL);
  INSERT INTO bench_pair OVERRIDING SYSTEM VALUE SELECT * FROM pair WHERE id = $1`;
const DROP = 'DROP TABLE IF EXISTS bench_event, bench_pair';

/** Women of a session that was held, on a register that somebody keeps on paper. */
const ROSTER = `
  SELECT s.id AS session, d.id AS device, d.account_id AS account,
    ARRAY (SELECT id FROM enrolment e WHERE e.session_id = s.id AND e.state = 'confirmed' LIMIT ${MARKS}) AS enrolments,
    (SELECT coalesce(max(sequence), 0) FROM attendance_event v WHERE v.device_id = d.id) AS last
  FROM session s CROSS JOIN (SELECT id, account_id FROM device WHERE account_id IS NOT NULL ORDER BY id LIMIT 1) d
  WHERE s.state IN ('approved', 'held') AND (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id AND e.state = 'confirmed') >= ${MARKS}
  ORDER BY s.starts_at DESC LIMIT 1`;

const insertInto = (/** @type {string} */ table) => `
  INSERT INTO ${table} (device_id, sequence, session_id, enrolment_id, mark, marked_at, clock_offset_ms, marked_by_id, held_for_review)
  SELECT $1, $2::bigint + n, $3, id, 'present', now(), 0, $4, false FROM unnest($5::uuid[]) WITH ORDINALITY AS e (id, n)`;
const endOf = (/** @type {string} */ table) =>
  `UPDATE ${table} SET valid_to = app.today(), end_reason = 'other' WHERE id = $1`;

/** A pair that holds today and ties a family, and whose women have met no later. */
const TIED = `
  SELECT p.id FROM pair p JOIN pair_tie t ON t.pair_id = p.id AND t.valid_to IS NULL WHERE p.valid_to IS NULL AND p.valid_from < app.today()
    AND NOT EXISTS (SELECT FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day >= app.today()) ORDER BY p.id LIMIT 1`;

/**
 * @param {pg.Client} client
 * @param {string} sql
 * @param {unknown[]} values
 */
const written = (client, sql, values) => takenBack(() => client.query(sql, values));

await measured('register', (sheet) =>
  withPortal({}, ({ databaseUrl }) =>
    connected(databaseUrl, async (client) => {
      const { rows: tied } = await client.query(TIED);
      const { rows: rosters } = await client.query(ROSTER);
      await client.query(DROP);
      for (const sql of BARE_TABLES.split(';')) await client.query(sql, sql.includes('$1') ? [tied[0].id] : []);
      try {
        const { device, last, session, account, enrolments } = rosters[0];
        const marks = [device, last, session, account, enrolments];
        await sheet.before(`a register of ${enrolments.length}, and the end of a tied pair`);
        const [bare = 0, register = 0, bareEnd = 0, end = 0] = await compared(
          client,
          [
            written(client, insertInto('bench_event'), marks),
            written(client, insertInto('attendance_event'), marks),
            written(client, endOf('bench_pair'), [tied[0].id]),
            written(client, endOf('pair'), [tied[0].id]),
          ],
          ROUNDS,
        );
        sheet.note('a register of 30: ÷ the bare insert', register / bare, '×', { atMost: 3 });
        sheet.note('a register of 30: more than the bare insert', register - bare, 'ms', { atMost: 1 });
        sheet.note('ending a tied pair: ÷ the bare change', end / bareEnd, '×', { atMost: 4 });
      } finally {
        await client.query(DROP);
      }
    }),
  ),
);
