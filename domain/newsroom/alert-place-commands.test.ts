import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import {
  drafted,
  submitted,
  unconfirmedOf,
  untilNextWeek,
  urgent,
  verified,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle, confirmAlert, forceAlert } from './decision-commands';
import { publishArticle } from './publish-commands';
import { isHerMove } from './standing';
import { findStanding } from './standing-queries';
import { findWaitingArticles, type WaitingKind } from './waiting-queries';

let union: TestUnion;
let official: Viewer;
let colleague: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  colleague = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});

const refused = { ok: false, problem: 'place-not-hers' };
const alert = (communeIds: string[]) => drafted(official, writing(union.longHung, { kind: 'alert', communeIds }));
const form = async (articleId: string) => ({
  articleId,
  version: await versionOf(province, articleId),
  locales: ['vi' as const, 'en' as const],
  ...untilNextWeek(),
  ...urgent,
});
const placesOf = async (articleId: string) => (await findArticle(province, articleId))?.communeIds.toSorted();

const waits = async (viewer: Viewer, what: WaitingKind, articleId: string) =>
  (await findWaitingArticles(viewer, 50))[what].first.some(({ id }) => id === articleId);

/** Saves other places of an alert, its words as they stand. */
async function place(viewer: Viewer, articleId: string, communeIds: string[]) {
  const article = await findArticle(viewer, articleId);
  const { kind: _kind, unitId: _unit, ...words } = writing(union.longHung, { communeIds, ...verified });
  const [vi, en] = ['vi', 'en'].map((locale) => article?.texts.find((text) => text.locale === locale));
  const result = await editArticle(viewer, {
    ...words,
    titleVi: vi?.title ?? '',
    bodyVi: vi?.markdown ?? '',
    titleEn: en?.title,
    bodyEn: en?.markdown,
    articleId,
    version: article?.version ?? 0,
  });
  return result.ok ? 'saved' : result.problem;
}

/** The whole city, the neighbour alone, and her own place with the neighbour's. */
const beyond = () => [[], [union.trangDai.id], [union.longHung.id, union.trangDai.id]];

test('an official of a commune forces an alert for her commune; for the city or a neighbour the city does', async () => {
  expect((await forceAlert(official, await form(await alert([union.longHung.id])))).ok).toBe(true);
  for (const communeIds of beyond()) {
    const id = await alert(communeIds);
    expect(await forceAlert(official, await form(id))).toEqual(refused);
    expect((await findStanding(province, id))?.editionState).toBe('draft');
    expect((await forceAlert(province, await form(id))).ok).toBe(true);
    expect(await confirmAlert(colleague, await unconfirmedOf(province, id))).toEqual(refused);
  }
});

test('she neither approves nor publishes one that would warn others, is told that it is not her move, and it waits for the city', async () => {
  for (const communeIds of beyond()) {
    const id = await submitted(official, await alert(communeIds));
    expect(await approveArticle(colleague, await form(id))).toEqual(refused);
    const [article, standing] = [await findArticle(colleague, id), await findStanding(colleague, id)];
    expect(article && standing && isHerMove(standing, article)).toBe(false);
    expect([await waits(colleague, 'toApprove', id), await waits(province, 'toApprove', id)]).toEqual([false, true]);
    expect((await approveArticle(province, { ...(await form(id)), locales: [] })).ok).toBe(true);
    expect(await publishArticle(colleague, await form(id))).toEqual(refused);
    expect([await waits(colleague, 'toPublish', id), await waits(province, 'toPublish', id)]).toEqual([false, true]);
    expect((await publishArticle(province, await form(id))).ok).toBe(true);
  }
  const own = await submitted(official, await alert([union.longHung.id]));
  expect(await waits(colleague, 'toApprove', own)).toBe(true);
  expect((await approveArticle(colleague, await form(own))).ok).toBe(true);
});

test('of a public alert she takes no place away until it warns the city, and adds no place of others', async () => {
  const id = await alert([union.longHung.id]);
  await forceAlert(official, await form(id));
  for (const communeIds of beyond()) expect(await place(official, id, communeIds)).toBe('place-not-hers');
  expect(await placesOf(id)).toEqual([union.longHung.id]);
  expect(await place(province, id, [union.longHung.id, union.trangDai.id])).toBe('saved');
  // as they stand they are saved with words of hers; to her own place she may take it back
  expect(await place(official, id, [union.trangDai.id, union.longHung.id])).toBe('saved');
  expect(await place(official, id, [union.longHung.id])).toBe('saved');
  expect(await placesOf(id)).toEqual([union.longHung.id]);
});

test('while nobody reads it, places are chosen freely', async () => {
  const id = await alert([union.longHung.id]);
  expect(await place(official, id, [])).toBe('saved');
});
