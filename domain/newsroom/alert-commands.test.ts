import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { listPublishedArticles } from '@/domain/articles/queries';
import type { Locale } from '@/domain/locale';
import { db, refusal } from '@/prisma/client';
import { another, drafted, submitted, untilNextWeek, verified, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle, confirmAlert, forceAlert } from './decision-commands';
import { listArticleEvents } from './history-queries';
import { publishArticle } from './publish-commands';
import { ruleApproval } from './rulings/ruling-commands';
import { mayConfirm } from './standing';
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
});
const isPublic = async (articleId: string) =>
  (await listPublishedArticles('vi', { kind: 'alert', take: 50 })).articles.some(({ id }) => id === articleId);

test('an alert goes out at once as its author forces it, and is told as approved by nobody', async () => {
  const id = await alert(official);
  expect((await forceAlert(official, await form(id))).ok).toBe(true);
  expect(await isPublic(id)).toBe(true);
  expect(await findStanding(province, id)).toMatchObject({ forced: true, editionState: 'approved' });
  const events = await listArticleEvents(province, id);
  expect(events?.map(({ what }) => what)).toEqual(expect.arrayContaining(['forced', 'published']));
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
  expect(await confirmAlert(official, await read(id))).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await confirmAlert(colleague, await read(id))).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await findStanding(province, id)).toMatchObject({ forced: true });
  expect((await confirmAlert(province, await read(id))).ok).toBe(true);
  expect(await findStanding(province, id)).toMatchObject({ forced: false, alone: false });
  expect(await confirmAlert(province, await read(id))).toEqual({ ok: false, problem: 'step-taken' });
  expect(await isPublic(id)).toBe(true);
});

test('a newer edition is not confirmed with the one that readers see: it is approved in its own way, and replaces that', async () => {
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
  expect((await editArticle(official, { ...words, ...(await read(id)) })).ok).toBe(true);
  for (const step of ['draft', 'submitted']) {
    const standing = await findStanding(province, id);
    expect(standing).toMatchObject({ forced: true, editionState: step });
    expect(standing && mayConfirm(standing, true)).toBe(false);
    expect(await confirmAlert(province, await read(id))).toEqual({ ok: false, problem: 'step-taken' });
    if (step === 'draft') await submitted(official, id);
  }
  expect((await approveArticle(province, await form(id, ['vi', 'en']))).ok).toBe(true);
  expect(await findStanding(province, id)).toMatchObject({ forced: false, editionState: 'approved' });
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
      expect(await confirmAlert(viewer, await read(id))).toEqual({ ok: false, problem: 'wrote-it' });
      expect(await approvedSecretly(id, viewer)).toBe('approved_by_another');
    }
    const second = await another(province);
    expect(await waitsFor(second, id)).toBe(true);
    expect((await confirmAlert(second, await read(id))).ok).toBe(true);
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
  const endless = async (articleId: string, locales: Locale[] = ['vi']) => ({ ...(await read(articleId)), locales });
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
