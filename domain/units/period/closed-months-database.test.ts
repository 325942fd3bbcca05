import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { type Day, toDate } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { tiePair } from '@/domain/pairs/change-commands';
import { endMembership } from '@/domain/people/memberships/membership-commands';
import { db, firstOpenDay } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createSubAssociation } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { carriedOut } from '@/test/stages/units';
import { LOCK_PERIOD, lockPeriod, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';

/** A month that is closed for Long Hưng, a day in it, and its first open day. */
const [FIRST, IN_IT, OPEN] = ['2026-09-01', '2026-09-10', '2026-10-01'] as const satisfies Day[];
const SINCE: Day = '2026-03-01';
const LOCKED = { ok: false, problem: 'period-locked', detail: { until: OPEN } };

let union: TestUnion;
let official: Viewer;
let unit: TestUnit;
let covered: Awaited<ReturnType<typeof cover>>;
const clients: pg.Client[] = [];
afterAll(async () => {
  for (const client of clients) await client.end();
});

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 40' });
  covered = await cover(unit);
});

/** A family and a pair, tied unless told otherwise. */
async function cover(at: TestUnit, { tied = true } = {}) {
  const [instructor, learner] = [await createMember(db, at), await createMember(db, at)];
  const family = await createModel(db, at, { from: SINCE });
  const pair = await createPair(db, at, instructor, learner, { from: SINCE, ...(tied && { tiedTo: family }) });
  return { instructor, family, pair };
}
const close = (commune: TestUnit = union.longHung) => lockPeriod(commune, FIRST, OPEN);
const inSeptember = async (commune: TestUnit = union.longHung) =>
  (await findPublishedCoverage(commune.id, '2026-09-30')).map(({ units, covered }) => [units, covered]);
const pause = async ({ id }: Made, from: Day, viewer = official) => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return changeStatus(viewer, { modelId: id, version, status: 'paused', from });
};

describe('a closed month stays as it was filed', () => {
  test('at the unit that a split made: a family is not paused from a day before it, and from the first open day on it is', async () => {
    await carriedOut(official, {
      kind: 'split',
      unitId: unit.id,
      parts: ['Khu phố 40A', 'Khu phố 40B'],
      from: '2026-10-20',
    });
    await close();
    const filed = await inSeptember();
    expect(filed).toEqual([
      [3, 1],
      [1, 0],
    ]);
    expect(await pause(covered.family, IN_IT)).toEqual(LOCKED);
    expect(await inSeptember()).toEqual(filed);
    expect(await pause(covered.family, OPEN)).toMatchObject({ ok: true });
    expect(await inSeptember()).toEqual(filed);
  });

  test('after a merger across communes: the commune of those days has closed it, not the one of today', async () => {
    const province = await makeViewer('province_official', union.province);
    await carriedOut(province, { kind: 'merge', unitId: unit.id, targetId: union.ongHuong.id, from: '2026-10-20' });
    await close();
    const neighbour = await makeViewer('commune_official', union.trangDai);
    expect(await pause(covered.family, IN_IT, neighbour)).toEqual(LOCKED);
    expect(await inSeptember()).toEqual([
      [3, 1],
      [1, 0],
    ]);
    expect(await pause(covered.family, '2026-10-10', neighbour)).toMatchObject({ ok: true });
  });

  test('a tie is not dated back into it, and a guide does not leave the union from a day in it', async () => {
    const { family, pair } = await cover(union.khuPho6, { tied: false });
    await close();
    const tie = (from: Day) => tiePair(official, { pairId: pair.id, version: 1, modelId: family.id, from });
    expect(await tie(IN_IT)).toEqual(LOCKED);
    expect(await tie(OPEN)).toMatchObject({ ok: true });

    const membership = await db.membership.findFirstOrThrow({
      where: { personId: covered.instructor.id },
      select: { id: true, version: true },
    });
    const leaving = { personId: covered.instructor.id, membershipId: membership.id, version: membership.version };
    expect(await endMembership(official, { ...leaving, lastDay: IN_IT, reason: 'moved_away' })).toEqual(LOCKED);
    expect(await inSeptember()).toEqual([
      [3, 1],
      [1, 0],
    ]);
  });
});

describe('the database holds it, whatever writes there', () => {
  const refused = async (change: () => Promise<unknown>) =>
    firstOpenDay(await change().catch((error: unknown) => error));

  test.each<[string, () => Promise<unknown>]>([
    [
      'a status',
      () => db.modelStatus.updateMany({ where: { modelId: covered.family.id }, data: { validTo: toDate(IN_IT) } }),
    ],
    [
      'a host',
      () => db.modelHost.updateMany({ where: { modelId: covered.family.id }, data: { validFrom: toDate(IN_IT) } }),
    ],
    ['a pair', () => db.pair.updateMany({ where: { id: covered.pair.id }, data: { validTo: toDate(IN_IT) } })],
    ['a tie', () => db.pairTie.updateMany({ where: { pairId: covered.pair.id }, data: { validTo: toDate(IN_IT) } })],
    [
      'the place of a pair',
      () => db.pairHost.updateMany({ where: { pairId: covered.pair.id }, data: { validTo: toDate(IN_IT) } }),
    ],
    [
      'a membership',
      () => db.membership.updateMany({ where: { personId: covered.instructor.id }, data: { validTo: toDate(IN_IT) } }),
    ],
    [
      'where records are kept',
      () => db.recordKeeping.updateMany({ where: { unitId: union.longHung.id }, data: { validTo: toDate(IN_IT) } }),
    ],
    ['a unit that opens', () => createSubAssociation(db, union.longHung, { from: IN_IT })],
    [
      'a unit that closes',
      () => db.unit.update({ where: { id: unit.id }, data: { closedOn: toDate(IN_IT) }, select: { id: true } }),
    ],
    [
      'its place',
      () => db.unitParent.updateMany({ where: { unitId: unit.id }, data: { parentId: union.trangDai.id } }),
    ],
  ])('%s', async (_what, change) => {
    await close();
    const filed = await inSeptember();
    expect(await refused(change)).toBe(OPEN);
    expect(await inSeptember()).toEqual(filed);
  });

  test('what comes and goes within one change is no change, and days beside it are free', async () => {
    await close();
    const where = { modelId: covered.family.id };
    await db.$transaction(async (tx) => {
      await tx.modelStatus.updateMany({ where, data: { validTo: toDate(IN_IT) } });
      await tx.modelStatus.updateMany({ where, data: { validTo: null } });
    });
    await db.modelStatus.updateMany({ where, data: { validFrom: toDate('2026-05-01') } });
    expect(await inSeptember()).toEqual([
      [3, 1],
      [1, 0],
    ]);
  });

  test('a month that was reopened is open', async () => {
    await close();
    const owner = await connect();
    await owner.query(`UPDATE report SET state = 'returned' WHERE unit_id = $1`, [union.longHung.id]);
    expect(await pause(covered.family, IN_IT)).toMatchObject({ ok: true });
  });
});

async function connect() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  clients.push(client);
  await client.connect();
  return client;
}

describe('of closing a month and changing it at the same time', () => {
  const END = `UPDATE model_status SET valid_to = '${IN_IT}' WHERE model_id = $1`;

  test('who changes first is waited for; who comes later is refused', async () => {
    const [writer, closer, late] = [await connect(), await connect(), await connect()];
    await writer.query('BEGIN');
    await writer.query(END, [covered.family.id]);
    let closed = false;
    const closing = closer.query(LOCK_PERIOD, [union.longHung.id, FIRST, OPEN]).then(() => {
      closed = true;
    });
    await waitsFor(late, 'advisory');
    expect(closed).toBe(false);
    await writer.query('COMMIT');
    await closing;
    expect(await inSeptember()).toEqual([
      [3, 0],
      [1, 0],
    ]);
    await expect(
      late.query(`UPDATE model_status SET valid_to = NULL WHERE model_id = $1`, [covered.family.id]),
    ).rejects.toMatchObject({ code: '23514', constraint: 'period_locked' });
  });

  test('a change that comes while a month is being closed waits, and is refused when it is closed', async () => {
    const [closer, writer, looker] = [await connect(), await connect(), await connect()];
    await closer.query('BEGIN');
    await closer.query(LOCK_PERIOD, [union.longHung.id, FIRST, OPEN]);
    const writing = writer.query(END, [covered.family.id]).then(
      () => 'done',
      (error: { constraint?: string }) => error.constraint,
    );
    await waitsFor(looker, 'advisory');
    await closer.query('COMMIT');
    expect(await writing).toBe('period_locked');
    expect(await inSeptember()).toEqual([
      [3, 1],
      [1, 0],
    ]);
  });
});

/** Until somebody waits for a lock of this kind. */
async function waitsFor(client: pg.Client, event: string) {
  for (;;) {
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = $1`,
      [event],
    );
    if (rows.length > 0) return;
  }
}

test('a repair of what is kept may touch a closed month, since its sources were not changed', async () => {
  await close();
  const owner = await connect();
  const damaged = `UPDATE derived.coverage_span SET tied = '{}' WHERE unit_id = $1`;
  await expect(owner.query(damaged, [unit.id])).rejects.toMatchObject({ constraint: 'period_locked' });
  await owner.query('BEGIN');
  await owner.query(damaged, [unit.id]);
  await owner.query('DELETE FROM derived.closed_step');
  await owner.query('COMMIT');
  expect(await inSeptember()).toEqual([
    [3, 0],
    [1, 0],
  ]);
  await owner.query('SELECT derived.repair_coverage(ARRAY[$1::uuid])', [unit.id]);
  expect(await inSeptember()).toEqual([
    [3, 1],
    [1, 0],
  ]);
});
