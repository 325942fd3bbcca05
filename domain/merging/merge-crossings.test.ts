import { expect, test } from 'vitest';
import { crossed, crossingOf } from './merge-crossings';
import { type Span, spanOf } from './merge-spans';

const span = (id: string, from: string, to: string | null) => spanOf({ id, valid_from: from, valid_to: to });
const shown = (spans: readonly Span[]) => spans.map(({ row: { id }, from, to }) => [id, from, to]).sort();
const [spring, autumn] = [span('guides', '2026-01-01', null), span('learns', '2026-08-11', null)];

test('two pairs the opposite way are told, with the days that the other one loses', () => {
  expect(crossingOf('c', [spring], [autumn])).toEqual({
    thirdId: 'c',
    guided: { from: '2026-01-01', to: null },
    learned: { from: '2026-08-11', to: null },
    lost: { guided: { from: '2026-08-11', to: null }, learned: { from: '2026-08-11', to: null } },
  });
  expect(crossingOf('c', [span('guides', '2026-01-01', '2026-08-11')], [autumn])).toBeNull();
});

test('the one that stands keeps all its days, whichever it is', () => {
  expect(shown(crossed([spring], [autumn], 'learned'))).toEqual([
    ['guides', '2026-01-01', '2026-08-11'],
    ['learns', '2026-08-11', null],
  ]);
  expect(shown(crossed([spring], [autumn], 'guided'))).toEqual([
    ['guides', '2026-01-01', null],
    ['learns', '2026-08-11', '2026-08-11'],
  ]);
});

test('of a pair around the one that stands the days before it are left, else those after it', () => {
  const [around, within] = [span('around', '2026-01-01', '2026-09-01'), span('within', '2026-03-01', '2026-04-01')];
  expect(shown(crossed([within], [around], 'guided'))).toEqual([
    ['around', '2026-01-01', '2026-03-01'],
    ['within', '2026-03-01', '2026-04-01'],
  ]);
  expect(crossingOf('c', [within], [around])?.lost.guided).toEqual({ from: '2026-03-01', to: '2026-09-01' });
  const late = span('late', '2026-03-01', '2026-09-01');
  expect(shown(crossed([within], [late], 'guided'))).toEqual([
    ['late', '2026-04-01', '2026-09-01'],
    ['within', '2026-03-01', '2026-04-01'],
  ]);
  expect(crossingOf('c', [within], [late])?.lost.guided).toEqual({ from: '2026-03-01', to: '2026-04-01' });
});
