import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { bringOut, drafted, published, writing } from '@/test/stages/articles';
import { rewrite } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { draftArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { findPublishedArticle, listPublishedAddresses } from '../queries';
import { listPublishedModelsToTell } from './subject-model-queries';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

async function told(articleId: string) {
  const slug = (await listPublishedAddresses('vi')).find(({ id }) => id === articleId)?.slug ?? '';
  const found = await findPublishedArticle('vi', 'story', slug);
  return found && 'subjectModelId' in found ? found.subjectModelId : undefined;
}

test('the model of a draft is told with it; of public words another one waits for the approval of the next edition', async () => {
  const [first, second] = [await createModel(db, union.khuPho5), await createModel(db, union.khuPho6)];
  const id = await published(editor, writing(union.province, { subjectModelId: first.id }));
  expect(await told(id)).toBe(first.id);
  expect(await rewrite(editor, id, { subjectModelId: second.id })).toBe('saved');
  expect(await findArticle(editor, id)).toMatchObject({ subjectModelId: second.id, moving: true, number: 2 });
  expect(await told(id)).toBe(first.id);
  await bringOut(editor, id);
  expect(await told(id)).toBe(second.id);
  expect(await rewrite(editor, id)).toBe('saved');
  await bringOut(editor, id);
  expect(await told(id)).toBeNull();
});

test('who may not move the surroundings of public words moves no model either', async () => {
  const model = await createModel(db, union.khuPho5);
  const head = await makeViewer('sub_association_head', union.khuPho5);
  const official = await makeViewer('commune_official', union.longHung);
  const id = await published(official, writing(union.khuPho5, { subjectModelId: model.id }));
  expect((await findArticle(head, id))?.placeable).toBe(false);
  expect(await rewrite(head, id)).toBe('saved');
  expect((await findArticle(official, id))?.subjectModelId).toBe(model.id);
});

test('a model that nobody may see is not chosen, and no other kind of article names one; what was chosen stays when it ends', async () => {
  const paused = await createModel(db, union.khuPho5, { status: 'paused' });
  const write = (change: object) => draftArticle(editor, writing(union.province, change));
  expect(await write({ subjectModelId: paused.id })).toEqual({ ok: false, problem: 'model-not-public' });
  const model = await createModel(db, union.khuPho5);
  expect(await write({ kind: 'news', subjectModelId: model.id })).toEqual({ ok: false, problem: 'only-in-story' });
  const id = await drafted(editor, writing(union.province, { subjectModelId: model.id }));
  await db.$executeRaw`UPDATE model_status SET status = 'paused' WHERE model_id = ${model.id}::uuid`;
  expect(await rewrite(editor, id, { subjectModelId: model.id })).toBe('saved');
});

test('offered are the public models of its communes, and the chosen one', async () => {
  const here = await createModel(db, union.ongHuong, { name: 'Gia đình số Ông Hường' });
  await createModel(db, union.ongHuong, { name: 'Đã dừng', status: 'paused' });
  await createModel(db, union.ongHuong, { name: 'Đã kết thúc', to: addDays(today(), -3) });
  const elsewhere = await createModel(db, union.khuPho6, { name: 'Nơi khác' });
  const names = async (communeIds: string[], chosen: string | null) =>
    (await listPublishedModelsToTell(communeIds, chosen)).map(({ name }) => name);
  expect(await names([union.trangDai.id], here.id)).toEqual(['Gia đình số Ông Hường']);
  expect(await names([union.trangDai.id], elsewhere.id)).toEqual(['Gia đình số Ông Hường', 'Nơi khác']);
  expect(await names([], null)).toEqual([]);
});
