import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchPublished } from '@/domain/search/queries';
import { listUnitsBelow } from '@/domain/units/tree-queries';
import { db } from '@/prisma/client';
import { createCommune, createProvince } from '@/test/factories/units';
import { makeViewer } from '@/test/union';
import { communes } from './communes';
import { formerUnits, plantFormerUnits } from './former-units';

const facts = formerUnits();
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });

describe('the former communes, wards and towns', () => {
  test('each went into a unit of today, and each unit of today has at least one', () => {
    expect(facts).toHaveLength(271);
    expect([...new Set(facts.map(({ code }) => code))].sort()).toEqual(communes.map(({ code }) => code).sort());
  });

  test('27 names lie in two or three places of today, and one unit was split', () => {
    const names = facts.map(({ name }) => name);
    const places = names
      .filter((name, at) => names.indexOf(name) === at)
      .map((name) => names.filter((each) => each === name).length);
    expect(places.filter((count) => count > 1)).toHaveLength(27);
    expect(Math.max(...places)).toBe(3);
    expect(facts.filter(({ part }) => part).map(({ name }) => name)).toEqual(['Xuân Tâm', 'Xuân Tâm']);
  });
});

describe('a portal that stands already', () => {
  beforeAll(async () => {
    await client.connect();
    const province = await createProvince(db);
    for (const { code, name, slug } of communes) await createCommune(db, province, { code, name, slug });
    expect(await plantFormerUnits(client)).toBe(271);
    official = await makeViewer('province_official', province);
  });
  afterAll(() => client.end());
  let official: Awaited<ReturnType<typeof makeViewer>>;

  const found = async (question: string) => (await searchPublished('vi', question)).communes;

  test('is given what it lacks, and the second time nothing', async () => {
    await client.query('DELETE FROM former_unit WHERE name = $1', ['Xuân Tâm']);
    expect(await plantFormerUnits(client)).toBe(2);
    expect(await plantFormerUnits(client)).toBe(0);
  });

  test('a name of today comes first, and who once bore it is offered too: it asks which', async () => {
    for (const question of ['Long Hưng', 'long hung', 'xã Long Hưng']) {
      const [first, second, ...others] = await found(question);
      expect(first).toMatchObject({ code: '26380', name: 'Long Hưng', former: null, namesake: true });
      const former = { name: 'Long Hưng', kind: 'commune', district: 'huyện Phú Riềng', part: false };
      expect(second).toMatchObject({ code: '25246', name: 'Bình Tân', former, namesake: true });
      expect(others.filter(({ namesake }) => namesake)).toEqual([]);
    }
  });

  test('a unit that was split leads to both its parts', async () => {
    const parts = (await found('Xuân Tâm')).filter(({ namesake }) => namesake);
    expect(parts.map(({ name, former }) => [name, former?.part])).toEqual([
      ['Xuân Đông', true],
      ['Xuân Hòa', true],
    ]);
  });

  test('of two that differ in a mark, the one that was typed comes first and alone bears the name', async () => {
    for (const [typed, other] of [
      ['Lộc Thạnh', 'Lộc Thành'],
      ['Lộc Thành', 'Lộc Thạnh'],
    ]) {
      const [first, second] = await found(typed ?? '');
      expect([first?.name, second?.name]).toEqual([typed, other]);
      expect([first?.namesake, second?.namesake]).toEqual([true, false]);
    }
    expect((await found('loc thanh')).filter(({ namesake }) => namesake).map(({ code }) => code)).toEqual([
      '25294',
      '25280',
    ]);
  });

  test('officials find their places by them too, with the last day; nobody finds beyond her reach', async () => {
    const units = async (q: string) => (await listUnitsBelow(official, { q })).units;
    expect((await units('xuan tam')).map(({ name, former }) => [name, former])).toEqual([
      ['Xuân Đông', { name: 'Xuân Tâm', until: '2025-06-30' }],
      ['Xuân Hòa', { name: 'Xuân Tâm', until: '2025-06-30' }],
    ]);
    expect((await units('long hung')).map(({ name, former }) => [name, former?.name])).toEqual([
      ['Bình Tân', 'Long Hưng'],
      ['Long Hưng', undefined],
    ]);
    expect((await listUnitsBelow({ ...official, grants: [] }, { q: 'xuan tam' })).units).toEqual([]);
  });
});
