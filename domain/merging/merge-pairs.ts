import type { Day } from '@/domain/days/day';
import { endOf, groupBy, inTurn, isEmpty, type Span, spanOf, type United, unite, writeSpans } from './merge-spans';
import { type Change, type PersonRows, type Row, textOf } from './merge-tables';
import { crossed, crossingOf, type PairCrossing, type StandingPairs } from './requests/merge-crossings';

export type PairPlan = {
  changes: Change[];
  between: number;
  united: number;
  learners: number;
  crossings: PairCrossing[];
};

/**
 * The pairs of two records in a merger: one between them ends; two with the same third woman unite where they
 * overlap, with all that hangs on them; of two opposite ones that `standing` names keeps its days.
 */
export function planPairs(
  rows: PersonRows,
  survivorId: string,
  absorbedId: string,
  today: Day,
  standing: StandingPairs = {},
): PairPlan {
  const between = rows.pair.filter((row) => isOf(row, survivorId) && isOf(row, absorbedId));
  const rest = rows.pair.filter((row) => !between.includes(row));
  const done = groupBy(rest, (row) => thirdOf(row, survivorId, absorbedId)).map((pairs) =>
    planCouple(rows, pairs, survivorId, absorbedId, standing),
  );
  const guided = done.flatMap(({ spans }) =>
    spans.filter((span) => guides(span.row, survivorId, absorbedId) && span.from < endOf(span) && endOf(span) > today),
  );
  return {
    changes: [...between.flatMap((row) => endBetween(row, today)), ...done.flatMap(({ changes }) => changes)],
    between: between.filter((row) => !isEmpty(spanOf(row))).length,
    united: done.reduce((sum, { united }) => sum + united, 0),
    learners: guided.length,
    crossings: done.flatMap(({ crossing }) => crossing ?? []),
  };
}

const isOf = (row: Row, id: string) => row.instructor_id === id || row.learner_id === id;
const guides = (row: Row, ...ids: string[]) => ids.includes(textOf(row, 'instructor_id'));
const thirdOf = (row: Row, ...ids: string[]) => textOf(row, guides(row, ...ids) ? 'learner_id' : 'instructor_id');

function endBetween(row: Row, today: Day): Change[] {
  const span = spanOf(row);
  if (isEmpty(span) || endOf(span) <= today) return [];
  const { from } = span;
  return [{ table: 'pair', was: row, set: { valid_to: from > today ? from : today } }];
}

function planCouple(rows: PersonRows, pairs: Row[], survivorId: string, absorbedId: string, standing: StandingPairs) {
  const { thirdId, guided, learned, crossing } = bothWays(pairs, survivorId, absorbedId);
  const groups = [...guided.groups, ...learned.groups];
  const spans = crossed(guided.spans, learned.spans, standing[thirdId]);
  const moved = (row: Row) => ({
    ...(row.instructor_id === absorbedId ? { instructor_id: survivorId } : {}),
    ...(row.learner_id === absorbedId ? { learner_id: survivorId } : {}),
  });
  return {
    spans,
    crossing,
    united: groups.reduce((sum, { others }) => sum + others.length, 0),
    changes: [
      ...writeSpans('pair', spans, moved),
      ...groups.flatMap(({ base, others }) => carryOver(rows, base.row, others)),
    ],
  };
}

/** The pairs with one third woman, united by the way in which she guides, and what crosses among them. */
function bothWays(pairs: Row[], survivorId: string, absorbedId: string) {
  const ways = parted(pairs, (row) => guides(row, survivorId, absorbedId));
  const [guided, learned] = ways.map((rows) => unite(rows.map(spanOf), (row) => isOf(row, survivorId))) as [
    United,
    United,
  ];
  const thirdId = pairs[0] ? thirdOf(pairs[0], survivorId, absorbedId) : '';
  const rows = { guided: ways[0], learned: ways[1] };
  return { thirdId, guided, learned, crossing: crossingOf(thirdId, guided.spans, learned.spans, rows) };
}

/** Crossings among these pairs if the two records were one; the pairs of others among them are passed over. */
export function crossingsAmong(pairs: readonly Row[], survivorId: string, absorbedId: string): PairCrossing[] {
  const isTheirs = (row: Row) => isOf(row, survivorId) !== isOf(row, absorbedId);
  const couples = groupBy(pairs.filter(isTheirs), (row) => thirdOf(row, survivorId, absorbedId));
  return couples.flatMap((couple) => bothWays(couple, survivorId, absorbedId).crossing ?? []);
}

const parted = (rows: Row[], test: (row: Row) => boolean): [Row[], Row[]] => [
  rows.filter(test),
  rows.filter((row) => !test(row)),
];

/** Goals and contacts of pairs that became one hang on the one. */
function carryOver(rows: PersonRows, base: Row, others: Row[]): Change[] {
  const all = [base, ...others];
  const pairOf = (row: Row) => all.find(({ id }) => id === row.pair_id);
  const ofGroup = (table: 'pair_host' | 'pair_tie') =>
    rows[table].flatMap((row) => {
      const pair = pairOf(row);
      return pair ? [within(spanOf(row), spanOf(pair))] : [];
    });
  const isOwn = (row: Row) => row.pair_id === base.id;
  const toBase = (row: Row) => (row.pair_id === base.id ? {} : { pair_id: base.id });
  const united = (spans: Span[], column: string) =>
    groupBy(spans, ({ row }) => textOf(row, column)).flatMap((same) => unite(same, isOwn).spans);
  const known = new Set(rows.pair_goal.filter(isOwn).map((row) => row.skill_id));
  const goals = rows.pair_goal.filter((row) => {
    if (!pairOf(row) || known.has(row.skill_id)) return false;
    known.add(row.skill_id);
    return true;
  });
  return [
    ...writeSpans('pair_host', inTurn(united(ofGroup('pair_host'), 'unit_id')), toBase),
    ...writeSpans('pair_tie', united(ofGroup('pair_tie'), 'model_id'), toBase),
    ...goals.map((was): Change => ({ table: 'pair_goal', was, set: { pair_id: base.id } })),
    ...rows.pair_contact
      .filter((row) => pairOf(row) && !isOwn(row))
      .map((was): Change => ({ table: 'pair_contact', was, set: { pair_id: base.id } })),
  ];
}

/** A host or tie counts on the days of its own pair: past its end it is not carried into the other's. */
const within = (span: Span, pair: Span): Span => ({ ...span, to: endOf(span) > endOf(pair) ? pair.to : span.to });
