import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
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
import { approveArticle, confirmAlert, forceAlert } from '../decision-commands';
import { findStanding } from '../standing-queries';
import { findWaitingArticles } from '../waiting-queries';
import { revokeApprovalRuling, ruleApproval } from './ruling-commands';

let union: TestUnion;
let writer: Viewer;
let helper: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  writer = await makeViewer('commune_official', union.longHung);
  helper = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});

const place = () => ({ communeIds: [union.longHung.id] });
const alert = (by: Viewer) => drafted(by, writing(union.longHung, { kind: 'alert', ...place() }));
const form = async (articleId: string) => ({
  articleId,
  version: await versionOf(province, articleId),
  locales: ['vi' as const, 'en' as const],
  ...untilNextWeek(),
  ...urgent,
});

/** Changes a word of what readers see: a new edition begins, of which she alone is the author. */
async function touched(viewer: Viewer, articleId: string, places = place()): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = writing(union.longHung, { ...places, ...verified });
  const result = await editArticle(viewer, { ...words, articleId, version: await versionOf(province, articleId) });
  if (!result.ok) throw new Error(result.problem);
  await submitted(viewer, articleId);
}

/** Approves the newest edition past the portal; says which rule refused it. */
async function approvedSecretly(articleId: string, { accountId }: Viewer): Promise<string | undefined> {
  const editionId = (await findStanding(province, articleId))?.editionId ?? '';
  const data = { editionId, kind: 'approved' as const, decidedById: accountId };
  return refusal(await db.editionDecision.create({ data, select: { id: true } }).catch((error: unknown) => error));
}

const waitsFor = async (viewer: Viewer, articleId: string) =>
  (await findWaitingArticles(viewer, 50)).toApprove.first.some(({ id }) => id === articleId);

async function expectRefused(viewer: Viewer, articleId: string): Promise<void> {
  expect(await approveArticle(viewer, await form(articleId))).toEqual({ ok: false, problem: 'wrote-it' });
  expect(await approvedSecretly(articleId, viewer)).toBe('approved_by_another');
}

test('who wrote and forced an alert does not approve a comma that somebody else put into it', async () => {
  const id = await alert(writer);
  expect((await forceAlert(writer, await form(id))).ok).toBe(true);
  await touched(helper, id);
  await expectRefused(writer, id);
  await expectRefused(helper, id);
  expect(await waitsFor(writer, id)).toBe(false);
  const second = await another(writer);
  expect(await waitsFor(second, id)).toBe(true);
  expect((await approveArticle(second, await form(id))).ok).toBe(true);
});

test('who forced what another wrote does not approve the next edition of it, a ruling notwithstanding', async () => {
  await ruleApproval(province, { unitId: union.longHung.id, reason: 'Văn phòng chỉ có một người.' });
  const id = await alert(helper);
  expect((await forceAlert(writer, await form(id))).ok).toBe(true);
  await touched(helper, id);
  await expectRefused(writer, id);
  expect(await waitsFor(writer, id)).toBe(false);
  expect((await approveArticle(province, await form(id))).ok).toBe(true);
});

test('once a second person has approved it, its words are approved: who wrote them approves what another adds', async () => {
  const id = await alert(writer);
  await forceAlert(writer, await form(id));
  expect((await confirmAlert(province, await unconfirmedOf(province, id))).ok).toBe(true);
  await touched(helper, id);
  expect(await waitsFor(writer, id)).toBe(true);
  expect((await approveArticle(writer, await form(id))).ok).toBe(true);
});

test('what she approved herself, by a ruling that is revoked, is approved by another before she approves what was added', async () => {
  const alone = await makeViewer('commune_official', union.trangDai);
  const ruled = await ruleApproval(province, { unitId: union.trangDai.id, reason: 'Văn phòng chỉ có một người.' });
  if (!ruled.ok) throw new Error(ruled.problem);
  const id = await submitted(alone, await drafted(alone, writing(union.trangDai)));
  const news = async () => ({ ...(await form(id)), endDay: undefined });
  expect((await approveArticle(alone, await news())).ok).toBe(true);
  await revokeApprovalRuling(province, { rulingId: ruled.value.id, reason: 'Đã có người thứ hai.' });
  await touched(await makeViewer('commune_official', union.trangDai), id, { communeIds: [union.trangDai.id] });
  expect(await approveArticle(alone, await news())).toEqual({ ok: false, problem: 'wrote-it' });
  expect((await approveArticle(province, await news())).ok).toBe(true);
});

test('what she wrote and forced is hers no more once somebody else approved an edition after it: she approves what another puts into the next', async () => {
  const id = await alert(writer);
  expect((await forceAlert(writer, await form(id))).ok).toBe(true);
  await touched(helper, id);
  await expectRefused(writer, id);
  expect((await approveArticle(province, await form(id))).ok).toBe(true);
  await touched(helper, id);
  expect(await approveArticle(writer, await form(id))).toMatchObject({ ok: true });
});
