import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { draftInput } from '@/domain/articles/article';
import { editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedArticle, listPublishedAddresses, listPublishedArticles } from '@/domain/articles/queries';
import { type Locale, locales } from '@/domain/locale';
import { searchPublished } from '@/domain/search/queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, published, submitted, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle } from './decision-commands';
import { findPublishedNotice } from './notice-queries';
import { makePreviewLink } from './previews/preview-link-commands';
import { findPreviewByLink, findPublicity } from './previews/preview-queries';
import { moveArticle, publishArticle, withdrawArticle } from './publish-commands';
import { findStanding } from './standing-queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;
let head: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
  head = await makeViewer('sub_association_head', union.ongHuong);
  neighbour = await makeViewer('commune_official', union.longHung);
});

const shownIn = async (articleId: string, locale: Locale) =>
  (await listPublishedArticles(locale, { kind: 'story', take: 100 })).articles.some(({ id }) => id === articleId);
const endOf = (articleId: string, locale: Locale) =>
  db.publication.findFirstOrThrow({
    where: { articleId, locale },
    select: { endReason: true, notice: true, reason: true },
  });

describe('withdrawing', () => {
  test('takes a story from its readers at once in both languages, and keeps why', async () => {
    const id = await published(editor, writing(union.province, { titleVi: 'Bài phải gỡ', titleEn: 'To be withdrawn' }));
    expect((await withdrawArticle(editor, withdrawing(id))).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'bai-phai-go')).toBeNull();
    expect([await shownIn(id, 'vi'), await shownIn(id, 'en')]).toEqual([false, false]);
    expect(await findArticle(editor, id)).toMatchObject({ state: 'withdrawn' });
    expect(await endOf(id, 'vi')).toEqual({ endReason: 'withdrawn', notice: null, reason: 'Sai số liệu.' });
  });

  test('leaves a notice in each language where she writes one, and asks for it where she wants one', async () => {
    const id = await published(editor, writing(union.province, { titleVi: 'Gỡ có lời', titleEn: 'With a notice' }));
    const input = { ...withdrawing(id), address: 'notice' as const, noticeVi: 'Bài có số liệu sai.' };
    expect(await findPublishedNotice('vi', 'story', 'go-co-loi')).toBeNull();
    expect(await withdrawArticle(editor, input)).toEqual({ ok: false, problem: 'notice-needed' });
    expect(await shownIn(id, 'vi')).toBe(true);
    expect((await withdrawArticle(editor, { ...input, noticeEn: 'A figure was wrong.' })).ok).toBe(true);
    expect(await endOf(id, 'vi')).toMatchObject({ notice: 'Bài có số liệu sai.' });
    expect(await endOf(id, 'en')).toMatchObject({ notice: 'A figure was wrong.' });
    expect(await findPublishedNotice('vi', 'story', 'go-co-loi')).toMatchObject({ notice: 'Bài có số liệu sai.' });
    expect(await findPublishedNotice('en', 'story', 'with-a-notice')).toMatchObject({ notice: 'A figure was wrong.' });
    expect(await findPublishedNotice('vi', 'news', 'go-co-loi')).toBeNull();
    // taken back once more and without words, the address knows nothing
    const again = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const] };
    await publishArticle(editor, again);
    expect(await findPublishedNotice('vi', 'story', 'go-co-loi')).toBeNull();
    await withdrawArticle(editor, withdrawing(id));
    expect(await findPublishedNotice('vi', 'story', 'go-co-loi')).toBeNull();
  });

  test('of one language leaves the other where it is', async () => {
    const id = await published(editor, writing(union.province));
    await withdrawArticle(editor, { ...withdrawing(id), locales: ['en'] });
    expect([await shownIn(id, 'vi'), await shownIn(id, 'en')]).toEqual([true, false]);
    const standing = await findStanding(editor, id);
    expect(standing?.languages.map(({ step }) => step)).toEqual(['published', 'withdrawn']);
  });

  test('ends every address for looking before, of a correction that waits too; while one language stays they stay', async () => {
    const id = await published(editor, writing(union.province));
    expect(await findPublicity(editor, id)).toBe('now');
    const { kind: _kind, unitId: _unit, ...words } = writing(union.province, { titleVi: 'Bản sửa' });
    await editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
    expect(await findPublicity(editor, id)).toBe('never');
    const [made, other] = [
      await makePreviewLink(editor, { articleId: id }),
      await makePreviewLink(editor, { articleId: await drafted(editor, writing(union.province)) }),
    ];
    if (!made.ok || !other.ok) throw new Error('no link');
    const opens = async (secret: string) => (await findPreviewByLink(secret, 'vi')) !== null;
    await withdrawArticle(editor, { ...withdrawing(id), locales: ['en'] });
    expect(await opens(made.value.secret)).toBe(true);
    expect((await withdrawArticle(editor, withdrawing(id))).ok).toBe(true);
    expect([await opens(made.value.secret), await opens(other.value.secret)]).toEqual([false, true]);
    expect(await withdrawArticle(editor, withdrawing(id))).toEqual({ ok: false, problem: 'nothing-public' });
  });

  test('of an edition that readers had leaves it no secret, and not public either; the neighbour is told of neither', async () => {
    const id = await published(editor, writing(union.province));
    await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi'] });
    expect([await findPublicity(editor, id), await findPublicity(neighbour, id)]).toEqual(['now', 'never']);
    await withdrawArticle(editor, withdrawing(id));
    expect([await findPublicity(editor, id), await findPublicity(neighbour, id)]).toEqual(['before', 'never']);
    expect(await makePreviewLink(editor, { articleId: id })).toEqual({ ok: false, problem: 'published-before' });
  });

  test('can be undone without a new approval: the same text returns to the same address', async () => {
    const id = await published(editor, writing(union.province, { titleVi: 'Gỡ rồi đăng lại' }));
    await withdrawArticle(editor, withdrawing(id));
    const again = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const] };
    expect((await publishArticle(editor, again)).ok).toBe(true);
    expect(await findPublishedArticle('vi', 'story', 'go-roi-dang-lai')).toMatchObject({ id });
  });

  test('is for who publishes; what is not public cannot be withdrawn', async () => {
    const id = await published(editor, writing(union.ongHuong));
    expect(await withdrawArticle(head, withdrawing(id))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await withdrawArticle(neighbour, withdrawing(id))).toEqual({ ok: false, problem: 'not-found' });
    expect(await shownIn(id, 'vi')).toBe(true);
    const draft = await drafted(editor, writing(union.province));
    expect(await withdrawArticle(editor, withdrawing(draft))).toEqual({ ok: false, problem: 'nothing-public' });
  });
});

const read = async (articleId: string) => ({ articleId, version: await versionOf(editor, articleId) });
const inBoth = async (articleId: string) => ({ ...(await read(articleId)), locales: [...locales] });
const slugOf = async (articleId: string, locale: 'vi' | 'en') => (await findArticle(editor, articleId))?.slugs[locale];

/** Writes another title, as the edit form does. */
async function retitle(articleId: string, input: ReturnType<typeof writing>, titleVi: string): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = draftInput.parse({ ...input, titleVi });
  expect((await editArticle(editor, { ...words, ...(await read(articleId)) })).ok).toBe(true);
}

test('publishing and withdrawing at the same moment wait for each other: nothing half remains', async () => {
  const input = writing(union.province);
  const id = await published(editor, input);
  await retitle(id, input, 'Bản mới cùng lúc');
  await submitted(editor, id);
  expect((await approveArticle(province, { ...(await read(id)), locales: [] })).ok).toBe(true);
  const asked = { ...(await read(id)), locales: ['vi' as const] };
  const both = await Promise.all([publishArticle(editor, asked), withdrawArticle(province, withdrawing(id))]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  const live = await db.publication.findMany({
    where: { articleId: id, endedAt: null },
    select: { locale: true, text: { select: { title: true } } },
    take: 9,
  });
  // withdrawn last, or first: then what was published stands alone
  expect([[], [{ locale: 'vi', text: { title: 'Bản mới cùng lúc' } }]]).toContainEqual(live);
});

test('what is withdrawn leaves the list of addresses and the search at once, in both languages', async () => {
  const id = await published(
    editor,
    writing(union.province, { titleVi: 'Bài rời tìm kiếm', titleEn: 'Leaving search' }),
  );
  const found = (locale: Locale, slug: string) =>
    Promise.all([
      listPublishedAddresses(locale).then((all) => all.some((address) => address.id === id)),
      searchPublished(locale, slug.replaceAll('-', ' ')).then(({ articles }) =>
        articles.articles.some((article) => article.slug === slug),
      ),
    ]);
  const everywhere = () => Promise.all([found('vi', 'bai-roi-tim-kiem'), found('en', 'leaving-search')]);
  expect((await everywhere()).flat()).toEqual([true, true, true, true]);
  expect((await withdrawArticle(editor, withdrawing(id))).ok).toBe(true);
  expect((await everywhere()).flat()).toEqual([false, false, false, false]);
});

test('an old address of a withdrawn article leads nowhere, and leads on again once it is published again', async () => {
  const input = writing(union.province, { titleVi: 'Địa chỉ cũ' });
  const id = await published(editor, input);
  await retitle(id, input, 'Địa chỉ mới');
  await bringOut(editor, id);
  expect((await moveArticle(editor, await read(id))).ok).toBe(true);
  const old = () => findPublishedArticle('vi', 'story', 'dia-chi-cu');
  expect(await old()).toMatchObject({ movedTo: 'dia-chi-moi' });
  await withdrawArticle(editor, withdrawing(id));
  expect(await old()).toBeNull();
  expect(await findPublishedArticle('vi', 'story', 'dia-chi-moi')).toBeNull();
  expect((await publishArticle(editor, await inBoth(id))).ok).toBe(true);
  expect(await old()).toMatchObject({ movedTo: 'dia-chi-moi' });
});

test('English addresses of the same title are numbered, also when published at the same moment', async () => {
  const title = { titleVi: 'Trùng tựa hai tiếng', titleEn: 'The same title' };
  const ids = [
    await drafted(editor, writing(union.province, title)),
    await drafted(editor, writing(union.province, title)),
  ];
  for (const id of ids) await submitted(editor, id);
  const asked = await Promise.all(ids.map(inBoth));
  await Promise.all(asked.map((input) => approveArticle(province, input)));
  expect((await Promise.all(ids.map((id) => slugOf(id, 'en')))).sort()).toEqual(['the-same-title', 'the-same-title-2']);
});
