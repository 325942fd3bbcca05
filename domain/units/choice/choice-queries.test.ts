import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune, createGroup, createSubAssociation } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { CHOICES_MAX, FEW, scopeOf, scopeText, type UnitScope } from './choice';
import { findFewUnits, findUnitChoice, findUnitChoices } from './choice-queries';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const members: UnitScope = { permission: 'people.record', levels: ['sub_association', 'group'] };
const communes: UnitScope = { permission: 'people.see', levels: ['commune'] };
const found = async (viewer: Viewer, scope: UnitScope, q: string) =>
  (await findUnitChoices(viewer, scope, { q })).choices.map(({ name }) => name);

describe('choosing a unit', () => {
  test('is found without marks, with its kind in front or not, by the beginnings of its words', async () => {
    expect(await found(province, communes, 'long hung')).toEqual(['Long Hưng']);
    expect(await found(province, communes, 'XÃ  Long Hưng')).toEqual(['Long Hưng']);
    expect(await found(province, communes, 'tra da')).toEqual(['Trảng Dài']);
    expect(await found(province, communes, 'ang dai')).toEqual([]);
  });

  test('the city is found by its whole label, as a form that is sent without a script says it', async () => {
    const wide: UnitScope = { permission: 'articles.write', levels: ['province', 'commune'] };
    const [city] = (await findUnitChoices(province, wide)).choices;
    expect(city?.level).toBe('province');
    for (const kind of ['thành phố', 'city'])
      expect(await found(province, wide, `${city?.name} · ${kind}`)).toContain(city?.name);
  });

  test('just this name, marks and all, comes before the same letters with other marks', async () => {
    await createCommune(db, union.province, { name: 'Lộc Thành' });
    await createCommune(db, union.province, { name: 'Lộc Thạnh' });
    expect(await found(province, communes, 'Lộc Thạnh')).toEqual(['Lộc Thạnh', 'Lộc Thành']);
    expect(await found(province, communes, 'Lộc Thành')).toEqual(['Lộc Thành', 'Lộc Thạnh']);
    const { choices } = await findUnitChoices(province, communes, { q: 'Lộc Thành' });
    expect(choices.map(({ exact }) => exact)).toEqual([true, false]);
  });

  test('a group is told apart by what it lies in, and found by it', async () => {
    const there = await createSubAssociation(db, union.trangDai, { name: 'Khu phố 5' });
    const group = await createGroup(db, there, { name: 'Tổ 1' });
    const { choices } = await findUnitChoices(province, members, { q: 'tổ 1' });
    expect(choices.filter(({ name }) => name === 'Tổ 1')).toHaveLength(2);
    const [only, ...others] = (await findUnitChoices(province, members, { q: 'to 1 trang dai' })).choices;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: group.id, subAssociation: 'Khu phố 5', commune: 'Trảng Dài' });
  });

  test('a number is that number before it is the beginning of another', async () => {
    await createGroup(db, union.khuPho6, { name: 'Tổ 12' });
    await createGroup(db, union.khuPho6, { name: 'Tổ 2' });
    expect((await found(official, members, 'tổ 2')).slice(0, 1)).toEqual(['Tổ 2']);
    expect(await found(official, members, 'to 1 khu pho 6')).toEqual(['Tổ 12']);
    await createGroup(db, await createSubAssociation(db, union.longHung, { name: 'Khu phố 1' }), { name: 'Tổ 2' });
    expect(await found(official, members, 'to 1 long hung')).toEqual(['Tổ 1', 'Tổ 2', 'Tổ 12']);
  });

  test('words that stand together belong together', async () => {
    const first = await createSubAssociation(db, union.trangDai, { name: 'Khu phố 8' });
    const second = await createSubAssociation(db, union.trangDai, { name: 'Khu phố 9' });
    for (const [unit, name] of [
      [first, 'Tổ 9'],
      [second, 'Tổ 8'],
    ] as const)
      await createGroup(db, unit, { name });
    expect((await found(province, members, 'tổ 8 khu phố 9'))[0]).toBe('Tổ 8');
    expect((await found(province, members, 'tổ 9 khu phố 8'))[0]).toBe('Tổ 9');
  });

  test('with nothing asked, each sub-association stands before its own groups', async () => {
    const names = (await findUnitChoices(head, members)).choices.map(({ name }) => name);
    expect(names).toEqual(['Khu phố 5', 'Tổ 1']);
  });

  test('a former name leads to the unit of today and is told', async () => {
    const renamed = await createCommune(db, union.province, { name: 'An Phước' });
    await carriedOut(province, { kind: 'rename', unitId: renamed.id, from: addDays(today(), -2), name: 'An Hòa' });
    const [choice] = (await findUnitChoices(province, communes, { q: 'an phuoc' })).choices;
    expect(choice).toMatchObject({ id: renamed.id, name: 'An Hòa', former: 'An Phước' });
    expect((await findUnitChoices(province, communes, { q: 'an hoa' })).choices[0]).toMatchObject({ former: null });
  });

  test('nobody is offered what lies beyond her reach, however it is asked for', async () => {
    const inTrangDai = { ...members, within: union.trangDai.id };
    expect(await found(official, members, 'ong huong')).toEqual([]);
    expect(await found(head, members, 'khu pho 6')).toEqual([]);
    expect((await findUnitChoices(official, inTrangDai)).choices).toEqual([]);
    expect(await findUnitChoice(official, members, union.ongHuong.id)).toBeNull();
    expect(await findUnitChoice(official, members, nothing)).toBeNull();
    expect(await found(province, members, 'ong huong')).toEqual(['Khu phố Ông Hường']);
    expect((await findUnitChoice(province, members, union.ongHuong.id))?.name).toBe('Khu phố Ông Hường');
  });

  test('who may not do it there is offered nothing, though she sees the units', async () => {
    const reader = await makeViewer('viewer', union.longHung);
    expect(await found(reader, members, 'khu pho')).toEqual([]);
    expect((await findUnitChoices(reader, { ...members, permission: 'people.see' })).choices).not.toEqual([]);
  });

  test('the commune that holds her reach is offered where only a part of it is hers, and only on demand', async () => {
    const sessions: UnitScope = { permission: 'digital-models.see', levels: ['commune'] };
    expect((await findUnitChoices(head, sessions)).choices).toEqual([]);
    const { choices } = await findUnitChoices(head, { ...sessions, holding: true });
    expect(choices.map(({ id }) => id)).toEqual([union.longHung.id]);
  });

  test('no answer holds more than a bounded number, and says that there is more', async () => {
    const wide = await createCommune(db, union.province, { name: 'Phú Rộng' });
    for (let number = 1; number <= CHOICES_MAX + 1; number++)
      await createSubAssociation(db, wide, { name: `Ấp ${number}` });
    const scope = { ...members, within: wide.id };
    const all = await findUnitChoices(province, scope);
    expect(all.choices).toHaveLength(CHOICES_MAX);
    expect(all.more).toBe(true);
    expect(all.choices.map(({ name }) => name).slice(0, 3)).toEqual(['Ấp 1', 'Ấp 2', 'Ấp 3']);
    expect((await findUnitChoices(province, scope, { q: 'ấp 21' })).more).toBe(false);
  });

  test('a few stand beside each other in the order of the tree, one more than that is a search', async () => {
    const place = await createCommune(db, union.province, { name: 'Phú Hẹp' });
    const sub = await createSubAssociation(db, place, { name: 'Ấp 1' });
    for (const number of Array.from({ length: FEW - 1 }, (_, at) => FEW - 1 - at))
      await createGroup(db, sub, { name: `Tổ ${number}` });
    const scope = { ...members, within: place.id };
    const names = (await findFewUnits(province, scope))?.map(({ name }) => name);
    expect(names).toEqual(['Ấp 1', ...Array.from({ length: FEW - 1 }, (_, at) => `Tổ ${at + 1}`)]);
    await createGroup(db, sub, { name: `Tổ ${FEW}` });
    expect(await findFewUnits(province, scope)).toBeNull();
    expect(await findFewUnits(official, scope)).toEqual([]);
    expect((await findFewUnits(head, members))?.map(({ name }) => name)).toEqual(['Khu phố 5', 'Tổ 1']);
  });

  test('what is to be merged is not offered to be merged into', async () => {
    const others = { ...members, without: [union.khuPho5.id] };
    expect(await found(official, others, 'khu pho 5')).not.toContain('Khu phố 5');
  });

  test('a unit that is closed, or not open yet, is no choice', async () => {
    const gone = await createSubAssociation(db, union.longHung, { name: 'Khu phố Xưa' });
    await carriedOut(province, { kind: 'close', unitId: gone.id, from: today() });
    expect(await found(official, members, 'khu pho xua')).toEqual([]);
  });

  test('signs, blanks and quotes find nothing and break nothing', async () => {
    for (const q of ["';--", '%', '\\', '   ', '😀', '\0', '\ud800', '_'.repeat(5000)])
      expect(await found(province, communes, q), q).toEqual([]);
    expect(await found(province, communes, `long hung ${'q '.repeat(3000)}`)).toEqual([]);
  });
});

describe('a scope as an address carries it', () => {
  test('is read as it was written', () => {
    const scope: UnitScope = {
      permission: 'units.change',
      levels: ['group'],
      within: nothing,
      without: [nothing],
      holding: true,
    };
    expect(scopeOf(scopeText(scope))).toEqual(scope);
  });

  test('what is none is refused', () => {
    for (const text of ['', 'for=people.see', 'for=everything&level=group', 'for=people.see&level=galaxy'])
      expect(scopeOf(text), text).toBeNull();
    expect(scopeOf('for=people.see&level=group&within=1')).toBeNull();
  });
});
