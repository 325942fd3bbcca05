import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { eraseRows } from '@/domain/consents/erasure/erase-writes';
import { db, transaction } from '@/prisma/client';
import { bringOut, drafted, inVietnamese, published, versionOf, writing } from '@/test/stages/articles';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { restoreText } from './restore-commands';
import { findVersionWords, listVersions } from './version-queries';

let union: TestUnion;
let lan: Viewer;
let mai: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  lan = await makeViewer('commune_official', union.trangDai);
  mai = await makeViewer('commune_official', union.trangDai);
  neighbour = await makeViewer('commune_official', union.longHung);
});

const titles = async (articleId: string, locale: 'vi' | 'en' = 'vi') =>
  (await listVersions(lan, articleId, locale)).versions.map(({ title }) => title);

/** Saves another Vietnamese title over what stands. */
async function retitle(viewer: Viewer, articleId: string, titleVi: string): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = writing(union.trangDai);
  const version = await versionOf(viewer, articleId);
  const article = await findArticle(viewer, articleId);
  const en = article?.texts.find(({ locale }) => locale === 'en');
  const english = en ? { titleEn: en.title, summaryEn: en.summary, bodyEn: en.markdown } : inVietnamese;
  const saved = await editArticle(viewer, { ...words, ...english, articleId, version, titleVi });
  if (!saved.ok) throw new Error(saved.problem);
}

const restoring = async (articleId: string, title: string, locale: 'vi' | 'en' = 'vi') => {
  const { versions } = await listVersions(lan, articleId, locale);
  const textId = versions.findLast((each) => each.title === title)?.id ?? nothing;
  return { articleId, textId, version: await versionOf(lan, articleId) };
};

describe('what stood before a save', () => {
  test('stays, with who saved it and when, newest first, each language for itself', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleVi: 'Một' }));
    const began = new Date();
    await retitle(mai, id, 'Hai');
    await retitle(lan, id, 'Ba');
    const { versions } = await listVersions(lan, id, 'vi');
    const [lanName, maiName] = await Promise.all([nameOf(lan), nameOf(mai)]);
    expect(versions.map(({ title, by, newest, stands }) => [title, by, newest, stands])).toEqual([
      ['Ba', lanName, true, true],
      ['Hai', maiName, false, false],
      ['Một', lanName, false, false],
    ]);
    expect(versions[1]?.at.getTime()).toBeGreaterThanOrEqual(began.getTime());
    expect(versions[2]?.at.getTime()).toBeLessThan(began.getTime());
    expect(await titles(id, 'en')).toHaveLength(1);
  });

  test('stays when English is taken away, and can be put back', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleEn: 'One' }));
    const { kind: _kind, unitId: _unit, ...words } = writing(union.trangDai, inVietnamese);
    await editArticle(lan, { ...words, articleId: id, version: await versionOf(lan, id) });
    expect(await titles(id, 'en')).toEqual(['One']);
    expect(await restoreText(mai, await restoring(id, 'One', 'en'))).toMatchObject({ ok: true });
    expect((await findArticle(lan, id))?.texts.map(({ title }) => title).sort()).toEqual([words.titleVi, 'One'].sort());
  });

  test('is found by whoever may see the article, and is as good as nothing for the neighbour', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleVi: 'Một' }));
    await retitle(lan, id, 'Hai');
    const ids = (await listVersions(lan, id, 'vi')).versions.map((each) => each.id);
    expect(await findVersionWords(lan, id, 'vi', ids)).toMatchObject([{ title: 'Hai' }, { title: 'Một' }]);
    expect(await findVersionWords(lan, id, 'en', ids)).toEqual([null, null]);
    expect(await listVersions(neighbour, id, 'vi')).toEqual({ versions: [], next: null });
    expect(await findVersionWords(neighbour, id, 'vi', ids)).toEqual([null, null]);
    const other = await drafted(lan, writing(union.trangDai));
    expect(await findVersionWords(lan, other, 'vi', ids)).toEqual([null, null]);
  });

  test('goes on behind the last row of a page', async () => {
    const id = await drafted(lan, writing(union.trangDai, inVietnamese));
    const [text] = await db.editionText.findMany({
      where: { edition: { articleId: id } },
      select: { id: true },
      take: 1,
    });
    for (let at = 0; at < 34; at++)
      await db.editionText.update({
        where: { id: text?.id ?? nothing },
        data: { title: `Tựa ${at}` },
        select: { id: true },
      });
    const first = await listVersions(lan, id, 'vi');
    const second = await listVersions(lan, id, 'vi', first.next ?? undefined);
    expect([first.versions.length, second.versions.length, second.next]).toEqual([30, 5, null]);
    expect(new Set([...first.versions, ...second.versions].map((each) => each.id)).size).toBe(35);
  });
});

describe('putting an earlier text back', () => {
  test('writes it into the draft in its language alone, notes who did it, and loses nothing', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleVi: 'Một', titleEn: 'One' }));
    await retitle(lan, id, 'Hai');
    expect(await restoreText(mai, await restoring(id, 'Một'))).toMatchObject({
      value: { id, begun: false, stays: [], shown: [] },
    });
    expect(await titles(id)).toEqual(['Một', 'Hai', 'Một']);
    const article = await findArticle(lan, id);
    expect(article?.texts.map(({ title }) => title).sort()).toEqual(['Một', 'One']);
    const authors = await db.editionAuthor.findMany({ where: { editionId: article?.editionId ?? '' }, take: 5 });
    expect(authors.map(({ accountId }) => accountId).sort()).toEqual([lan.accountId, mai.accountId].sort());
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id, action: 'restoreText' }, take: 2 });
    expect(entry).toMatchObject({ verb: 'changed', actorId: mai.accountId, change: { language: 'vi' } });
  });

  test('of an approved article begins a new edition, and readers keep what they see', async () => {
    const id = await published(lan, writing(union.trangDai, { titleVi: 'Một', titleEn: 'One' }));
    await retitle(lan, id, 'Hai');
    await bringOut(lan, id, ['vi']);
    expect(await restoreText(mai, await restoring(id, 'Một'))).toMatchObject({
      value: { id, begun: true, stays: [], shown: [] },
    });
    const article = await findArticle(lan, id);
    expect(article).toMatchObject({ number: 3, editionState: 'draft', state: 'changed' });
    expect(article?.texts.map(({ title }) => title).sort()).toEqual(['Một', 'One']);
    const { versions } = await listVersions(lan, id, 'vi');
    expect(versions.map(({ title, shown, newest }) => [title, shown, newest])).toEqual([
      ['Một', false, true],
      ['Hai', true, false],
      ['Một', false, false],
    ]);
  });

  test('in English leaves it behind until somebody says that it follows, whatever else is saved meanwhile', async () => {
    const id = await published(lan, writing(union.trangDai, { titleVi: 'Một', titleEn: 'One' }));
    const english = async (titleEn: string) => {
      const { kind: _kind, unitId: _unit, ...words } = writing(union.trangDai, { titleVi: 'Một', titleEn });
      await editArticle(lan, { ...words, articleId: id, version: await versionOf(lan, id) });
    };
    await english('Another one');
    await bringOut(lan, id, ['en']);
    expect((await findArticle(lan, id))?.behind).toBe(false);
    expect(await restoreText(mai, await restoring(id, 'One', 'en'))).toMatchObject({ value: { begun: true } });
    expect((await findArticle(lan, id))?.behind).toBe(true);
    await english('One');
    expect((await findArticle(lan, id))?.behind).toBe(true);
  });

  test('of a saving and a putting back at the same moment one is first, and the other is told', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleVi: 'Một' }));
    await retitle(lan, id, 'Hai');
    const back = await restoring(id, 'Một');
    const { kind: _kind, unitId: _unit, ...words } = writing(union.trangDai);
    const save = { ...words, articleId: id, version: back.version, titleVi: 'Ba' };
    const results = await Promise.all([editArticle(lan, save), restoreText(mai, back)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await restoreText(mai, back)).toEqual({ ok: false, problem: 'saved-meanwhile' });
    expect(await titles(id)).toHaveLength(3);
  });

  test('is for who writes there: a reader may not, for the neighbour there is no such article, and of another article there is no such text', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleVi: 'Một' }));
    await retitle(lan, id, 'Hai');
    const back = await restoring(id, 'Một');
    const reader = await makeViewer('viewer', union.trangDai);
    expect(await restoreText(reader, back)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await restoreText(neighbour, back)).toEqual({ ok: false, problem: 'not-found' });
    const other = await drafted(lan, writing(union.trangDai));
    const elsewhere = { ...back, articleId: other, version: await versionOf(lan, other) };
    expect(await restoreText(lan, elsewhere)).toEqual({ ok: false, problem: 'version-gone' });
    expect(await titles(id)).toEqual(['Hai', 'Một']);
  });
});

describe('the database', () => {
  test('keeps the last fifty, and before them the last of each day', async () => {
    const id = await drafted(lan, writing(union.trangDai, inVietnamese));
    const [text] = await db.editionText.findMany({ where: { edition: { articleId: id } }, take: 1 });
    const { editionId = '', id: textId = '' } = text ?? {};
    // Three earlier ones of one day of Viet Nam, two of the day before: of those, two stay.
    await asOwner(
      `INSERT INTO earlier_text (id, edition_id, locale, title, summary, body, kept_at)
        SELECT app.uuid7(), $1, 'vi', 'Ngày ' || at, '—', '{}', at::timestamptz FROM unnest($2::text[]) at`,
      [
        editionId,
        ['01 10:00', '01 23:59', '02 00:01', '02 12:00', '02 23:00'].map((instant) => `2026-03-${instant}+07`),
      ],
    );
    for (let at = 0; at < 52; at++)
      await db.editionText.update({ where: { id: textId }, data: { title: `Tựa ${at}` }, select: { id: true } });
    const kept = await db.earlierText.findMany({ where: { editionId }, orderBy: { keptAt: 'asc' }, take: 60 });
    expect(kept.map(({ title }) => title).slice(0, 3)).toEqual([
      'Ngày 2026-03-01 23:59+07',
      'Ngày 2026-03-02 23:00+07',
      'Tựa 1',
    ]);
    expect(kept).toHaveLength(52);
  });

  test('lets no earlier text be changed, or taken away while it is to stay', async () => {
    const id = await drafted(lan, writing(union.trangDai));
    await retitle(lan, id, 'Hai');
    const where = { edition: { articleId: id } };
    await expect(db.earlierText.updateMany({ where, data: { title: 'Lén sửa' } })).rejects.toThrow();
    await expect(db.earlierText.deleteMany({ where })).rejects.toThrow();
    await expect(asOwner('DELETE FROM earlier_text', [])).rejects.toThrow('append-only');
    await expect(asOwner(`UPDATE earlier_text SET title = 'Lén sửa'`, [])).rejects.toThrow('append-only');
  });

  test('when she is erased of whom it tells, nothing earlier stays, is offered or comes back', async () => {
    const id = await drafted(lan, writing(union.trangDai, { titleVi: 'Chị Hoa kể' }));
    const personId = await makeMember(union.khuPho5, 'Lê Thị Hoa');
    await db.article.update({ where: { id }, data: { subjectPersonId: personId }, select: { id: true } });
    await retitle(lan, id, 'Chị ấy kể');
    const back = await restoring(id, 'Chị Hoa kể');
    await transaction((tx) => eraseRows(tx, [personId], { names: ['Lê Thị Hoa'], prints: [] }));
    expect(await db.earlierText.count({ where: { edition: { articleId: id } } })).toBe(0);
    expect(await titles(id)).toEqual([]);
    expect(await restoreText(lan, back)).toEqual({ ok: false, problem: 'version-gone' });
  });
});

async function nameOf({ accountId }: Viewer): Promise<string> {
  return (await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { displayName: true } })).displayName;
}

/** What the portal itself may not do. */
async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(sql, values).finally(() => owner.end());
}
