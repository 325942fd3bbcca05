import { describe, expect, test } from 'vitest';
import type { TrendPoint } from '../series';
import { drawTrend, type Frame } from './trend-geometry';

const frame: Frame = { width: 400, height: 300, left: 0, right: 300, top: 0, bottom: 200, every: 2 };
const points = (subAssociations: (number | null)[], groups: (number | null)[] = []): TrendPoint[] =>
  subAssociations.map((value, index) => ({
    month: `2026-0${index + 1}-01` as TrendPoint['month'],
    subAssociations: value,
    groups: groups[index] ?? null,
  }));

describe('the trend line', () => {
  test('stands to the digit', () => {
    const { subAssociations } = drawTrend(points([0, 25, 57.7, 100]), 100, frame);
    expect(subAssociations.path).toBe('M0,200L100,150L200,84.6L300,0');
    expect(subAssociations.end).toEqual({ x: 300, y: 0, percent: 100, labelY: 0 });
  });

  test('a gap interrupts the line and its ground, and is not drawn as zero', () => {
    const { subAssociations } = drawTrend(points([10, 20, null, 40]), null, frame);
    expect(subAssociations.path).toBe('M0,180L100,160M300,120Z');
    expect(subAssociations.ground).not.toContain('200,200L200');
    expect(subAssociations.end).toMatchObject({ x: 300, percent: 40 });
  });

  test('a single month between gaps gets a mark of its own', () => {
    const { subAssociations } = drawTrend(points([10, null, 30, null, 50, 60]), null, { ...frame, right: 500 });
    expect(subAssociations.alone).toEqual([
      { x: 0, y: 180 },
      { x: 200, y: 140 },
    ]);
  });

  test('without any number there is no line and no label', () => {
    const { groups } = drawTrend(points([10, 20]), null, frame);
    expect([groups.path, groups.end, groups.alone]).toEqual(['', null, []]);
    expect(drawTrend([], null, frame).months).toEqual([]);
  });
});

describe('around the line', () => {
  test('the last month is always named', () => {
    expect(drawTrend(points([1, 2, 3, 4]), null, frame).months.map(({ index }) => index)).toEqual([1, 3]);
    expect(drawTrend(points([1]), null, frame).months).toEqual([{ index: 0, x: 0 }]);
    // three halves of a year have room for all of their names
    expect(drawTrend(points([1, 2, 3]), null, frame).months.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test('labels that would touch move apart, the higher number above', () => {
    const { subAssociations, groups } = drawTrend(points([0, 50], [0, 48]), null, frame);
    expect(groups.end && subAssociations.end && groups.end.labelY - subAssociations.end.labelY).toBe(22);
    expect(subAssociations.end?.labelY).toBeLessThan(100);
  });

  test('labels stay within the plot at both ends', () => {
    const low = drawTrend(points([1, 1], [0, 0]), null, frame);
    expect([low.subAssociations.end?.labelY, low.groups.end?.labelY]).toEqual([178, 200]);
    const high = drawTrend(points([100, 100], [99, 100]), null, frame);
    expect([high.subAssociations.end?.labelY, high.groups.end?.labelY]).toEqual([0, 22]);
  });

  test('the target is a level, or nothing', () => {
    expect(drawTrend(points([1]), 80, frame).targetY).toBe(40);
    expect(drawTrend(points([1]), null, frame).targetY).toBeNull();
  });
});
