import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { recordContact } from '@/domain/pairs/contacts/contact-commands';
import { db, firstOpenDay } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createContact, createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createSubAssociation } from '@/test/factories/units';
import { type Made, newId, write } from '@/test/factories/write';
import { carriedOut } from '@/test/stages/units';
import { LOCK_PERIOD, lockPeriod, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';

/** A month that is closed for Long Hưng, a day in it, and its first open day. */
const [FIRST, IN_IT, OPEN] = ['2026-09-01', '2026-09-10', '2026-10-01'] as const satisfies Day[];
const SINCE: Day = '2026-03-01';

let union: TestUnion;
let official: Viewer;
let unit: TestUnit;
let club: Made;
let pair: Made;
let activity: Made;
const clients: pg.Client[] = [];
afterAll(async () => {
  for (const client of clients) await client.end();
});

const activityAt = async (model: Made, day: Day) => {
  const id = newId();
  await write(db, [
    ['model_activity', { id, model_id: model.id, on_day: day, topic: 'Họp', people_reached: 9, version: 1 }],
  ]);
  return { id };
};

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 40' });
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  club = await createModel(db, unit, { kind: 'digital_womens_club', from: SINCE });
  pair = await createPair(db, unit, instructor, learner, { from: SINCE });
  activity = await activityAt(club, IN_IT);
});

const close = (commune: TestUnit = union.longHung) => lockPeriod(commune, FIRST, OPEN);
const refused = async (change: () => Promise<unknown>) => firstOpenDay(await change().catch((error: unknown) => error));
const where = () => ({ id: activity.id });

describe('on days of a closed month nothing that figures tell is changed, whatever writes there', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a name', () => db.unitName.updateMany({ where: { unitId: unit.id }, data: { name: 'Khu phố khác' } })],
    [
      'the end of a name',
      () => db.unitName.updateMany({ where: { unitId: unit.id }, data: { validTo: toDate(IN_IT) } }),
    ],
    [
      'the kind of a commune',
      () => db.unitKind.updateMany({ where: { unitId: union.longHung.id }, data: { validTo: toDate(IN_IT) } }),
    ],
    ['a new activity', () => activityAt(club, IN_IT)],
    [
      'how many an activity reached',
      () => db.modelActivity.updateMany({ where: where(), data: { peopleReached: 10 } }),
    ],
    ['the day of an activity', () => db.modelActivity.updateMany({ where: where(), data: { onDay: toDate(OPEN) } })],
    ['an activity that is taken back', () => takeBack()],
    ['a contact', () => createContact(db, pair, IN_IT)],
  ])('%s', async (_what, change) => {
    await close();
    expect(await refused(change)).toBe(OPEN);
    expect(await db.unitName.count({ where: { unitId: unit.id, name: 'Khu phố 40', validTo: null } })).toBe(1);
    expect(await db.modelActivity.findMany({ where: { modelId: club.id }, select: { peopleReached: true } })).toEqual([
      { peopleReached: 9 },
    ]);
  });

  const takeBack = () =>
    db.modelActivity.updateMany({
      where: where(),
      data: { takenBackAt: new Date(), takenBackById: official.accountId, takenBackReason: 'Ghi nhầm' },
    });

  test('words are no figure, the first open day is free, and so is a month that nobody closed', async () => {
    await takeBack();
    const words = { topic: 'Họp chi hội', note: null };
    activity = await activityAt(club, '2026-09-11');
    await close();
    await db.modelActivity.updateMany({ where: where(), data: words });
    await activityAt(club, OPEN);
    await createContact(db, pair, OPEN);
    await db.unitName.updateMany({ where: { unitId: unit.id }, data: { validTo: toDate(OPEN) } });
    expect(await db.pairContact.count({ where: { pairId: pair.id } })).toBe(1);
  });

  test('what comes and goes within one change is none', async () => {
    await close();
    await db.$transaction(async (tx) => {
      await tx.modelActivity.updateMany({ where: where(), data: { onDay: toDate(OPEN) } });
      await tx.modelActivity.updateMany({ where: where(), data: { onDay: toDate(IN_IT) } });
    });
    expect(await db.modelActivity.count({ where: { ...where(), onDay: toDate(IN_IT) } })).toBe(1);
  });

  test('the commune of those days has closed it, not the one of today', async () => {
    const province = await makeViewer('province_official', union.province);
    await carriedOut(province, { kind: 'merge', unitId: unit.id, targetId: union.ongHuong.id, from: '2026-10-20' });
    await close();
    expect(await refused(() => createContact(db, pair, IN_IT))).toBe(OPEN);
    await createContact(db, pair, '2026-10-25');
    await lockPeriod(union.trangDai, '2026-11-01', '2026-12-01');
    expect(await refused(() => activityAt(club, '2026-11-05'))).toBe('2026-12-01');
  });
});

async function connect() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  clients.push(client);
  await client.connect();
  return client;
}

test('who records a contact while a month is being closed is told so in words', async () => {
  const [closer, looker] = [await connect(), await connect()];
  await closer.query('BEGIN');
  await closer.query(LOCK_PERIOD, [union.longHung.id, FIRST, OPEN]);
  const skillId = undefined;
  const saying = recordContact(official, { id: newId(), pairId: pair.id, day: IN_IT, minutes: 30, skillId });
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await looker.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
    );
    waiting = rows[0]?.count ?? 0;
  }
  await closer.query('COMMIT');
  expect(await saying).toMatchObject({ ok: false, problem: 'period-locked', detail: { until: OPEN } });
  expect(await db.pairContact.count({ where: { pairId: pair.id } })).toBe(0);
});
