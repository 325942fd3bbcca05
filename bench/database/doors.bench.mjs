// What the doors of the database cost where many rows are written at once: women with their numbers, and memberships that end while each woman
// has a card.
import { measured } from '../figures/sheet.mjs';
import { withPortal } from '../portal/ground.mjs';
import { connected } from './compared.mjs';

/** @import pg from 'pg' */

const [FEW, MANY] = [2_000, 10_000];
const ROUNDS = 5;

const median = (/** @type {number[]} */ times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** What a round took back is cleared away before the next: the last seal of the trail is looked for behind all of it. */
const CLEAR = 'VACUUM person, membership, member_card, audit_entry, audit_seal';

/**
 * The median milliseconds of a statement in a transaction that is taken back, with all that is looked at as it ends.
 * @param {pg.Client} client
 * @param {{ sql: string, values?: unknown[], before?: string }} work
 */
async function took(client, { sql, values = [], before }) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    await client.query(CLEAR);
    await client.query('BEGIN');
    if (before) await client.query(before);
    const began = performance.now();
    await client.query(sql, values);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    times.push(performance.now() - began);
    await client.query('ROLLBACK');
  }
  return median(times);
}

const INSERT = `
  INSERT INTO person (id, full_name, birth_year, phone, keeper_unit_id)
  SELECT app.uuid7(), 'Nguyễn Thị Đo ' || n, 1950 + n % 40, CASE WHEN $3 THEN '+849' || lpad(n::text, 8, '0') END, $1
  FROM generate_series(1, $2::int) n`;

/** A card for as many women as stand in one unit after another, with no digits yet. */
const CARDS = `
  CREATE TEMP TABLE carded AS SELECT DISTINCT ON (m.person_id) m.id, m.person_id, m.unit_id FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.valid_to IS NULL AND p.merged_into_id IS NULL AND p.erased_on IS NULL AND NOT EXISTS (SELECT FROM member_card c WHERE c.person_id = m.person_id AND c.ended_at IS NULL)
    ORDER BY m.person_id LIMIT ${MANY};
  INSERT INTO member_card (id, person_id, unit_id, token_hash, made_by_id)
  SELECT app.uuid7(), c.person_id, c.unit_id, sha256(c.person_id::text::bytea), (SELECT id FROM account ORDER BY id LIMIT 1) FROM carded c`;
const ENDS = 'UPDATE membership SET valid_to = app.today() WHERE id IN (SELECT id FROM carded)';
const WITHOUT = 'ALTER TABLE membership DISABLE TRIGGER end_card_of_member';

await measured('doors', (sheet) =>
  withPortal({}, ({ databaseUrl }) =>
    connected(databaseUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT unit_id FROM unit_span WHERE level = 'sub_association' AND is_last ORDER BY unit_id LIMIT 1",
      );
      const at = rows[0].unit_id;
      await sheet.before(`${MANY} women written at once, and ${MANY} memberships ended`);
      const plain = await took(client, { sql: INSERT, values: [at, MANY, false] });
      const few = await took(client, { sql: INSERT, values: [at, FEW, true] });
      const many = await took(client, { sql: INSERT, values: [at, MANY, true] });
      sheet.note(`${MANY} women with numbers`, many / 1000, 's');
      sheet.note(`${MANY} women with numbers: ÷ ${MANY / FEW} times ${FEW}`, many / (few * (MANY / FEW)), '×', {
        atMost: 1.5,
      });
      sheet.note(`${MANY} women with numbers: ÷ without`, many / plain, '×', { atMost: 2 });

      await client.query(CARDS);
      const free = await took(client, { sql: ENDS, before: WITHOUT });
      const held = await took(client, { sql: ENDS });
      await client.query('DELETE FROM member_card WHERE person_id IN (SELECT person_id FROM carded)');
      const cardless = await took(client, { sql: ENDS });
      sheet.note(`${MANY} memberships end, each with a card`, held / 1000, 's');
      sheet.note(
        `${MANY} memberships end, each with a card: more than without the trigger`,
        (held - free) / MANY,
        'ms each',
        { atMost: 1 },
      );
      sheet.note(
        `${MANY} memberships end, without a card: more than without the trigger`,
        (cardless - free) / MANY,
        'ms each',
        { atMost: 0.1 },
      );
    }),
  ),
);
