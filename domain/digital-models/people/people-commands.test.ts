import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { createSubAssociation } from '@/test/factories/units';
import { lockPeriod, makeCommune, makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findModel } from '../queries';
import { addModelMembers, appointToBoard, endBoardSeat, endModelMember } from './people-commands';
import { listCandidates, listFormerMembers, listModelMembers, listSeats } from './people-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let reader: Viewer;
const from = addDays(today(), -10);

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
});

const club = async (unit = union.khuPho5) =>
  (await createModel(db, unit, { kind: 'digital_womens_club', from: '2026-01-10' })).id;
const seat = (modelId: string, personId: string, office: 'head' | 'deputy' = 'head') => ({
  modelId,
  personId,
  office,
  from,
});

describe('the board', () => {
  test('the head of a sub-association gives members of it and of its groups an office, and the record shows them', async () => {
    const modelId = await club();
    const [lan, hoa] = [await makeMember(union.khuPho5, 'Trần Thị Lan'), await makeMember(union.to1, 'Lê Thị Hoa')];
    expect((await appointToBoard(head, seat(modelId, lan))).ok).toBe(true);
    expect((await appointToBoard(head, seat(modelId, hoa, 'deputy'))).ok).toBe(true);
    const model = await findModel(reader, modelId);
    expect(model?.board.map(({ name, office }) => [name, office])).toEqual([
      ['Trần Thị Lan', 'head'],
      ['Lê Thị Hoa', 'deputy'],
    ]);
  });

  test('a board has one head at a time, also when two are appointed at once', async () => {
    const modelId = await club();
    const [one, other] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const results = await Promise.all([
      appointToBoard(official, seat(modelId, one)),
      appointToBoard(head, seat(modelId, other)),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'head-stands' });
    expect((await findModel(official, modelId))?.board).toHaveLength(1);
  });

  test('a head follows another from the day on which that one ended, and both stay in the history', async () => {
    const modelId = await club();
    const [one, other] = [await makeMember(union.khuPho5, 'Chị Trước'), await makeMember(union.khuPho5, 'Chị Sau')];
    await appointToBoard(head, seat(modelId, one));
    const [{ id: rowId = '' } = {}] = await listSeats(head, modelId);
    expect(await endBoardSeat(head, { modelId, rowId, lastDay: addDays(from, -1) })).toMatchObject({
      problem: 'end-too-early',
    });
    expect((await endBoardSeat(head, { modelId, rowId, lastDay: addDays(today(), -1) })).ok).toBe(true);
    expect(await endBoardSeat(head, { modelId, rowId, lastDay: addDays(today(), -1) })).toMatchObject({
      problem: 'ended-already',
    });
    expect(await appointToBoard(head, seat(modelId, other))).toEqual({ ok: false, problem: 'head-stands' });
    expect((await appointToBoard(head, { ...seat(modelId, other), from: today() })).ok).toBe(true);
    expect((await listSeats(head, modelId)).map(({ name, to }) => [name, to])).toEqual([
      ['Chị Sau', null],
      ['Chị Trước', today()],
    ]);
  });

  test('nobody holds two offices of one board at once', async () => {
    const modelId = await club();
    const lan = await makeMember(union.khuPho5);
    await appointToBoard(head, seat(modelId, lan));
    expect(await appointToBoard(head, seat(modelId, lan, 'deputy'))).toEqual({
      ok: false,
      problem: 'on-board-already',
    });
  });

  test('a woman of another commune or sub-association is answered as one that does not exist', async () => {
    const modelId = await club();
    for (const person of [await makeMember(union.ongHuong), await makeMember(union.khuPho6), nothing])
      expect(await appointToBoard(official, seat(modelId, person))).toEqual({ ok: false, problem: 'not-found' });
  });

  test('the neighbour finds no model, who only reads may not, and each change stands in the trail', async () => {
    const modelId = await club();
    const lan = await makeMember(union.khuPho5);
    expect(await appointToBoard(outsider, seat(modelId, lan))).toEqual({ ok: false, problem: 'not-found' });
    expect(await appointToBoard(reader, seat(modelId, lan))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await listSeats(outsider, modelId)).toEqual([]);
    await appointToBoard(head, seat(modelId, lan));
    const trail = await db.auditEntry.findMany({ where: { subjectId: modelId }, take: 5 });
    expect(trail).toMatchObject([{ action: 'appointToBoard', actorId: head.accountId }]);
  });
});

describe('members', () => {
  test('several are taken in at once, all or none; the choice leaves out who is in already', async () => {
    const modelId = await club();
    const ids = await Promise.all(['Ánh', 'Bình', 'Chi'].map((name) => makeMember(union.khuPho5, `Đỗ Thị ${name}`)));
    const stranger = await makeMember(union.ongHuong);
    const mixed = { modelId, personIds: [...ids, stranger], from };
    expect(await addModelMembers(head, mixed)).toEqual({ ok: false, problem: 'not-found' });
    expect((await listModelMembers(head, modelId)).total).toBe(0);
    expect((await addModelMembers(head, { ...mixed, personIds: ids })).ok).toBe(true);
    expect((await listModelMembers(head, modelId, { q: 'do thi' })).members.map(({ name }) => name)).toEqual([
      'Đỗ Thị Ánh',
      'Đỗ Thị Bình',
      'Đỗ Thị Chi',
    ]);
    const area = (await findModel(head, modelId))?.area ?? '';
    const { candidates } = await listCandidates(head, { modelId, area, without: 'members' });
    expect(candidates.filter(({ id }) => ids.includes(id))).toEqual([]);
    expect(await listCandidates(outsider, { modelId, area, without: 'members' })).toMatchObject({ candidates: [] });
    expect(await addModelMembers(head, { modelId, personIds: [ids[0] ?? ''], from })).toMatchObject({
      problem: 'member-already',
    });
  });

  test('a page goes on behind the last name, and who entered whom and when is kept', async () => {
    const modelId = await club();
    const ids = await Promise.all(
      Array.from({ length: 63 }, (_, at) => makeMember(union.khuPho5, `Vũ Thị ${'Ma'.repeat(1 + (at % 9))}`)),
    );
    await addModelMembers(official, { modelId, personIds: ids, from });
    const first = await listModelMembers(official, modelId);
    const second = await listModelMembers(official, modelId, { after: first.next ?? '' });
    expect([first.total, first.members.length, second.members.length, second.next]).toEqual([63, 60, 3, null]);
    expect(new Set([...first.members, ...second.members].map(({ id }) => id)).size).toBe(63);
    const row = await db.modelMember.findFirst({ where: { modelId } });
    expect(row?.recordedById).toBe(official.accountId);
    expect(row?.recordedAt).not.toBeNull();
  });

  test('a membership ends on a day and is remembered; on its first day it is taken back', async () => {
    const modelId = await club();
    const lan = await makeMember(union.khuPho5, 'Lê Thị Rời');
    await addModelMembers(head, { modelId, personIds: [lan], from });
    const [{ id: rowId = '' } = {}] = (await listModelMembers(head, modelId)).members;
    expect(await endModelMember(outsider, { modelId, rowId, lastDay: addDays(today(), -1) })).toEqual({
      ok: false,
      problem: 'not-found',
    });
    expect(await endModelMember(head, { modelId: await club(), rowId, lastDay: addDays(today(), -1) })).toMatchObject({
      problem: 'not-found',
    });
    expect((await endModelMember(head, { modelId, rowId, lastDay: addDays(today(), -1) })).ok).toBe(true);
    expect((await listModelMembers(head, modelId)).total).toBe(0);
    expect(await listFormerMembers(head, modelId)).toMatchObject([{ name: 'Lê Thị Rời', from, to: today() }]);
    expect((await addModelMembers(head, { modelId, personIds: [lan], from: today() })).ok).toBe(true);
  });

  test('a Digital Sub-association has no members of its own', async () => {
    const { id: modelId } = await createModel(db, union.khuPho5, {
      kind: 'digital_sub_association',
      from: '2026-01-10',
    });
    const personIds = [await makeMember(union.khuPho5)];
    expect(await addModelMembers(head, { modelId, personIds, from })).toMatchObject({
      problem: 'no-members-of-its-own',
    });
  });
});

describe('what cannot be changed', () => {
  test('nothing is added to an ended model, ahead, or before its founding', async () => {
    const options = { kind: 'digital_womens_club', from: '2026-01-10', to: '2026-06-01' } as const;
    const ended = await createModel(db, union.khuPho5, options);
    await createStatus(db, ended, 'ended', { from: '2026-06-01' });
    const personId = await makeMember(union.khuPho5);
    expect(await appointToBoard(head, seat(ended.id, personId))).toEqual({
      ok: false,
      problem: 'model-ended',
      detail: { day: '2026-05-31' },
    });
    const members = { modelId: await club(), personIds: [personId] };
    expect(await addModelMembers(head, { ...members, from: addDays(today(), 1) })).toMatchObject({
      problem: 'day-in-future',
    });
    expect(await addModelMembers(head, { ...members, from: '2026-01-09' })).toMatchObject({
      problem: 'before-founding',
    });
  });

  test('a closed month keeps its people', async () => {
    const commune = await makeCommune(union.province, 'Tân Triều');
    const unit = await createSubAssociation(db, commune, { name: 'Khu phố 2' });
    const by = await makeViewer('commune_official', commune);
    const { id: modelId } = await createModel(db, unit, { kind: 'digital_womens_club', from: '2026-01-10' });
    await lockPeriod(commune, '2026-03-01', '2026-04-01');
    const entry = { modelId, personId: await makeMember(unit), office: 'head' as const };
    expect(await appointToBoard(by, { ...entry, from: '2026-03-15' })).toMatchObject({
      problem: 'period-locked',
      detail: { until: '2026-04-01' },
    });
    expect((await appointToBoard(by, { ...entry, from: '2026-04-01' })).ok).toBe(true);
  });
});
