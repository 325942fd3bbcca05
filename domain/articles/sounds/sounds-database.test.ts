import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { findPublishedArticle } from '@/domain/articles/queries';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { makePreviewLink } from '@/domain/newsroom/previews/preview-link-commands';
import { findPreview, findPreviewSound, findPreviewSoundByLink } from '@/domain/newsroom/previews/preview-queries';
import { withdrawArticle } from '@/domain/newsroom/publish-commands';
import { ok, problem } from '@/domain/result';
import { db, refusal } from '@/prisma/client';
import {
  another,
  bringOut,
  drafted,
  stepped,
  submitted,
  versionOf,
  withdrawing,
  writing,
} from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { answers, draftedOn } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findPublishedSound } from './published-sound-queries';
import type { KeepSound } from './sound';
import { addSound, removeSound } from './sound-commands';
import { listSounds } from './sound-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let reader: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
});

const SHA = 'ab'.repeat(32);
const kept: KeepSound = async () => ok({ sha256: SHA, format: 'mp3', bytes: 40_000, seconds: 60 });
const input = async (articleId: string, locale: Locale = 'vi', readBy = 'Chị Lan') => ({
  articleId,
  version: await versionOf(official, articleId),
  locale,
  readBy,
  agreed: 'on' as const,
  soundFile: new File(['x'], 'doc.mp3'),
});
const give = async (articleId: string, locale: Locale = 'vi', readBy?: string) => {
  const result = await addSound(official, await input(articleId, locale, readBy), kept);
  if (!result.ok) throw new Error(result.problem);
};
const story = async (locale: Locale = 'vi') => {
  const articleId = await drafted(official, writing(union.longHung));
  await give(articleId, locale);
  return articleId;
};
const textOf = async (articleId: string, locale: Locale = 'vi') =>
  (await findArticle(official, articleId))?.texts.find((text) => text.locale === locale)?.id ?? '';
const isHeard = async (textId: string) => (await findPublishedSound(textId, 'mp3')) !== null;
const stale = async (articleId: string) => (await listSounds(official, articleId)).map((sound) => sound.stale);
const rewrite = async (articleId: string, change: object) => {
  const article = await findArticle(official, articleId);
  const [vi, en] = ['vi', 'en'].map((locale) => article?.texts.find((text) => text.locale === locale));
  const words = { titleVi: vi?.title, summaryVi: vi?.summary, bodyVi: vi?.markdown };
  const english = { titleEn: en?.title, summaryEn: en?.summary, bodyEn: en?.markdown };
  const fields = { ...writing(union.longHung), ...words, ...english, ...change } as ReturnType<typeof writing>;
  const result = await editArticle(official, { ...fields, articleId, version: article?.version ?? 0 });
  if (!result.ok) throw new Error(result.problem);
};

describe('a sound', () => {
  test('is heard with its text and as long as that is public, in its language alone, and says who reads', async () => {
    const articleId = await story();
    const [vi, en] = [await textOf(articleId), await textOf(articleId, 'en')];
    expect(await isHeard(vi)).toBe(false);
    await bringOut(official, articleId);
    expect(await findPublishedSound(vi, 'mp3')).toEqual({ sha256: SHA, format: 'mp3' });
    expect([await isHeard(en), await findPublishedSound(vi, 'm4a'), await findPublishedSound('x', 'mp3')]).toEqual([
      false,
      null,
      null,
    ]);
    const { slugs } = (await findArticle(official, articleId)) ?? {};
    expect(await findPublishedArticle('vi', 'story', slugs?.vi ?? '')).toMatchObject({
      sound: { textId: vi, format: 'mp3', seconds: 60, bytes: 40_000, readBy: 'Chị Lan' },
    });
    expect(await findPublishedArticle('en', 'story', slugs?.en ?? '')).toMatchObject({ sound: null });
    expect((await withdrawArticle(await another(official), withdrawing(articleId))).ok).toBe(true);
    expect(await isHeard(vi)).toBe(false);
  });

  test('is given by who writes, to what she may write in; a neighbour finds nothing, a reader may not', async () => {
    const articleId = await drafted(official, writing(union.longHung));
    const form = await input(articleId);
    const never: KeepSound = () => Promise.reject(new Error('stored before rights were checked'));
    for (const [viewer, problem] of [
      [neighbour, 'not-found'],
      [reader, 'not-allowed'],
    ] as const) {
      expect(await addSound(viewer, form, never)).toMatchObject({ problem });
      expect(await removeSound(viewer, form)).toMatchObject({ problem });
    }
    expect(await addSound(official, { ...form, version: form.version + 1 }, never)).toMatchObject({
      problem: 'changed-since-read',
    });
    const refuses: KeepSound = async () => problem('sound-has-pictures');
    expect(await addSound(official, form, refuses)).toMatchObject({ problem: 'sound-has-pictures' });
    expect(await db.sound.count({ where: { text: { edition: { articleId } } } })).toBe(0);
    const colleague = await another(official);
    expect((await addSound(colleague, form, kept)).ok).toBe(true);
    expect(await listSounds(official, articleId)).toMatchObject([{ locale: 'vi', readBy: 'Chị Lan', stale: false }]);
    expect(await listSounds(reader, articleId)).toHaveLength(1);
    expect(await listSounds(neighbour, articleId)).toEqual([]);
    // who gave it has written, so somebody else approves it
    await submitted(official, articleId);
    const version = await versionOf(official, articleId);
    expect(await approveArticle(colleague, { articleId, version, locales: [] })).toMatchObject({ problem: 'wrote-it' });
  });

  test('is approved with its text: no other one is put there, by the portal or past it, and it is never changed', async () => {
    const articleId = await story();
    await bringOut(official, articleId);
    expect(await addSound(official, await input(articleId), kept)).toMatchObject({ problem: 'begin-an-edition' });
    const [vi, en] = [await textOf(articleId), await textOf(articleId, 'en')];
    const row = await db.sound.findUniqueOrThrow({ where: { textId: vi } });
    const past = (deed: Promise<unknown>) => deed.then(() => 'done', refusal);
    expect(await past(db.sound.create({ data: { ...row, textId: en }, select: { textId: true } }))).toBe(
      'approved_text_fixed',
    );
    expect(await past(db.$executeRaw`UPDATE sound SET read_by = 'Chị Mai' WHERE text_id = ${vi}::uuid`)).not.toBe(
      'done',
    );
    const draft = await textOf(await drafted(official, writing(union.longHung)));
    for (const wrong of [{ seconds: 901 }, { format: 'wav' }, { readBy: '' }, { sha256: new Uint8Array(3) }])
      expect(
        await past(db.sound.create({ data: { ...row, textId: draft, ...wrong }, select: { textId: true } })),
      ).not.toBe('done');
  });

  test('is taken away at once, from what readers have too, in its language alone', async () => {
    const articleId = await story();
    await give(articleId, 'en');
    await bringOut(official, articleId);
    const [vi, en] = [await textOf(articleId), await textOf(articleId, 'en')];
    const gone = await removeSound(official, { ...(await input(articleId)), locale: 'vi' });
    expect(gone).toMatchObject({ ok: true, value: { shown: [{ id: articleId }] } });
    expect([await isHeard(vi), await isHeard(en)]).toEqual([false, true]);
    expect(await removeSound(official, await input(articleId))).toMatchObject({ problem: 'no-sound' });
  });
});

describe('words that are changed after somebody read them', () => {
  test('leave her unheard until they stand there again; what she does not read changes nothing', async () => {
    const articleId = await story();
    expect(await stale(articleId)).toEqual([false]);
    await rewrite(articleId, { easyReadVi: 'Câu ngắn.', bodyEn: 'Other words.' });
    expect(await stale(articleId)).toEqual([false]);
    const { summary } = (await findArticle(official, articleId))?.texts.find(({ locale }) => locale === 'vi') ?? {};
    await rewrite(articleId, { summaryVi: 'Câu khác.' });
    expect(await stale(articleId)).toEqual([true]);
    expect((await findPreview(official, articleId, 'vi'))?.article.sound).toBeNull();
    await bringOut(official, articleId);
    expect(await isHeard(await textOf(articleId))).toBe(false);
    await rewrite(articleId, { summaryVi: summary });
    await bringOut(official, articleId);
    expect(await isHeard(await textOf(articleId))).toBe(true);
  });

  test('are also those of a guide’s steps', async () => {
    const articleId = await drafted(official, writing(union.longHung, { kind: 'guide' }));
    await stepped(official, articleId);
    await give(articleId);
    expect(await stale(articleId)).toEqual([false]);
    await stepped(official, articleId, 'Tắt máy');
    expect(await stale(articleId)).toEqual([true]);
  });

  test('a new edition goes on with the sound of the one before, and readers keep theirs until it is out', async () => {
    const articleId = await story();
    await bringOut(official, articleId);
    const first = await textOf(articleId);
    await beginEdition(official, { articleId, version: await versionOf(official, articleId) });
    expect(await stale(articleId)).toEqual([false]);
    await rewrite(articleId, { titleVi: 'Tên khác' });
    expect(await stale(articleId)).toEqual([true]);
    expect(await isHeard(first)).toBe(true);
    // taken away from all of them, it does not come back
    expect((await removeSound(official, await input(articleId))).ok).toBe(true);
    expect(await isHeard(first)).toBe(false);
    await bringOut(official, articleId);
    await beginEdition(official, { articleId, version: await versionOf(official, articleId) });
    expect(await listSounds(official, articleId)).toEqual([]);
  });
});

test('before it is public it is heard by colleagues, and by the link of its edition while its words stand', async () => {
  const articleId = await story();
  const textId = await textOf(articleId);
  const linked = await makePreviewLink(official, { articleId });
  if (!linked.ok) throw new Error(linked.problem);
  const { secret } = linked.value;
  const found = async (viewer: Viewer) => (await findPreviewSound(viewer, articleId, textId, 'mp3'))?.sha256 ?? null;
  const byLink = async (text = textId) => (await findPreviewSoundByLink(secret, text, 'mp3'))?.sha256 ?? null;
  expect([await found(official), await found(reader), await found(neighbour)]).toEqual([SHA, SHA, null]);
  const other = await textOf(await story());
  expect([await byLink(), await byLink(other), await findPreviewSoundByLink('x', textId, 'mp3')]).toEqual([
    SHA,
    null,
    null,
  ]);
  await rewrite(articleId, { titleVi: 'Tên khác' });
  expect([await found(official), await byLink()]).toEqual([SHA, null]);
});

test('a woman’s full name among who reads names her: her story waits for her yes, and her erasure takes the sound', async () => {
  const personId = await makeMember(union.khuPho5);
  const person = () =>
    db.person.findUniqueOrThrow({ where: { id: personId }, select: { fullName: true, version: true } });
  const { fullName } = await person();
  const articleId = await draftedOn(official, personId, writing(union.longHung));
  await db.edition.updateMany({ where: { articleId }, data: { namesSubject: false } });
  await give(articleId, 'vi', `Chị ${fullName}`);
  await submitted(official, articleId);
  const version = await versionOf(official, articleId);
  const approve = async () => approveArticle(await another(official), { articleId, version, locales: ['vi'] });
  expect(await approve()).toMatchObject({ problem: 'name-not-agreed' });
  await answers(official, personId, 'given');
  expect((await approve()).ok).toBe(true);
  expect(await isHeard(await textOf(articleId))).toBe(true);
  const erasing = { personId, name: fullName ?? '', reason: 'asked', askedOn: today() } as const;
  const erased = await eraseByTwo(official, { ...erasing, version: (await person()).version });
  expect(erased.ok).toBe(true);
  expect(await db.sound.count({ where: { text: { edition: { articleId } } } })).toBe(0);
});
