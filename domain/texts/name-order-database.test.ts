import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { memberRows } from '@/domain/exports/member-rows-queries';
import { listPeople, type PeopleFilter } from '@/domain/people/list-queries';
import { listMembers } from '@/domain/people/queries';
import { db } from '@/prisma/client';
import { openList } from '@/test/opening';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { behindByName, byName, placeByName } from './name-order';

type Person = { id: string; name: string };

const SURNAMES = ['An', 'Bùi', 'Đỗ', 'Hồ', 'Nguyễn', 'Ân', 'Vũ', 'H’Hen'];
const MIDDLE = ['', 'Thị', 'Thị Ánh', 'Ngọc', 'Bảo Ân'];
const GIVEN = [
  'An',
  'Ân',
  'Ấn',
  'Ánh',
  'Anh',
  'Ảnh',
  'Ẩn',
  'Bình',
  'Dung',
  'Đan',
  'Hoa',
  'Hòa',
  'Hóa',
  'Oanh',
  'Ước',
  'Y',
];
const names = fc
  .tuple(fc.constantFrom('', ...SURNAMES), fc.constantFrom(...MIDDLE), fc.constantFrom(...GIVEN))
  .map((words) => words.filter(Boolean).join(' '));

const { compare } = new Intl.Collator('vi');
const given = (name: string) => name.split(' ').at(-1) ?? '';
const others = (name: string) => name.split(' ').slice(0, -1).join(' ');
const byGivenName = (one: Person, other: Person) =>
  compare(given(one.name), given(other.name)) ||
  compare(others(one.name), others(other.name)) ||
  (one.id < other.id ? -1 : 1);

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let all: Person[];

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  const made = fc.sample(names, { numRuns: 180, seed: 20_261_126 });
  const people: Person[] = [];
  for (const name of [...made, 'Vũ Thị Anh', 'Bùi Thị Ánh', 'Bùi Thị Anh', 'Vũ Thị Ánh'])
    people.push({ id: await makeMember(union.khuPho5, name), name });
  all = people.sort(byGivenName);
});

/** A list from its first page to its last, each page behind the one before. */
async function walk(page: (after: string | undefined) => Promise<{ rows: Person[]; next: string | null }>) {
  const walked: Person[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page(after);
    walked.push(...rows.map(({ id, name }) => ({ id, name })));
    after = next ?? undefined;
  } while (after);
  return walked;
}

const register = (viewer: Viewer, filter: PeopleFilter) =>
  walk(async (after) => {
    const { people, next } = await listPeople(viewer, { ...filter, after });
    return { rows: people, next };
  });

describe('by given name alone, and only then by the other names', () => {
  test('any names stand in the database as Vietnamese readers expect: An, Ánh, Ẩn, Bình, Dung, Đan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 40 }), async (list) => {
        const rows = await db.$queryRaw<{ name: string }[]>`
          SELECT name FROM unnest(${list}::text[]) name ORDER BY app.given_name(name) COLLATE "vi-x-icu", app.other_names(name) COLLATE "vi-x-icu"`;
        const sorted = list.map((name) => ({ id: '', name })).sort((one, other) => byGivenName(one, other));
        expect(rows.map(({ name }) => name)).toEqual(sorted.map(({ name }) => name));
      }),
      { numRuns: 60 },
    );
  });

  test('an Ánh is never among women called Anh, whatever their surnames', () => {
    const called = all.map(({ name }) => given(name)).filter((name) => name === 'Anh' || name === 'Ánh');
    expect(called.lastIndexOf('Anh')).toBeLessThan(called.indexOf('Ánh'));
  });

  test('the register shows each woman once in that order, page by page, to the commune and to the province', async () => {
    expect(await register(official, {})).toEqual(all);
    expect(await register(province, {})).toEqual(all);
    expect(await register(province, { unitId: union.khuPho5.id })).toEqual(all);
    const thi = all.filter(({ name }) => name.split(' ').includes('Thị'));
    expect(await register(official, { q: 'thị' })).toEqual(thi);
  });

  test('so do the list that members are picked from, the sheet, and pages made by Prisma', async () => {
    const picked = await walk(async (after) => {
      const { members, next } = await listMembers(official, { unitId: union.khuPho5.id, ...(after ? { after } : {}) });
      return { rows: members, next };
    });
    expect(picked).toEqual(all);
    const sheet: string[] = [];
    for await (const row of memberRows(official, {}, await openList(official))) sheet.push(row.name ?? '');
    expect(sheet).toEqual(all.map(({ name }) => name));
    const paged = await walk(async (after) => {
      const last = after ? await db.person.findUniqueOrThrow({ where: { id: after }, select: placeByName }) : null;
      const rows = await db.person.findMany({
        where: { AND: [{ keeperUnitId: union.khuPho5.id }, behindByName(last)] },
        orderBy: byName(),
        select: { id: true, fullName: true },
        take: 50,
      });
      return {
        rows: rows.map(({ id, fullName }) => ({ id, name: fullName ?? '' })),
        next: rows.length === 50 ? (rows.at(-1)?.id ?? null) : null,
      };
    });
    expect(paged).toEqual(all);
  });
});
