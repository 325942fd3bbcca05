import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { listLikelyPairs } from './duplicates/duplicate-list-queries';
import { editPerson } from './edit-commands';
import { type EditPersonInput, newPersonInput } from './record';
import { recordPerson } from './record-commands';
import { findPerson } from './record-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let head: Viewer;
let reader: Viewer;
let otherHead: Viewer;
let trainer: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  ({ official, neighbour, head, reader, otherHead, trainer } = await makeStaff(union));
});

const woman = async (name: string, more: { birthYear?: number; phone?: string } = {}, unit = union.to1) =>
  (await createMember(db, unit, { name, ...more })).id;
const inputOf = (personId: string, name: string, more: Partial<EditPersonInput> = {}): EditPersonInput => ({
  personId,
  name,
  version: 1,
  birthYear: 1980,
  languages: [],
  dropPhone: false,
  ...more,
});
const arePair = async (one: string, other: string) =>
  (await listLikelyPairs(official)).pairs.some(
    (pair) => [pair.one.id, pair.other.id].sort().join() === [one, other].sort().join(),
  );

describe('correcting a record', () => {
  test('the second of two who correct her sees the first one’s text; an empty phone keeps the number', async () => {
    const personId = await woman('Vũ Thị Sửa', { phone: '+84908555666' });
    const input = { personId, version: 1, languages: [], dropPhone: false };
    expect((await editPerson(official, { ...input, name: 'Vũ Thị Một', address: 'Ấp 1' })).ok).toBe(true);
    expect(await editPerson(head, { ...input, name: 'Vũ Thị Hai' })).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { name: 'Vũ Thị Một', address: 'Ấp 1', version: '2' },
    });
    expect(await findPerson(official, personId)).toMatchObject({ name: 'Vũ Thị Một', phone: '09•• ••• 666' });
    expect((await editPerson(head, { ...input, version: 2, name: 'Vũ Thị Hai', dropPhone: true })).ok).toBe(true);
    expect(await findPerson(official, personId)).toMatchObject({ name: 'Vũ Thị Hai', phone: null });
  });

  test('nobody else corrects her: a neighbour finds none, a reader may not', async () => {
    const personId = await woman('Vũ Thị Yên');
    const input = { personId, version: 1, name: 'Khác', languages: [], dropPhone: false };
    for (const viewer of [neighbour, otherHead, trainer]) {
      expect(await editPerson(viewer, input)).toEqual({ ok: false, problem: 'not-found' });
      expect(await findPerson(viewer, personId)).toBeNull();
    }
    expect(await editPerson(reader, input)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await editPerson(official, { ...input, personId: nothing })).toEqual({ ok: false, problem: 'not-found' });
  });
});

describe('who is likely the same once it is corrected', () => {
  test('a name, a year or a phone that now fits another record is asked about before it is saved, with the reasons', async () => {
    const other = await woman('Phạm Thị Hòa', { birthYear: 1975, phone: '+84908111222' });
    const personId = await woman('Phạm Thị Hoa', { birthYear: 1975 });
    const corrected = inputOf(personId, 'Hoà Phạm Thị', { birthYear: 1975 });
    const asked = await editPerson(official, corrected);
    expect(asked).toMatchObject({ problem: 'likely-same', detail: { ids: other } });
    expect(JSON.parse((asked.ok ? '' : asked.detail?.candidates) ?? '')).toMatchObject([
      { person: { id: other, unitName: 'Tổ 1, Khu phố 5' }, reasons: ['turned-name', 'same-year'] },
    ]);
    expect(await findPerson(official, personId)).toMatchObject({ name: 'Phạm Thị Hoa', version: 1 });
    expect(await editPerson(official, { ...corrected, notSame: [nothing] })).toMatchObject({ problem: 'likely-same' });
    expect((await editPerson(official, { ...corrected, notSame: [other] })).ok).toBe(true);
    expect(await findPerson(official, personId)).toMatchObject({ name: 'Hoà Phạm Thị' });

    const year = await woman('Phạm Thị Năm', { birthYear: 1960 });
    const young = await woman('Phạm Thị Năm', { birthYear: 1990 });
    expect(await editPerson(official, inputOf(young, 'Phạm Thị Năm', { birthYear: 1960 }))).toMatchObject({
      detail: { ids: year },
    });
    await db.person.update({ where: { id: year }, data: { phone: '+84908111444' }, select: { id: true } });
    const phoned = inputOf(young, 'Phạm Thị Năm', { birthYear: 1990, phone: '+84908111444' });
    expect(await editPerson(official, phoned)).toMatchObject({ detail: { ids: year } });
  });

  test('“not the same” is remembered with what is saved, and is open again once one of the two changes', async () => {
    const other = await woman('Lê Thị Nhớ', { birthYear: 1971 });
    const personId = await woman('Lê Thị Quên', { birthYear: 1971 });
    const corrected = inputOf(personId, 'Lê Thị Nhớ', { birthYear: 1971, notSame: [other] });
    expect((await editPerson(official, corrected)).ok).toBe(true);
    expect(await arePair(personId, other)).toBe(false);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: personId }, select: { change: true }, take: 1 });
    expect(entry?.change).toEqual({ fields: ['fullName'], notSame: [other] });

    // neither an address nor another way to write the same name opens the question
    const spelled = { ...corrected, version: 2, notSame: undefined, name: 'LÊ THỊ NHỚ', address: 'Ấp 3' };
    expect((await editPerson(official, spelled)).ok).toBe(true);
    expect(await arePair(personId, other)).toBe(false);
    const renumbered = { ...spelled, version: 3, phone: '+84908222333' };
    expect(await editPerson(official, renumbered)).toMatchObject({ detail: { ids: other } });
    await db.person.update({ where: { id: other }, data: { phone: '+84908222444' }, select: { id: true } });
    expect(await arePair(personId, other)).toBe(true);
  });

  test('she is never likely the same as herself, and nobody beyond the reach is hinted at', async () => {
    const personId = await woman('Lý Thị Mình', { birthYear: 1966, phone: '+84908333111' });
    expect(await editPerson(official, inputOf(personId, 'Lý Thị Mình', { birthYear: 1967 }))).toMatchObject({
      ok: true,
    });
    await woman('Lý Thị Xa', { birthYear: 1950, phone: '+84908333444' }, union.ongHuong);
    const far = inputOf(personId, 'Lý Thị Xa', { version: 2, birthYear: 1950, phone: '+84908333444' });
    expect(await editPerson(official, far)).toMatchObject({ ok: true, value: { sharesPhone: false } });
    await woman('Lý Thị Em', { birthYear: 1999, phone: '+84908333555' });
    const shared = { ...far, version: 3, phone: '+84908333555' };
    expect(await editPerson(head, shared)).toMatchObject({ ok: true, value: { sharesPhone: true } });
    expect(await editPerson(head, { ...shared, version: 4, name: 'Lý Thị Khác' })).toMatchObject({
      value: { sharesPhone: false },
    });
  });

  test('of two who make two records alike at once one saves and the other is asked, whether she writes or corrects', async () => {
    const [one, other] = [await woman('Trần Thị Trái'), await woman('Trần Thị Phải')];
    const results = await Promise.all([
      editPerson(official, inputOf(one, 'Trần Thị Giữa')),
      editPerson(head, inputOf(other, 'Giữa Trần Thị')),
      recordPerson(
        official,
        newPersonInput.parse({
          unitId: union.to1.id,
          name: 'Trần Thị Giữa',
          kind: 'member',
          from: '2026-01-10',
          birthYear: '1980',
        }),
      ),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.problem === 'likely-same')).toHaveLength(2);
  });
});
