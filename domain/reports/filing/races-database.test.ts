import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findReport } from '../queries';
import type { SignInput } from '../report';
import { acceptReport, returnReport } from './decide-commands';
import { signReport } from './sign-commands';

let union: TestUnion;
let official: Viewer;
let deputy: Viewer;
let province: Viewer;
let family: { id: string };
let last: string;
const clients: pg.Client[] = [];

beforeAll(async () => {
  last = await makePastMonth(1);
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  deputy = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  family = await makeCovered(union.khuPho5);
});
afterAll(async () => {
  for (const client of clients) await client.end().catch(() => {});
});

async function connect() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  clients.push(client);
  await client.connect();
  return client;
}
const answerOf = async (viewer: Viewer, input: SignInput) => {
  const result = await signReport(viewer, input);
  return result.ok ? 'done' : result.problem;
};
const read = async () => {
  const found = await findReport(province, union.longHung.id, last);
  if (!found) throw new Error('no report');
  return found;
};
const about = async () => ({ unitId: union.longHung.id, periodId: last, version: (await read()).row.version });
const pause = async () => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: family.id }, select: { version: true } });
  return changeStatus(official, { modelId: family.id, version, status: 'paused', from: pastMonth().from });
};
/** What the report says, what its snapshot froze, and what the records come to now: covered sub-associations. */
const covered = async () => {
  const [row] = await db.$queryRaw<{ frozen: number; now: number }[]>`
    SELECT (x.figures #>> '{coverage_sub_association,done}')::int AS frozen, (SELECT f.done::int FROM app.indicator('coverage_sub_association', r.unit_id, ${pastMonth().to}::date) f WHERE f.unit_id = r.unit_id) AS now
    FROM report r JOIN snapshot_row x ON x.snapshot_id = r.snapshot_id AND x.unit_id = r.unit_id WHERE r.unit_id = ${union.longHung.id}::uuid AND r.period_id = ${last}::uuid`;
  return { said: (await read()).content.coverage.sub_association.covered, ...row };
};

test('sixteen officials sign sixteen reports at once: each is signed, with a snapshot of its own', async () => {
  const signers = [];
  for (let no = 1; no <= 16; no++) {
    const commune = await makeCommune(union.province, `Xã ${no}`);
    await createSubAssociation(db, commune, { name: 'Ấp 1' });
    const viewer = await makeViewer('commune_official', commune);
    signers.push({ viewer, input: await readyToSign(viewer, commune.id, last) });
  }
  expect(await Promise.all(signers.map(({ viewer, input }) => answerOf(viewer, input)))).toEqual(
    Array(16).fill('done'),
  );
  const ids = signers.map(({ input }) => input.unitId);
  expect(await db.snapshot.groupBy({ by: ['unitId'], where: { unitId: { in: ids } }, _count: true })).toHaveLength(16);
  expect(await db.snapshot.count({ where: { unitId: { in: ids } } })).toBe(16);
});

describe('of signing and something else at the same moment', () => {
  test('where a figure is changed, what was signed is what its snapshot froze, and nothing is accepted that the records no longer say', async () => {
    const input = await readyToSign(official, union.longHung.id, last);
    const [signed, paused] = await Promise.all([answerOf(official, input), pause()]);
    expect(paused.ok).toBe(true);
    expect(['done', 'figures-moved']).toContain(signed);
    if (signed !== 'done') return expect(await db.snapshot.count({ where: { unitId: union.longHung.id } })).toBe(0);
    const { said, frozen, now } = await covered();
    expect([said, frozen, now]).toEqual([1, 1, 0]);
    expect(await acceptReport(province, await about())).toMatchObject({ problem: 'moved-since-filed' });
  });

  test('where the city accepts, it is what was signed last that is accepted, or nothing yet', async () => {
    await answerOf(official, await readyToSign(official, union.longHung.id, last));
    await returnReport(province, { ...(await about()), remark: 'Xem lại' });
    const seen = await about();
    const input = await readyToSign(deputy, union.longHung.id, last);
    const [signed, accepted] = await Promise.all([answerOf(deputy, input), acceptReport(province, seen)]);
    expect(signed).toBe('done');
    expect(accepted).toMatchObject({ ok: false });
    expect((await read()).row).toMatchObject({ state: 'submitted', filings: 2 });
    expect(await acceptReport(province, await about())).toMatchObject({ ok: true });
  });

  test('where the signing is killed half way, nothing of it is left, and it is signed again', async () => {
    await answerOf(official, await readyToSign(official, union.longHung.id, last));
    await returnReport(province, { ...(await about()), remark: 'Xem lại' });
    const before = { snapshots: await db.snapshot.count(), actions: await db.reportAction.count() };
    const [holder, killer] = [await connect(), await connect()];
    await holder.query('BEGIN');
    await holder.query('SELECT FROM report WHERE unit_id = $1 FOR UPDATE', [union.longHung.id]);
    const input = await readyToSign(official, union.longHung.id, last);
    const signing = signReport(official, input).then(
      () => 'done',
      () => 'broken',
    );
    for (let killed = 0; killed === 0; ) {
      const { rowCount } = await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM report WHERE unit_id%'`,
      );
      killed = rowCount ?? 0;
    }
    expect(await signing).toBe('broken');
    await holder.query('ROLLBACK');
    expect({ snapshots: await db.snapshot.count(), actions: await db.reportAction.count() }).toEqual(before);
    expect((await read()).row.state).toBe('returned');
    expect(await answerOf(official, await readyToSign(official, union.longHung.id, last))).toBe('done');
  });
});
