import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { draftInput } from '@/domain/articles/article';
import { draftArticle, editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedArticle, listPublishedAddresses } from '@/domain/articles/queries';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { publishableIn } from '@/domain/newsroom/standing';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { searchPublished } from '@/domain/search/queries';
import { db } from '@/prisma/client';
import { bringOut, drafted, inVietnamese, published, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { EASY_MAX } from './easy-read';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const easy = { easyReadVi: 'Chị Hoa học.\nChị Hoa dạy lại.', easyReadEn: 'Hoa learns.\nHoa teaches.' };

async function shown(locale: 'vi' | 'en', articleId: string) {
  const slug = (await listPublishedAddresses(locale)).find(({ id }) => id === articleId)?.slug ?? '';
  const found = await findPublishedArticle(locale, 'story', slug);
  return found && 'easyRead' in found ? found.easyRead : undefined;
}

async function rewritten(articleId: string, change: object) {
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province);
  const now = await findArticle(editor, articleId);
  const texts = Object.fromEntries(
    (now?.texts ?? []).flatMap(({ locale, title, summary, markdown, easyRead }) => {
      const part = locale === 'vi' ? 'Vi' : 'En';
      return Object.entries({ title, summary, body: markdown, easyRead: easyRead ?? undefined }).map(
        ([name, value]) => [`${name}${part}`, value],
      );
    }),
  );
  return editArticle(editor, { ...words, ...texts, articleId, version: await versionOf(editor, articleId), ...change });
}

test('readers have it in the language in which it was written, and find the text by its words', async () => {
  const id = await published(editor, writing(union.province, easy));
  expect(await shown('vi', id)).toBe(easy.easyReadVi);
  expect(await shown('en', id)).toBe(easy.easyReadEn);
  const { articles } = (await searchPublished('vi', 'hoa dạy lại')).articles;
  expect(articles.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''))).toEqual([
    expect.stringContaining('Chị Hoa dạy lại.'),
  ]);
});

test('a text need not have one, and English has none where it has no text', async () => {
  const id = await published(editor, writing(union.province));
  expect(await shown('vi', id)).toBeNull();
  const alone = writing(union.province, { ...inVietnamese, easyReadEn: 'Hoa learns.' });
  expect(await draftArticle(editor, alone)).toEqual({ ok: false, problem: 'english-not-whole' });
});

test('it is part of the text: a new edition begins with it, and one that changes nothing else has something to publish', async () => {
  const id = await published(editor, writing(union.province, easy));
  expect((await beginEdition(editor, { articleId: id, version: await versionOf(editor, id) })).ok).toBe(true);
  expect((await findArticle(editor, id))?.texts.map(({ easyRead }) => easyRead).sort()).toEqual(
    [easy.easyReadVi, easy.easyReadEn].sort(),
  );
  expect((await rewritten(id, { easyReadVi: 'Chị Hoa học được rồi.' })).ok).toBe(true);
  expect(await shown('vi', id)).toBe(easy.easyReadVi);
  const standing = await findStanding(editor, id);
  expect(standing && publishableIn(standing)).toEqual(['vi']);
  await bringOut(editor, id);
  expect(await shown('vi', id)).toBe('Chị Hoa học được rồi.');
});

test('the hash of a text follows it, so that a translation is known to be behind; without it the hash is what it was', async () => {
  const id = await drafted(editor, writing(union.province, inVietnamese));
  const hashed = async () =>
    (
      await db.$queryRaw<{ hash: string; plain: string }[]>`
        SELECT encode(t.sha256, 'hex') AS hash, encode(sha256(convert_to(t.title || chr(10) || t.summary || chr(10) || t.plain, 'UTF8')), 'hex') AS plain
        FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE e.article_id = ${id}::uuid`
    )[0];
  const before = await hashed();
  expect(before?.hash).toBe(before?.plain);
  await rewritten(id, { ...inVietnamese, easyReadVi: easy.easyReadVi });
  expect((await hashed())?.hash).not.toBe(before?.hash);
});

test('it is bounded, and holds no run without a blank', () => {
  const wrong = (easyReadVi: string) =>
    draftInput.safeParse({ ...writing(union.province), easyReadVi }).error?.issues.map(({ message }) => message);
  expect(wrong('a '.repeat(EASY_MAX / 2))).toBeUndefined();
  expect(wrong('ab '.repeat(EASY_MAX / 2))).toEqual(['too-long']);
  expect(wrong('a'.repeat(101))).toEqual(['run-too-long']);
});
