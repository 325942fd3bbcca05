import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { makeIndicators } from '@/test/stages/coverage/targets';
import { lockPeriod, makeCommune, makeUnion, makeViewer, nothing, type TestUnion, type TestUnit } from '@/test/union';
import { setTarget, withdrawTarget } from './commands';
import { findTarget } from './queries';
import { coverageIndicators, setTargetInput, yearOf } from './target';

const YEAR = yearOf(today());
const GROUP = coverageIndicators.group;
let union: TestUnion;
let province: Viewer;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  await makeIndicators();
});

type Asked = Partial<Parameters<typeof setTarget>[1]>;
const about = (unit: TestUnit, more: Asked = {}) => ({
  unitId: unit.id,
  indicator: GROUP,
  year: YEAR,
  version: 0,
  reason: 'Theo nghị quyết của Hội',
  ...more,
});
const set = async (viewer: Viewer, unit: TestUnit, value: number, more: Asked = {}) => {
  const result = await setTarget(viewer, { ...about(unit, more), value });
  return result.ok ? 'done' : result.problem;
};
const withdraw = async (viewer: Viewer, unit: TestUnit, more: Asked = {}) => {
  const result = await withdrawTarget(viewer, about(unit, more));
  return result.ok ? 'done' : result.problem;
};
const targetOf = (unit: TestUnit, year = YEAR) => findTarget(province, GROUP, unit.id, year);
const valueAt = async (unit: TestUnit, year = YEAR) => (await targetOf(unit, year))?.value;

describe('a target that is set', () => {
  test('holds for the unit and what is beneath it, in that year alone, and the trail knows who set it', async () => {
    const commune = await makeCommune(union.province, 'Bình Phước');
    const below = await createSubAssociation(db, commune);
    expect(await targetOf(commune)).toMatchObject({ value: 100, source: 'campaign', from: null, history: [] });
    expect(await set(province, commune, 80)).toBe('done');
    expect(await targetOf(commune)).toMatchObject({ value: 80, source: 'asked', from: null });
    expect(await targetOf(below)).toMatchObject({
      value: 80,
      source: 'asked',
      from: { id: commune.id, name: 'Bình Phước' },
    });
    expect([await valueAt(commune, YEAR - 1), await valueAt(commune, YEAR + 1)]).toEqual([100, 100]);
    const entries = await db.auditEntry.findMany({
      where: { unitId: commune.id, action: 'setTarget' },
      select: { actorId: true, verb: true, change: true },
    });
    const change = { indicator: GROUP, year: YEAR, voice: 'asked', from: null, to: 80 };
    expect(entries).toEqual([{ actorId: province.accountId, verb: 'changed', change }]);
  });

  test('keeps what it was: who set it, when and why, the newest first; nobody can alter or remove a word', async () => {
    const commune = await makeCommune(union.province, 'Phước Tân');
    expect(await set(province, commune, 80, { reason: 'Năm khó khăn' })).toBe('done');
    expect(await set(province, commune, 90, { version: 1, reason: 'Đã có thêm người' })).toBe('done');
    expect(await withdraw(province, commune, { version: 2, reason: 'Như cả thành phố' })).toBe('done');
    const target = await targetOf(commune);
    expect(target).toMatchObject({ value: 100, source: 'campaign' });
    const by = province.displayName;
    expect(target?.history.map(({ number, value, reason, by: who }) => [number, value, reason, who])).toEqual([
      [3, null, 'Như cả thành phố', by],
      [2, 90, 'Đã có thêm người', by],
      [1, 80, 'Năm khó khăn', by],
    ]);
    await expect(db.target.updateMany({ where: { unitId: commune.id }, data: { value: 1 } })).rejects.toThrow();
    await expect(db.target.deleteMany({ where: { unitId: commune.id } })).rejects.toThrow();
  });

  test('is set once: of several at the same moment all but the first are told what was said, and twice the same is nothing new', async () => {
    const commune = await makeCommune(union.province, 'Tân Triều');
    const all = await Promise.all([70, 60, 55, 65, 75, 85].map((value) => set(province, commune, value)));
    expect(all.sort()).toEqual([...Array(5).fill('changed-meanwhile'), 'done']);
    const held = (await valueAt(commune)) ?? 0;
    const late = await setTarget(province, { ...about(commune), value: 50 });
    expect(late).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
      detail: { value: String(held), reason: 'Theo nghị quyết của Hội', version: '1' },
    });
    expect(await set(province, commune, held, { version: 1 })).toBe('said-already');
    expect(await db.target.count({ where: { unitId: commune.id } })).toBe(1);
  });
});

describe('a commune’s official', () => {
  test('pledges as much as is asked or more, for her commune and beneath it; the higher voice holds, whichever spoke last', async () => {
    const commune = await makeCommune(union.province, 'Hố Nai');
    const below = await createSubAssociation(db, commune);
    const hers = await makeViewer('commune_official', commune);
    expect(await set(province, commune, 60)).toBe('done');
    expect(await setTarget(hers, { ...about(commune), value: 59.9 })).toEqual({
      ok: false,
      problem: 'below-asked',
      detail: { asked: '60' },
    });
    expect(await set(hers, commune, 75)).toBe('done');
    expect(await set(hers, below, 90)).toBe('done');
    expect([await valueAt(commune), await valueAt(below)]).toEqual([75, 90]);
    expect(await targetOf(commune)).toMatchObject({ source: 'pledged', asked: 60 });
    // the city asks for more than she pledged: that holds, and her word stays on record
    expect(await set(province, commune, 80, { version: 1 })).toBe('done');
    expect(await targetOf(commune)).toMatchObject({ value: 80, source: 'asked' });
    expect(await set(province, commune, 60, { version: 2 })).toBe('done');
    expect(await valueAt(commune)).toBe(75);
    expect(await withdraw(hers, commune, { version: 1 })).toBe('done');
    expect(await targetOf(commune)).toMatchObject({ value: 60, source: 'asked' });
  });

  test('takes back her own word and not the city’s', async () => {
    const commune = await makeCommune(union.province, 'Long Bình');
    const hers = await makeViewer('commune_official', commune);
    expect(await set(province, commune, 60)).toBe('done');
    expect(await withdraw(hers, commune)).toBe('nothing-said');
    expect(await withdraw(hers, commune, { version: 1 })).toBe('changed-meanwhile');
    expect(await valueAt(commune)).toBe(60);
  });

  test('learns of another commune no more than of nothing, and sets no target above her', async () => {
    expect(await set(official, union.trangDai, 100)).toBe(await set(official, { id: nothing, path: '' }, 100));
    expect(await set(official, union.province, 100)).toBe('not-found');
    expect(await findTarget(official, GROUP, union.trangDai.id, YEAR)).toBeNull();
    expect(await set(await makeViewer('sub_association_head', union.khuPho5), union.khuPho5, 100)).toBe('not-allowed');
    expect(await db.target.count({ where: { unitId: { in: [union.trangDai.id, union.province.id] } } })).toBe(0);
  });
});

describe('what is refused', () => {
  test('a share above 100, a count is not bounded by it; an indicator that is none; a group', async () => {
    const commune = await makeCommune(union.province, 'An Phước');
    expect(await set(province, commune, 100.1)).toBe('value-too-high');
    expect(await set(province, commune, 250, { indicator: 'sessions_held' })).toBe('done');
    expect(await findTarget(province, 'sessions_held', commune.id, YEAR)).toMatchObject({
      value: 250,
      source: 'asked',
    });
    expect(await findTarget(province, 'sessions_held', union.longHung.id, YEAR)).toMatchObject({
      value: null,
      source: null,
    });
    expect(await set(province, commune, 1, { indicator: 'no_such_thing' })).toBe('no-such-indicator');
    expect(await set(province, union.to1, 100)).toBe('level-differs');
  });

  test('a value that is no number, less than nothing, without a reason, or of a year that is not the campaign’s', () => {
    const form = { ...about(union.longHung), value: '92,5', least: '0', most: '100' };
    const wrong = (more: object) => setTargetInput.safeParse({ ...form, ...more }).success;
    expect(setTargetInput.parse(form).value).toBe(92.5);
    for (const more of [
      { value: '-1' },
      { value: '1e3' },
      { value: '' },
      { reason: '  ' },
      { year: 2024 },
      { year: YEAR + 9 },
    ])
      expect(wrong(more), JSON.stringify(more)).toBe(false);
  });

  test('a value beyond its limits beside a reason that is missing: both are told at once, each at its field', () => {
    const wrong = (value: string) => {
      const sent = { ...about(union.longHung), value, reason: '', least: '60', most: '100' };
      return setTargetInput.safeParse(sent).error?.issues.map(({ path, message }) => [path[0], message]);
    };
    const missing = ['reason', expect.any(String)];
    expect(wrong('150')).toEqual([missing, ['value', 'value-too-high']]);
    expect(wrong('59,9')).toEqual([missing, ['value', 'below-asked']]);
    expect(wrong('60')).toEqual([missing]);
    expect(wrong('')?.map(([field]) => field)).toContain('value');
  });

  test('a value beyond the limits that are read anew, whatever the form was drawn with', async () => {
    const commune = await makeCommune(union.province, 'Tân Lập');
    const hers = await makeViewer('commune_official', commune);
    await set(province, commune, 60);
    const sent = { ...about(commune), value: '50', least: '0', most: '999' };
    expect((await setTarget(hers, setTargetInput.parse(sent))).ok).toBe(false);
    expect((await setTarget(province, setTargetInput.parse({ ...sent, version: 1, value: '150' }))).ok).toBe(false);
    expect(await valueAt(commune)).toBe(60);
  });

  test('a year whose last day lies in a locked report, of the commune itself, around or beneath; a year that was not locked is corrected', async () => {
    const [locked, open] = [
      await makeCommune(union.province, 'Xuân Lập'),
      await makeCommune(union.province, 'Bảo Vinh'),
    ];
    const below = await createSubAssociation(db, locked);
    await lockPeriod(locked, `${YEAR - 1}-12-01`, `${YEAR}-01-01`);
    const before = { year: YEAR - 1 };
    for (const unit of [locked, below, union.province])
      expect(await set(province, unit, 90, before)).toBe('year-locked');
    expect(await set(province, open, 90, before)).toBe('done');
    expect(await set(province, locked, 90)).toBe('done');
    expect(await valueAt(locked, YEAR - 1)).toBe(100);
  });

  test('a unit that was not there in that year', async () => {
    const young = await createCommune(db, union.province, { name: 'Mới', from: addDays(today(), -3) });
    const gone = await createCommune(db, union.province, { name: 'Cũ', to: `${YEAR}-01-01` });
    expect(await set(province, young, 90, { year: YEAR - 1 })).toBe('unit-not-there');
    expect(await set(province, gone, 90)).toBe('unit-not-there');
    expect(await set(province, gone, 90, { year: YEAR - 1 })).toBe('done');
  });
});
