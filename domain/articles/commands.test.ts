import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { db, refusal } from '@/prisma/client';
import {
  another,
  drafted,
  inVietnamese,
  makeSkill,
  published,
  submitted,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import type { EditInput } from './article';
import { draftArticle, editArticle } from './commands';
import { findArticle } from './draft-queries';
import { findPublishedArticle, listPublishedArticles } from './queries';

let union: TestUnion;
let editor: Viewer;
let colleague: Viewer;
let official: Viewer;
let neighbour: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  colleague = await makeViewer('editor', union.province);
  official = await makeViewer('commune_official', union.trangDai);
  neighbour = await makeViewer('commune_official', union.longHung);
  reader = await makeViewer('viewer', union.province);
  await makeSkill('vneid');
  await makeSkill('ocop');
});

/** The edit form of an article as it is sent when nothing was typed yet. */
async function editing(viewer: Viewer, articleId: string, change: Partial<EditInput> = {}): Promise<EditInput> {
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province);
  const article = await findArticle(viewer, articleId);
  const [communeIds, topics] = [article?.communeIds ?? [], article?.topics ?? []];
  return { ...words, communeIds, topics, articleId, version: article?.version ?? 0, ...change };
}

describe('a draft', () => {
  test('is kept with its two languages, its places and its topics, and leaves a trail without its words', async () => {
    const input = writing(union.province, {
      communeIds: [union.trangDai.id, union.ongHuong.id],
      topics: ['vneid', 'x'],
    });
    const id = await drafted(editor, input);
    const article = await findArticle(editor, id);
    expect(article).toMatchObject({ kind: 'story', state: 'draft', number: 1, editionState: 'draft' });
    expect(article?.texts.map(({ locale, title }) => [locale, title]).sort()).toEqual([
      ['en', input.titleEn],
      ['vi', input.titleVi],
    ]);
    expect(article?.texts.find(({ locale }) => locale === 'vi')?.markdown).toBe(input.bodyVi);
    // A sub-association is no commune, and a topic that nobody knows is none.
    expect(article).toMatchObject({ communeIds: [union.trangDai.id], topics: ['vneid'] });
    const trail = await db.auditEntry.findMany({ where: { subjectId: id }, take: 5 });
    expect(trail).toMatchObject([{ verb: 'created', action: 'draftArticle', actorId: editor.accountId }]);
    expect(JSON.stringify(trail)).not.toContain(input.titleVi);
  });

  test('of the editor is kept as a document of what is allowed alone, whoever wrote what was sent', async () => {
    const text = {
      type: 'text',
      text: 'Bấm vào đây',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    const sent = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { onclick: 'x' }, content: [text] }, { type: 'script' }],
    };
    const id = await drafted(editor, writing(union.province, { bodyVi: JSON.stringify(sent) }));
    const [row] = await db.editionText.findMany({ where: { edition: { articleId: id }, locale: 'vi' }, take: 1 });
    expect(row).toMatchObject({ plain: 'Bấm vào đây' });
    expect(row?.body).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bấm vào đây' }] }],
    });
  });

  test('is nobody’s reading: no list, no address', async () => {
    const id = await drafted(editor, writing(union.province));
    const { articles } = await listPublishedArticles('vi', { kind: 'story' });
    expect(articles.map((article) => article.id)).not.toContain(id);
    expect(await db.articleSlug.count({ where: { articleId: id } })).toBe(0);
  });

  test('is begun where she writes, nowhere else: another commune is as good as none', async () => {
    expect((await draftArticle(official, writing(union.ongHuong))).ok).toBe(true);
    for (const unitId of [union.longHung.id, union.province.id, nothing])
      expect(await draftArticle(official, { ...writing(union.trangDai), unitId })).toEqual({
        ok: false,
        problem: 'not-found',
      });
    expect(await draftArticle(reader, writing(union.province))).toEqual({ ok: false, problem: 'not-found' });
  });

  test('may be Vietnamese alone, never half English', async () => {
    expect((await draftArticle(editor, writing(union.province, inVietnamese))).ok).toBe(true);
    for (const part of ['titleEn', 'summaryEn', 'bodyEn'] as const)
      expect(await draftArticle(editor, writing(union.province, { [part]: undefined }))).toEqual({
        ok: false,
        problem: 'english-not-whole',
      });
  });
});

describe('editing', () => {
  test('writes over a draft, counts the version up, and takes English away when it was emptied', async () => {
    const id = await drafted(editor, writing(union.province));
    const before = await versionOf(editor, id);
    await editArticle(editor, await editing(editor, id, { titleVi: 'Tựa mới', ...inVietnamese }));
    const article = await findArticle(editor, id);
    expect(article).toMatchObject({ number: 1, version: before + 1, state: 'draft' });
    expect(article?.texts.map(({ locale, title }) => [locale, title])).toEqual([['vi', 'Tựa mới']]);
  });

  test('the second of two editors overwrites nothing: she gets the first one’s text beside her own', async () => {
    const id = await drafted(editor, writing(union.province));
    const [hers, mine] = [
      await editing(editor, id, { titleVi: 'Bản của chị Lan', topics: ['ocop'] }),
      await editing(colleague, id, { titleVi: 'Bản của chị Mai' }),
    ];
    expect((await editArticle(editor, hers)).ok).toBe(true);
    const refused = await editArticle(colleague, mine);
    const version = String(await versionOf(editor, id));
    expect(refused).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { titleVi: 'Bản của chị Lan', bodyVi: hers.bodyVi, titleEn: hers.titleEn, topics: 'ocop', version },
    });
    expect((await findArticle(editor, id))?.texts.find(({ locale }) => locale === 'vi')?.title).toBe('Bản của chị Lan');
    // Having read both she may save hers, knowingly.
    expect((await editArticle(colleague, { ...mine, version: Number(version) })).ok).toBe(true);
  });

  test('of two who write in the editor the second gets the other’s text as a document, and not where it says the same', async () => {
    const id = await drafted(editor, writing(union.province));
    const text = (words: string) =>
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });
    const [hers, mine] = [
      await editing(editor, id, { bodyVi: text('Của chị Lan'), bodyEn: text('The same') }),
      await editing(colleague, id, { bodyVi: text('Của chị Mai'), bodyEn: text('The same') }),
    ];
    expect((await editArticle(editor, hers)).ok).toBe(true);
    const refused = await editArticle(colleague, mine);
    expect(refused).toMatchObject({ problem: 'changed-meanwhile', detail: { bodyVi: text('Của chị Lan') } });
    expect(refused.ok ? {} : refused.detail).not.toHaveProperty('bodyEn');
  });

  test('saving a text leaves the note on what was changed as it was', async () => {
    const id = await drafted(editor, writing(union.province));
    await db.edition.updateMany({ where: { articleId: id }, data: { changeNote: 'Sửa ngày' } });
    expect((await editArticle(editor, await editing(editor, id, { titleVi: 'Tựa khác' }))).ok).toBe(true);
    expect(await db.edition.findMany({ where: { articleId: id }, select: { changeNote: true } })).toEqual([
      { changeNote: 'Sửa ngày' },
    ]);
  });

  test('of two who save at the same moment one is first', async () => {
    const id = await drafted(editor, writing(union.province));
    const both = [await editing(editor, id), await editing(colleague, id)] as const;
    const results = await Promise.all([editArticle(editor, both[0]), editArticle(colleague, both[1])]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-meanwhile' });
  });

  test('of a public article begins a new edition, and readers keep the old one', async () => {
    const input = writing(union.province);
    const id = await published(editor, input);
    await editArticle(editor, await editing(editor, id, { titleVi: 'Tựa chưa ai thấy' }));
    expect(await findArticle(editor, id)).toMatchObject({ state: 'changed', number: 2, editionState: 'draft' });
    const slug = (await findArticle(editor, id))?.slugs.vi ?? '';
    expect(await findPublishedArticle('vi', 'story', slug)).toMatchObject({ title: input.titleVi });
  });

  test('topics of a public article alone begin an edition, and are found by readers once a second person has approved it', async () => {
    const input = writing(union.province, { topics: ['vneid'] });
    const id = await published(editor, input);
    const same = await editing(editor, id, { ...input, topics: ['ocop'] });
    const { kind: _kind, unitId: _unit, ...sent } = { ...same, kind: undefined, unitId: undefined };
    expect(await editArticle(editor, sent)).toMatchObject({ ok: true });
    const waits = { state: 'changed', number: 2, moving: true, topics: ['ocop'] };
    expect(await findArticle(editor, id)).toMatchObject(waits);
    const found = async (topic: string) =>
      (await listPublishedArticles('vi', { kind: 'story', topic, take: 50 })).articles.some((each) => each.id === id);
    expect([await found('vneid'), await found('ocop')]).toEqual([true, false]);
    await submitted(editor, id);
    const form = { articleId: id, version: await versionOf(editor, id), locales: [] };
    expect(await approveArticle(editor, form)).toEqual({ ok: false, problem: 'wrote-it' });
    expect(await found('ocop')).toBe(false);
    expect((await approveArticle(await another(editor), form)).ok).toBe(true);
    expect([await found('vneid'), await found('ocop')]).toEqual([false, true]);
    expect(await findArticle(editor, id)).toMatchObject({ moving: false, topics: ['ocop'] });
  });

  test('who may not publish changes nothing that readers of a public article see', async () => {
    const input = writing(union.ongHuong, { communeIds: [union.trangDai.id], topics: ['vneid'], sourceName: 'Báo A' });
    const id = await published(editor, input);
    const head = await makeViewer('sub_association_head', union.ongHuong);
    const sent = await editing(head, id, { communeIds: [], topics: ['ocop'], sourceName: undefined });
    expect((await editArticle(head, sent)).ok).toBe(true);
    expect(await findArticle(editor, id)).toMatchObject({
      state: 'changed',
      communeIds: [union.trangDai.id],
      topics: ['vneid'],
      source: { name: 'Báo A' },
    });
  });

  test('an article of Trảng Dài is not found from Long Hưng, and who only reads does not edit', async () => {
    const id = await drafted(official, writing(union.trangDai));
    expect(await editArticle(neighbour, await editing(official, id))).toEqual({ ok: false, problem: 'not-found' });
    expect(await editArticle(reader, await editing(official, id))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await editArticle(editor, await editing(editor, id, { articleId: nothing }))).toEqual({
      ok: false,
      problem: 'not-found',
    });
  });

  test('the trail names the fields that changed, not their words', async () => {
    const input = writing(union.province);
    const id = await drafted(editor, input);
    const { kind: _kind, unitId: _unit, ...same } = input;
    const version = await versionOf(editor, id);
    await editArticle(editor, { ...same, articleId: id, version, titleVi: 'Chị Vân kể', topics: ['vneid'] });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id, action: 'editArticle' }, take: 1 });
    expect(entry?.change).toEqual({ fields: ['titleVi', 'topics'] });
  });
});

describe('the database', () => {
  test('an approved text cannot be changed or removed, by whatever way', async () => {
    const id = await published(editor, writing(union.province));
    const edition = { edition: { articleId: id } };
    const changed = db.editionText.updateMany({ where: edition, data: { title: 'Lén sửa' } });
    expect(refusal(await changed.catch((error: unknown) => error))).toBe('approved_text_fixed');
    const [text] = await db.editionText.findMany({ where: edition, select: { id: true }, take: 1 });
    const removed = db.editionText.delete({ where: { id: text?.id ?? nothing } });
    expect(refusal(await removed.catch((error: unknown) => error))).toBe('approved_text_fixed');
  });
});
