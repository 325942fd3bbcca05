import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeDouble, mergeOf, type TwoRecords } from '@/test/stages/merging';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { mergePersons, undoMerge } from './merge-commands';
import { findMergedInto, listMerges } from './merge-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
});

const double = () => makeDouble(union);
const merged = async (two: TwoRecords, choices = {}) => {
  const result = await mergePersons(official, await mergeOf(two, choices));
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};

describe('undoing', () => {
  test('restores all but what was edited since, which is left alone and named', async () => {
    const two = await double();
    const mergeId = await merged(two, { name: 'absorbed' });
    await db.person.update({ where: { id: two.survivorId }, data: { address: 'Số 5' }, select: { id: true } });
    expect(await undoMerge(outsider, { mergeId })).toEqual({ ok: false, problem: 'not-found' });
    expect(await undoMerge(reader, { mergeId })).toEqual({ ok: false, problem: 'not-found' });
    const undone = await undoMerge(official, { mergeId });
    expect(undone).toMatchObject({ ok: true, value: { left: [{ table: 'person', key: { id: two.survivorId } }] } });
    expect(await db.membership.count({ where: { personId: two.absorbedId } })).toBe(1);
    expect(await undoMerge(official, { mergeId })).toMatchObject({ problem: 'already-undone' });
  });

  test('the newest merger first, also where the survivor was merged onward', async () => {
    const two = await double();
    const last = await makeMember(union.khuPho5, 'Người cuối');
    const first = await merged(two);
    const second = await merged({ survivorId: last, absorbedId: two.survivorId });
    expect(await findMergedInto(official, two.absorbedId)).toBe(last);
    expect(await undoMerge(official, { mergeId: first })).toMatchObject({ problem: 'newer-first' });
    expect((await undoMerge(official, { mergeId: second })).ok).toBe(true);
    expect((await undoMerge(official, { mergeId: first })).ok).toBe(true);
    expect(await findMergedInto(official, two.absorbedId)).toBeNull();
  });

  test('of two that were merged and taken apart again each can be erased, and mergers go on after thirty days', async () => {
    const two = await double();
    const mergeId = await merged(two);
    expect((await undoMerge(official, { mergeId })).ok).toBe(true);
    for (const id of [two.absorbedId, two.survivorId]) {
      const { fullName, version } = await db.person.findUniqueOrThrow({ where: { id } });
      const input = { personId: id, name: fullName ?? '', reason: 'asked' as const, askedOn: today(), version };
      expect(await eraseByTwo(official, input)).toMatchObject({ ok: true });
    }
    expect(await db.personMerge.findUnique({ where: { id: mergeId } })).toMatchObject({ moved: [] });
    const mergedAt = new Date(`${addDays(today(), -31)}T05:00:00Z`);
    await db.personMerge.update({ where: { id: mergeId }, data: { mergedAt }, select: { id: true } });
    await merged(await double());
  });

  test('for thirty days, and not once she was erased, who then is erased with all her records', async () => {
    const two = await double();
    const mergeId = await merged(two);
    await db.personMerge.update({
      where: { id: mergeId },
      data: { mergedAt: new Date(`${addDays(today(), -31)}T05:00:00Z`) },
      select: { id: true },
    });
    expect(await undoMerge(official, { mergeId })).toMatchObject({ problem: 'too-late' });
    expect(await listMerges(official, two.survivorId)).toMatchObject([{ id: mergeId, mayUndo: false }]);
    expect(await db.personMerge.findUnique({ where: { id: mergeId } })).not.toMatchObject({ moved: [] });
    await merged(await double());
    expect(await db.personMerge.findUnique({ where: { id: mergeId } })).toMatchObject({ moved: [] });
    const erased = { fullName: null, phone: null, address: null, erasedOn: new Date(`${today()}T00:00:00Z`) };
    await db.person.update({ where: { id: two.survivorId }, data: erased, select: { id: true } });
    expect(await undoMerge(official, { mergeId })).toMatchObject({ problem: 'erased' });
    expect(await db.person.findUnique({ where: { id: two.absorbedId } })).toMatchObject({
      fullName: null,
      phone: null,
    });
    expect(await db.personMerge.findUnique({ where: { id: mergeId } })).toMatchObject({ moved: [] });
  });
});
