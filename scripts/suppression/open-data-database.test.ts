import { writeCsvObjects } from 'hucre/csv';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { datasetNames, datasets } from '@/domain/open-data/datasets';
import { readQuestion } from '@/domain/open-data/question';
import { type AnyRow, listPublishedRows } from '@/domain/open-data/reading/rows-queries';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createSubAssociation } from '@/test/factories/units';
import { makeCommune, makeUnion } from '@/test/union';
import { findLeaks } from './leaks';
import { cellsOfRows, NO_PERSONS, rowsOfText, strangersIn } from './open-data';
import { guidedId, type Published, readPublished } from './published';

/** The women first guided three months ago and one month ago: one more passes a ten, or stays below it. */
const guided = { An: [3, 1], Bình: [19, 1], Cẩm: [23, 1] } as const;
const BY = addDays(monthStart(today()), -1);
const days: Day[] = [-3, -2, -1, 0].map((months) => monthStart(today(), months));
const slugs = new Map<string, string>();
/** What pages tell on all days, read once for both tests. */
let pages: Published;

beforeAll(async () => {
  const union = await makeUnion();
  for (const [name, [first, then]] of Object.entries(guided)) {
    const commune = await makeCommune(union.province, name);
    slugs.set(name, commune.slug);
    const unit = await createSubAssociation(db, commune, {});
    const guide = await createMember(db, unit);
    for (const [months, women] of [
      [-3, first],
      [-1, then],
    ] as const)
      for (let at = 0; at < women; at++)
        await createPair(db, unit, guide, await createMember(db, unit), {
          from: addDays(monthStart(today(), months), 4),
        });
  }
  pages = await readPublished(days);
});

const addresses = {
  commune: (_: string, slug: string) => `/xa-phuong/${slug}`,
  indicator: String,
  session: String,
  article: String,
};

async function communesOn(day: Day): Promise<AnyRow[]> {
  const question = readQuestion('communes', undefined, { day, limit: '500' }, today());
  if (!question.ok) throw new Error(question.problem);
  const told = await listPublishedRows(question.value, addresses);
  return told?.ok ? told.value.rows : [];
}

describe('open data beside the pages, of places made to tempt it', () => {
  test('tell nobody how many there are where they are few, as JSON and as text', async () => {
    const { cells, relations } = pages;
    const open = (await Promise.all(days.map(communesOn))).flat();
    const text = rowsOfText(writeCsvObjects(open as Record<string, string | number | boolean | null>[]));
    const told = [cellsOfRows(open), cellsOfRows(text)];
    for (const found of told) {
      const of = (name: string) => found.find(({ id }) => id === guidedId(slugs.get(name) ?? '', BY));
      expect([of('An'), of('Bình'), of('Cẩm')]).toMatchObject([
        { least: 0, most: 19 },
        { least: 20, most: 29 },
        { least: 20, most: 29 },
      ]);
    }
    expect(told[1]).toEqual(told[0]);
    expect(await findLeaks([...cells, ...told.flat()], relations)).toEqual([]);
  });

  test('one exact number in one answer would be found, and so would a number that nobody has judged', async () => {
    const { cells, relations } = pages;
    const open = await communesOn(today());
    const plain = open.map((row) => (row.name === 'Cẩm' ? { ...row, women_guided: 24 } : row));
    // what came since the month before would be known of her who came
    expect((await findLeaks([...cells, ...cellsOfRows(plain)], relations)).length).toBeGreaterThan(0);
    const few = open.map((row) => (row.name === 'An' ? { ...row, women_guided: 4 } : row));
    const leaks = await findLeaks([...cells, ...cellsOfRows(few)], relations);
    expect(leaks.map(({ id }) => id)).toContain(guidedId(slugs.get('An') ?? '', BY));
    expect(strangersIn([{ ...open[0], members: 7 }])).toEqual(['members']);
    expect(strangersIn([{ ...open[0], indicator: 'women_guided', done: 7 }])).toEqual(['women_guided']);
  });

  test('have no other number than those that were looked at', () => {
    const numbers = datasetNames.flatMap((name) => {
      const { properties = {} } = z.toJSONSchema(datasets[name].row);
      return Object.entries(properties).filter(([, shape]) => /"(number|integer)"/.test(JSON.stringify(shape)));
    });
    const unjudged = [...new Set(numbers.map(([field]) => field))].filter((field) => !NO_PERSONS.has(field));
    expect(unjudged).toEqual(['women_guided']);
  });
});
