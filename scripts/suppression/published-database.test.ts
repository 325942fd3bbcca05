import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import { createSubAssociation } from '@/test/factories/units';
import { inDays } from '@/test/stages/trainings';
import { makeCommune, makeUnion, type TestUnion } from '@/test/union';
import { sumOf } from './cells';
import { findLeaks } from './leaks';
import { guidedId, type Published, readCited, readPublished, seatedId } from './published';

/** Months back, and the women first guided in each: small, and around the tens that one woman more would tell of. */
const guided: Record<string, readonly [months: number, women: number][]> = {
  An: [
    [3, 3],
    [2, 1],
  ],
  Bình: [
    [3, 9],
    [2, 1],
    [1, 1],
  ],
  Cẩm: [
    [3, 13],
    [1, 1],
  ],
  Đông: [
    [3, 19],
    [2, 1],
  ],
  Êa: [],
};
/** Of as many of its units each has one pair, as where a campaign begins: that is told of every unit. */
const ONE_EACH = { name: 'Gò', units: 9 };
const BY = addDays(monthStart(today()), -1);

let union: TestUnion;
/** What pages tell on all days, read once for all tests. */
let pages: Published;
const slugs: Record<string, string> = {};

beforeAll(async () => {
  union = await makeUnion();
  for (const [name, months] of Object.entries(guided)) {
    const commune = await makeCommune(union.province, name);
    slugs[name] = commune.slug;
    const unit = await createSubAssociation(db, commune, {});
    const guide = await createMember(db, unit);
    for (const [back, women] of months)
      for (let at = 0; at < women; at++)
        await createPair(db, unit, guide, await createMember(db, unit), {
          from: addDays(monthStart(today(), -back), 4),
        });
  }
  const beginning = await makeCommune(union.province, ONE_EACH.name);
  slugs[ONE_EACH.name] = beginning.slug;
  for (let at = 0; at < ONE_EACH.units; at++) {
    const unit = await createSubAssociation(db, beginning, {});
    const [guide, learner] = [await createMember(db, unit), await createMember(db, unit)];
    await createPair(db, unit, guide, learner, { from: addDays(monthStart(today(), -3), 4) });
  }
  for (const [slug, seats, taken] of [
    ['three-of-forty', 40, 3],
    ['full', 4, 4],
    ['empty', 40, 0],
  ] as const)
    await makeSession({ slug, seats, taken, audience: 'priority_groups' });
  await makeSession({ slug: 'for-all', seats: 40, taken: 3, audience: 'everyone' });
  pages = await readPublished(days);
});

type Wanted = { slug: string; seats: number; taken: number; audience: 'priority_groups' | 'everyone' };

async function makeSession({ slug, seats, taken, audience }: Wanted) {
  const at = (hour: string) => `${inDays(9)}T${hour}:00:00+07:00`;
  const course = await createCourse(db);
  const session = await createSession(db, {
    course,
    unit: union.longHung,
    slug,
    seats,
    startsAt: at('08'),
    endsAt: at('10'),
  });
  await db.session.update({ where: { id: session.id }, data: { audience }, select: { id: true } });
  for (let no = 1; no <= taken; no++) await createEnrolment(db, session, await createMember(db, union.khuPho5), no);
}

/** Every month and some days in it, as a reader comes back. */
const days: Day[] = [-3, -2, -1, 0].flatMap((months) =>
  [0, 9, 20].map((more) => addDays(monthStart(today(), months), more)).filter((day) => day <= today()),
);
days.push(today());

describe('what is published of persons, of places made to tempt it', () => {
  test('tells nobody how many there are where they are few, over days, places and sessions', async () => {
    const { cells, relations } = pages;
    const told = (name: string) => cells.find(({ id }) => id === guidedId(slugs[name] ?? '', BY));
    expect(['An', 'Bình', 'Cẩm', 'Đông', 'Êa', ONE_EACH.name].map(told)).toMatchObject([
      { least: 1, most: 19 },
      { least: 1, most: 19 },
      { least: 1, most: 19 },
      { least: 20, most: 29 },
      { least: 0, most: 19 },
      { least: ONE_EACH.units, most: 19 },
    ]);
    expect(cells.filter(({ id }) => id === seatedId('three-of-forty'))).toMatchObject([{ least: 0, most: null }]);
    expect(cells.filter(({ id }) => id === seatedId('for-all'))).toMatchObject([{ least: 3, most: 3, keeps: null }]);
    expect(await findLeaks(cells, relations)).toEqual([]);
  });

  test('is told by the addresses of numbers for ends of months alone, and no closer than by the pages of communes', async () => {
    const every = Array.from({ length: 90 }, (_, back) => addDays(today(), -back));
    const cited = await readCited(every);
    const ids = new Set(cited.cells.map(({ id }) => /by (\d{4}-\d\d-\d\d)/.exec(id)?.[1]));
    expect([...ids].every((day) => addDays(day as Day, 1).endsWith('-01'))).toBe(true);
    expect(cited.cells.find(({ id }) => id === guidedId(slugs.An ?? '', BY))).toMatchObject({ least: 0, most: 19 });
    expect(cited.cells.find(({ id }) => id === guidedId(slugs.Đông ?? '', BY))).toMatchObject({ least: 20, most: 29 });
    const leaks = await findLeaks([...pages.cells, ...cited.cells], [...pages.relations, ...cited.relations]);
    expect(leaks).toEqual([]);
    // an address that told one of them exactly would be found
    const exact = { id: guidedId(slugs.An ?? '', BY), least: 4, most: 4, keeps: null };
    expect((await findLeaks([...cited.cells, exact], cited.relations)).map(({ id }) => id)).toContain(exact.id);
  });

  test('an exact total of the city beside exact figures of all communes but one would be found', async () => {
    const { cells, relations } = await readPublished([today()]);
    const ids = Object.keys(guided).map((name) => guidedId(slugs[name] ?? '', BY));
    const beginning = guidedId(slugs[ONE_EACH.name] ?? '', BY);
    const others = ['longHung', 'trangDai'].map((name) => guidedId(union[name as 'longHung' | 'trangDai'].slug, BY));
    const plainly = (id: string, count: number) => ({ id, least: count, most: count, keeps: null });
    const exact = [plainly(ids[1] ?? '', 11), plainly(ids[2] ?? '', 14), plainly(ids[3] ?? '', 20)];
    const none = [...others, ids[4] ?? ''].map((id) => plainly(id, 0)).concat(plainly(beginning, ONE_EACH.units));
    const leaks = await findLeaks(
      [...cells, ...exact, ...none, plainly('the city', 49 + ONE_EACH.units)],
      [...relations, sumOf('the city', [...ids, ...others, beginning])],
    );
    expect(leaks).toContainEqual({ id: guidedId(slugs.An ?? '', BY), least: 4, most: 4 });
  });

  test('seats of a session for priority groups in one language, or one day in other steps, would be found', async () => {
    const { cells, relations } = pages;
    const english = { id: seatedId('three-of-forty'), least: 3, most: 3, keeps: null };
    const fives = { id: guidedId(slugs.Đông ?? '', BY), least: 20, most: 24, keeps: null };
    const found = await findLeaks([...cells, english, fives], relations);
    expect(found.map(({ id }) => id)).toContain(seatedId('three-of-forty'));
    const earlier = addDays(monthStart(today(), -1), -1);
    expect(found.map(({ id }) => id)).toContain(`${fives.id} less ${guidedId(slugs.Đông ?? '', earlier)}`);
  });
});
