import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { db } from '@/prisma/client';
import { drafted, inVietnamese, published, stepped, versionOf, writing } from '@/test/stages/articles';
import { rewrite } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findAlertDraft } from '../alerts/alert-queries';
import { findArticle } from '../draft-queries';
import { restoreText } from './restore-commands';
import { findVersionWords, listVersions } from './version-queries';

let union: TestUnion;
let [lan, mai]: Viewer[] = [];

beforeAll(async () => {
  union = await makeUnion();
  lan = await makeViewer('editor', union.province);
  mai = await makeViewer('editor', union.province);
});

const editor = () => lan as Viewer;
const guide = (change: object = {}) => drafted(editor(), writing(union.province, { kind: 'guide', ...change }));

const versions = async (articleId: string, locale: 'vi' | 'en' = 'vi') =>
  (await listVersions(editor(), articleId, locale)).versions;
const linesOf = async (articleId: string, locale: 'vi' | 'en' = 'vi') => {
  const ids = (await versions(articleId, locale)).map(({ id }) => id);
  const words = await Promise.all(ids.map((id) => findVersionWords(editor(), articleId, locale, [id])));
  return words.map(([each]) => each?.parts?.map(({ title }) => title) ?? null);
};
const stepsIn = async (articleId: string, locale: 'vi' | 'en') =>
  (await findGuideDraft(editor(), articleId))?.parts[locale]?.steps.map(({ title }) => title);

async function putBack(articleId: string, at: number, locale: 'vi' | 'en' = 'vi') {
  const textId = (await versions(articleId, locale))[at]?.id ?? '';
  return restoreText(editor(), { articleId, textId, version: await versionOf(editor(), articleId) });
}

describe('lines of a guide that are written over', () => {
  test('stay with the words they stood with, in the name of who writes, and come back with them', async () => {
    const id = await guide();
    await stepped(editor(), id, 'Một');
    await stepped(mai as Viewer, id, 'Hai');
    expect(await linesOf(id)).toEqual([['Hai'], ['Một']]);
    const account = await db.account.findUnique({ where: { id: mai?.accountId ?? '' }, select: { displayName: true } });
    expect((await versions(id))[0]?.by).toBe(account?.displayName);
    expect(await putBack(id, 1)).toMatchObject({ ok: true });
    expect([await stepsIn(id, 'vi'), await stepsIn(id, 'en')]).toEqual([['Một'], ['Hai']]);
    expect(await linesOf(id)).toEqual([['Một'], ['Hai'], ['Một']]);
    expect((await findArticle(editor(), id))?.texts.find(({ locale }) => locale === 'vi')?.lines).toContain('Một');
  });

  test('are not kept twice: who saves the same lines, or words alone, leaves them as they stand', async () => {
    const id = await guide();
    await stepped(editor(), id, 'Một');
    await stepped(mai as Viewer, id, 'Một');
    expect(await linesOf(id)).toEqual([['Một']]);
    expect(await rewrite(editor(), id, { titleVi: 'Tựa khác' })).toBe('saved');
    expect(await linesOf(id)).toEqual([['Một'], ['Một']]);
  });

  test('stay with other words that are put back and had the same', async () => {
    const id = await guide({ titleVi: 'Trước' });
    await stepped(editor(), id, 'Một');
    await rewrite(editor(), id, { titleVi: 'Sau' });
    expect(await putBack(id, 1)).toMatchObject({ ok: true });
    expect(await linesOf(id)).toEqual([['Một'], ['Một'], ['Một']]);
    expect((await findArticle(editor(), id))?.texts[0]?.lines).toContain('Một');
    await stepped(editor(), id, 'Hai');
    expect((await linesOf(id)).slice(0, 2)).toEqual([['Hai'], ['Một']]);
  });

  test('stand still where a version from before there were any comes back', async () => {
    const id = await guide({ titleVi: 'Trước' });
    await rewrite(editor(), id, { titleVi: 'Sau' });
    await stepped(editor(), id, 'Một');
    const first = (await versions(id)).findLastIndex(({ title }) => title === 'Trước');
    expect(await putBack(id, first)).toMatchObject({ ok: true });
    expect(await stepsIn(id, 'vi')).toEqual(['Một']);
  });

  test('come back into a new edition where the newest is approved', async () => {
    const id = await published(editor(), writing(union.province, { kind: 'guide' }));
    await putBack(id, 0);
    await stepped(editor(), id, 'Khác');
    expect(await putBack(id, 1)).toMatchObject({ ok: true });
    expect(await stepsIn(id, 'vi')).toEqual(['Mở máy']);
  });
});

describe('lines of an English text that is emptied', () => {
  test('stand there again as soon as English is written again in the same edition', async () => {
    const id = await guide();
    await stepped(editor(), id, 'One');
    expect(await rewrite(editor(), id, inVietnamese)).toBe('saved');
    expect((await findArticle(editor(), id))?.texts).toHaveLength(1);
    expect(await linesOf(id, 'en')).toEqual([['One']]);
    expect(await rewrite(editor(), id)).toBe('saved');
    expect(await stepsIn(id, 'en')).toEqual(['One']);
  });

  test('come back with the text that is put back', async () => {
    const id = await guide();
    await stepped(editor(), id, 'One');
    await rewrite(editor(), id, inVietnamese);
    expect(await putBack(id, 0, 'en')).toMatchObject({ ok: true });
    expect(await stepsIn(id, 'en')).toEqual(['One']);
    expect(await linesOf(id, 'en')).toEqual([['One'], ['One']]);
  });

  test('of an alert as of a guide', async () => {
    const id = await drafted(editor(), writing(union.province, { kind: 'alert' }));
    const before = (await findAlertDraft(editor(), id))?.en;
    expect(before?.hotlines).toHaveLength(1);
    await rewrite(editor(), id, inVietnamese);
    expect(await putBack(id, 0, 'en')).toMatchObject({ ok: true });
    expect((await findAlertDraft(editor(), id))?.en).toEqual(before);
  });
});
