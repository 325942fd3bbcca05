import { beforeAll, describe, expect, test } from 'vitest';
import type { Piece } from '@/domain/texts/excerpt';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createCommune, createProvince } from '@/test/factories/units';
import { writing } from '@/test/stages/articles';
import { draftedOn, publishedOn, takesBack } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer } from '@/test/union';
import { listPublishedWays } from './name-queries';
import { searchPublished } from './queries';
import type { Narrowing } from './search';
import { listPublishedSuggestions } from './suggestion-queries';

let written: Omit<Parameters<typeof createArticle>[1], 'title'>;
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
  written = { unit: province, author, approver };
  await createArticle(db, { ...written, title: 'Các cô dạy nhau dùng VNeID ở Đồng Nai' });
  await createArticle(db, { ...written, title: 'Bản nháp về VNeID', state: 'draft' });
});

const names = async (question: string) => (await searchPublished('vi', question)).communes.map(({ name }) => name);
const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const titles = async (question: string, narrowing: Narrowing = {}) =>
  (await searchPublished('vi', question, narrowing)).articles.articles.map(({ title }) => plain(title));

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

  test('a slip of the keyboard says which place may be meant, and counts none as found', async () => {
    expect((await searchPublished('vi', 'dong xoia')).near).toContain('Đồng Xoài');
    expect(await names('dong xoia')).toEqual([]);
  });

  test('public articles are found by any beginning of their words, drafts never', async () => {
    expect(await titles('vnei')).toEqual(['Các cô dạy nhau dùng VNeID ở Đồng Nai']);
    expect(await titles('ban nhap')).toEqual([]);
  });

  test('what is public is found from the moment it is published until it is withdrawn, and by its words of now', async () => {
    const { id } = await createArticle(db, { ...written, title: 'Lớp học buổi tối ở khu nhà trọ' });
    expect(await titles('nha tro')).toEqual(['Lớp học buổi tối ở khu nhà trọ']);
    await db.publication.updateMany({
      where: { articleId: id, locale: 'vi' },
      data: { endedAt: new Date(), endReason: 'withdrawn' },
    });
    expect(await titles('nha tro')).toEqual([]);
    await db.publication.updateMany({
      where: { articleId: id, locale: 'vi' },
      data: { endedAt: null, endReason: null },
    });
    expect(await titles('nha tro')).toEqual(['Lớp học buổi tối ở khu nhà trọ']);
  });

  test('a title that holds the words comes before any text that does, whether or not titles fill the list', async () => {
    const markdown = 'Ví điện tử, ví điện tử, ví điện tử.';
    await createArticle(db, { ...written, title: 'Trả tiền chợ', markdown });
    const named = (count: number) => Array(count).fill(expect.stringContaining('Ví điện tử'));
    for (let title = 1; title <= 22; title++) {
      await createArticle(db, { ...written, title: `Ví điện tử ${title}`, markdown: 'Không có gì.' });
      const found = await titles('vi dien tu');
      expect(found).toEqual([...named(Math.min(title, 20)), ...(title < 20 ? ['Trả tiền chợ'] : [])]);
    }
  });

  test('the words of drafts are nowhere that search looks', async () => {
    const [{ count } = { count: -1 }] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM app.published_words w JOIN publication p ON p.id = w.publication_id
        JOIN edition_text t ON t.id = p.text_id WHERE t.title LIKE 'Bản nháp%' OR p.published_at IS NULL OR p.ended_at IS NOT NULL`;
    expect(count).toBe(0);
    const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT FROM app.published_words WHERE words @@ to_tsquery('simple', 'vneid:*')`;
    expect(plan.map((line) => line['QUERY PLAN']).join()).not.toMatch(/edition_text/);
  });

  test('a text with a run of more than a hundred letters is kept by nobody, published or not', async () => {
    for (const state of ['draft', 'published'] as const) {
      const title = 'Dài';
      await expect(createArticle(db, { ...written, title, state, markdown: `${'_a'.repeat(51)}` })).rejects.toThrow(
        'runs_short',
      );
      await createArticle(db, { ...written, title, state, markdown: `${'_a'.repeat(50)}` });
    }
  });

  test('signs that mean something to the database mean nothing here', async () => {
    for (const question of ["'", '%', '_', '\\', '!!!', 'a | b & !c', "x'); drop table unit; --", '\u0000'])
      expect(await titles(question)).toEqual([]);
  });
});

const found = async (question: string) => {
  const all = await searchPublished('vi', question);
  const beside = [
    await listPublishedWays('vi', question, [], all, 'any'),
    await listPublishedSuggestions('vi', question),
  ];
  return { articles: all.articles.articles.length, told: JSON.stringify([all, beside]) };
};

test('a woman is found in her story once she agrees and it is public, and nowhere after she takes her yes back', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const [agrees, silent] = [
    await makeMember(union.khuPho5, 'Lâm Thị Ngọc Điệp'),
    await makeMember(union.khuPho5, 'Trịnh Thị Hồng Hạc'),
  ];
  await draftedOn(official, silent, writing(union.longHung, { titleVi: 'Chị Trịnh Thị Hồng Hạc mở quầy' }));
  await publishedOn(official, agrees, writing(union.longHung, { titleVi: 'Chị Lâm Thị Ngọc Điệp mở quầy' }));
  for (const question of ['Lâm Thị Ngọc Điệp', 'lam thi ngoc diep']) expect((await found(question)).articles).toBe(1);
  for (const question of ['Trịnh Thị Hồng Hạc', 'trinh thi hogn hac']) {
    const { articles, told } = await found(question);
    expect([articles, /Hạc/.test(told)], question).toEqual([0, false]);
  }
  await takesBack(official, agrees);
  for (const question of ['Lâm Thị Ngọc Điệp', 'lam thi ngco diep']) {
    const { articles, told } = await found(question);
    expect([articles, /Điệp/.test(told)], question).toEqual([0, false]);
  }
});
