import { beforeAll, expect, test } from 'vitest';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findArticle } from '../draft-queries';
import { draftFromAnswers } from './answer-commands';
import { answersInput } from './answers';

let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
});

const answersFor = (unitId: string) =>
  answersInput.parse({
    unitId,
    naming: 'not-yet',
    who: 'Chị bán rau ở chợ ấp.',
    before: 'Chị không dám bấm điện thoại.',
    learned: 'Chị Hoa chỉ chị quét mã QR.',
    changed: 'Nay khách trả bằng mã.',
    says: 'Cứ thử đi!',
  });

test('a story from five answers stands on the page of the commune in which her unit lies, and one of the city on none', async () => {
  const told = [
    [await makeViewer('sub_association_head', union.khuPho5), union.khuPho5, [union.longHung.id]],
    [await makeViewer('commune_official', union.longHung), union.longHung, [union.longHung.id]],
    [await makeViewer('editor', union.province), union.province, []],
  ] as const;
  for (const [viewer, unit, communeIds] of told) {
    const result = await draftFromAnswers(viewer, answersFor(unit.id));
    if (!result.ok) throw new Error(result.problem);
    expect(await findArticle(viewer, result.value.id)).toMatchObject({
      communeIds,
      kind: 'story',
      texts: [{ whatChanged: 'Nay khách trả bằng mã.' }],
    });
  }
});

test('who does not write for a unit begins nothing there', async () => {
  const neighbour = await makeViewer('commune_official', union.trangDai);
  expect(await draftFromAnswers(neighbour, answersFor(union.khuPho5.id))).toEqual({ ok: false, problem: 'not-found' });
});
