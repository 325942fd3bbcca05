import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { percentOf } from '@/domain/coverage/coverage';
import { findPublishedDay } from '@/domain/coverage/queries';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCourse, createSession } from '@/test/factories/trainings';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { inDays } from '@/test/stages/trainings';
import { type DatasetName, datasetNames, datasets, parameterNames } from '../datasets';
import { readQuestion } from '../question';
import type { CoverageRow } from '../rows';
import { listPublishedRows } from './rows-queries';
import type { PageAddresses } from './told';

/** Ten thousand where somebody looks for long: OPEN_DATA_RUNS=10000. */
const RUNS = Number(process.env.OPEN_DATA_RUNS ?? 120);
const addresses: PageAddresses = {
  commune: (_, slug) => `/xa-phuong/${slug}`,
  indicator: (_, slug) => `/chi-so/${slug}`,
  session: (_, slug) => `/tap-huan/${slug}`,
  article: (_, kind, slug) => `/${kind}/${slug}`,
};
const codes: Record<'an' | 'cam' | 'empty', string> = { an: '', cam: '', empty: '' };

beforeAll(async () => {
  const stage = await makeIndicatorStage();
  for (const name of ['an', 'cam', 'empty'] as const) {
    const unit = await db.unit.findUniqueOrThrow({ where: { id: stage[name].id }, select: { code: true, slug: true } });
    codes[name] = unit.code ?? unit.slug;
  }
  const course = await createCourse(db);
  const times = { startsAt: `${inDays(3)}T08:00:00+07:00`, endsAt: `${inDays(3)}T10:00:00+07:00` };
  for (const audience of ['everyone', 'priority_groups'] as const) {
    const { id } = await createSession(db, { course, unit: stage.an, ...times });
    await db.session.update({ where: { id }, data: { audience }, select: { id: true } });
  }
  await createSession(db, { course, unit: stage.an, ...times, state: 'proposed' });
});

async function ask(name: DatasetName, values: Record<string, string> = {}, id?: string) {
  const question = readQuestion(name, id, values, today());
  if (!question.ok) return question;
  return listPublishedRows(question.value, addresses);
}

/** All rows of a list, page by page, as a program reads them. */
async function readAll<Row>(name: DatasetName, values: Record<string, string> = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const told = await ask(name, { ...values, ...(after ? { after } : {}) });
    if (!told?.ok) throw new Error(`${name}: ${told?.problem}`);
    expect(told.value.rows.length).toBeLessThanOrEqual(Number(values.limit ?? 100));
    rows.push(...(told.value.rows as Row[]));
    after = told.value.next;
  }
  return rows;
}

describe('coverage', () => {
  test('of all pages adds up to the sentence of the city, and never tells a row twice', async () => {
    const { province } = await findPublishedDay('2026-09-30');
    for (const limit of ['1', '3', '500']) {
      const rows = await readAll<CoverageRow>('coverage', { day: '2026-09-30', level: 'sub_association', limit });
      expect(rows.map(({ commune }) => commune)).toEqual([...new Set(rows.map(({ commune }) => commune))].sort());
      const sum = (of: 'units' | 'covered') => rows.reduce((all, row) => all + (row[of] ?? 0), 0);
      expect([sum('covered'), sum('units')]).toEqual([3, 9]);
      expect(province.sub_association).toMatchObject({ covered: 3, units: 9, percent: percentOf(3, 9) });
    }
  });

  test('of a silent commune tells that it is silent and no number; without units is another state', async () => {
    const rows = await readAll<CoverageRow>('coverage', { day: '2026-03-31', commune: codes.cam });
    const [silent] = rows.filter(({ level }) => level === 'sub_association');
    expect(silent).toMatchObject({ state: 'not_reported', units: null, covered: null, percent: null, tied: null });
    const [empty] = await readAll<CoverageRow>('coverage', { day: '2026-03-31', commune: codes.empty });
    expect(empty).toMatchObject({ state: 'no_units', units: null, percent: null });
  });

  test('of a stretch is told at the ends of its months and on its last day, day by day as each alone', async () => {
    const stretch = { from: '2026-02-10', to: '2026-04-15', level: 'sub_association' };
    const rows = await readAll<CoverageRow>('coverage', { ...stretch, limit: '2' });
    expect([...new Set(rows.map(({ day }) => day))]).toEqual(['2026-02-28', '2026-03-31', '2026-04-15']);
    for (const day of ['2026-02-28', '2026-03-31', '2026-04-15'])
      expect(rows.filter((row) => row.day === day)).toEqual(
        await readAll<CoverageRow>('coverage', { day, level: 'sub_association' }),
      );
  });

  test('of an unknown commune, and behind a place that no list has, is refused by name', async () => {
    expect(await ask('coverage', { commune: '99999' })).toMatchObject({ ok: false, problem: 'no-such-commune' });
    for (const after of ['x', '2026-03-31.ward.1', '2026-02-30', '2026-03-31.group.'])
      expect(await ask('coverage', { after }), after).toMatchObject({ ok: false, problem: 'no-such-place-in-list' });
  });
});

test('a session for priority groups has no number of seats, and one that was only proposed is no session', async () => {
  const rows = await readAll<{ audience: string; seats: number | null }>('sessions', { to: addDays(today(), 9) });
  expect(rows.map(({ audience, seats }) => [audience, seats]).sort()).toEqual([
    ['everyone', 40],
    ['priority_groups', null],
  ]);
});

test('an indicator that counts persons is in no list, of the city or of a commune', async () => {
  for (const values of [{}, { commune: codes.an }]) {
    const rows = await readAll<{ indicator: string }>('indicators', values);
    expect(rows.length).toBeGreaterThan(10);
    for (const code of [
      'members',
      'people_trained',
      'attendances',
      'women_guided',
      'pairs_active',
      'peer_lesson_learners',
    ])
      expect(rows.map(({ indicator }) => indicator)).not.toContain(code);
  }
});

test('every row of every dataset is as its description says, and holds no other field', async () => {
  for (const name of datasetNames.filter((each) => each !== 'snapshot'))
    for (const language of ['vi', 'en']) {
      const row: z.ZodObject = datasets[name].row;
      for (const told of await readAll(name, { language })) expect(row.strict().safeParse(told).error).toBeUndefined();
    }
});

test(
  'whatever is asked is answered or refused by name, and never breaks',
  async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '2026-03-31',
        '2025-08-01',
        today(),
        'group',
        'vi',
        'en',
        'csv',
        '1',
        '500',
        codes.an,
        '2026-03-31.group.1',
      ),
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/),
    );
    const values = fc.dictionary(fc.constantFrom(...parameterNames), value, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...datasetNames), values, async (name, asked) => {
        const told = await ask(name, asked, '0199c3b4-5d6e-7f80-9a1b-2c3d4e5f6071');
        expect(told === null || typeof told.ok === 'boolean').toBe(true);
      }),
      { numRuns: RUNS },
    );
  },
  Math.max(60_000, 50 * RUNS),
);
