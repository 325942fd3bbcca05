import { endOf, groupBy, isEmpty, overlap, type Span, spanOf, unite, writeSpans } from './merge-spans';
import { type Change, type Row, textOf } from './merge-tables';

const RANK = ['head', 'deputy', 'secretary', 'member'];

export type SeatPlan = { changes: Change[]; united: number; cross: boolean };

/**
 * Seats on boards: the same office is united; of two offices the higher keeps its days, the lower what lies outside.
 * `cross`: the higher lies in the middle of the lower, which would be cut in two.
 */
export function planSeats(seats: readonly Row[], survivorId: string): SeatPlan {
  const plan: SeatPlan = { changes: [], united: 0, cross: false };
  const isOwn = (row: Row) => row.person_id === survivorId;
  for (const board of groupBy(seats, (row) => textOf(row, 'model_id'))) {
    const settled: Span[] = [];
    for (const office of RANK) {
      const same = unite(board.filter((row) => row.office === office).map(spanOf), isOwn);
      plan.united += same.groups.reduce((sum, { others }) => sum + others.length, 0);
      for (const span of same.spans) settled.push(outside(span, settled, plan));
    }
    plan.changes.push(...writeSpans('board_seat', settled, (row) => (isOwn(row) ? {} : { person_id: survivorId })));
  }
  return plan;
}

function outside(span: Span, higher: readonly Span[], plan: SeatPlan): Span {
  return higher.reduce((kept, other) => {
    if (isEmpty(kept) || !overlap(kept, other)) return kept;
    const [before, after] = [kept.from < other.from, endOf(kept) > endOf(other)];
    if (before && after) plan.cross = true;
    if (before) return { row: kept.row, from: kept.from, to: other.from };
    return after
      ? { row: kept.row, from: endOf(other), to: kept.to }
      : { row: kept.row, from: kept.from, to: kept.from };
  }, span);
}
