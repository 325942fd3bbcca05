import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { carriedOut, prepared } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { previewUndo } from '../carrying-out/undo-queries';

let union: TestUnion;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

/** A commune with two sub-associations, one of them covered; it is heard, or silent. */
async function commune(name: string, isHeard: boolean): Promise<MadeUnit> {
  const made = await (isHeard ? makeCommune(union.province, name) : createCommune(db, union.province, { name }));
  const unit = await createSubAssociation(db, made);
  await createSubAssociation(db, made);
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  await createPair(db, unit, instructor, learner, { tiedTo: await createModel(db, unit) });
  return made;
}
const on = async ({ id }: MadeUnit, day = today()) =>
  (await findPublishedCoverage(id, day))
    .filter(({ level }) => level === 'sub_association')
    .map(({ state, units, percent }) => [state, units, percent])[0];

describe('a commune that is heard and one that is silent become one', () => {
  test('the one that takes over goes on where it was heard; what it takes over counts, and the preview says so', async () => {
    const [silent, heard] = [await commune('An Viễn', false), await commune('Bàu Hàm', true)];
    const { preview } = await carriedOut(province, { kind: 'merge', unitId: silent.id, targetId: heard.id });
    expect(preview.hearing).toEqual({
      kind: 'goes-on',
      communeId: heard.id,
      name: 'Bàu Hàm',
      units: { sub_association: 2, group: 0 },
    });
    const [line] = preview.communes.filter(
      ({ communeId, level }) => communeId === heard.id && level === 'sub_association',
    );
    expect([line?.before, line?.after]).toEqual([
      { units: 2, covered: 1, state: 'some' },
      { units: 4, covered: 2, state: 'some' },
    ]);
    expect([await on(heard, addDays(today(), -1)), await on(heard)]).toEqual([
      ['some', 2, 50],
      ['some', 4, 50],
    ]);
    expect(await on(silent, addDays(today(), -1))).toEqual(['not_reported', 2, null]);
  });

  test('where it was silent all of it is silent, and the preview says so; unless it is declared in the same step', async () => {
    const [heard, silent] = [await commune('Cẩm Đường', true), await commune('Đại Phước', false)];
    const merge = { kind: 'merge', unitId: heard.id, targetId: silent.id } as const;
    expect((await prepared(province, merge)).preview.hearing).toMatchObject({
      kind: 'falls-silent',
      name: 'Đại Phước',
      units: { sub_association: 2, group: 0 },
    });
    const { preview } = await carriedOut(province, { ...merge, declare: 'on' });
    expect(preview.hearing).toBeNull();
    expect([await on(silent, addDays(today(), -1)), await on(silent)]).toEqual([
      ['not_reported', 2, null],
      ['some', 4, 50],
    ]);
    const { id } = await db.unitChange.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } });
    const undone = await previewUndo(province, id);
    expect(undone.ok && undone.value.communes.find(({ communeId }) => communeId === silent.id)?.after?.state).toBe(
      'not_reported',
    );
  });

  test('two that are alike have nothing to be told of it', async () => {
    const [one, other] = [await commune('Gia Kiệm', true), await commune('Hàng Gòn', true)];
    expect(
      (await prepared(province, { kind: 'merge', unitId: one.id, targetId: other.id })).preview.hearing,
    ).toBeNull();
  });
});

test('an official of a commune merges its sub-associations and declares nothing by that', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  const merge = { kind: 'merge', unitId: union.khuPho5.id, targetId: union.khuPho6.id } as const;
  const before = await db.recordKeeping.count();
  await carriedOut(official, { ...merge, declare: 'on' });
  expect(await db.recordKeeping.count()).toBe(before);
});
