import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCourse, createSession } from '@/test/factories/trainings';
import { createAffiliated, createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { makeViewer } from '@/test/union';
import { indicatorCodes } from './indicator';
import { findIndicator, listIndicators } from './queries';

const days: Day[] = ['2025-12-31', '2026-01-10', '2026-03-31', '2026-04-15', '2026-06-30', '2026-07-01', '2026-09-30'];
const SEPTEMBER: Day = '2026-09-30';

let province: Viewer;
let closed: MadeUnit;
let affiliated: MadeUnit;
let places: string[];

beforeAll(async () => {
  const stage = await makeIndicatorStage();
  province = await makeViewer('province_official', stage.province);
  affiliated = await createAffiliated(db, stage.province);
  closed = await createSubAssociation(db, stage.an, { name: 'Chi hội giải thể', to: '2026-07-01' });
  const learner = await createMember(db, affiliated);
  await createPair(db, affiliated, await createMember(db, affiliated), learner, { from: '2026-01-10' });
  await createModel(db, affiliated, { from: '2026-01-10' });
  const course = await createCourse(db);
  await createSession(db, {
    unit: closed,
    course,
    startsAt: '2026-03-10T08:00:00+07:00',
    endsAt: '2026-03-10T10:00:00+07:00',
    state: 'held',
  });
  const rows = await db.unit.findMany({ where: { level: { not: 'province' } }, select: { id: true }, take: 100 });
  places = rows.map(({ id }) => id);
});

type Row = { place: string; code: string; day: string; done: number | null; whole: number | null; reported: boolean };

/** Every indicator of every place on every day on which it is there. */
const told = (read: Prisma.Sql) => db.$queryRaw<Row[]>`
  SELECT p.id AS place, f.code, f.day::text AS day, f.done::float8 AS done, f.whole::float8 AS whole, f.reported
  FROM unnest(${places}::uuid[]) p (id) CROSS JOIN LATERAL (${read}) f ORDER BY 1, 2, 3`;
const there = Prisma.sql`EXISTS (SELECT FROM unit_span s WHERE s.unit_id = p.id AND app.active_on(s.valid_from, s.valid_to, d.day))`;
const codes = Prisma.sql`${[...indicatorCodes]}::text[]`;
const asked = Prisma.sql`${[...days, SEPTEMBER]}::text[]::date[]`;

describe('every place below the city, read once for all days', () => {
  test('is what it is on each of them alone: communes, parts of one, groups, affiliated and closed units', async () => {
    const single =
      await told(Prisma.sql`SELECT f.code, d.day, f.done, f.whole, f.reported FROM unnest(${days}::text[]::date[]) d (day)
      CROSS JOIN LATERAL app.indicators(${codes}, p.id, d.day) f WHERE f.unit_id = p.id AND ${there}`);
    expect(await told(Prisma.sql`SELECT o.* FROM app.indicators_over(${codes}, p.id, ${asked}) o`)).toEqual(single);
    const levels = new Set(single.map(({ place }) => place));
    expect([closed.id, affiliated.id].every((id) => levels.has(id))).toBe(true);
    expect(levels.size).toBe(places.length);
  });

  test('one indicator alone is what it is among all, also where a day is named twice', async () => {
    const each = await told(Prisma.sql`SELECT c.code, o.day, o.done, o.whole, o.reported FROM unnest(${codes}) c (code)
      CROSS JOIN LATERAL app.indicator_over(c.code, p.id, ${asked}) o`);
    expect(each).toEqual(await told(Prisma.sql`SELECT o.* FROM app.indicators_over(${codes}, p.id, ${asked}) o`));
    expect(each.some(({ code, done }) => code === 'models_digital_family' && done)).toBe(true);
  });
});

test('a unit that was closed is told in the list what its own page tells: what was held in it that year', async () => {
  const listed = await listIndicators(province, { codes: ['sessions_held'], unitId: closed.id, day: SEPTEMBER });
  const own = await findIndicator(province, { code: 'sessions_held', unitId: closed.id, day: SEPTEMBER, trend: [] });
  expect(listed.get('sessions_held')?.done).toBe(1);
  expect(own?.figure.done).toBe(1);
});
