import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { endMembership } from '@/domain/people/memberships/membership-commands';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { endPair } from './change-commands';
import { pairUp } from './commands';
import { pairsWithin } from './pair';
import { findPair, listPairs, listPairsOfModel } from './queries';

const ELSEWHERE = 4_000;

/** As the owner, in a transaction that is taken back: whoever else tests here finds no thousands of pairs. */
let owner: pg.Client;
let union: TestUnion;

test('the list holds the pairs that lie within her reach one by one, also those that moved or count for no unit any more', async () => {
  union = await makeUnion();
  const pairs: string[] = [];
  for (const to of ['here', 'there', 'nowhere']) {
    const [instructor, learner] = await Promise.all([makeMember(union.khuPho5), makeMember(union.khuPho5)]);
    const { id: pairId } = await createPair(db, union.khuPho5, { id: instructor }, { id: learner });
    pairs.push(pairId);
    if (to === 'here') continue;
    const moved = new Date('2026-05-01');
    await db.pairHost.updateMany({ where: { pairId }, data: { validTo: moved } });
    const host = { pairId, unitId: union.ongHuong.id, validFrom: moved };
    if (to === 'there') await db.pairHost.create({ data: host, select: { id: true } });
  }
  const [here, there, nowhere] = pairs;
  const seen = async (role: 'commune_official' | 'sub_association_head', unit: { id: string; path: string }) => {
    const viewer = await makeViewer(role, unit);
    const listed = (await listPairs(viewer)).pairs.map(({ id }) => id).sort();
    const where = pairsWithin(viewer, 'pairs.see');
    const alone = await db.pair.findMany({ where, select: { id: true }, take: 100 });
    expect(listed).toEqual(alone.map(({ id }) => id).sort());
    return listed.filter((id) => pairs.includes(id));
  };
  expect(await seen('commune_official', union.longHung)).toEqual([here, nowhere].sort());
  expect(await seen('sub_association_head', union.khuPho5)).toEqual([here, nowhere].sort());
  expect(await seen('commune_official', union.trangDai)).toEqual([there]);
});

test('a pair taken back before it began has ended: in lists, for who leaves, and for whoever ends it again; one that is announced has not', async () => {
  union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const [guide, learner] = [await makeMember(union.to1), await makeMember(union.to1, 'Võ Thị Sáu')];
  const from = addDays(today(), 30);
  const { id: modelId } = await createModel(db, union.to1);
  const paired = await pairUp(official, {
    unitId: union.to1.id,
    instructorId: guide,
    learnerId: learner,
    from,
    modelId,
  });
  const pairId = paired.ok ? paired.value.id : '';
  const listed = async (state: 'live' | 'ended') =>
    (await listPairs(official, { unitId: union.to1.id, state })).pairs.map(({ id }) => id);
  const ofFamily = async () => (await listPairsOfModel(official, modelId)).map(({ id }) => id);
  const [row] = await db.membership.findMany({ where: { personId: guide }, select: { id: true, version: true } });
  const leaving = {
    personId: guide,
    membershipId: row?.id ?? '',
    version: row?.version ?? 0,
    reason: 'moved_away' as const,
  };
  const leave = () => endMembership(official, { ...leaving, lastDay: addDays(today(), -1) });
  expect([await listed('live'), await listed('ended'), await ofFamily()]).toEqual([[pairId], [], [pairId]]);
  expect(await leave()).toMatchObject({ problem: 'in-pair' });

  const never = { pairId, version: 1, never: 'on' as const, reason: 'mistake' as const };
  expect((await endPair(official, never)).ok).toBe(true);
  expect(await findPair(official, pairId)).toMatchObject({ state: 'ended', from, to: from });
  expect([await listed('live'), await listed('ended'), await ofFamily()]).toEqual([[], [pairId], []]);
  expect(await endPair(official, { ...never, version: 2 })).toMatchObject({ problem: 'already-ended' });
  expect((await leave()).ok).toBe(true);
});

describe('among thousands of pairs', () => {
  beforeAll(async () => {
    union = await makeUnion();
    const members = await Promise.all([1, 2, 3, 4].map((at) => makeMember(union.khuPho6, `Nguyễn Thị Số ${at}`)));
    const [instructor = '', ...learners] = members;
    for (const learner of learners) await createPair(db, union.khuPho6, { id: instructor }, { id: learner });
    owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query(
      `WITH p AS (INSERT INTO person (id, full_name, keeper_unit_id)
        SELECT gen_random_uuid(), 'Nguyễn Thị ' || n, $1 FROM generate_series(1, 2 * $2::int) n RETURNING id),
      couple AS (SELECT id, lead(id) OVER (ORDER BY id) AS other, row_number() OVER (ORDER BY id) AS at FROM p),
      pair AS (INSERT INTO pair (id, instructor_id, learner_id, valid_from)
        SELECT gen_random_uuid(), id, other, '2026-01-10' FROM couple WHERE at % 2 = 1 RETURNING id)
      INSERT INTO pair_host (id, pair_id, unit_id, valid_from) SELECT gen_random_uuid(), id, $1, '2026-01-10' FROM pair`,
      [union.ongHuong.id, ELSEWHERE],
    );
    await owner.query('ANALYZE person, pair, pair_host, unit_span');
  });
  afterAll(async () => {
    await owner.query('ROLLBACK');
    await owner.end();
  });

  /** Rows of pairs and of what they count for that this transaction has read by now, from the tables or an index. */
  async function rowsRead(): Promise<number> {
    const { rows } = await owner.query<{ read: string }>(
      `SELECT sum(pg_stat_get_xact_tuples_returned(c.oid)) AS read FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
     WHERE coalesce(i.indrelid, c.oid) IN ('pair'::regclass, 'pair_host'::regclass)`,
    );
    return Number(rows[0]?.read);
  }

  const OF_A_PLACE = {
    'the pairs of a place': 'SELECT FROM app.pairs_within(app.today(), ARRAY[$2]) WHERE $1::uuid IS NOT NULL',
    'the reach of a unit, seen from there': 'SELECT FROM app.reach_of_unit($1, app.today(), ARRAY[$2])',
    'the reach of a unit, seen from above': 'SELECT FROM app.reach_of_unit($1, app.today()) WHERE $2::text IS NOT NULL',
  };

  test.each(Object.entries(OF_A_PLACE))('%s are found without reading the pairs of other places', async (_, sql) => {
    const before = await rowsRead();
    const { rowCount } = await owner.query(sql, [union.longHung.id, union.longHung.path]);
    expect(rowCount).toBe(3);
    expect((await rowsRead()) - before).toBeLessThan(ELSEWHERE / 10);
  });
});
