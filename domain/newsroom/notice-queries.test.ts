import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleKind } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedNumber } from '@/domain/articles/published/number-queries';
import { listPublishedAddresses } from '@/domain/articles/queries';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { inVietnamese, published, withdrawing, writing } from '@/test/stages/articles';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { settleDuePublications } from './due-publication-commands';
import { findPublishedNotice } from './notice-queries';
import { withdrawArticle } from './publish-commands';

const HOUR = 3_600_000;
let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

type Words = Partial<Parameters<typeof writing>[1]>;

/** A piece whose hour of ending has come and was seen by the clock. */
async function ended(kind: ArticleKind, words: Words = {}): Promise<string> {
  const id = await published(editor, writing(union.province, { kind, communeIds: [], ...words }));
  const over = { plannedAt: new Date(Date.now() - 2 * HOUR), plannedEnd: new Date(Date.now() - HOUR) };
  await db.publication.updateMany({ where: { articleId: id, endedAt: null }, data: over });
  await settleDuePublications();
  return id;
}

const numberOf = async (id: string) =>
  String((await db.article.findUniqueOrThrow({ where: { id }, select: { number: true } })).number);
const said = (locale: Locale, slug: string) => findPublishedNotice(locale, 'alert', slug);

describe('the address of an alert that came to its end', () => {
  test('says so in both languages, what it warned of and where, and stands in no list', async () => {
    const words = {
      titleVi: 'Nước lên đêm nay',
      titleEn: 'The river rises tonight',
      communeIds: [union.longHung.id, union.trangDai.id],
    };
    const id = await ended('alert', words);
    const here = { is: 'over', communes: [union.longHung.slug, union.trangDai.slug].sort(), at: expect.any(Date) };
    const [vi, en] = ['nuoc-len-dem-nay', 'the-river-rises-tonight'];
    expect(await said('vi', vi)).toEqual({ ...here, told: 'vi', title: 'Nước lên đêm nay', twinSlug: en });
    expect(await said('en', en)).toEqual({ ...here, told: 'en', title: 'The river rises tonight', twinSlug: vi });
    expect(await findPublishedNotice('vi', 'news', vi)).toMatchObject({ is: 'over' });
    expect(await findPublishedNotice('vi', 'story', vi)).toBeNull();
    expect((await listPublishedAddresses('vi')).map((address) => address.id)).not.toContain(id);
    expect(await findPublishedNumber('en', await numberOf(id))).toEqual({ locale: 'en', kind: 'alert', slug: en });
  });

  test('says so too under the language that it was lent out to, unless that address is another’s', async () => {
    await ended('alert', { titleVi: 'Cáp đứt ngoài biển', ...inVietnamese });
    const lent = { is: 'over', told: 'vi', title: 'Cáp đứt ngoài biển', twinSlug: 'cap-dut-ngoai-bien' };
    expect(await said('en', 'cap-dut-ngoai-bien')).toMatchObject(lent);
    const other = await published(editor, writing(union.province, { titleEn: 'Cáp đứt ngoài biển' }));
    await withdrawArticle(editor, withdrawing(other));
    expect(await said('en', 'cap-dut-ngoai-bien')).toBeNull();
  });

  test('is silent where it was withdrawn without words, before its end or when it was public once more', async () => {
    const before = await published(editor, writing(union.province, { kind: 'alert', titleVi: 'Gỡ trước hạn' }));
    await withdrawArticle(editor, withdrawing(before));
    expect(await said('vi', 'go-truoc-han')).toBeNull();
    const again = await ended('alert', { titleVi: 'Hết hạn rồi đăng lại', ...inVietnamese });
    const [last] = await db.publication.findMany({
      where: { articleId: again, locale: 'vi' },
      select: { textId: true },
      take: 1,
    });
    const now = new Date();
    const later = { articleId: again, locale: 'vi', textId: last?.textId ?? '', plannedAt: now, publishedAt: now };
    await db.publication.create({ data: { ...later, endedAt: now, endReason: 'withdrawn' }, select: { id: true } });
    expect(await said('vi', 'het-han-roi-dang-lai')).toBeNull();
    expect(await findPublishedNumber('vi', await numberOf(again))).toBeNull();
  });

  test('is silent where a woman whom it names does not agree', async () => {
    const id = await ended('alert', { titleVi: 'Chị ấy bị lừa' });
    const number = await numberOf(id);
    expect(await said('vi', 'chi-ay-bi-lua')).toMatchObject({ is: 'over' });
    await db.article.update({ where: { id }, data: { subjectPersonId: await makeMember(union.khuPho5) } });
    expect(await said('vi', 'chi-ay-bi-lua')).toBeNull();
    expect(await findPublishedNumber('vi', number)).toBeNull();
  });
});

test('a piece of another kind that came to its end leaves nothing at its address', async () => {
  const id = await ended('news', { titleVi: 'Lịch tuần này' });
  expect((await findArticle(editor, id))?.state).toBe('withdrawn');
  expect(await findPublishedNotice('vi', 'news', 'lich-tuan-nay')).toBeNull();
});
