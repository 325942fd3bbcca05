import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedArticle } from '@/domain/articles/queries';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { moveArticle, publishArticle } from '@/domain/newsroom/publish-commands';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { searchPublishedArticles } from '@/domain/search/article-queries';
import { db } from '@/prisma/client';
import { another, bringOut, submitted, versionOf, writing } from '@/test/stages/articles';
import { begin, outOf, publishedOn, rewrite, takesBack, unname } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const woman = (name?: string) => makeMember(union.khuPho5, name);
const published = (personId: string, change: object = {}) =>
  publishedOn(official, personId, writing(union.longHung, change));
const form = async (articleId: string) => ({ articleId, version: await versionOf(official, articleId) });

/** Has the newest edition approved by somebody else, and put out nowhere. */
async function approved(articleId: string): Promise<void> {
  await submitted(official, articleId);
  const input = { ...(await form(articleId)), locales: [] };
  expect(await approveArticle(await another(official), input)).toMatchObject({ ok: true });
}
const publish = async (articleId: string, locales: ('vi' | 'en')[] = ['vi', 'en']) => {
  const result = await publishArticle(official, { ...(await form(articleId)), locales });
  return result.ok ? result.value.went : result.problem;
};

describe('a text that does not name her', () => {
  const name = 'Đặng Thị Địa Chỉ';
  const old = 'chuyen-dang-thi-dia-chi';

  test('has an address that does not spell her name, the old one leads nowhere, and notes that name her are gone', async () => {
    const id = await published(await woman(name), { titleVi: `Chuyện ${name}`, titleEn: 'A story of her' });
    const changeNote = 'Sửa tuổi của chị Đặng Thị Địa Chỉ.';
    await db.publication.updateMany({ where: { articleId: id, locale: 'vi' }, data: { changeNote } });
    const byNote = async () => (await searchPublishedArticles('vi', 'tuoi cua chi dang thi', {})).articles.length;
    expect(await findPublishedArticle('vi', 'story', old)).toMatchObject({ id, corrections: [{ note: changeNote }] });
    expect(await byNote()).toBe(1);
    await begin(official, id);
    expect(await rewrite(official, id, { titleVi: 'Chuyện một người chị', titleEn: 'A story of her' })).toBe('saved');
    await unname(official, id);
    await bringOut(official, id);
    expect(await findPublishedArticle('vi', 'story', old)).toBeNull();
    const shown = await findPublishedArticle('vi', 'story', 'chuyen-mot-nguoi-chi');
    expect(shown).toMatchObject({ id, corrections: [] });
    expect(await byNote()).toBe(0);
    expect(await findPublishedArticle('en', 'story', 'a-story-of-her')).toMatchObject({ id, title: 'A story of her' });
  });

  test('leaves the address of a language in which she is named still; named anew, an address moves on as ever', async () => {
    const id = await published(await woman('Đặng Thị Hai Tiếng'), { titleVi: 'Chuyện Đặng Thị Hai Tiếng' });
    await begin(official, id);
    expect(await rewrite(official, id, { titleVi: 'Chuyện Đặng Thị Hai Tiếng, kể lại' })).toBe('saved');
    await bringOut(official, id);
    const slug = 'chuyen-dang-thi-hai-tieng';
    expect(await findPublishedArticle('vi', 'story', slug)).toMatchObject({ id });
    await begin(official, id);
    expect(await rewrite(official, id)).toBe('saved');
    await unname(official, id);
    await bringOut(official, id, ['en']);
    expect(await findPublishedArticle('vi', 'story', slug)).toMatchObject({ id });
  });

  test('moves to the address of the title that readers see, never to that of a text they do not', async () => {
    const id = await published(await woman('Đặng Thị Dời'), { titleVi: 'Một người chị', titleEn: 'One of us' });
    await begin(official, id);
    expect(await rewrite(official, id, { titleVi: 'Một người mẹ', titleEn: 'One of us' })).toBe('saved');
    await unname(official, id);
    await bringOut(official, id);
    await begin(official, id);
    expect(await rewrite(official, id, { titleVi: 'Chuyện Đặng Thị Dời', titleEn: 'Her story' })).toBe('saved');
    await approved(id);
    const move = async () => {
      const moved = await moveArticle(official, await form(id));
      return moved.ok ? 'moved' : moved.problem;
    };
    expect(await move()).toBe('moved');
    expect(await findPublishedArticle('vi', 'story', 'mot-nguoi-chi')).toMatchObject({ movedTo: 'mot-nguoi-me' });
    const slugs = await db.articleSlug.findMany({ where: { articleId: id }, select: { slug: true }, take: 9 });
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(['mot-nguoi-chi', 'mot-nguoi-me', 'one-of-us']);
    expect(await move()).toBe('nothing-new');
  });

  test('moves away from an address that spells her name since her record was corrected, and that leads nowhere', async () => {
    const personId = await woman('Đặng Thị Viết Nhầm');
    const id = await published(personId, { titleVi: 'Bài Đặng Thị Viết Đúng', titleEn: 'On writing' });
    await begin(official, id);
    expect(await rewrite(official, id, { titleVi: 'Bài của một chị', titleEn: 'On writing' })).toBe('saved');
    await unname(official, id);
    await bringOut(official, id);
    await db.person.update({ where: { id: personId }, data: { fullName: 'Đặng Thị Viết Đúng' }, select: { id: true } });
    expect(await moveArticle(official, await form(id))).toMatchObject({ ok: true });
    expect(await findPublishedArticle('vi', 'story', 'bai-dang-thi-viet-dung')).toBeNull();
    expect(await findPublishedArticle('vi', 'story', 'bai-cua-mot-chi')).toMatchObject({ id });
  });

  test('takes the place of one that does, though no word differs, and stays as she says no; and the other way round', async () => {
    const personId = await woman();
    const id = await published(personId);
    await begin(official, id);
    await unname(official, id);
    await approved(id);
    expect((await findStanding(official, id))?.languages.map(({ step }) => step)).toEqual(['approved', 'approved']);
    expect(await publish(id)).toBe('published');
    expect(await publish(id)).toBe('nothing-new');
    await begin(official, id);
    await approved(id);
    expect(await publish(id, ['vi'])).toBe('published');
    await takesBack(official, personId);
    expect(await outOf(id)).toEqual({ live: 1, planned: 0 });
  });

  test('comes next, and is no old text anew, where one with the same words left the public on her no', async () => {
    const personId = await woman();
    const id = await published(personId);
    await takesBack(official, personId);
    const stepsOf = async () => (await findStanding(official, id))?.languages.map(({ step }) => step);
    expect(await stepsOf()).toEqual(['withdrawn', 'withdrawn']);
    await begin(official, id);
    await unname(official, id);
    await approved(id);
    expect(await stepsOf()).toEqual(['approved', 'approved']);
    expect(await publish(id)).toBe('published');
  });
});

test('a name stands in words as whole words, with its marks, without them, and in an address', async () => {
  const stands = async (words: string, name: string) => {
    const [row] = await db.$queryRaw<{ said: boolean }[]>`SELECT app.name_stands_in(${words}, ${name}) AS said`;
    return row?.said;
  };
  for (const words of ['Chị Lê Thị An.', 'LÊ  THỊ AN', 'le thi an kể', 'bai-cua-le-thi-an', '“Lê Thị An”', 'Lê Thi An'])
    expect(await stands(words, 'Lê Thị An'), words).toBe(true);
  for (const words of ['Lê Thị Anh', 'Lê Thị Ân', 'Chị An', 'bai-cua-le-thi-anh', ''])
    expect(await stands(words, 'Lê Thị An'), words).toBe(false);
  expect(await stands('Chị H’Hen Niê', "H'Hen Niê")).toBe(true);
});
