// A trail of a million entries, written as the portal writes it, is gone through by the command that an administrator calls; then
// it is harmed in four ways, one after the other, and each has to be found.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../../scripts/database/database.mjs';
import { ROOT } from '../../scripts/ground/settings.mjs';
import { productProgram } from '../../scripts/portal/program.mjs';
import { startTestDatabase, wipe } from '../../scripts/tests/test-database.mjs';
import { roomFor } from '../../scripts/tests/test-folders.mjs';
import { measured } from '../figures/sheet.mjs';

const ENTRIES = Number(process.env.BENCH_TRAIL ?? 1_000_000);
/** As many as one transaction seals at its end. */
const AT_ONCE = Math.min(ENTRIES, 20_000);
const SOME = Math.floor(ENTRIES / 3);
const TAIL = Math.min(ENTRIES - 1, 1_000);

const WRITE = `INSERT INTO audit_entry (id, at, actor_id, verb, action, subject_type, subject_id, unit_id, change, request_id, network)
  SELECT gen_random_uuid(), now(), gen_random_uuid(), 'changed', 'editPerson', 'person', gen_random_uuid(), gen_random_uuid(),
    jsonb_build_object('fields', jsonb_build_array('name', 'phone'), 'roles', jsonb_build_object('old', i, 'new', i + 1)), md5(i::text), '203.0.113.0/24'
  FROM generate_series(1, $1::int) i`;

const entryAt = (/** @type {number} */ position) => `(SELECT entry_id FROM audit_seal WHERE position = ${position})`;
/** Two entries tell what the other one told. */
const SWAP = `UPDATE audit_entry e SET (actor_id, subject_id, change) = (SELECT o.actor_id, o.subject_id, o.change FROM audit_entry o
    WHERE o.id IN (${entryAt(SOME)}, ${entryAt(SOME + 9)}) AND o.id <> e.id) WHERE e.id IN (${entryAt(SOME)}, ${entryAt(SOME + 9)})`;

/**
 * What somebody does who owns the tables and has taken the guards off, what undoes it, and how many places have to be named.
 * @type {{ what: string, harm: string, mend: string, found: number }[]}
 */
const HARMS = [
  {
    what: 'one changed byte',
    harm: `UPDATE audit_entry SET request_id = overlay(request_id PLACING 'x' FROM 7 FOR 1) WHERE id = ${entryAt(SOME)}`,
    mend: `UPDATE audit_entry e SET request_id = k.request_id FROM kept k WHERE k.id = e.id AND e.id = ${entryAt(SOME)}`,
    found: 1,
  },
  {
    what: 'a removed entry',
    harm: `DELETE FROM audit_entry WHERE id = ${entryAt(SOME)}`,
    mend: `INSERT INTO audit_entry SELECT * FROM kept WHERE id = ${entryAt(SOME)}`,
    found: 1,
  },
  { what: 'two swapped entries', harm: SWAP, mend: SWAP, found: 2 },
  {
    what: 'a cut tail',
    harm: `DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > ${ENTRIES - TAIL});
      DELETE FROM audit_seal WHERE position > ${ENTRIES - TAIL}`,
    mend: '',
    found: 1,
  },
];

/**
 * @param {string} databaseUrl
 * @param {string} sql
 */
const behindTheGuards = (databaseUrl, sql) => query(databaseUrl, `SET session_replication_role = replica; ${sql}`);

/**
 * Goes through the trail as `npm run verify-audit` does; answers its seconds and the places that it named.
 * @param {string} databaseUrl
 * @param {string} dataDir
 */
function goThrough(databaseUrl, dataDir) {
  const program = productProgram('scripts/product/check-audit.ts');
  const since = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  if (status === null || !/entries, held against/.test(stdout))
    throw new Error(`the trail was not gone through: ${stderr}`);
  const places = stdout.split('\n').filter((line) => line.startsWith('  ')).length;
  return { seconds: (performance.now() - since) / 1_000, places };
}

await measured('trail', async (sheet) => {
  const folder = roomFor('trail');
  await wipe(folder);
  try {
    const maintenance = await startTestDatabase(folder);
    const databaseUrl = maintenance.replace(/postgres$/, 'portal_template');
    const dataDir = join(folder, 'anchors');
    mkdirSync(dataDir);
    const label = `${ENTRIES.toLocaleString('en')} entries`;
    await sheet.before(`${label} are written`);
    const since = performance.now();
    for (let left = ENTRIES; left > 0; left -= AT_ONCE) await query(databaseUrl, WRITE, [Math.min(left, AT_ONCE)]);
    sheet.note(`${label} written and sealed`, (performance.now() - since) / 1_000, 's');
    await query(databaseUrl, `CREATE TABLE kept AS SELECT * FROM audit_entry WHERE id = ${entryAt(SOME)}`);
    await query(databaseUrl, 'VACUUM ANALYZE audit_entry, audit_seal');
    await sheet.before('the trail is gone through, whole');
    const whole = goThrough(databaseUrl, dataDir);
    sheet.note(`${label} gone through by npm run verify-audit`, whole.seconds, 's', { atMost: 60 });
    sheet.note('places named in a whole trail', whole.places, '', { atMost: 0 });
    for (const { what, harm, mend, found } of HARMS) {
      await behindTheGuards(databaseUrl, harm);
      const { seconds, places } = goThrough(databaseUrl, dataDir);
      sheet.note(`${what}: gone through`, seconds, 's', { atMost: 60 });
      sheet.note(`${what}: places not named, or named in vain`, Math.abs(places - found), '', { atMost: 0 });
      if (mend) await behindTheGuards(databaseUrl, mend);
    }
  } finally {
    await wipe(folder);
  }
});
