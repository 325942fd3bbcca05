import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { inDays } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { handOver } from './handover-commands';
import { findHandover } from './handover-queries';

let union: TestUnion;
let official: Viewer;
const ahead = inDays(30);

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const pairOf = (instructor: string, learner: string, days: { from?: string; to?: string } = {}) =>
  createPair(db, union.khuPho5, { id: instructor }, { id: learner }, days);
const dutiesOf = async (personId: string) =>
  ((await findHandover(official, personId))?.items ?? []).map(({ id }) => id);
const handAll = async (personId: string, allTo?: string) => {
  const items = (await findHandover(official, personId))?.items ?? [];
  const choices = items.map(({ key }) => ({ key, to: allTo ? '' : 'end' }));
  return handOver(official, { personId, day: today(), reason: 'Nghỉ hưu', choices, ...(allTo ? { allTo } : {}) });
};

describe('a pair that is to begin on a later day', () => {
  test('is a duty of both while it is announced, and of neither once it was taken back', async () => {
    const [guide, learner, other] = [
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
    ];
    const announced = await pairOf(guide, learner, { from: ahead });
    await pairOf(guide, other, { from: ahead, to: ahead });
    expect(await dutiesOf(guide)).toEqual([announced.id]);
    expect(await dutiesOf(learner)).toEqual([announced.id]);
    expect(await dutiesOf(other)).toEqual([]);
  });

  test('ends as one that never was when she hands over before it begins', async () => {
    const guide = await makeMember(union.khuPho5);
    const { id } = await pairOf(guide, await makeMember(union.khuPho5), { from: ahead });
    expect(await handAll(guide)).toMatchObject({ ok: true, value: { passed: 1 } });
    const day = new Date(ahead);
    expect(await db.pair.findUnique({ where: { id } })).toMatchObject({ validFrom: day, validTo: day });
    expect(await dutiesOf(guide)).toEqual([]);
  });

  test('stands in the way of a successor who is to guide the same woman, and not once it was taken back', async () => {
    const [guide, learner, next] = [
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5),
    ];
    await pairOf(guide, learner);
    const { id } = await pairOf(next, learner, { from: ahead });
    expect(await handAll(guide, next)).toMatchObject({ problem: 'couple-stands' });
    await db.pair.update({ where: { id }, data: { validTo: new Date(ahead) }, select: { id: true } });
    expect(await handAll(guide, next)).toMatchObject({ ok: true, value: { passed: 1 } });
  });
});
