import { expect, test } from 'vitest';
import { decided, makeCourse, makeEverySession, makeProposal } from '@/test/stages/trainings';
import { findPublishedLists } from './listed-queries';

const { union, all } = await makeEverySession();

test('what is or was public is listed in its commune, and a proposal nowhere, whatever became of it', async () => {
  const here = { communeId: union.longHung.id };
  for (const name of ['approved', 'held', 'cancelled'] as const)
    expect(await findPublishedLists(all[name].id), name).toEqual([{ id: all[name].id, ...here }]);
  for (const name of ['waiting', 'refused', 'takenBack'] as const)
    expect(await findPublishedLists(all[name].id), name).toEqual([]);
});

test('a session of the province is listed for all communes', async () => {
  const { id } = await makeProposal({ unit: union.province, courseId: await makeCourse() }, 3);
  await decided(id, 'approved');
  expect(await findPublishedLists(id)).toEqual([{ id, communeId: null }]);
});
