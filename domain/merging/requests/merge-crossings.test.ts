import { expect, test } from 'vitest';
import { type Span, spanOf } from '../merge-spans';
import { crossed, crossingOf as crossingAmong, crossingFor } from './merge-crossings';

const span = (id: string, from: string, to: string | null) => spanOf({ id, valid_from: from, valid_to: to });
const shown = (spans: readonly Span[]) => spans.map(({ row: { id }, from, to }) => [id, from, to]).sort();
const [spring, autumn] = [span('guides', '2026-01-01', null), span('learns', '2026-08-11', null)];

const rowsOf = (spans: readonly Span[]) => spans.map(({ row }) => row);
const crossingOf = (thirdId: string, guided: readonly Span[], learned: readonly Span[]) => {
  const rows = { guided: rowsOf(guided), learned: rowsOf(learned) };
  return crossingAmong(thirdId, guided, learned, rows);
};

test('two pairs the opposite way are told, with the days that the other one loses', () => {
  expect(crossingOf('c', [spring], [autumn])).toEqual({
    thirdId: 'c',
    guided: { from: '2026-01-01', to: null },
    learned: { from: '2026-08-11', to: null },
    lost: { guided: { from: '2026-08-11', to: null }, learned: { from: '2026-08-11', to: null } },
    pairs: { guided: rowsOf([spring]), learned: rowsOf([autumn]) },
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

test('of a pair that may not be seen no day is told, not even by what it loses', () => {
  const [hers, elsewhere] = [span('hers', '2026-03-01', '2026-09-01'), span('elsewhere', '2026-01-15', '2026-05-20')];
  const crossing = crossingOf('c', [hers], [elsewhere]);
  if (!crossing) throw new Error('they cross');
  expect(crossingFor(crossing, null, (id) => id === 'hers')).toEqual({
    thirdId: 'c',
    third: null,
    learned: null,
    guided: { from: '2026-03-01', to: '2026-09-01' },
    lost: { guided: null, learned: { from: '2026-03-01', to: '2026-05-20' } },
  });
  expect(crossingFor(crossing, 'Ba', () => true)).toEqual({
    thirdId: 'c',
    third: 'Ba',
    guided: crossing.guided,
    learned: crossing.learned,
    lost: crossing.lost,
  });
});

test('of two pairs the same way, one of them elsewhere, the days of her own are told alone', () => {
  const [hers, also] = [span('hers', '2026-03-01', '2026-06-01'), span('also', '2026-02-01', '2026-12-01')];
  const [united, other] = [span('hers', '2026-02-01', '2026-12-01'), span('other', '2026-05-01', '2026-07-01')];
  const crossing = crossingAmong('c', [united], [other], { guided: rowsOf([hers, also]), learned: rowsOf([other]) });
  if (!crossing) throw new Error('they cross');
  expect(crossingFor(crossing, 'Ba', (id) => id === 'hers')).toMatchObject({
    guided: { from: '2026-03-01', to: '2026-06-01' },
    learned: null,
    lost: { learned: { from: '2026-05-01', to: '2026-06-01' }, guided: null },
  });
});
