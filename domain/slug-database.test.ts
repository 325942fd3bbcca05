import { beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '@/prisma/client';
import { makeUnion } from '@/test/union';
import type { Locale } from './locale';
import { slugOf } from './slug';
import { freeSlug } from './slug-writes';

let unitId: string;
beforeAll(async () => {
  unitId = (await makeUnion()).province.id;
});

/** An article that takes the slug of these words, as publishing does. */
const named = (title: string, locale: Locale = 'vi') =>
  transaction(async (tx) => {
    const { id: articleId } = await tx.article.create({ data: { kind: 'story', unitId }, select: { id: true } });
    const slug = await freeSlug(tx, 'article_slug', slugOf(title), locale);
    await tx.articleSlug.create({ data: { articleId, locale, slug }, select: { id: true } });
    return slug;
  });

describe('a free slug', () => {
  test('is the words themselves, and of many who want the same at once each gets one of her own', async () => {
    const slugs = await Promise.all(Array.from({ length: 12 }, () => named('Ấp Cùng Tên')));
    expect(slugs.sort()).toEqual(
      ['ap-cung-ten', ...Array.from({ length: 11 }, (_, at) => `ap-cung-ten-${at + 2}`)].sort(),
    );
  });

  test('a number that belongs to the name is no count of those who have it', async () => {
    expect(await named('Ấp Số 5')).toBe('ap-so-5');
    expect(await named('Ấp Số 5')).toBe('ap-so-5-2');
    expect(await named('Ấp Số')).toBe('ap-so');
    expect(await named('Ấp Số')).toBe('ap-so-6');
    const slugs = await Promise.all(['Ấp Kề', 'Ấp Kề', 'Ấp Kề 2', 'Ấp Kề 2'].map((title) => named(title)));
    expect(new Set(slugs).size).toBe(4);
  });

  test('is looked for in one language where each has its own', async () => {
    expect(await named('VNeID')).toBe('vneid');
    expect(await named('VNeID', 'en')).toBe('vneid');
    expect(await named('VNeID')).toBe('vneid-2');
  });
});
