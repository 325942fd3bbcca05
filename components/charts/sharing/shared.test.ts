import { expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import type { HexagonTile } from '../map/hexagon';
import { chartNamed } from './chart-names';
import { sharedFigures } from './shared-figures';
import { sharedMap } from './shared-map';
import { sharedRanking } from './shared-ranking';
import { sharedTrend } from './shared-trend';

const t = (key: string, values?: Record<string, string | number>) => [key, ...Object.values(values ?? {})].join(' ');
const tile = (code: string, percent: number | null, more: Partial<HexagonTile> = {}): HexagonTile => ({
  code,
  slug: code,
  name: `Xã${code}`,
  q: Number(code),
  r: 0,
  percent,
  state: percent === null ? 'not_reported' : percent === 0 ? 'zero' : 'some',
  ...more,
});
const tiles = [tile('1', 60), tile('2', 60), tile('3', 20), tile('4', 0), tile('5', null)];

test('a map that leaves the page names each place with its share, and says what colours and patterns mean', () => {
  const { inner } = sharedMap({ locale: 'vi', tiles, level: 'sub_association', t });
  for (const { name } of tiles) expect(inner).toContain(`>${name}</text>`);
  expect(inner.match(/>60%<\/text>/g)).toHaveLength(2);
  expect(inner).toContain('fill="url(#hatch)"');
  for (const word of ['legend.step1', 'legend.step5', 'legend.zero', 'legend.not_reported', 'legend.no_units'])
    expect(inner).toContain(`>${word}`);
});

test('it leans on nothing that a page lends: no class, no style, and words are no markup', () => {
  const drawings = [
    sharedMap({ locale: 'vi', tiles: [tile('1', 60, { name: '<b>&"' })], level: 'group', t }),
    sharedRanking({ locale: 'vi', tiles, t }),
    sharedFigures({ days: ['2026-10-31'], values: [40], share: true, wordOf: () => '<b>', t }),
    sharedTrend({ locale: 'vi', points: [{ month: '2026-10-01', subAssociations: 40, groups: 20 }], target: 80, t }),
  ];
  for (const { inner } of drawings) expect(inner).not.toMatch(/class=|style=|var\(|<b>/);
  expect(drawings[0]?.inner).toContain('&lt;b&gt;&amp;&quot;');
});

test('a shared rank is marked as one, in the picture as in the list', () => {
  const { inner } = sharedRanking({ locale: 'vi', tiles, t });
  expect(inner.match(/>=1<\/text>/g)).toHaveLength(2);
  expect(inner).toContain('>3</text>');
  expect(inner).toContain('>ranking.tie</text>');
});

test('a chart has a name in each language, and no other name', () => {
  expect(chartNamed('vi', 'ban-do')).toBe('map');
  expect(chartNamed('en', 'map')).toBe('map');
  expect(chartNamed('vi', 'map')).toBeUndefined();
});

test('a figure over its days says the last one, and where months of several years stand, their years', () => {
  const of = (days: readonly Day[]) =>
    sharedFigures({
      days,
      values: days.map((_, at) => at * 10),
      share: false,
      wordOf: (value) => `${value} mô hình`,
      t,
    }).inner;
  const short = of(['2026-08-31', '2026-09-30', '2026-10-31']);
  expect(short).toContain('>20 mô hình</text>');
  expect(short).toContain('>monthShort 10</text>');
  expect(of(['2024-12-31', '2025-12-31', '2026-10-31'])).toContain('>monthOfYear 10 26</text>');
  // a year from its month to the same month: one name would stand there twice
  const year = Array.from(
    { length: 13 },
    (_, at) => `${at < 2 ? 2025 : 2026}-${String(((at + 10) % 12) + 1).padStart(2, '0')}-28` as Day,
  );
  expect(of(year)).toContain('>monthOfYear 11 25</text>');
  expect(of(year)).toContain('>monthOfYear 11 26</text>');
  // by halves of a year, from records that are not a year old
  expect(of(['2025-12-31', '2026-06-30', '2026-11-30'])).toContain('>monthOfYear 11 26</text>');
});

test('a month that is not known is a gap, and of nothing at all there are axes alone', () => {
  const none = sharedFigures({ days: ['2026-10-31'], values: [null], share: true, wordOf: String, t });
  expect(none.inner).not.toContain('<circle');
  expect(none.inner).toContain('>100</text>');
});
