import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createAccount } from '@/prisma/factories/accounts';
import { createArticle } from '@/prisma/factories/articles';
import { createCommune, createProvince } from '@/prisma/factories/units';
import { searchPublished } from './queries';

beforeAll(async () => {
  const province = await createProvince(db);
  for (const [name, slug] of [
    ['Lộc Thành', 'loc-thanh'],
    ['Lộc Thạnh', 'loc-thanh-2'],
    ['Đồng Xoài', 'dong-xoai'],
    ['Hòa Bình', 'hoa-binh'],
  ] as const)
    await createCommune(db, province, { name, slug });
  const [author, approver] = [await createAccount(db), await createAccount(db)];
  const written = { unit: province, author, approver };
  await createArticle(db, { ...written, title: 'Các cô dạy nhau dùng VNeID ở Đồng Nai' });
  await createArticle(db, { ...written, title: 'Bản nháp về VNeID', state: 'draft' });
});

const names = async (question: string) => (await searchPublished('vi', question)).communes.map(({ name }) => name);
const titles = async (question: string) => (await searchPublished('vi', question)).articles.map(({ title }) => title);

describe('search', () => {
  test('marks, capitals, decomposed letters and tone placement do not matter', async () => {
    for (const question of ['dong xoai', 'ĐỒNG XOÀI', 'Đồng Xoài'.normalize('NFD'), 'phường Đồng Xoài'])
      expect(await names(question)).toEqual(['Đồng Xoài']);
    expect(await names('hoà binh')).toEqual(['Hòa Bình']);
  });

  test('two communes whose names differ by a tone are both found and never mixed', async () => {
    expect((await searchPublished('vi', 'loc thanh')).communes.map(({ name, slug }) => [name, slug]).sort()).toEqual([
      ['Lộc Thành', 'loc-thanh'],
      ['Lộc Thạnh', 'loc-thanh-2'],
    ]);
  });

  test('a slip of the keyboard still finds the place', async () => {
    expect(await names('dong xoia')).toContain('Đồng Xoài');
  });

  test('public articles are found by any beginning of their words, drafts never', async () => {
    expect(await titles('vnei')).toEqual(['Các cô dạy nhau dùng VNeID ở Đồng Nai']);
    expect(await titles('ban nhap')).toEqual([]);
  });

  test('signs that mean something to the database mean nothing here', async () => {
    for (const question of ["'", '%', '_', '\\', '!!!', 'a | b & !c', "x'); drop table unit; --", '\u0000'])
      expect(Array.isArray((await searchPublished('vi', question)).articles)).toBe(true);
  });
});
