import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { asked, carriedOut, prepared, refusedBy, yesterday } from '@/test/stages/units';
import { lockPeriod, makeCommune, makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findUnit } from '../queries';
import { confirmPlan, planChange } from './plan-commands';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
});

const subAssociation = (name = 'Khu phố 9') => createSubAssociation(db, union.longHung, { name });
const names = async (unitId: string) =>
  db.unitName.findMany({
    where: { unitId },
    orderBy: { validFrom: 'asc' },
    select: { name: true, validFrom: true, validTo: true },
    take: 10,
  });

describe('who may change the tree', () => {
  test('an official founds and renames sub-associations and groups of her own commune', async () => {
    const name = 'Khu phố Mới';
    const { unitId } = await carriedOut(official, {
      kind: 'found',
      unitId: union.longHung.id,
      name,
      unitKind: 'hamlet',
    });
    expect(await findUnit(official, unitId)).toMatchObject({ name, level: 'sub_association', kind: 'hamlet' });
    const group = await carriedOut(official, { kind: 'found', unitId, name: 'Tổ 1', unitKind: 'group' });
    expect(await findUnit(official, group.unitId)).toMatchObject({ level: 'group', subAssociationId: unitId });
    expect(await db.auditEntry.count({ where: { subjectId: unitId, action: 'foundUnit' } })).toBe(1);
  });

  test('of the commune itself only the province decides', async () => {
    const input = { kind: 'rename', unitId: union.longHung.id, name: 'Long Hưng Mới' } as const;
    expect(await refusedBy(official, input)).toBe('not-allowed');
    expect(await refusedBy(province, input)).toBeNull();
    const found = {
      kind: 'found',
      unitId: union.province.id,
      name: 'Phước Tân',
      unitKind: 'ward',
      code: '90001',
    } as const;
    expect(await refusedBy(official, found)).toBe('not-found');
    expect(await refusedBy(province, found)).toBeNull();
  });

  test('a commune is named without its kind, which the pages say; a sub-association as it was typed', async () => {
    const ward = { kind: 'found', unitId: union.province.id, unitKind: 'ward', code: '90009' } as const;
    const { unitId } = await carriedOut(province, { ...ward, name: 'Phường Mới' });
    expect(await findUnit(province, unitId)).toMatchObject({ name: 'Mới', kind: 'ward' });
    const below = await carriedOut(official, {
      kind: 'found',
      unitId: union.longHung.id,
      name: 'Phường đội',
      unitKind: 'neighbourhood',
    });
    expect(await findUnit(official, below.unitId)).toMatchObject({ name: 'Phường đội' });
  });

  test('a head and a reader see the unit and change nothing; a neighbour finds nothing, as if it did not exist', async () => {
    const input = { kind: 'rename', unitId: union.khuPho5.id, name: 'Tên khác' } as const;
    expect(await refusedBy(head, input)).toBe('not-allowed');
    expect(await refusedBy(reader, input)).toBe('not-allowed');
    expect(await refusedBy(outsider, input)).toBe('not-found');
    expect(await refusedBy(outsider, { ...input, unitId: nothing })).toBe('not-found');
    const below = { kind: 'found', unitId: union.khuPho5.id, name: 'Tổ 9', unitKind: 'group' } as const;
    expect(await refusedBy(head, below)).toBe('not-allowed');
    const into = { kind: 'merge', unitId: union.ongHuong.id, targetId: union.khuPho5.id } as const;
    expect(await refusedBy(outsider, into)).toBe('not-found');
  });

  test('the plan of another account is not found', async () => {
    const { planId, digest } = await prepared(official, { kind: 'rename', unitId: union.khuPho5.id, name: 'Tên khác' });
    expect(await confirmPlan(province, { planId, digest })).toEqual({ ok: false, problem: 'not-found' });
  });
});

describe('names, kinds and places', () => {
  test('a rename ends the old name on its day and opens the new one; the day before keeps the old', async () => {
    const unit = await subAssociation();
    await carriedOut(official, { kind: 'rename', unitId: unit.id, name: 'Khu phố 9A', from: addDays(today(), -10) });
    expect(await names(unit.id)).toMatchObject([
      { name: 'Khu phố 9', validTo: toDate(addDays(today(), -10)) },
      { name: 'Khu phố 9A', validTo: null },
    ]);
  });

  test('from a coming day on it is announced, and today it is still what it was', async () => {
    const unit = await subAssociation();
    await carriedOut(official, { kind: 'rename', unitId: unit.id, name: 'Khu phố Mai', from: addDays(today(), 30) });
    expect(await findUnit(official, unit.id)).toMatchObject({ name: 'Khu phố 9' });
    const { unitId } = await carriedOut(official, {
      kind: 'found',
      unitId: union.longHung.id,
      name: 'Khu phố Sắp lập',
      unitKind: 'neighbourhood',
      from: addDays(today(), 30),
    });
    expect(await findUnit(official, unitId)).not.toBeNull();
    expect(await findUnit(outsider, unitId)).toBeNull();
  });

  test('a commune becomes a ward on a day', async () => {
    const commune = await makeCommune(union.province, 'Tân An');
    await carriedOut(province, { kind: 'change_kind', unitId: commune.id, unitKind: 'commune', from: yesterday() });
    expect(await findUnit(province, commune.id)).toMatchObject({ kind: 'commune' });
    expect(await refusedBy(province, { kind: 'change_kind', unitId: commune.id, unitKind: 'hamlet' })).toBe(
      'kind-differs',
    );
    expect(await refusedBy(province, { kind: 'change_kind', unitId: commune.id, unitKind: 'commune' })).toBe(
      'same-kind',
    );
  });

  test('a group moves to another sub-association, and its figures with it, from the day on', async () => {
    const [one, other] = [await subAssociation('Khu phố 20'), await subAssociation('Khu phố 21')];
    const group = await createGroup(db, one);
    await makeMember(group);
    const { preview } = await carriedOut(official, { kind: 'move', unitId: group.id, targetId: other.id });
    const members = (unitId: string) => {
      const line = preview.units.find((each) => each.unitId === unitId);
      return [line?.before?.figures.members, line?.after?.figures.members];
    };
    expect([members(one.id), members(other.id)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(await findUnit(official, group.id)).toMatchObject({ subAssociationId: other.id });
    expect(await refusedBy(official, { kind: 'move', unitId: group.id, targetId: other.id })).toBe('same-parent');
    expect(await refusedBy(province, { kind: 'move', unitId: group.id, targetId: union.trangDai.id })).toBe(
      'level-differs',
    );
  });
});

describe('what is refused', () => {
  test('days too far away, before the unit, before a later change, and in a closed month', async () => {
    const unit = await subAssociation();
    const rename = { kind: 'rename', unitId: unit.id, name: 'Tên mới' } as const;
    expect(await refusedBy(official, { ...rename, from: '2020-01-01' })).toBe('too-far-back');
    expect(await refusedBy(official, { ...rename, from: addDays(today(), 400) })).toBe('too-far-ahead');
    expect(await refusedBy(official, { ...rename, from: '2025-06-30' })).toBe('before-opened');
    await carriedOut(official, { ...rename, from: addDays(today(), -5) });
    expect(await refusedBy(official, { ...rename, name: 'Khác', from: addDays(today(), -6) })).toBe('later-change');
    // a commune of its own: where a month is closed nothing is founded before it any more
    const commune = await makeCommune(union.province, 'Lộc Ninh');
    const [mine, other] = [await makeViewer('commune_official', commune), await createSubAssociation(db, commune)];
    await lockPeriod(commune, '2025-09-01', '2025-10-01');
    expect(await refusedBy(mine, { kind: 'close', unitId: other.id, from: '2025-09-30' })).toBe('period-locked');
    expect(await refusedBy(mine, { kind: 'close', unitId: other.id, from: '2025-10-01' })).toBeNull();
  });

  test('a unit goes into itself, into what hangs below it, or into another level', async () => {
    const { khuPho5, khuPho6, to1, longHung } = union;
    const merge = { kind: 'merge', unitId: khuPho5.id } as const;
    expect(await refusedBy(official, { ...merge, targetId: khuPho5.id })).toBe('into-itself');
    expect(await refusedBy(official, { ...merge, targetId: khuPho6.id, sources: [khuPho6.id] })).toBe('into-itself');
    expect(await refusedBy(official, { ...merge, targetId: to1.id })).toBe('inside-itself');
    expect(await refusedBy(province, { ...merge, targetId: longHung.id })).toBe('level-differs');
    expect(await refusedBy(province, { kind: 'move', unitId: khuPho5.id, targetId: to1.id })).toBe('inside-itself');
  });

  test('a unit of which a pair is announced does not close without a place for it; one taken back needs none', async () => {
    const unit = await subAssociation();
    const [from, women] = [addDays(today(), 30), [await makeMember(union.khuPho5), await makeMember(union.khuPho5)]];
    const { id } = await createPair(db, unit, { id: women[0] ?? '' }, { id: women[1] ?? '' }, { from });
    const close = { kind: 'close', unitId: unit.id } as const;
    expect(await refusedBy(official, close)).toBe('not-empty');
    await db.pair.update({ where: { id }, data: { validTo: toDate(from) }, select: { id: true } });
    expect(await refusedBy(official, close)).toBeNull();
  });

  test('a unit with somebody in it closes only when she has a place', async () => {
    const [unit, other] = [await subAssociation(), await subAssociation('Khu phố 10')];
    const member = await makeMember(unit);
    expect(await refusedBy(official, { kind: 'close', unitId: unit.id })).toBe('not-empty');
    await carriedOut(official, { kind: 'close', unitId: unit.id, targetId: other.id });
    const open = await db.membership.findMany({
      where: { personId: member, validTo: null },
      select: { unitId: true },
      take: 9,
    });
    expect(open).toEqual([{ unitId: other.id }]);
    expect(await refusedBy(official, { kind: 'close', unitId: unit.id, targetId: other.id })).toBe('closed-already');
  });

  test('of an empty unit that closes, records of those who left go to the unit above', async () => {
    const unit = await subAssociation();
    const left = await makeMember(unit);
    await db.membership.updateMany({ where: { personId: left }, data: { validTo: toDate(yesterday()) } });
    await carriedOut(official, { kind: 'close', unitId: unit.id });
    const person = await db.person.findUniqueOrThrow({ where: { id: left }, select: { keeperUnitId: true } });
    expect(person.keeperUnitId).toBe(union.longHung.id);
  });
});

describe('a preview', () => {
  test('changes nothing, however often it is looked at', async () => {
    const unit = await subAssociation();
    const before = await db.unit.count();
    const planned = await planChange(official, asked({ kind: 'split', unitId: unit.id, parts: ['Một', 'Hai'] }));
    expect(planned.ok).toBe(true);
    await prepared(official, { kind: 'split', unitId: unit.id, parts: ['Một', 'Hai'] });
    expect([await db.unit.count(), await db.unitChange.count({ where: { kind: 'split' } })]).toEqual([before, 0]);
  });

  test('that is out of date is shown anew instead of being carried out', async () => {
    const [unit, other] = [await subAssociation(), await subAssociation('Khu phố 11')];
    const { planId, digest } = await prepared(official, { kind: 'merge', unitId: unit.id, targetId: other.id });
    await makeMember(unit);
    expect(await confirmPlan(official, { planId, digest })).toMatchObject({ value: { state: 'stale' } });
    expect(await findUnit(official, unit.id)).toMatchObject({ kind: 'neighbourhood' });
    const again = await prepared(official, { kind: 'merge', unitId: unit.id, targetId: other.id });
    expect(await confirmPlan(official, { planId: again.planId, digest: again.digest })).toMatchObject({
      value: { state: 'applied', unitId: other.id },
    });
  });
});
