import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { db } from '@/prisma/client';
import { bringOut, drafted, inVietnamese, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { writeGuideParts } from './parts-commands';
import { findGuideDraft } from './parts-queries';
import { findPublishedGuide } from './queries';
import { type WrittenParts, writtenPartsInput } from './written-parts';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const guide = (change = {}) => drafted(editor, writing(union.province, { kind: 'guide', ...change }));

const form = async (articleId: string, change: Partial<Record<keyof WrittenParts, unknown>> = {}) =>
  writtenPartsInput.parse({
    articleId,
    version: String(await versionOf(editor, articleId)),
    titleVi: { 'need-0': 'Điện thoại', 'step-1': 'Bước sau', 'step-0': 'Bước đầu', 'trouble-0': 'Mất mạng' },
    bodyVi: { 'step-1': 'Làm sau.', 'step-0': 'Làm đầu.', 'trouble-0': 'Bật lại.' },
    titleEn: { 'need-0': 'A phone', 'step-1': 'Later step', 'step-0': 'First step', 'trouble-0': 'No signal' },
    bodyEn: { 'step-1': 'Do it later.', 'step-0': 'Do it first.', 'trouble-0': 'Switch it on again.' },
    screen: { 'step-0': 'app', 'step-1': 'form' },
    beside: { 'step-0': 'key', 'step-1': 'key' },
    ...change,
  });

test('parts are kept in the order in which the form holds them, in both languages, and read once they are public', async () => {
  const id = await guide();
  expect(await writeGuideParts(editor, await form(id))).toEqual({ ok: true, value: { id } });
  const draft = await findGuideDraft(editor, id);
  expect(draft?.parts.vi?.steps.map(({ title }) => title)).toEqual(['Bước sau', 'Bước đầu']);
  expect(draft?.parts.en?.troubles).toEqual([{ title: 'No signal', body: 'Switch it on again.' }]);
  await bringOut(editor, id);
  expect((await findPublishedGuide('en', id))?.needs).toEqual(['A phone']);
});

test('a line that was emptied is taken out; a guide without English has parts in Vietnamese alone', async () => {
  const id = await guide(inVietnamese);
  await writeGuideParts(editor, await form(id));
  const without = { titleVi: { 'need-0': ' ', 'step-0': 'Bước đầu' }, bodyVi: { 'step-0': 'Làm.' } };
  expect((await writeGuideParts(editor, await form(id, { ...without, titleEn: {}, bodyEn: {} }))).ok).toBe(true);
  expect((await findGuideDraft(editor, id))?.parts).toEqual({
    vi: {
      needs: [],
      steps: [{ title: 'Bước đầu', body: 'Làm.', drawing: { screen: 'app', beside: 'key' } }],
      troubles: [],
    },
  });
});

test('of two who write at once one is kept; the other hears what it says now', async () => {
  const id = await guide();
  const both = await Promise.all([
    form(id),
    form(id, { bodyVi: { 'step-1': 'Khác.', 'step-0': 'Khác.', 'trouble-0': 'Khác.' } }),
  ]);
  const answers = await Promise.all(both.map((input) => writeGuideParts(editor, input)));
  expect(answers.filter(({ ok }) => ok).length).toBe(1);
  const [refused] = answers.filter((answer) => !answer.ok);
  expect(refused).toMatchObject({ problem: 'changed-meanwhile', detail: { 'titleVi[step-0]': 'Bước sau' } });
});

test('what was approved stands in its words, and a new edition begins with its parts', async () => {
  const id = await guide();
  await writeGuideParts(editor, await form(id));
  await bringOut(editor, id);
  expect(await writeGuideParts(editor, await form(id))).toMatchObject({ ok: false, problem: 'begin-an-edition' });
  const asked = { articleId: id, version: await versionOf(editor, id) };
  const begun = await Promise.all([beginEdition(editor, asked), beginEdition(editor, asked)]);
  expect(begun.filter(({ ok }) => ok).length).toBe(1);
  expect((await findGuideDraft(editor, id))?.parts.vi?.steps.length).toBe(2);
  const change = { titleVi: { 'need-0': 'Máy tính' }, bodyVi: {}, titleEn: {}, bodyEn: {} };
  expect((await writeGuideParts(editor, await form(id, change))).ok).toBe(true);
  expect((await findPublishedGuide('vi', id))?.needs).toEqual(['Điện thoại']);
});

test('only who writes there writes parts, and only a guide has any', async () => {
  const id = await guide();
  const input = await form(id);
  for (const viewer of [
    await makeViewer('viewer', union.province),
    await makeViewer('commune_official', union.longHung),
    await makeViewer('trainer', union.province),
  ])
    expect((await writeGuideParts(viewer, input)).ok, viewer.accountId).toBe(false);
  const story = await drafted(editor, writing(union.province));
  expect(await writeGuideParts(editor, await form(story))).toMatchObject({ problem: 'not-found' });
  expect(await db.guideStep.count({ where: { text: { edition: { articleId: { in: [id, story] } } } } })).toBe(0);
});
