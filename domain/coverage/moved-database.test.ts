import { beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { makeMember, makeUnion, type TestUnion } from '@/test/union';
import { listPublishedCommunesOf } from './moved-queries';

let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
});

test('a model and a pair move the figures of the commune that hosts them, and of no other', async () => {
  const model = await createModel(db, union.khuPho5);
  const [guide, learner] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5, 'Võ Thị Sáu')];
  const pair = await createPair(db, union.khuPho5, { id: guide }, { id: learner });
  const here = [union.longHung.id];
  expect(await listPublishedCommunesOf({ modelId: model.id })).toEqual(here);
  expect(await listPublishedCommunesOf({ pairId: pair.id })).toEqual(here);
  // whoever guides and whoever learns, also in a commune that is not her own
  expect(await listPublishedCommunesOf({ personId: guide })).toEqual(here);
  expect(await listPublishedCommunesOf({ personId: learner })).toEqual(here);
});

test('who sits on a board moves what is asked about it where it is, a pair also where a family is that it is tied to', async () => {
  const [board, tied] = [await createModel(db, union.trangDai), await createModel(db, union.trangDai)];
  const her = await makeMember(union.khuPho5);
  await joinModel(db, board, { id: her }, { office: 'head' });
  expect(await listPublishedCommunesOf({ personId: her })).toEqual([union.trangDai.id]);
  const [guide, learner] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  const pair = await createPair(db, union.khuPho5, { id: guide }, { id: learner }, { tiedTo: tied });
  const both = [union.longHung.id, union.trangDai.id].sort();
  expect((await listPublishedCommunesOf({ pairId: pair.id })).sort()).toEqual(both);
});

test('a pair moves what is asked of the family that another pair of who guides is tied to, and so does she herself; who learns does not', async () => {
  const family = await createModel(db, union.trangDai);
  const [guide, ...learners] = await Promise.all(Array.from({ length: 3 }, () => makeMember(union.khuPho5)));
  const [first = '', second = ''] = learners;
  await createPair(db, union.khuPho5, { id: guide ?? '' }, { id: first }, { tiedTo: family });
  const other = await createPair(db, union.khuPho5, { id: guide ?? '' }, { id: second });
  const both = [union.longHung.id, union.trangDai.id].sort();
  expect((await listPublishedCommunesOf({ pairId: other.id })).sort()).toEqual(both);
  expect((await listPublishedCommunesOf({ personId: guide ?? '' })).sort()).toEqual(both);
  expect(await listPublishedCommunesOf({ personId: second })).toEqual([union.longHung.id]);
});

test('a woman without a pair or a board moves none', async () => {
  expect(await listPublishedCommunesOf({ personId: await makeMember(union.khuPho5) })).toEqual([]);
});
