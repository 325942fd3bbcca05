import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import type { MadeUnit } from '@/test/factories/units';
import { newId, write } from '@/test/factories/write';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { makeViewer } from '@/test/union';
import { type Figure, indicatorCodes, toldOf } from './indicator';
import { findIndicator, listIndicators } from './queries';
import { findTopic, listTopicLines, listTopics } from './topic-queries';

const MARCH: Day = '2026-03-31';
const SEPTEMBER: Day = '2026-09-30';
/** Edges of years, of places that move, of members who leave and of sessions that end a month. */
const days: Day[] = [
  '2025-07-01',
  '2025-12-30',
  '2025-12-31',
  '2026-01-09',
  '2026-01-10',
  '2026-02-10',
  '2026-03-30',
  MARCH,
  '2026-04-30',
  '2026-05-01',
  '2026-06-30',
  '2026-07-01',
  SEPTEMBER,
  today(),
  addDays(today(), 40),
];

let stage: Awaited<ReturnType<typeof makeIndicatorStage>>;
let province: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  stage = await makeIndicatorStage();
  province = await makeViewer('province_official', stage.province);
  neighbour = await makeViewer('commune_official', stage.binh);
});

describe('the trend of the whole city', () => {
  const heavy = indicatorCodes.filter((code) => toldOf(code).heavy);
  test.each(heavy)('of %s, read in one go, is that of the single days', async (code) => {
    const unitId = stage.province.id;
    const found = await findIndicator(province, { code, unitId, day: MARCH, trend: days });
    const single = await db.$queryRaw<{ day: string; done: number | null; whole: number | null }[]>`
      SELECT d::text AS day, f.done::float8 AS done, f.whole::float8 AS whole FROM unnest(${days}::text[]::date[]) d
        LEFT JOIN LATERAL app.indicator(${code}, ${unitId}::uuid, d) f ON f.unit_id = ${unitId}::uuid ORDER BY d`;
    expect(found?.trend.map(({ day, done, whole }) => ({ day, done, whole }))).toEqual(single);
    expect(new Set(single.map(({ done }) => done)).size).toBeGreaterThan(1);
  });

  test('knows nothing of days before the union kept anything', async () => {
    const found = await findIndicator(province, {
      code: 'members',
      unitId: stage.province.id,
      day: MARCH,
      trend: ['2020-01-01'],
    });
    expect(found?.trend).toEqual([{ day: '2020-01-01', done: null, whole: null, percent: null, state: 'nothing' }]);
  });
});

test('indicators that are read together are what each of them is alone, in a place and in each of its parts', async () => {
  for (const { id } of [stage.province, stage.an, stage.binh, stage.cam, stage.tied]) {
    const rows = (read: Prisma.Sql) => db.$queryRaw<{ code: string; unit_id: string | null }[]>`
      SELECT d.day::text AS on_day, x.* FROM unnest(${days}::text[]::date[]) d (day) CROSS JOIN LATERAL ${read} x ORDER BY d.day, x.code, x.unit_id`;
    const together = await rows(Prisma.sql`app.indicators(${[...indicatorCodes]}::text[], ${id}::uuid, d.day)`);
    const alone = await rows(Prisma.sql`(SELECT c.code, f.* FROM unnest(${[...indicatorCodes]}::text[]) c (code)
      CROSS JOIN LATERAL app.indicator(c.code, ${id}::uuid, d.day) f)`);
    expect(together).toEqual(alone);
    expect(new Set(alone.map(({ code }) => code)).size).toBeGreaterThan(20);
  }
});

test('what a draft compares, read for its place alone in one go, is what a signing freezes of each stretch', async () => {
  const since = days.map((day) => `${day.slice(0, 8)}01`);
  for (const { id } of [stage.province, stage.an, stage.binh, stage.cam, stage.tied]) {
    const told = (read: Prisma.Sql) => db.$queryRaw<{ day: string; figures: object }[]>`
      SELECT x.day::text AS day, x.figures FROM ${read} x ORDER BY x.since, x.day`;
    const together = await told(
      Prisma.sql`app.place_told(${id}::uuid, ${since}::text[]::date[], ${days}::text[]::date[])`,
    );
    const single =
      await told(Prisma.sql`(SELECT s.since, s.day, f.figures FROM unnest(${since}::text[]::date[], ${days}::text[]::date[]) s (since, day)
      CROSS JOIN LATERAL app.figures_told(${id}::uuid, s.since, s.day) f WHERE f.unit_id = ${id}::uuid)`);
    expect(together).toEqual(single);
    expect(single.some(({ figures }) => Object.keys(figures).length > 20)).toBe(true);
  }
  const [early] = await db.$queryRaw<{ told: string }[]>`
    SELECT t.figures::text AS told FROM unit_name n CROSS JOIN LATERAL app.place_told(n.unit_id, ARRAY['2026-03-01'::date], ARRAY['2026-03-31'::date]) t
    WHERE n.name = 'Chi hội mở ngày 15'`;
  expect(early?.told, 'a month in which the place was not there yet').toContain('nothing');
  expect(early?.told).not.toContain('known');
});

describe('people trained by what they learned', () => {
  let courseId: string;
  let skillId: string;

  beforeAll(async () => {
    // the session of 20 May is the one of another course; both courses teach one skill
    const [other] = await db.$queryRaw<
      { id: string }[]
    >`SELECT c.id FROM course c WHERE NOT EXISTS (SELECT FROM session s WHERE s.course_id = c.id) LIMIT 1`;
    const [may] = await db.$queryRaw<
      { id: string; course_id: string }[]
    >`SELECT id, course_id FROM session WHERE starts_at = '2026-05-20T08:00:00+07:00'`;
    courseId = may?.course_id ?? '';
    await db.session.update({
      where: { id: may?.id ?? '' },
      data: { courseId: other?.id ?? '' },
      select: { id: true },
    });
    const skill = await db.skill.create({
      data: { code: 'vneid', domain: 'services', nameVi: 'Dùng VNeID', nameEn: 'Using VNeID', position: 1 },
      select: { id: true },
    });
    skillId = skill.id;
    await db.courseSkill.createMany({ data: [courseId, other?.id ?? ''].map((id) => ({ courseId: id, skillId })) });
  });

  const topics = async (unit: MadeUnit, day: Day) =>
    (
      await listTopics(province, { unit: { ...unit, level: unit === stage.province ? 'province' : 'commune' }, day })
    )?.map(({ kind, people }) => `${kind} ${people}`);

  test('each counts once in a course and once in a skill, however many courses teach it', async () => {
    expect(await topics(stage.province, MARCH)).toEqual(['course 2', 'skill 2']);
    expect(await topics(stage.province, SEPTEMBER)).toEqual(['course 2', 'course 1', 'skill 2']);
    expect(await topics(stage.binh, SEPTEMBER)).toEqual(['course 1', 'skill 1']);
    expect(await topics(stage.cam, SEPTEMBER)).toEqual([]);
  });

  test('what is listed of a topic is what is counted of it alone, in a place on edges of years and moves', async () => {
    for (const { id } of [stage.province, stage.an, stage.binh, stage.cam, stage.tied]) {
      const rows = (read: Prisma.Sql) => db.$queryRaw<{ people: number }[]>`
        SELECT d.day::text AS on_day, x.topic, x.people::int AS people FROM unnest(${days}::text[]::date[]) d (day) CROSS JOIN LATERAL ${read} x ORDER BY d.day, x.topic`;
      const listed = await rows(
        Prisma.sql`(SELECT coalesce(t.course_id, t.skill_id) AS topic, t.people FROM app.people_trained_by(${id}::uuid, d.day) t)`,
      );
      const alone =
        await rows(Prisma.sql`(SELECT t.id AS topic, f.done AS people FROM (SELECT c.id FROM course c UNION ALL SELECT k.id FROM skill k) t
        CROSS JOIN LATERAL app.people_trained_in(t.id, ${id}::uuid, d.day) f WHERE f.unit_id = ${id}::uuid AND f.done > 0)`);
      expect(listed).toEqual(alone);
      expect(listed.length > 0).toBe(id !== stage.cam.id);
    }
  });

  test('one topic has the page of an indicator: places of the day, and a trend that is that of single days', async () => {
    const ask = (topicId: string, unitId: string, day: Day) =>
      findIndicator(province, { code: 'people_trained', unitId, day, trend: days, topicId });
    for (const topicId of [courseId, skillId])
      for (const unitId of [stage.province.id, stage.an.id]) {
        const found = await ask(topicId, unitId, SEPTEMBER);
        const single: (number | null)[] = [];
        for (const day of days) single.push((await ask(topicId, unitId, day))?.figure.done ?? null);
        expect(found?.trend.map(({ done }) => done)).toEqual(single);
        expect(found?.figure.done).toBe(found?.trend.find(({ day }) => day === SEPTEMBER)?.done);
      }
    const ofSkill = await ask(skillId, stage.province.id, SEPTEMBER);
    const of = (id: string) => ofSkill?.parts.find((part) => part.id === id)?.done;
    expect([ofSkill?.figure.done, of(stage.an.id), of(stage.binh.id), of(stage.cam.id)]).toEqual([2, 2, 1, 0]);
    expect((await ask(courseId, stage.province.id, MARCH))?.figure.done).toBe(2);
  });

  test('a sheet holds place and parts of each, in the language of who reads it', async () => {
    const lines = await listTopicLines({ ...province, locale: 'en' }, { unitId: stage.province.id, day: SEPTEMBER });
    const ofSkill = lines?.filter(({ kind }) => kind === 'skill').map(({ name, people }) => `${name} ${people}`);
    expect(ofSkill).toEqual(['Using VNeID 2', 'Using VNeID 2', 'Using VNeID 1']);
    expect((await findTopic(province, skillId))?.name).toBe('Dùng VNeID');
    expect(await findTopic(province, stage.an.id)).toBeNull();
  });

  test('nobody reads it beyond her reach, and no other indicator has topics', async () => {
    const asked = { unitId: stage.an.id, day: SEPTEMBER };
    expect(await listTopics(neighbour, { ...asked, unit: { ...stage.an, level: 'commune' } })).toBeNull();
    expect(await listTopicLines(neighbour, asked)).toBeNull();
    const head = await makeViewer('sub_association_head', stage.tied);
    expect(await listTopics(head, { ...asked, unit: { ...stage.tied, level: 'sub_association' } })).toBeNull();
    const other = { code: 'members', ...asked, trend: [], topicId: skillId } as const;
    await expect(findIndicator(province, other)).rejects.toThrow('no topics');
  });
});

describe('the list of the whole city', () => {
  const told = (figure?: Figure) => ({ done: figure?.done, whole: figure?.whole, state: figure?.state });

  test('tells every number as its own page does, the counts of women too, and to a role those alone that it may see', async () => {
    const asked = { codes: indicatorCodes, unitId: stage.province.id, day: MARCH };
    const listed = await listIndicators(province, asked);
    const counted = indicatorCodes.filter((code) => !toldOf(code).asked);
    expect([...listed.keys()].sort()).toEqual([...counted].sort());
    for (const code of counted) {
      const own = await findIndicator(province, { code, unitId: stage.province.id, day: MARCH, trend: [] });
      expect(listed.get(code), code).toMatchObject(told(own?.figure));
    }
    expect(listed.get('members')?.done).toBeGreaterThan(0);
    const editor = await makeViewer('editor', stage.province);
    expect((await listIndicators(editor, asked)).has('members')).toBe(false);
    const official = await makeViewer('commune_official', stage.an);
    expect(await listIndicators(official, asked)).toEqual(new Map());
  });
});

test('a pair whose instructor belongs to two units, or left and came back, is one pair on each of her days', async () => {
  const over = () => db.$queryRaw<{ pairs: number }[]>`
    SELECT o.done::int AS pairs FROM app.indicator_over('pairs_active', ${stage.province.id}::uuid, ${days}::text[]::date[]) o ORDER BY o.day`;
  const single = () => db.$queryRaw<{ pairs: number }[]>`
    SELECT f.done::int AS pairs FROM unnest(${days}::text[]::date[]) d CROSS JOIN LATERAL app.indicator('pairs_active', ${stage.province.id}::uuid, d) f
    WHERE f.unit_id = ${stage.province.id}::uuid ORDER BY d`;
  const before = await over();
  const instructor = await createMember(db, stage.tied, { from: '2025-07-01', to: '2026-02-01' });
  for (const valid_from of ['2025-12-31', '2026-05-01'])
    await write(db, [
      [
        'membership',
        {
          id: newId(),
          person_id: instructor.id,
          unit_id: stage.moved.id,
          kind: 'member',
          valid_from,
          valid_to: valid_from === '2026-05-01' ? null : '2026-02-11',
          version: 1,
        },
      ],
    ]);
  await createPair(db, stage.tied, instructor, await createMember(db, stage.tied), { from: '2025-12-31' });
  const more = (await over()).map(({ pairs }, at) => pairs - (before[at]?.pairs ?? 0));
  const hers = days.map((day) => (day >= '2025-12-31' && day < '2026-02-11') || day >= '2026-05-01');
  expect(more).toEqual(hers.map(Number));
  expect(await over()).toEqual(await single());
});
