import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { draftInput } from '@/domain/articles/article';
import { draftArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedArticle, listPublishedAddresses } from '@/domain/articles/queries';
import { eraseRows } from '@/domain/consents/erasure/erase-writes';
import { publishableIn } from '@/domain/newsroom/standing';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { searchPublished } from '@/domain/search/queries';
import { db, transaction } from '@/prisma/client';
import { bringOut, drafted, inVietnamese, published, versionOf, writing } from '@/test/stages/articles';
import { begin, draftedOn, publishedOn, rewrite, unname } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { restoreText } from '../versions/restore-commands';
import { findVersionWords, listVersions } from '../versions/version-queries';
import { WHAT_CHANGED_MAX } from './what-changed';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const changed = { whatChangedVi: 'Nay khách trả bằng mã.', whatChangedEn: 'Customers now pay by code.' };

async function shown(locale: 'vi' | 'en', articleId: string) {
  const slug = (await listPublishedAddresses(locale)).find(({ id }) => id === articleId)?.slug ?? '';
  const found = await findPublishedArticle(locale, 'story', slug);
  return found && 'whatChanged' in found ? found.whatChanged : undefined;
}

/** Saves the same words with another thing that changed. */
async function says(articleId: string, change: object) {
  const now = await findArticle(editor, articleId);
  const texts = Object.fromEntries(
    (now?.texts ?? []).flatMap(({ locale, title, summary, markdown, whatChanged }) => {
      const part = locale === 'vi' ? 'Vi' : 'En';
      const words = { title, summary, body: markdown, whatChanged: whatChanged ?? undefined };
      return Object.entries(words).map(([name, value]) => [`${name}${part}`, value]);
    }),
  );
  return rewrite(editor, articleId, { ...texts, ...change });
}

describe('what changed for whom a story tells of', () => {
  test('is read in each language, and found by its words', async () => {
    const id = await published(editor, writing(union.province, changed));
    expect([await shown('vi', id), await shown('en', id)]).toEqual([changed.whatChangedVi, changed.whatChangedEn]);
    const { articles } = (await searchPublished('vi', 'khách trả bằng mã')).articles;
    expect(articles.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''))).toEqual([
      expect.stringContaining('khách trả bằng mã'),
    ]);
  });

  test('waits for approval like the text: a new edition goes on with it, and one that changes nothing else has something to publish', async () => {
    const id = await published(editor, writing(union.province, changed));
    await begin(editor, id);
    expect((await findArticle(editor, id))?.texts.map(({ whatChanged }) => whatChanged).sort()).toEqual(
      Object.values(changed).sort(),
    );
    expect(await says(id, { whatChangedVi: 'Nay chị bán qua mạng.' })).toBe('saved');
    expect(await shown('vi', id)).toBe(changed.whatChangedVi);
    const standing = await findStanding(editor, id);
    expect(standing && publishableIn(standing)).toEqual(['vi']);
    await bringOut(editor, id);
    expect(await shown('vi', id)).toBe('Nay chị bán qua mạng.');
  });

  test('makes English stale when it moves in Vietnamese alone, and of a text without it the hash is what it was', async () => {
    const id = await published(editor, writing(union.province, changed));
    expect(await says(id, { whatChangedVi: 'Nay chị bán qua mạng.' })).toBe('saved');
    expect((await findArticle(editor, id))?.behind).toBe(true);
    const without = await drafted(editor, writing(union.province, inVietnamese));
    const rows = await db.$queryRaw<{ same: boolean }[]>`
      SELECT t.sha256 = sha256(convert_to(t.title || chr(10) || t.summary || chr(10) || t.plain, 'UTF8')) AS same
      FROM edition_text t JOIN edition e ON e.id = t.edition_id WHERE e.article_id = ${without}::uuid`;
    expect(rows).toEqual([{ same: true }]);
  });

  test('stays when it is written over, and comes back with the text it stood in', async () => {
    const id = await drafted(editor, writing(union.province, { ...inVietnamese, whatChangedVi: 'Một.' }));
    await says(id, { ...inVietnamese, whatChangedVi: 'Hai.' });
    const { versions } = await listVersions(editor, id, 'vi');
    const ids = versions.map((each) => each.id);
    expect((await findVersionWords(editor, id, 'vi', ids)).map((words) => words?.whatChanged)).toEqual([
      'Hai.',
      'Một.',
    ]);
    await restoreText(editor, { articleId: id, textId: ids[1] ?? '', version: await versionOf(editor, id) });
    expect((await findArticle(editor, id))?.texts).toMatchObject([{ whatChanged: 'Một.' }]);
  });

  test('names her like any other word of it, and is emptied when she is erased', async () => {
    const official = await makeViewer('commune_official', union.longHung);
    const name = 'Lê Thị Đổi Thay';
    const personId = await makeMember(union.khuPho5, name);
    const quiet = writing(union.longHung, { ...inVietnamese, titleVi: 'Một người chị' });
    const id = await publishedOn(official, personId, quiet);
    await begin(official, id);
    const words = { ...inVietnamese, titleVi: 'Một người chị', whatChangedVi: `Nay chị ${name} bán qua mạng.` };
    expect(await rewrite(official, id, words)).toBe('saved');
    await expect(unname(official, id)).rejects.toThrow('still-named');

    const other = await draftedOn(official, personId, writing(union.longHung, changed));
    await transaction((tx) => eraseRows(tx, [personId], { names: [name], prints: [] }));
    expect((await findArticle(official, other))?.texts.map(({ whatChanged }) => whatChanged)).toEqual([null, null]);
    expect(await rewrite(official, other, changed)).toBe('erased-stays-empty');
  });

  test('is said of a story alone, briefly, without a run of letters, and in English beside an English text', async () => {
    const news = await draftArticle(editor, writing(union.province, { kind: 'news', ...changed }));
    expect(news).toEqual({ ok: false, problem: 'only-in-story' });
    const id = await drafted(editor, writing(union.province, { kind: 'news' }));
    expect(await rewrite(editor, id, changed)).toBe('only-in-story');
    const alone = await draftArticle(editor, writing(union.province, { ...inVietnamese, whatChangedEn: 'Now.' }));
    expect(alone).toEqual({ ok: false, problem: 'english-not-whole' });
    const wrong = (whatChangedVi: string) =>
      draftInput.safeParse({ ...writing(union.province), whatChangedVi }).error?.issues.map(({ message }) => message);
    expect(wrong('a '.repeat(WHAT_CHANGED_MAX / 2))).toBeUndefined();
    expect(wrong('ab '.repeat(WHAT_CHANGED_MAX / 2))).toEqual(['too-long']);
    expect(wrong('a'.repeat(101))).toEqual(['run-too-long']);
  });
});
