import { describe, expect, test } from 'vitest';
import type { CommuneCoverage, UnitGap } from '../coverage';
import type { MatrixRow } from '../matrix/matrix';
import { heardAndSilent, meetingMonth, monthsBeside, needsOfCommunes, needsOfUnits } from './meeting';

const rowOf = (slug: string, over: Partial<CommuneCoverage> = {}): CommuneCoverage => ({
  communeId: slug,
  code: slug,
  slug,
  name: slug,
  kind: 'ward',
  q: 0,
  r: 0,
  level: 'sub_association',
  units: 10,
  covered: 2,
  tied: 2,
  bothUntied: 3,
  familyOnly: 1,
  pairOnly: 2,
  state: 'some',
  percent: 20,
  ...over,
});
const silentRow = (slug: string) => rowOf(slug, { state: 'not_reported', percent: null });

describe('the month that is met over', () => {
  test('is the running one, in its first week the one that is over, or the one that is asked for', () => {
    expect(meetingMonth(undefined, '2026-11-28')).toEqual({
      month: '2026-11-01',
      day: '2026-11-28',
      earlier: '2026-10-31',
    });
    expect(meetingMonth(undefined, '2026-12-07')).toMatchObject({ month: '2026-11-01', day: '2026-11-30' });
    expect(meetingMonth('2026-02', '2026-11-28')).toEqual({
      month: '2026-02-01',
      day: '2026-02-28',
      earlier: '2026-01-31',
    });
  });

  test('is never one to come, one before there were figures, or no month', () => {
    for (const text of ['2026-12', '2025-07', '2026-13', 'x'])
      expect(meetingMonth(text, '2026-11-28').month, text).toBe('2026-11-01');
    expect(meetingMonth('2025-08', '2026-11-28').earlier).toBeNull();
    expect(monthsBeside('2025-08-01', '2026-11-28')).toEqual({ previous: null, next: '2025-09-01' });
    expect(monthsBeside('2026-11-01', '2026-11-28')).toEqual({ previous: '2026-10-01', next: null });
  });
});

describe('who needs what', () => {
  test('of a commune: each part over both levels, as the reading of the day asks for it, and how many are one deed away', () => {
    const rows = [
      rowOf('one'),
      rowOf('one', { level: 'group', units: 5, covered: 1, tied: 1, bothUntied: 1 }),
      silentRow('two'),
    ];
    expect(needsOfCommunes(rows, 'tied')).toMatchObject([
      { row: { slug: 'one' }, left: 12, needs: { tie: 4, pair: 4, family: 6, oneDeed: 6 } },
      { row: { slug: 'two' }, left: 0, needs: null },
    ]);
    expect(needsOfCommunes([rowOf('one')], 'both')[0]?.needs).toEqual({ tie: 0, pair: 3, family: 4, oneDeed: 3 });
    expect(needsOfCommunes([rowOf('one')], 'family')[0]?.needs).toEqual({ tie: 0, pair: 0, family: 4, oneDeed: 8 });
    expect(needsOfCommunes([rowOf('one', { covered: 10 })], 'tied')).toEqual([]);
  });

  test('of a sub-association: the gaps of its own and of its groups; a family alone is not tied yet', () => {
    const gap = (...missing: UnitGap['missing']) => ({ missing }) as UnitGap;
    const row = { name: 'Khu phố 5', gap: gap('tie'), groups: [{ gap: gap('family') }, { gap: null }] };
    const [needs] = needsOfUnits([row as unknown as MatrixRow], 'tied');
    expect(needs?.needs).toEqual({ tie: 1, pair: 0, family: 1, oneDeed: 1 });
    expect(needsOfUnits([row as unknown as MatrixRow], 'both')[0]?.needs.oneDeed).toBe(2);
  });
});

describe('what changed', () => {
  test('who reports and did not, and who does no more, each once', () => {
    const names = (rows: CommuneCoverage[]) => rows.map(({ slug }) => slug);
    const now = [rowOf('one'), rowOf('one', { level: 'group' }), silentRow('two'), silentRow('three')];
    const { began, fellSilent, silent } = heardAndSilent(now, [silentRow('one'), rowOf('two'), silentRow('three')]);
    expect([names(began), names(fellSilent), names(silent)]).toEqual([['one'], ['two'], ['two', 'three']]);
  });
});
