import { describe, expect, it } from 'vitest';
import { paceOf } from '../chance';
import { courses } from '../trainings/courses';
import { skills } from '../trainings/skills';
import { communes } from './communes';
import { leastGroups, realSubAssociations } from './places';
import { profiles } from './profiles';
import { growTree } from './tree';

const distinct = (values: readonly unknown[]) => new Set(values).size;

describe('the real communes', () => {
  it('are 95: 72 communes and 23 wards at first, 62 and 33 since ten became wards', () => {
    const wards = communes.filter((commune) => commune.kind === 'ward').length;
    const newWards = communes.filter((commune) => commune.wardSince2026).map((commune) => commune.name);
    expect([communes.length, wards, wards + newWards.length]).toEqual([95, 23, 33]);
    expect(newWards.sort()).toEqual(
      [
        'Dầu Giây',
        'Long Thành',
        'Lộc Ninh',
        'Nhơn Trạch',
        'Tân Khai',
        'Tân Phú',
        'Trảng Bom',
        'Trị An',
        'Xuân Lộc',
        'Đồng Phú',
      ].sort(),
    );
  });

  it('are told apart by code and address, also Lộc Thành and Lộc Thạnh, and share no hexagon', () => {
    expect(distinct(communes.map(({ code }) => code))).toBe(95);
    expect(distinct(communes.map(({ slug }) => slug))).toBe(95);
    expect(distinct(communes.map(({ q, r }) => `${q},${r}`))).toBe(95);
    expect(communes.filter(({ formerProvince }) => formerProvince === 'Bình Phước')).toHaveLength(40);
  });

  it('are NFC, and have a profile each in which shares stay between 0 and 1', () => {
    for (const commune of communes) expect(commune.name).toBe(commune.name.normalize('NFC'));
    const shares = profiles().flatMap(({ subAssociations, groups }) => [subAssociations, groups]);
    expect(shares).toHaveLength(190);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('the tree', () => {
  const tree = growTree({ subAssociations: 1_800, groups: 12_000 });

  it('is about as large as asked, with addresses that never repeat', () => {
    const count = (level: string) => tree.filter((unit) => unit.level === level).length;
    expect(count('commune')).toBe(95);
    expect(Math.abs(count('sub_association') - 1_800)).toBeLessThan(60);
    expect(Math.abs(count('group') - 12_000)).toBeLessThan(400);
    expect(distinct(tree.map(({ slug }) => slug))).toBe(tree.length);
  });

  it('marks what is invented and only that', () => {
    const real = tree.filter((unit) => !unit.demo);
    expect(
      real
        .filter((unit) => unit.level === 'sub_association')
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual([...realSubAssociations].sort());
    expect(real.some((unit) => unit.level === 'group')).toBe(false);
    expect(real).toHaveLength(96 + realSubAssociations.length);
  });

  it('grows the same twice, and has the groups that places need at every size', () => {
    expect(growTree({ subAssociations: 1_800, groups: 12_000 })).toEqual(tree);
    const small = growTree({ subAssociations: 210, groups: 560 });
    for (const [slug, least] of Object.entries(leastGroups)) {
      const place = small.find((unit) => unit.slug === slug);
      expect(
        small.filter((unit) => unit.subNo === place?.no && unit.level === 'group').length,
        slug,
      ).toBeGreaterThanOrEqual(least);
    }
  });
});

describe('the words', () => {
  it('give every course skills that exist and an address of its own in each language', () => {
    const codes: readonly string[] = skills.map(({ code }) => code);
    for (const course of courses)
      expect(
        course.skills.every((code) => codes.includes(code)),
        course.code,
      ).toBe(true);
    expect(distinct(courses.map(({ vi }) => vi.slug))).toBe(courses.length);
    expect(distinct(courses.map(({ en }) => en.slug))).toBe(courses.length);
  });

  it('spread the founding of models from the campaign’s beginning to today, never backwards', () => {
    const pace = paceOf('2026-11-24');
    expect(pace.every((day, i) => i === 0 || day >= (pace[i - 1] ?? 0))).toBe(true);
    expect(pace.at(-1)).toBeLessThanOrEqual(480);
    expect(pace[0]).toBeGreaterThanOrEqual(0);
  });
});
