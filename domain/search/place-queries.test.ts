import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, instantAt, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCourse, createSession, createVenue } from '@/test/factories/trainings';
import { createCommune } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { searchPublished } from './queries';
import type { Narrowing } from './search';

let union: TestUnion;
let course: Awaited<ReturnType<typeof createCourse>>;

// by the owner: the portal is handed these with its data, and changes none
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const formerly = (unit: TestUnit, name: string) =>
  owner.query(`INSERT INTO former_unit (unit_id, name, kind, closed_on) VALUES ($1, $2, 'commune', '2025-07-01')`, [
    unit.id,
    name,
  ]);
let hours = 0;
const hold = (slug: string, unit: TestUnit, venue?: Awaited<ReturnType<typeof createVenue>>) =>
  createSession(db, {
    course,
    unit,
    slug,
    ...(venue && { venue }),
    startsAt: instantAt(addDays(today(), 3 + hours++), '08:00').toISOString(),
    endsAt: instantAt(addDays(today(), 3 + hours), '07:00').toISOString(),
  });
const slugs = async (question: string, narrowing: Narrowing = {}) =>
  (await searchPublished('vi', question, narrowing)).sessions.sessions.map(({ slug }) => slug);
const communes = async (question: string) =>
  (await searchPublished('vi', question)).communes.map(({ name, former }) => [name, former?.name]);

beforeAll(async () => {
  await owner.connect();
  union = await makeUnion();
  course = await createCourse(db, { title: 'Dùng VNeID' });
  await formerly(union.longHung, 'Tam Phước');
  await formerly(union.longHung, 'An Hòa');
  await formerly(union.trangDai, 'Tân Biên');
  await hold('long-hung', union.khuPho5);
  await hold('trang-dai', union.trangDai);
  await hold('at-trang-dai', union.province, await createVenue(db, union.trangDai));
});

afterAll(() => owner.end());

test('a class is found by each place that its commune took over, with and without marks, kind and course', async () => {
  for (const question of ['tam phuoc', 'Tam Phước', 'xã Tam Phước', 'lớp vneid an hoà', 'class vneid AN HÒA'])
    expect(await slugs(question), question).toEqual(question.startsWith('class') ? [] : ['long-hung']);
  expect(await slugs('tan bien')).toEqual(['trang-dai', 'at-trang-dai']);
});

test('a part of a former name and words of two are no name, and a kind of place alone names none', async () => {
  for (const question of ['phuoc', 'tam hoa', 'an phuoc', 'tam phuoc tan bien', 'xã', 'phường vneid xoai'])
    expect(await slugs(question), question).toEqual([]);
});

test('a class of the province is found, and narrowed to, where its hall lies', async () => {
  expect(await slugs('trang dai')).toEqual(['trang-dai', 'at-trang-dai']);
  expect(await slugs('vneid', { commune: union.trangDai.slug ?? '' })).toEqual(['trang-dai', 'at-trang-dai']);
});

test('a commune that was merged into another leads to it, and so do its places of before', async () => {
  const province = await makeViewer('province_official', union.province);
  const ended = await createCommune(db, union.province, { name: 'Suối Nhỏ', slug: 'suoi-nho' });
  await formerly(ended, 'Cây Gáo');
  expect(await communes('suoi nho')).toEqual([['Suối Nhỏ', undefined]]);
  await carriedOut(province, { kind: 'merge', unitId: ended.id, targetId: union.longHung.id });
  expect(await slugs('suoi nho')).toEqual(['long-hung']);
  expect(await slugs('cay gao')).toEqual(['long-hung']);
  expect(await communes('suoi nho')).toEqual([['Long Hưng', 'Suối Nhỏ']]);
  expect(await communes('cay gao')).toEqual([['Long Hưng', 'Cây Gáo']]);
});
