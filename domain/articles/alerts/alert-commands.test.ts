import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { findPublishedArticle, listPublishedAddresses } from '@/domain/articles/queries';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { approveArticle, forceAlert, submitArticle } from '@/domain/newsroom/decision-commands';
import { publishableIn } from '@/domain/newsroom/standing';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { searchPublished } from '@/domain/search/queries';
import { db, refusal } from '@/prisma/client';
import {
  alertLines,
  another,
  bringOut,
  drafted,
  untilNextWeek,
  urgent,
  verified,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { writeAlertParts } from './alert-commands';
import { findAlertDraft } from './alert-queries';
import { writtenAlertInput } from './written-alert';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const alert = (change = {}) => drafted(editor, writing(union.province, { kind: 'alert', ...change }));
const form = async (articleId: string, change: object = {}) =>
  writtenAlertInput.parse({ articleId, version: String(await versionOf(editor, articleId)), ...alertLines, ...change });
const read = async (articleId: string) => ({ articleId, version: await versionOf(editor, articleId) });
const both = async (articleId: string) => ({
  ...(await read(articleId)),
  locales: ['vi' as const, 'en' as const],
  ...untilNextWeek(),
  ...urgent,
});

const without = (part: string) => ({
  titleVi: { ...alertLines.titleVi, [`${part}-0`]: '' },
  titleEn: { ...alertLines.titleEn, [`${part}-0`]: '' },
});

async function shown(locale: 'vi' | 'en', articleId: string) {
  const slug = (await listPublishedAddresses(locale)).find(({ id }) => id === articleId)?.slug ?? '';
  const found = await findPublishedArticle(locale, 'alert', slug);
  return found && 'alert' in found ? found.alert : null;
}

test('lines are kept in the order of the form, in both languages, and readers have them with the text', async () => {
  const id = await alert();
  const titleVi = { 'sign-1': 'Đòi chuyển tiền', 'sign-0': 'Gọi số lạ', 'step-0': 'Tắt máy', 'hotline-0': 'Công an' };
  const titleEn = { 'sign-1': 'Wants money', 'sign-0': 'Calls from afar', 'step-0': 'Hang up', 'hotline-0': 'Police' };
  expect(await writeAlertParts(editor, await form(id, { titleVi, titleEn }))).toEqual({ ok: true, value: { id } });
  await bringOut(editor, id);
  expect(await shown('vi', id)).toEqual({
    signs: ['Đòi chuyển tiền', 'Gọi số lạ'],
    steps: ['Tắt máy'],
    hotlines: [{ name: 'Công an', number: '113' }],
  });
  expect((await shown('en', id))?.hotlines).toEqual([{ name: 'Police', number: '113' }]);
  const { articles } = (await searchPublished('vi', 'đòi chuyển tiền')).articles;
  expect(articles.map(({ kind }) => kind)).toContain('alert');
});

test('an alert without signs, steps, whom to call or who verified it is neither handed on nor put out', async () => {
  const lacks = {
    'signs-needed': await alert(),
    'steps-needed': await alert(),
    'hotlines-needed': await alert(),
    'source-needed': await alert({ sourceUrl: undefined }),
  };
  await writeAlertParts(editor, await form(lacks['signs-needed'], without('sign')));
  await writeAlertParts(editor, await form(lacks['steps-needed'], without('step')));
  await writeAlertParts(editor, await form(lacks['hotlines-needed'], { ...without('hotline'), number: {} }));
  for (const [lack, id] of Object.entries(lacks)) {
    expect(await submitArticle(editor, await read(id)), lack).toEqual({ ok: false, problem: lack });
    expect(await forceAlert(editor, await both(id)), lack).toEqual({ ok: false, problem: lack });
    expect(await shown('vi', id)).toBeNull();
  }
  const whole = await alert();
  await submitArticle(editor, await read(whole));
  expect((await approveArticle(await another(editor), await both(whole))).ok).toBe(true);
});

test('the lines are whole in each language that is written', async () => {
  const id = await alert();
  await writeAlertParts(editor, await form(id, { titleEn: {} }));
  expect(await submitArticle(editor, await read(id))).toEqual({ ok: false, problem: 'signs-needed' });
  expect(await forceAlert(editor, { ...(await both(id)), locales: ['vi'] })).toMatchObject({ ok: false });
});

test('past the portal the database puts no alert out that is not whole', async () => {
  const id = await alert();
  await bringOut(editor, id);
  const [text] = await db.editionText.findMany({
    where: { edition: { articleId: id }, locale: 'vi' },
    select: { id: true },
    take: 1,
  });
  await db.publication.updateMany({ where: { articleId: id }, data: { endedAt: new Date(), endReason: 'withdrawn' } });
  await db.article.update({ where: { id }, data: { sourceUrl: null }, select: { id: true } });
  expect(await putOutSecretly(id, text?.id)).toBe('whole_alert');
});

test('past the portal the database puts no alert out without a number to call', async () => {
  const id = await alert();
  await writeAlertParts(editor, await form(id, { ...without('hotline'), number: {} }));
  const [edition] = await db.edition.findMany({
    where: { articleId: id },
    select: { id: true, editionTexts: { where: { locale: 'vi' }, select: { id: true } } },
    take: 1,
  });
  const editionId = edition?.id ?? '';
  const decide = (kind: 'submitted' | 'approved', { accountId: decidedById }: Viewer) =>
    db.editionDecision.create({ data: { editionId, kind, decidedById }, select: { id: true } });
  await decide('submitted', editor);
  await decide('approved', await another(editor));
  expect(await putOutSecretly(id, edition?.editionTexts[0]?.id)).toBe('whole_alert');
});

async function putOutSecretly(articleId: string, textId = '') {
  const now = new Date();
  const data = { articleId, locale: 'vi' as const, textId, plannedAt: now, publishedAt: now };
  return refusal(await db.publication.create({ data, select: { id: true } }).catch((error: unknown) => error));
}

test('readers of a public alert do not lose who verified it', async () => {
  const id = await alert();
  await bringOut(editor, id);
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province);
  const without = await editArticle(editor, { ...words, ...(await read(id)) });
  expect(without).toEqual({ ok: false, problem: 'source-needed' });
  expect((await editArticle(editor, { ...words, ...verified, ...(await read(id)) })).ok).toBe(true);
});

test('an alert that went out before alerts had to have a source goes out again with one', async () => {
  const id = await alert();
  await bringOut(editor, id);
  await db.article.update({ where: { id }, data: { sourceName: null, sourceUrl: null }, select: { id: true } });
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province);
  expect((await editArticle(editor, { ...words, ...verified, ...(await read(id)) })).ok).toBe(true);
  await bringOut(editor, id);
  const { sourceUrl } = await db.article.findUniqueOrThrow({ where: { id }, select: { sourceUrl: true } });
  expect(sourceUrl).toBe(verified.sourceUrl);
});

test('what was approved stands in its lines; a new edition begins with them, and one that changes a line alone goes out', async () => {
  const id = await alert();
  await bringOut(editor, id);
  expect(await writeAlertParts(editor, await form(id))).toMatchObject({ problem: 'begin-an-edition' });
  const [text] = await db.editionText.findMany({
    where: { edition: { articleId: id }, locale: 'vi' },
    select: { id: true },
    take: 1,
  });
  const secretly = db.alertPart.deleteMany({ where: { textId: text?.id ?? '' } });
  expect(refusal(await secretly.catch((error: unknown) => error))).toBe('approved_text_fixed');
  expect((await beginEdition(editor, await read(id))).ok).toBe(true);
  expect((await findAlertDraft(editor, id))?.en?.steps).toEqual(['Hang up']);
  const titleVi = { ...alertLines.titleVi, 'step-0': 'Tắt máy, gọi người nhà' };
  await writeAlertParts(editor, await form(id, { titleVi }));
  const standing = await findStanding(editor, id);
  expect(standing && publishableIn(standing)).toEqual(['vi']);
  await bringOut(editor, id);
  expect((await shown('vi', id))?.steps).toEqual(['Tắt máy, gọi người nhà']);
});

test('of two who write at once one is kept, and the other hears what it says now', async () => {
  const id = await alert();
  const forms = await Promise.all([form(id), form(id, { number: { 'hotline-0': '156' } })]);
  const answers = await Promise.all(forms.map((input) => writeAlertParts(editor, input)));
  expect(answers.filter(({ ok }) => ok).length).toBe(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    problem: 'changed-meanwhile',
    detail: { 'titleVi[step-0]': 'Tắt máy' },
  });
});

test('only who writes there writes the lines, and only an alert has any', async () => {
  const id = await alert();
  const input = await form(id, { titleVi: { 'sign-0': 'Khác' }, titleEn: {}, number: {} });
  for (const viewer of [
    await makeViewer('viewer', union.province),
    await makeViewer('commune_official', union.longHung),
    await makeViewer('trainer', union.province),
  ])
    expect((await writeAlertParts(viewer, input)).ok, viewer.accountId).toBe(false);
  expect((await findAlertDraft(editor, id))?.vi?.signs).toEqual(['Người lạ gọi, xưng là công an']);
  const story = await drafted(editor, writing(union.province));
  expect(await writeAlertParts(editor, await form(story))).toMatchObject({ problem: 'not-found' });
  expect(await findAlertDraft(editor, story)).toBeNull();
});
