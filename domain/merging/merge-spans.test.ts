import { expect, test } from 'vitest';
import { planSeats } from './merge-seats';
import { inTurn, spanOf, unite, writeSpans } from './merge-spans';

const row = (id: string, from: string, to: string | null, more = {}) => ({
  id,
  valid_from: from,
  valid_to: to,
  ...more,
});
const isOwn = ({ id }: Readonly<Record<string, unknown>>) => String(id).startsWith('own');
const shown = (spans: ReturnType<typeof inTurn>) => spans.map(({ row: { id }, from, to }) => [id, from, to]);

test('stretches that overlap become one, held by the survivor’s row; the other counts on no day', () => {
  const rows = [row('other', '2026-01-01', '2026-03-01'), row('own', '2026-02-01', null)];
  const { spans, groups } = unite(rows.map(spanOf), isOwn);
  expect(shown(spans)).toEqual([
    ['other', '2026-01-01', '2026-01-01'],
    ['own', '2026-01-01', null],
  ]);
  expect(groups).toHaveLength(1);
});

test('stretches that touch, lie apart or are empty stay as they are', () => {
  const rows = [
    row('own', '2026-01-01', '2026-02-01'),
    row('touches', '2026-02-01', '2026-03-01'),
    row('apart', '2026-05-01', null),
    row('empty', '2026-01-10', '2026-01-10'),
  ];
  const { spans, groups } = unite(rows.map(spanOf), isOwn);
  expect(groups).toEqual([]);
  expect(writeSpans('membership', spans, () => ({}))).toEqual([]);
});

test('what excludes each other stands in turn, and what lies inside another counts on no day', () => {
  const rows = [
    row('a', '2026-01-01', '2026-06-01'),
    row('inside', '2026-02-01', '2026-03-01'),
    row('b', '2026-04-01', null),
  ];
  expect(shown(inTurn(rows.map(spanOf)))).toEqual([
    ['a', '2026-01-01', '2026-06-01'],
    ['inside', '2026-02-01', '2026-02-01'],
    ['b', '2026-06-01', null],
  ]);
});

test('rows that lose days are written first, so that none overlap on the way', () => {
  const { spans } = unite(
    [row('own', '2026-02-01', '2026-04-01'), row('other', '2026-03-01', null)].map(spanOf),
    isOwn,
  );
  const changes = writeSpans('membership', spans, () => ({ person_id: 'she' }));
  expect(changes.map(({ was }) => was.id)).toEqual(['other', 'own']);
});

test('the higher office on a board keeps its days, the lower what lies outside; cut in two it is refused', () => {
  const seat = (id: string, office: string, from: string, to: string | null) =>
    row(id, from, to, { office, model_id: 'm', person_id: id });
  const half = planSeats(
    [seat('own', 'member', '2026-01-01', '2026-06-01'), seat('x', 'head', '2026-03-01', null)],
    'own',
  );
  expect(half.cross).toBe(false);
  expect(half.changes).toMatchObject([{ set: { valid_to: '2026-03-01' } }, { set: { person_id: 'own' } }]);
  const cut = planSeats(
    [seat('own', 'member', '2026-01-01', null), seat('x', 'head', '2026-03-01', '2026-04-01')],
    'own',
  );
  expect(cut.cross).toBe(true);
});
