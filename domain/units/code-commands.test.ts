import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune, type MadeUnit } from '@/test/factories/units';
import { asked, carriedOut, refusedBy } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { giveUnitCode } from './code-commands';
import { findPublishedCoded, findPublishedSuccessor, listPublishedCommunes } from './queries';
import { findUnitRecord } from './record-queries';
import { planInput } from './restructuring/change';

let union: TestUnion;
let province: Viewer;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
});

const stands = async (unitId: string) =>
  db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { code: true, version: true } });
const give = async (viewer: Viewer, unitId: string, code: string) =>
  giveUnitCode(viewer, { unitId, code, version: (await stands(unitId)).version });
type Codes = { code1?: string; code2?: string; code3?: string };
const split = (unit: MadeUnit, codes: Codes) => ({
  kind: 'split' as const,
  unitId: unit.id,
  parts: [`${unit.name} Đông`, `${unit.name} Tây`],
  ...codes,
});
const parts = (unit: MadeUnit) =>
  db.unit.findMany({
    where: { unitLineagesAsSuccessor: { some: { predecessorId: unit.id } } },
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true, code: true },
    take: 9,
  });

describe('with the change that makes a commune', () => {
  test('a split gives each part its own code, shown before it is confirmed; the old code goes with none', async () => {
    const unit = await makeCommune(union.province, 'Phú Riềng');
    const { preview } = await carriedOut(province, split(unit, { code1: '91001' }));
    expect(preview.units.filter(({ before }) => !before).map(({ after }) => after?.code)).toEqual(['91001', null]);
    expect((await parts(unit)).map(({ code }) => code)).toEqual(['91001', null]);
    expect((await stands(unit.id)).code).toMatch(/^c-/);
  });

  test('a commune is founded before its code is known, and readers tell it apart by its address until then', async () => {
    const input = { kind: 'found', unitId: union.province.id, name: 'Chưa Có Mã', unitKind: 'ward' } as const;
    const { unitId } = await carriedOut(province, input);
    const { slug, id } = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { id: true, slug: true } });
    const codeOf = async () => (await listPublishedCommunes()).find((commune) => commune.id === id)?.code;
    expect(await codeOf()).toBe(slug);
    expect((await give(province, id, '91002')).ok).toBe(true);
    expect(await codeOf()).toBe('91002');
  });

  test('a code that another commune has or had is refused with its name, and so is one for two parts', async () => {
    const [unit, ended] = [await makeCommune(union.province, 'Tân Lợi'), await makeCommune(union.province, 'Đã Thôi')];
    await give(province, ended.id, '91003');
    await carriedOut(province, { kind: 'merge', unitId: ended.id, targetId: unit.id });
    expect(await refusedBy(province, split(unit, { code2: '91003' }))).toBe('code-taken');
    expect(await give(province, unit.id, '91003')).toMatchObject({
      problem: 'code-taken',
      detail: { code: '91003', name: 'Đã Thôi' },
    });
    expect(() => asked(split(unit, { code1: '91004', code2: '91004' }))).toThrow('code-twice');
    expect(() => asked(split(unit, { code3: '91004' }))).toThrow('required');
  });

  test('only communes have one: a group founded with a code gets none', async () => {
    const sent = { kind: 'found', unitId: union.khuPho5.id, name: 'Tổ 77', unitKind: 'group', code: '91005' } as const;
    const { unitId } = await carriedOut(official, sent);
    expect((await stands(unitId)).code).toBeNull();
  });

  test('a code is five digits', () => {
    const input = { kind: 'found', unitId: union.province.id, name: 'Mã Sai', unitKind: 'ward', from: today() };
    for (const code of ['1234', '123456', '2519a', 'p-1'])
      expect(planInput.safeParse({ ...input, code }).success).toBe(false);
    expect(planInput.parse({ ...input, code: ' 25195 ' }).code).toBe('25195');
  });
});

describe('later, on the page of the commune', () => {
  test('the province gives it and corrects it, and the trail keeps both', async () => {
    const { id } = await createCommune(db, union.province, { name: 'Bù Nho' });
    expect((await findUnitRecord(province, id))?.may.code).toBe(true);
    for (const code of ['91010', '91011']) expect(await give(province, id, code)).toEqual({ ok: true, value: { id } });
    expect((await stands(id)).code).toBe('91011');
    const trail = await db.auditEntry.findMany({
      where: { subjectId: id, action: 'giveUnitCode' },
      orderBy: { id: 'asc' },
      select: { change: true },
      take: 9,
    });
    expect(trail[1]?.change).toEqual({ before: '91010', after: '91011' });
  });

  test('neither her own official nor a neighbour, never a sub-association, never one that is no more', async () => {
    const { longHung, trangDai, khuPho5 } = union;
    expect((await findUnitRecord(official, longHung.id))?.may.code).toBe(false);
    expect(await give(official, longHung.id, '91020')).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await give(official, trangDai.id, '91020')).toEqual({ ok: false, problem: 'not-found' });
    expect(await giveUnitCode(province, { unitId: nothing, version: 1, code: '91020' })).toMatchObject({
      problem: 'not-found',
    });
    expect(await give(province, khuPho5.id, '91020')).toMatchObject({ problem: 'level-differs' });
    const ended = await makeCommune(union.province, 'Thôi Rồi');
    await carriedOut(province, { kind: 'merge', unitId: ended.id, targetId: trangDai.id });
    expect(await give(province, ended.id, '91020')).toMatchObject({ problem: 'closed-already' });
  });

  test('two give codes at once: of one commune the second sees the first; one code goes to one of two communes', async () => {
    const [one, other] = [
      await makeCommune(union.province, 'Cùng Lúc'),
      await makeCommune(union.province, 'Cùng Lúc 2'),
    ];
    const { version } = await stands(one.id);
    const twice = await Promise.all(
      ['91030', '91031'].map((code) => giveUnitCode(province, { unitId: one.id, version, code })),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-meanwhile' });
    const same = await Promise.all([one, other].map(({ id }) => give(province, id, '91032')));
    expect(same.filter(({ ok }) => ok)).toHaveLength(1);
    expect(same.find(({ ok }) => !ok)).toMatchObject({ problem: 'code-taken' });
  });
});

describe('a short address, by what paper says', () => {
  test('leads to the commune of that code or, where it had none when the paper was printed, of that address', async () => {
    const input = { kind: 'found', unitId: union.province.id, name: 'Trên Giấy', unitKind: 'ward' } as const;
    const { unitId } = await carriedOut(province, input);
    const { slug } = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { slug: true } });
    expect(await findPublishedCoded(slug)).toBe(slug);
    await give(province, unitId, '91040');
    expect(await findPublishedCoded('91040')).toBe(slug);
    expect(await findPublishedCoded(slug)).toBe(slug);
  });

  test('leads to one that was merged as well: its own page knows what took its place', async () => {
    const [ended, target] = [await makeCommune(union.province, 'Đã Gộp'), await makeCommune(union.province, 'Còn Lại')];
    await give(province, ended.id, '91041');
    await carriedOut(province, { kind: 'merge', unitId: ended.id, targetId: target.id });
    const slug = await findPublishedCoded('91041');
    expect(slug).toBe(ended.slug);
    expect(await findPublishedSuccessor(slug ?? '')).toBe(target.slug);
  });

  test('leads nowhere for one that opens later, for one that never was, for what is no commune, and for none', async () => {
    const tomorrow = addDays(today(), 1);
    await createCommune(db, union.province, { code: '91042', from: tomorrow });
    await createCommune(db, union.province, { code: '91043', from: tomorrow, to: tomorrow });
    await createCommune(db, union.province, { code: '91044', from: today(), to: today() });
    const { slug } = await db.unit.findUniqueOrThrow({ where: { id: union.khuPho5.id }, select: { slug: true } });
    for (const said of ['91042', '91043', '91044', slug, '00000', 'khong-co'])
      expect(await findPublishedCoded(said), said).toBeNull();
  });
});
