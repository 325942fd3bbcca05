import { type Change, type Row, textOf } from './merge-tables';

/** Dated rows, as days "2026-11-24" compare: half-open, a null end is open. */
export type Span = { row: Row; from: string; to: string | null };

const OPEN = '9999-12-31';
export const endOf = ({ to }: { to: string | null }) => to ?? OPEN;
export const isEmpty = (span: Span) => span.from >= endOf(span);
export const overlap = (a: Span, b: Span) => !isEmpty(a) && !isEmpty(b) && a.from < endOf(b) && b.from < endOf(a);

export const spanOf = (row: Row): Span => ({
  row,
  from: textOf(row, 'valid_from'),
  to: row.valid_to === null ? null : textOf(row, 'valid_to'),
});

/** Taken back on its first day: a row that counts on no day and stands in nobody's way. */
const emptied = (span: Span): Span => ({ ...span, to: span.from });

export type United = { spans: Span[]; groups: { base: Span; others: Row[] }[] };

/**
 * Overlapping spans of one thing made one: the survivor's first row (`isOwn`), else the first of all, takes all the
 * days, the others none. Touching spans were two stretches, and remain two.
 */
export function unite(all: readonly Span[], isOwn: (row: Row) => boolean): United {
  const united: United = { spans: all.filter(isEmpty), groups: [] };
  for (const group of overlapping(all.filter((span) => !isEmpty(span)))) {
    const base = group.find(({ row }) => isOwn(row)) ?? group[0];
    if (!base) continue;
    const last = group.reduce((late, span) => (endOf(span) > endOf(late) ? span : late), base);
    const whole = { row: base.row, from: group[0]?.from ?? base.from, to: last.to };
    const others = group.filter((span) => span !== base);
    united.spans.push(...others.map(emptied), whole);
    if (others.length > 0) united.groups.push({ base: whole, others: others.map(({ row }) => row) });
  }
  return united;
}

function overlapping(spans: Span[]): Span[][] {
  const groups: Span[][] = [];
  let end = '';
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const group = groups.at(-1);
    if (group && span.from < end) group.push(span);
    else groups.push([span]);
    if (endOf(span) > end) end = endOf(span);
  }
  return groups;
}

/** Things that exclude each other, one after the other: who began later waits until the earlier one has ended. */
export function inTurn(spans: readonly Span[]): Span[] {
  let end = '';
  const ordered = [...spans].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : endOf(a) < endOf(b) ? 1 : -1,
  );
  return ordered.map((span) => {
    if (isEmpty(span)) return span;
    const from = span.from < end ? end : span.from;
    const kept = from < endOf(span) ? { ...span, from } : emptied(span);
    if (!isEmpty(kept)) end = endOf(kept);
    return kept;
  });
}

/** Groups by a column's value, in order of appearance. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

/** Rows written with their new days and whatever else changes; those that lose days first, so that none overlap on the way. */
export function writeSpans(
  table: Extract<Change, { set: unknown }>['table'],
  spans: readonly Span[],
  more: (row: Row) => Record<string, unknown>,
): Change[] {
  const changes = spans.flatMap((span): (Change & { set: Record<string, unknown> })[] => {
    const was = spanOf(span.row);
    const days = {
      ...(span.from === was.from ? {} : { valid_from: span.from }),
      ...(span.to === was.to ? {} : { valid_to: span.to }),
    };
    const set = { ...days, ...more(span.row) };
    return Object.keys(set).length > 0 ? [{ table, was: span.row, set }] : [];
  });
  const shrinks = ({ was, set }: { was: Row; set: Record<string, unknown> }) => {
    const after = spanOf({ ...was, ...set });
    return (
      isEmpty(after) ||
      (after.from >= spanOf(was).from && endOf(after) < endOf(spanOf(was))) ||
      after.from > spanOf(was).from
    );
  };
  return [...changes.filter(shrinks), ...changes.filter((change) => !shrinks(change))];
}
