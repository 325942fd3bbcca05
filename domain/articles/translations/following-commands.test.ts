import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { db, refusal } from '@/prisma/client';
import {
  another,
  bringOut,
  drafted,
  inVietnamese,
  published,
  submitted,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { DraftInput, PublishedArticle } from '../article';
import { editArticle } from '../commands';
import { listArticles } from '../draft-list-queries';
import { findArticle } from '../draft-queries';
import { findPublishedArticle } from '../queries';
import { beginEdition } from '../renewal/edition-commands';
import { findBehindTranslations } from './behind-queries';
import { findTranslationSource } from './translation-queries';

let union: TestUnion;
let editor: Viewer;
let longHung: Viewer;
let trangDai: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  longHung = await makeViewer('commune_official', union.longHung);
  trangDai = await makeViewer('commune_official', union.trangDai);
});

/** Saves an article once more, with what of its form is different now. */
async function save(articleId: string, input: DraftInput, change: Partial<DraftInput>, viewer = editor) {
  const { kind: _kind, unitId: _unit, ...words } = { ...input, ...change };
  const result = await editArticle(viewer, { ...words, articleId, version: await versionOf(viewer, articleId) });
  if (!result.ok) throw new Error(result.problem);
}

const isBehind = async (articleId: string, viewer = editor) => (await findArticle(viewer, articleId))?.behind;
const begun = async (input = writing(union.longHung)) => ({ input, id: await drafted(editor, input) });
const out = async (input = writing(union.longHung)) => ({ input, id: await published(editor, input) });
const corrected = { bodyVi: 'Các chị chỉ nhau dùng VNeID mỗi tối.' };

describe('English follows Vietnamese', () => {
  test('that was written with it, until Vietnamese alone changes; then it is behind', async () => {
    const { id, input } = await begun();
    expect(await isBehind(id)).toBe(false);
    await save(id, input, corrected);
    expect(await isBehind(id)).toBe(true);
  });

  test('where English alone changes, it is not behind', async () => {
    const { id, input } = await begun();
    await save(id, input, { titleEn: 'Another title' });
    expect(await isBehind(id)).toBe(false);
  });

  test('again once it is changed, or is said to be right still', async () => {
    for (const change of [{ bodyEn: 'Every evening they show VNeID.' }, { following: 'follows' as const }]) {
      const { id, input } = await begun();
      await save(id, input, corrected);
      await save(id, { ...input, ...corrected }, change);
      expect(await isBehind(id)).toBe(false);
    }
  });

  test('not while whoever changes both says that it does not yet', async () => {
    const { id, input } = await begun();
    await save(id, input, { ...corrected, bodyEn: 'Half of it.', following: 'behind' });
    expect(await isBehind(id)).toBe(true);
    const first = await begun(writing(union.longHung, { following: 'behind' }));
    expect(await isBehind(first.id)).toBe(true);
  });

  test('no longer once whoever writes on in English alone says that there is more to translate', async () => {
    const { id, input } = await begun();
    await save(id, input, { bodyEn: 'Half of it, and', following: 'behind' });
    expect(await isBehind(id)).toBe(true);
    await save(id, { ...input, bodyEn: 'Half of it, and' }, { topics: [] });
    expect(await isBehind(id)).toBe(true);
  });

  test('is nothing to say of Vietnamese alone', async () => {
    expect(await isBehind(await drafted(editor, writing(union.longHung, inVietnamese)))).toBe(false);
  });

  test('a new edition begins with what the last one followed', async () => {
    const { id, input } = await out();
    await save(id, input, corrected);
    expect(await isBehind(id)).toBe(true);
    await bringOut(editor, id, ['vi']);
    const again = await beginEdition(editor, { articleId: id, version: await versionOf(editor, id) });
    expect(again.ok).toBe(true);
    expect(await isBehind(id)).toBe(true);
    const whole = await out();
    await beginEdition(editor, { articleId: whole.id, version: await versionOf(editor, whole.id) });
    expect(await isBehind(whole.id)).toBe(false);
  });
});

describe('the Vietnamese words that English follows', () => {
  const sources = (articleId: string) => db.translationSource.findMany({ where: { articleId }, take: 9 });

  test('are kept while a draft is written over, and go when nothing follows them any more', async () => {
    const { id, input } = await begun();
    await save(id, input, corrected);
    expect(await sources(id)).toMatchObject([{ title: input.titleVi, plain: 'Bắt đầu\nCác chị chỉ nhau dùng VNeID.' }]);
    await save(id, { ...input, ...corrected }, { following: 'follows' });
    expect(await sources(id)).toMatchObject([{ plain: corrected.bodyVi }]);
    await save(id, { ...input, ...corrected, ...inVietnamese }, {});
    expect(await sources(id)).toEqual([]);
  });

  test('stand beside English that a correction of public words leaves behind', async () => {
    const { id, input } = await out();
    await save(id, input, { ...corrected, following: 'behind' });
    expect((await findTranslationSource(editor, id))?.plain).toBe('Bắt đầu\nCác chị chỉ nhau dùng VNeID.');
  });

  test('stood in its own article: the database refuses those of another, others than stood there, and English itself', async () => {
    const [own, other] = [await begun(), await begun()];
    const textOf = async (articleId: string, locale: string) =>
      db.editionText.findFirstOrThrow({
        where: { locale, edition: { articleId } },
        select: { id: true, sha256: true },
      });
    const english = await textOf(own.id, 'en');
    const follow = async (from: { id: string; sha256: Uint8Array | null }, sha = from.sha256) =>
      refusal(
        await db.editionText
          .update({
            where: { id: english.id },
            data: { translatedFromId: from.id, translatedFromSha: sha && Buffer.from(sha) },
            select: { id: true },
          })
          .catch((error: unknown) => error),
      );
    expect(await follow(await textOf(other.id, 'vi'))).toBe('translation_source');
    expect(await follow(await textOf(own.id, 'vi'), Buffer.from('none'))).toBe('translation_source');
    expect(await follow(english)).toBe('translation_source');
    expect(await follow(await textOf(own.id, 'vi'), null)).toBe('translation_source');
  });
});

describe('what readers of English are told', () => {
  const english = async (id: string) => {
    const slug = (await findArticle(editor, id))?.slugs.en ?? '';
    return ((await findPublishedArticle('en', 'story', slug)) as PublishedArticle).behind;
  };

  test('publishing one language publishes and takes back nothing of the other, and English says that it is behind', async () => {
    const { id, input } = await out();
    expect(await english(id)).toBeNull();
    await save(id, input, { ...corrected, titleEn: 'Half a title', following: 'behind' });
    await bringOut(editor, id, ['vi']);
    const [vi, en] = await db.publication.findMany({
      where: { articleId: id, endedAt: null },
      orderBy: { locale: 'desc' },
      take: 3,
    });
    expect([vi?.locale, en?.locale]).toEqual(['vi', 'en']);
    expect(await english(id)).toEqual({ correctedAt: expect.any(String), translatedAt: expect.any(String) });
    expect(new Date((await english(id))?.translatedAt ?? 0)).toEqual(en?.publishedAt);
  });

  test('the same while somebody puts the earlier Vietnamese words into a draft that nobody approved', async () => {
    const { id, input } = await out();
    await save(id, input, corrected);
    await bringOut(editor, id, ['vi']);
    await save(id, { ...input, ...corrected }, { bodyVi: input.bodyVi });
    expect(await english(id)).not.toBeNull();
  });

  test('nothing where English alone is published, ahead of Vietnamese', async () => {
    const { id, input } = await out();
    await save(id, input, { ...corrected, bodyEn: 'They show VNeID every evening.' });
    await bringOut(editor, id, ['en']);
    expect(await english(id)).toBeNull();
    expect(await db.publication.count({ where: { articleId: id, endedAt: null } })).toBe(2);
  });

  test('nothing any more once somebody says that English is right still, and another one approves that', async () => {
    const { id, input } = await out();
    await save(id, input, corrected);
    await bringOut(editor, id, ['vi']);
    expect(await english(id)).not.toBeNull();
    await save(id, { ...input, ...corrected }, { following: 'follows' });
    expect(await english(id)).not.toBeNull();
    await submitted(editor, id);
    const approving = { articleId: id, version: await versionOf(editor, id), locales: [] };
    const approved = await approveArticle(await another(editor), approving);
    expect(approved).toMatchObject({ ok: true, value: { shown: [{ id }], went: 'approved' } });
    expect(await english(id)).toBeNull();
  });

  test('nothing while Vietnamese is withdrawn', async () => {
    const { id, input } = await out();
    await save(id, input, corrected);
    await db.publication.updateMany({
      where: { articleId: id, locale: 'vi' },
      data: { endedAt: new Date(), endReason: 'withdrawn' },
    });
    expect(await english(id)).toBeNull();
  });
});

describe('what waits for whoever writes', () => {
  const waiting = async (viewer: Viewer) => (await findBehindTranslations(viewer, 50)).first.map(({ id }) => id);
  const listed = async (viewer: Viewer) =>
    (await listArticles(viewer, { translation: 'behind' })).articles.map(({ id }) => id);

  test('an article whose Vietnamese readers see and whose English is behind, in her reach alone', async () => {
    const { id, input } = await out();
    await save(id, input, corrected);
    expect(await waiting(longHung)).not.toContain(id);
    expect(await listed(longHung)).toContain(id);
    await bringOut(editor, id, ['vi']);
    expect(await waiting(longHung)).toContain(id);
    expect((await findBehindTranslations(longHung, 1)).count).toBe((await waiting(longHung)).length);
    expect(await waiting(trangDai)).not.toContain(id);
    expect(await listed(trangDai)).not.toContain(id);
  });

  test('no longer once it is translated, though nobody has approved that yet', async () => {
    const { id, input } = await out();
    await save(id, input, corrected);
    await bringOut(editor, id, ['vi']);
    await save(id, { ...input, ...corrected }, { bodyEn: 'Every evening.' });
    expect(await waiting(longHung)).not.toContain(id);
    expect(await listed(longHung)).not.toContain(id);
  });

  test('the list goes on behind the last one of a page', async () => {
    const { articles } = await listArticles(longHung, { translation: 'behind' });
    const [first, ...rest] = articles.map(({ id }) => id);
    const after = (await listArticles(longHung, { translation: 'behind', after: first ?? '' })).articles;
    expect(after.map(({ id }) => id)).toEqual(rest);
  });
});

test('English that is behind is published all the same: it is told, not refused', async () => {
  const { id, input } = await begun();
  await save(id, input, corrected);
  await bringOut(editor, id, ['en']);
  expect((await findArticle(editor, id))?.publicIn).toEqual(['en']);
});
