import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { acceptReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createSubAssociation } from '@/test/factories/units';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { ruleCoverage } from './ruling-commands';

let union: TestUnion;
let province: Viewer;
let last: string;
let owner: pg.Client;

beforeEach(async () => {
  last = await makePastMonth(1);
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  await makeCovered(union.khuPho5);
  // counted when families alone are enough
  await createModel(db, await createSubAssociation(db, union.longHung, { name: 'Ấp 1' }), { from: '2025-08-15' });
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  const official = await makeViewer('commune_official', union.longHung);
  await signReport(official, await readyToSign(official, union.longHung.id, last));
});
/** What stays on record is taken away between tests by the owner of the tables alone. */
afterEach(async () => {
  await owner.query('SET session_replication_role = replica; DELETE FROM coverage_ruling; DELETE FROM report');
  await owner.end();
});

const accept = async () => {
  const found = await findReport(province, union.longHung.id, last);
  return acceptReport(province, { unitId: union.longHung.id, periodId: last, version: found?.row.version ?? 0 });
};
/** From the first day of that month on a family is enough. Nothing of the kept coverage is written anew for that. */
const rule = () =>
  ruleCoverage(province, {
    reading: 'family',
    from: pastMonth().from,
    decision: 'Quyết định số 12/QĐ-BTV',
  });

/** Sub-associations that the accepted month froze as covered, and those that are on its last day as it is read now. */
async function covered(): Promise<{ state: string; frozen: number; now: number }> {
  const { rows } = await owner.query(
    `SELECT r.state::text, (x.figures #>> '{coverage_sub_association,done}')::int AS frozen,
       (SELECT f.done::int FROM app.indicator('coverage_sub_association', r.unit_id, $2::date) f WHERE f.unit_id = r.unit_id) AS now
     FROM report r JOIN snapshot_row x ON x.snapshot_id = r.snapshot_id AND x.unit_id = r.unit_id WHERE r.unit_id = $1`,
    [union.longHung.id, pastMonth().to],
  );
  return rows[0];
}

/** Whether somebody waits for a lock of whoever has it. */
const isWaiting = async () =>
  (await owner.query(`SELECT FROM pg_locks WHERE NOT granted AND locktype = 'advisory'`)).rowCount !== 0;

test('a month is closed after a ruling that is being signed, and not with figures of before it', async () => {
  await owner.query('BEGIN');
  await owner.query(
    `INSERT INTO coverage_ruling (id, reading, needs_households, valid_from, decision, decided_by_id)
     VALUES (app.uuid7(), 'family', false, $1, 'Quyết định', $2)`,
    [pastMonth().from, province.accountId],
  );
  let answer: Awaited<ReturnType<typeof accept>> | undefined;
  const accepting = accept().then((told) => {
    answer = told;
  });
  while (!answer && !(await isWaiting()));
  await owner.query('COMMIT');
  await accepting;
  expect(answer).toMatchObject({ ok: false, problem: 'moved-since-filed' });
  expect(await covered()).toEqual({ state: 'submitted', frozen: 1, now: 2 });
});

test('of closing a month and ruling over its days at the same moment one is refused', async () => {
  const [accepted, ruled] = await Promise.all([accept(), rule()]);
  expect([accepted.ok, ruled.ok].filter(Boolean)).toHaveLength(1);
  const { state, frozen, now } = await covered();
  expect(frozen).toBe(1);
  expect([state, now]).toEqual(accepted.ok ? ['locked', 1] : ['submitted', 2]);
});
