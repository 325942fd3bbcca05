import { beforeAll, describe, expect, test } from 'vitest';
import { type Day, today } from '@/domain/days/day';
import { countPublishedModels } from '@/domain/digital-models/published-queries';
import { db } from '@/prisma/client';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { makeViewer } from '@/test/union';
import { listPublishedDefinitions } from './definition-queries';
import { type IndicatorCode, indicatorCodes, numberOf, publicCodes, toldOf } from './indicator';
import { findIndicator, findPublishedIndicator, listIndicators, listPublishedIndicators } from './queries';

type Stage = Awaited<ReturnType<typeof makeIndicatorStage>>;
let stage: Stage;
const MARCH: Day = '2026-03-31';
const SEPTEMBER: Day = '2026-09-30';

beforeAll(async () => {
  stage = await makeIndicatorStage();
});

/** By hand, from what stands in the twelve units: of the city, and of each commune on the two days. */
const expected: Partial<Record<IndicatorCode, [Numbers, Numbers]>> = {
  coverage_sub_association: [
    { city: '3/7', an: '2/6', binh: '1/1', cam: 'not_reported', empty: 'nothing' },
    { city: '3/9', an: '2/6', binh: '0/2', cam: '1/1', empty: 'nothing' },
  ],
  coverage_group: [
    { city: '0/2', an: '0/2', binh: 'nothing', cam: 'nothing', empty: 'nothing' },
    { city: '1/2', an: '1/2', binh: 'nothing', cam: 'nothing', empty: 'nothing' },
  ],
  both_untied_sub_association: [
    { city: '1/7', an: '1/6', binh: '0/1', cam: 'not_reported', empty: 'nothing' },
    { city: '1/9', an: '1/6', binh: '0/2', cam: '0/1', empty: 'nothing' },
  ],
  family_only_sub_association: [
    { city: '1/7', an: '1/6', binh: '0/1', cam: 'not_reported', empty: 'nothing' },
    { city: '2/9', an: '1/6', binh: '1/2', cam: '0/1', empty: 'nothing' },
  ],
  pair_only_sub_association: [
    { city: '1/7', an: '1/6', binh: '0/1', cam: 'not_reported', empty: 'nothing' },
    { city: '2/9', an: '2/6', binh: '0/2', cam: '0/1', empty: 'nothing' },
  ],
  models_digital_family: [
    { city: '5', an: '4', binh: '1', cam: 'not_reported', empty: '0' },
    { city: '7', an: '5', binh: '1', cam: '1', empty: '0' },
  ],
  models_digital_womens_club: [
    { city: '1', an: '1', binh: '0', cam: 'not_reported', empty: '0' },
    { city: '1', an: '0', binh: '1', cam: '0', empty: '0' },
  ],
  models_planned: [
    { city: '1', an: '1', binh: '0', cam: 'not_reported', empty: '0' },
    { city: '0', an: '0', binh: '0', cam: '0', empty: '0' },
  ],
  models_paused: [
    { city: '0', an: '0', binh: '0', cam: 'not_reported', empty: '0' },
    { city: '1', an: '1', binh: '0', cam: '0', empty: '0' },
  ],
  models_digital_family_planned: [
    { city: '1', an: '1', binh: '0', cam: 'not_reported', empty: '0' },
    { city: '0', an: '0', binh: '0', cam: '0', empty: '0' },
  ],
  models_digital_family_paused: [
    { city: '0', an: '0', binh: '0', cam: 'not_reported', empty: '0' },
    { city: '1', an: '1', binh: '0', cam: '0', empty: '0' },
  ],
  sessions_held: [
    { city: '2', an: '2', binh: '0', cam: '0', empty: '0' },
    { city: '4', an: '3', binh: '1', cam: '0', empty: '0' },
  ],
  hours_taught: [
    { city: '3.5', an: '3.5', binh: '0', cam: '0', empty: '0' },
    { city: '5.5', an: '4.5', binh: '1', cam: '0', empty: '0' },
  ],
  attendances: [
    { city: '3', an: '3', binh: '0', cam: '0', empty: '0' },
    { city: '4', an: '3', binh: '1', cam: '0', empty: '0' },
  ],
  people_trained: [
    { city: '2', an: '2', binh: '0', cam: '0', empty: '0' },
    { city: '2', an: '2', binh: '1', cam: '0', empty: '0' },
  ],
  peer_lessons: [
    { city: '2', an: '2', binh: '0', cam: '0', empty: '0' },
    { city: '4', an: '3', binh: '1', cam: '0', empty: '0' },
  ],
  peer_lesson_minutes: [
    { city: '45', an: '45', binh: '0', cam: '0', empty: '0' },
    { city: '120', an: '60', binh: '60', cam: '0', empty: '0' },
  ],
  peer_lesson_learners: [
    { city: '3', an: '3', binh: '0', cam: '0', empty: '0' },
    { city: '8', an: '4', binh: '4', cam: '0', empty: '0' },
  ],
  peer_lesson_teachers: [
    { city: '1', an: '1', binh: '0', cam: '0', empty: '0' },
    { city: '2', an: '2', binh: '1', cam: '0', empty: '0' },
  ],
  pairs_active: [
    { city: '6', an: '4', binh: '1', cam: '1', empty: '0' },
    { city: '7', an: '6', binh: '0', cam: '1', empty: '0' },
  ],
  women_guided: [
    { city: '6', an: '4', binh: '1', cam: '1', empty: '0' },
    { city: '8', an: '6', binh: '1', cam: '1', empty: '0' },
  ],
  members: [
    { city: '13', an: '9', binh: '3', cam: '2', empty: '0' },
    { city: '16', an: '13', binh: '2', cam: '2', empty: '0' },
  ],
  members_reached: [
    { city: '7/13', an: '5/9', binh: '2/3', cam: '1/2', empty: 'nothing' },
    { city: '9/16', an: '7/13', binh: '2/2', cam: '1/2', empty: 'nothing' },
  ],
  women_waiting: [
    { city: '2', an: '2', binh: '0', cam: '0', empty: '0' },
    { city: '2', an: '2', binh: '0', cam: '0', empty: '0' },
  ],
};

type Numbers = Record<'city' | 'an' | 'binh' | 'cam' | 'empty', string>;
type Said = { done: number | null; whole: number | null; state: string };
const said = ({ done, whole, state }: Said) =>
  state === 'known' ? `${done}${whole === null ? '' : `/${whole}`}` : state;

async function numbersOf(code: IndicatorCode, day: Day): Promise<Numbers> {
  const province = await makeViewer('province_official', stage.province);
  const found = await findIndicator(province, { code, unitId: stage.province.id, day, trend: [] });
  const of = (id: string) =>
    said(found?.parts.find((part) => part.id === id) ?? { done: null, whole: null, state: '' });
  const { an, binh, cam, empty } = stage;
  return { city: said(found?.figure as Said), an: of(an.id), binh: of(binh.id), cam: of(cam.id), empty: of(empty.id) };
}

describe('each indicator on two days, of twelve units around the edges', () => {
  for (const [code, [march, september]] of Object.entries(expected))
    test(`${code} is what stands in the units, and nobody is counted in today's place`, async () => {
      expect(await numbersOf(code as IndicatorCode, MARCH)).toEqual(march);
      expect(await numbersOf(code as IndicatorCode, SEPTEMBER)).toEqual(september);
    });

  test('a commune says of itself what the city says of it, and its parts stand under their names of the day', async () => {
    const official = await makeViewer('commune_official', stage.an);
    for (const [code, [march]] of Object.entries(expected)) {
      const found = await findIndicator(official, {
        code: code as IndicatorCode,
        unitId: stage.an.id,
        day: MARCH,
        trend: [MARCH],
      });
      expect(said(found?.figure as Said), code).toBe(march.an);
      expect(found?.trend.map(said), code).toEqual([march.an]);
      expect(found?.parts.find(({ id }) => id === stage.moved.id)?.name, code).toBe('Chi hội tên cũ');
    }
    const sessions = await findIndicator(official, {
      code: 'sessions_held',
      unitId: stage.an.id,
      day: MARCH,
      trend: [],
    });
    expect(sessions?.parts.filter(({ done }) => done).map(({ id, done }) => [id, done])).toEqual([
      [stage.tied.id, 1],
      [null, 1],
    ]);
  });

  test('a reach counts each woman once, onward through those who learned', async () => {
    const province = await makeViewer('province_official', stage.province);
    const reach = await listIndicators(province, { codes: ['reach_of_chains'], unitId: stage.province.id, day: MARCH });
    expect(reach.get('reach_of_chains')?.done).toBe(6);
  });
});

describe('who reads what', () => {
  test('public pages tell only what has a public address, with the same numbers as at work', async () => {
    const figures = await listPublishedIndicators(MARCH);
    expect([...figures.keys()].sort()).toEqual([...publicCodes].sort());
    for (const code of publicCodes) {
      const found = await findPublishedIndicator(code, MARCH, []);
      expect(said(found.figure), code).toBe(said(figures.get(code) as Said));
      if (expected[code]) expect(said(found.figure), code).toBe(expected[code][0].city);
    }
    for (const code of indicatorCodes.filter((each) => !publicCodes.includes(each)))
      await expect(findPublishedIndicator(code, MARCH, []), code).rejects.toThrow('not public');
  });

  test('nobody reads of a place beyond her reach, and a role reads what it may see', async () => {
    const neighbour = await makeViewer('commune_official', stage.binh);
    const editor = await makeViewer('editor', stage.province);
    const ask = (code: IndicatorCode) => ({ code, unitId: stage.an.id, day: MARCH, trend: [] });
    for (const code of indicatorCodes) expect(await findIndicator(neighbour, ask(code)), code).toBeNull();
    expect(await findIndicator(editor, ask('coverage_group'))).not.toBeNull();
    expect(await findIndicator(editor, ask('members'))).toBeNull();
    const codes = indicatorCodes.filter((code) => !toldOf(code).heavy);
    const listed = await listIndicators(editor, { codes, unitId: stage.an.id, day: MARCH });
    expect([...listed.keys()].every((code) => toldOf(code).needs === 'coverage.see')).toBe(true);
    expect(await listIndicators(neighbour, { codes, unitId: stage.an.id, day: MARCH })).toEqual(new Map());
  });

  test('models of the front page are those of the indicators', async () => {
    const counts = await countPublishedModels();
    const figures = await listPublishedIndicators(today());
    for (const { kind, active } of counts) expect(figures.get(`models_${kind}`)?.done, kind).toBe(active);
    expect(figures.get('models_planned')?.done).toBe(counts.reduce((sum, { planned }) => sum + planned, 0));
    const asked = { codes: indicatorCodes.filter((code) => code.endsWith('_planned')), unitId: stage.province.id };
    const planned = await listIndicators(await makeViewer('viewer', stage.province), { ...asked, day: today() });
    for (const { kind, planned: many } of counts) expect(planned.get(`models_${kind}_planned`)?.done).toBe(many);
  });
});

describe('every indicator has words and an arithmetic', () => {
  test('in both languages, one edition that holds, and none besides those that the portal tells', async () => {
    const codes = await db.$queryRaw<{ code: string }[]>`SELECT DISTINCT code FROM indicator`;
    expect(codes.map(({ code }) => code).sort()).toEqual([...indicatorCodes].sort());
    for (const locale of ['vi', 'en'] as const) {
      const definitions = await listPublishedDefinitions(locale);
      expect(definitions.filter(({ to }) => to === null).map(({ code }) => code)).toEqual(indicatorCodes);
      for (const { code, name, numerator, denominator, gaps } of definitions)
        for (const words of [name, numerator, denominator, gaps]) expect(words?.length, code).toBeGreaterThan(5);
    }
  });

  test('an arithmetic for each code, and a code that has none is refused', async () => {
    for (const code of indicatorCodes) {
      const rows = await db.$queryRaw<
        unknown[]
      >`SELECT * FROM app.indicator(${code}, ${stage.province.id}::uuid, ${MARCH}::date)`;
      expect(rows.length > 0, code).toBe(!toldOf(code).asked);
    }
    await expect(
      db.$queryRaw`SELECT * FROM app.indicator('no_such', ${stage.province.id}::uuid, ${MARCH}::date)`,
    ).rejects.toThrow();
    const [{ codes = [] } = {}] = await db.$queryRaw<{ codes: string[] }[]>`
      SELECT array(SELECT c[1] FROM regexp_matches(pg_get_functiondef('app.indicator(text, uuid, date)'::regprocedure), 'WHEN (.+?) THEN', 'g') m CROSS JOIN regexp_matches(m[1], '''([a-z0-9_]+)''', 'g') c) AS codes`;
    expect(codes.sort()).toEqual([...indicatorCodes].sort());
  });

  test('definitions are written once, however often', async () => {
    const count = async () => db.indicator.count();
    const before = await count();
    await db.$executeRaw`SELECT app.define_indicators()`;
    expect(await count()).toBe(before);
  });

  test('a share is the share, a count the count, and what is not known no number', () => {
    const known = { done: 3, whole: 7, percent: 42.9, state: 'known' } as const;
    expect([numberOf(known, 'percent'), numberOf(known, 'count')]).toEqual([42.9, 3]);
    expect(numberOf({ ...known, state: 'not_reported' }, 'percent')).toBeNull();
  });
});
