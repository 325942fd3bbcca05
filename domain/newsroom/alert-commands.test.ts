import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { listArticles } from '@/domain/articles/draft-list-queries';
import { listPublishedArticles } from '@/domain/articles/queries';
import type { Locale } from '@/domain/locale';
import { db, refusal } from '@/prisma/client';
import {
  another,
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
import { listArticleEvents } from './history-queries';
import { publishArticle } from './publish-commands';
import { forceInput } from './publish-input';
import { ruleApproval } from './rulings/ruling-commands';
import { findStanding } from './standing-queries';
import { findWaitingArticles } from './waiting-queries';

let union: TestUnion;
let official: Viewer;
let colleague: Viewer;
let province: Viewer;
let head: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  colleague = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  head = await makeViewer('sub_association_head', union.khuPho5);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const alert = (writer: Viewer, unit = union.longHung, place = union.longHung) =>
  drafted(writer, writing(unit, { kind: 'alert', communeIds: [place.id] }));
const read = async (articleId: string) => ({ articleId, version: await versionOf(province, articleId) });
const form = async (articleId: string, locales: Locale[] = ['vi']) => ({
  ...(await read(articleId)),
  locales,
  ...untilNextWeek(),
  ...urgent,
});
const isPublic = async (articleId: string) =>
  (await listPublishedArticles('vi', { kind: 'alert', take: 50 })).articles.some(({ id }) => id === articleId);

test('an alert goes out at once as its author forces it and says why, and is told as approved by nobody', async () => {
  const id = await alert(official);
  expect((await forceAlert(official, await form(id))).ok).toBe(true);
  expect(await isPublic(id)).toBe(true);
  expect(await findStanding(province, id)).toMatchObject({ forced: true, editionState: 'approved' });
  const events = await listArticleEvents(province, id);
  expect(events?.map(({ what }) => what)).toEqual(expect.arrayContaining(['forced', 'published']));
  // whoever approves it afterwards reads why it could not wait, there and in what was done
  expect(events?.find(({ what }) => what === 'forced')?.said).toBe(urgent.reason);
  expect((await findStanding(province, id))?.unconfirmed?.reason).toBe(urgent.reason);
  for (const reason of ['', '  ', 'a'.repeat(401)])
    expect(forceInput.safeParse({ ...(await form(id)), reason }).success, reason).toBe(false);
});

test('one that waits for approval goes out too, and not at an hour', async () => {
  const id = await submitted(official, await alert(official));
  const atSeven = { ...(await form(id)), day: '2099-01-01' as const, time: '07:00' };
  expect(await forceAlert(official, atSeven)).toMatchObject({ ok: true, value: { went: 'published' } });
  expect(await isPublic(id)).toBe(true);
});

test('a second person approves it afterwards, once; neither its author nor who forced it does', async () => {
  const id = await alert(official);
  await forceAlert(colleague, await form(id));
  expect(await confirmAlert(official, await unconfirmedOf(province, id))).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await confirmAlert(colleague, await unconfirmedOf(province, id))).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await findStanding(province, id)).toMatchObject({ forced: true });
  expect((await confirmAlert(province, await unconfirmedOf(province, id))).ok).toBe(true);
  expect(await findStanding(province, id)).toMatchObject({ forced: false, alone: false });
  expect(await confirmAlert(province, await unconfirmedOf(province, id))).toEqual({ ok: false, problem: 'step-taken' });
  expect(await isPublic(id)).toBe(true);
});

test('what readers see waits for a second person also once a newer edition is begun, which goes its own way', async () => {
  const id = await alert(official);
  await forceAlert(official, await form(id, ['vi', 'en']));
  const {
    kind: _kind,
    unitId: _unit,
    ...words
  } = writing(union.longHung, {
    communeIds: [union.longHung.id],
    ...verified,
  });
  const first = (await findStanding(province, id))?.editionId;
  expect((await editArticle(official, { ...words, ...(await read(id)) })).ok).toBe(true);
  const forced = await unconfirmedOf(province, id);
  for (const step of ['draft', 'submitted']) {
    if (step === 'submitted') await submitted(official, id);
    expect(await findStanding(province, id)).toMatchObject({
      forced: true,
      editionState: step,
      unconfirmed: { editionId: first, number: 1, hers: false },
    });
    for (const viewer of [colleague, province]) expect(await waitsFor(viewer, id)).toBe(true);
    expect(await waitsFor(official, id)).toBe(false);
    expect((await findWaitingArticles(official, 50)).unconfirmed.first).toContainEqual(expect.objectContaining({ id }));
    expect((await findWaitingArticles(neighbour, 50)).unconfirmed.first.some((one) => one.id === id)).toBe(false);
    expect(await confirmAlert(official, forced)).toEqual({ ok: false, problem: 'wrote-it' });
  }
  const newest = (await findStanding(province, id))?.editionId ?? '';
  expect(await confirmAlert(province, { ...forced, editionId: newest })).toEqual({ ok: false, problem: 'step-taken' });
  expect(await confirmAlert(province, forced)).toMatchObject({ ok: true });
  expect(await findStanding(province, id)).toMatchObject({ forced: false, editionState: 'submitted' });
  expect((await approveArticle(province, await form(id, ['vi', 'en']))).ok).toBe(true);
});

test('whoever may see it finds what readers see and nobody has approved, as a filter of the list', async () => {
  const [id, approved] = [await alert(official), await submitted(official, await alert(official))];
  await approveArticle(province, await form(approved));
  const idsOf = async (viewer: Viewer) =>
    (await listArticles(viewer, { kind: 'alert', approval: 'missing' })).articles.map((one) => one.id);
  expect(await idsOf(province)).not.toContain(id);
  await forceAlert(official, await form(id));
  for (const viewer of [official, colleague, province]) expect(await idsOf(viewer)).toContain(id);
  expect(await idsOf(neighbour)).not.toContain(id);
  expect(await idsOf(province)).not.toContain(approved);
  await confirmAlert(province, await unconfirmedOf(province, id));
  expect(await idsOf(province)).not.toContain(id);
});

/** Approves the newest edition past the portal; says which rule refused it. */
async function approvedSecretly(articleId: string, { accountId }: Viewer): Promise<string | undefined> {
  const editionId = (await findStanding(province, articleId))?.editionId ?? '';
  const secretly = db.editionDecision.create({
    data: { editionId, kind: 'approved', decidedById: accountId },
    select: { id: true },
  });
  return refusal(await secretly.catch((error: unknown) => error));
}

const waitsFor = async (viewer: Viewer, articleId: string) =>
  (await findWaitingArticles(viewer, 50)).toApprove.first.some(({ id }) => id === articleId);

test('past the portal, and with a ruling for an office of one, who forced or wrote it does not approve it either', async () => {
  const ruled = await ruleApproval(province, { unitId: union.trangDai.id, reason: 'Văn phòng chỉ có một người.' });
  expect(ruled.ok).toBe(true);
  for (const sender of [neighbour, province]) {
    const id = await alert(neighbour, union.trangDai, union.trangDai);
    await forceAlert(sender, await form(id));
    for (const viewer of [neighbour, sender]) {
      expect(await waitsFor(viewer, id)).toBe(false);
      expect(await confirmAlert(viewer, await unconfirmedOf(province, id))).toEqual({ ok: false, problem: 'wrote-it' });
      expect(await approvedSecretly(id, viewer)).toBe('approved_by_another');
    }
    const second = await another(province);
    expect(await waitsFor(second, id)).toBe(true);
    expect((await confirmAlert(second, await unconfirmedOf(province, id))).ok).toBe(true);
  }
});

test('a head, a neighbour and whoever names no language force nothing, and no other kind goes out unread', async () => {
  const id = await alert(head, union.khuPho5);
  expect(await forceAlert(head, await form(id))).toEqual({ ok: false, problem: 'not-allowed' });
  expect(await forceAlert(neighbour, await form(id))).toEqual({ ok: false, problem: 'not-found' });
  expect(await forceAlert(province, await form(id, []))).toEqual({ ok: false, problem: 'nothing-chosen' });
  expect(await isPublic(id)).toBe(false);
  const news = await drafted(official, writing(union.longHung, { kind: 'news' }));
  expect(await forceAlert(official, await form(news))).toEqual({ ok: false, problem: 'step-taken' });
  expect((await publishArticle(official, await form(news))).ok).toBe(false);
});

test('it holds until an instant: without one nobody forces, approves or publishes it, and news have none', async () => {
  const [id, later] = [await alert(official), await submitted(official, await alert(official))];
  const endless = async (articleId: string, locales: Locale[] = ['vi']) => ({
    ...(await read(articleId)),
    locales,
    ...urgent,
  });
  const refused = { ok: false, problem: 'end-needed' };
  expect(await forceAlert(official, await endless(id))).toEqual(refused);
  expect((await forceAlert(official, await form(id))).ok).toBe(true);
  expect((await findStanding(official, id))?.languages[0]?.shown?.until).toBeInstanceOf(Date);
  expect(await approveArticle(province, await endless(later))).toEqual(refused);
  expect((await approveArticle(province, await endless(later, []))).ok).toBe(true);
  expect(await publishArticle(province, await endless(later))).toEqual(refused);
  expect((await publishArticle(province, await form(later))).ok).toBe(true);
  const news = await submitted(official, await drafted(official, writing(union.longHung, { kind: 'news' })));
  expect((await approveArticle(province, await endless(news))).ok).toBe(true);
});

test('two who force it in the same moment put it out once', async () => {
  const id = await alert(official);
  const both = await form(id);
  const results = await Promise.all([official, colleague].map((viewer) => forceAlert(viewer, both)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const live = await db.publication.findMany({
    where: { articleId: id, endedAt: null },
    select: { id: true },
    take: 9,
  });
  expect(live).toHaveLength(1);
});

test('a text that was approved is no alert to be forced', async () => {
  const id = await submitted(official, await alert(official));
  await approveArticle(province, await form(id));
  expect(await forceAlert(official, await form(id))).toEqual({ ok: false, problem: 'step-taken' });
});
