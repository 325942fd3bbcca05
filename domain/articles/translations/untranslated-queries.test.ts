import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { searchPublished } from '@/domain/search/queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, inVietnamese, published, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { findPublishedArticle, listPublishedAddresses } from '../queries';
import { findPublishedUntranslated } from './untranslated-queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

/** An article that readers have in Vietnamese alone, and its slug. */
async function inOne(titleVi: string) {
  const input = writing(union.province, { titleVi, ...inVietnamese });
  const id = await published(editor, input);
  return { id, input, slug: (await findArticle(editor, id))?.slugs.vi ?? '' };
}

async function translated(id: string, input: ReturnType<typeof writing>, titleEn: string) {
  const { kind: _kind, unitId: _unit, ...words } = input;
  const english = { titleEn, summaryEn: 'In short.', bodyEn: 'In full.' };
  await editArticle(editor, { ...words, ...english, articleId: id, version: await versionOf(editor, id) });
  await bringOut(editor, id, ['en']);
}

const underEnglish = (slug: string) => findPublishedUntranslated('en', 'story', slug);

describe('a text that readers have in Vietnamese alone', () => {
  test('is lent out under English by its own slug, to which the switch leads', async () => {
    const { id, slug } = await inOne('Chưa ai dịch');
    expect(await findPublishedArticle('vi', 'story', slug)).toMatchObject({ twinSlug: null, untranslatedSlug: slug });
    expect(await findPublishedArticle('en', 'story', slug)).toBeNull();
    expect(await underEnglish(slug)).toMatchObject({ id, title: 'Chưa ai dịch', slug });
  });

  test('stands in no English list and is not found by a search there', async () => {
    const { id } = await inOne('Dâu tằm ven suối');
    expect((await listPublishedAddresses('en')).map((card) => card.id)).not.toContain(id);
    const found = await searchPublished('en', 'dâu tằm ven suối');
    expect(JSON.stringify(found)).not.toContain(id);
  });

  test('leads to English in one step once that is there, from an old slug as well', async () => {
    const { id, input, slug } = await inOne('Sắp được dịch');
    await db.articleSlug.create({
      data: { articleId: id, locale: 'vi', slug: 'ten-cu-truoc-kia', retiredAt: new Date() },
    });
    expect(await underEnglish('ten-cu-truoc-kia')).toEqual(expect.objectContaining({ id, movedTo: slug }));
    await translated(id, input, 'Translated at last');
    for (const old of [slug, 'ten-cu-truoc-kia'])
      expect(await underEnglish(old)).toEqual({ id, movedTo: 'translated-at-last' });
  });

  test('is nowhere while it is a draft or withdrawn', async () => {
    const draft = await drafted(editor, writing(union.province, { titleVi: 'Còn nháp', ...inVietnamese }));
    expect((await findArticle(editor, draft))?.slugs.vi).toBeUndefined();
    expect(await underEnglish('con-nhap')).toBeNull();
    const { id, slug } = await inOne('Đã gỡ rồi');
    await withdrawArticle(editor, withdrawing(id));
    expect(await underEnglish(slug)).toBeNull();
  });

  test('is of its own kind: under news no story is lent out', async () => {
    const { slug } = await inOne('Chỉ là câu chuyện');
    expect(await findPublishedUntranslated('en', 'news', slug)).toBeNull();
  });

  test('gives way to what has the address as its own, and to what was withdrawn from it', async () => {
    const { id, slug } = await inOne('Trùng địa chỉ');
    const other = await published(editor, writing(union.province, { titleEn: 'Trùng địa chỉ' }));
    expect(await findPublishedArticle('en', 'story', slug)).toMatchObject({ id: other });
    expect(await findPublishedArticle('vi', 'story', slug)).toMatchObject({ id, untranslatedSlug: null });
    await withdrawArticle(editor, { ...withdrawing(other), locales: ['en'] });
    expect(await underEnglish(slug)).toBeNull();
  });
});

test('English alone is lent out under Vietnamese in the same way', async () => {
  const id = await published(editor, writing(union.province, { titleEn: 'English stays' }));
  await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi'] });
  expect(await findPublishedUntranslated('vi', 'story', 'english-stays')).toMatchObject({ id, title: 'English stays' });
});
