import { type Change, type MovedTable, type PersonRows, type Row, textOf } from './merge-tables';

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

/** What she was somewhere from a day to a day: two that touch become one. */
export const planAllDated = (rows: PersonRows, survivorId: string) => [
  planDated(rows, 'membership', ['unit_id'], survivorId, kindAndReason),
  planDated(rows, 'office', ['unit_id', 'title'], survivorId, termAndReason),
  planDated(rows, 'network_member', ['network_id'], survivorId),
  planDated(rows, 'household_member', ['household_id'], survivorId),
  planDated(rows, 'model_member', ['model_id'], survivorId),
  planDated(rows, 'qualification', ['kind'], survivorId),
];

type More = (base: Row, group: Row[], last: Span) => Record<string, unknown>;

function planDated(rows: PersonRows, table: MovedTable, key: string[], survivorId: string, more: More = () => ({})) {
  const isOwn = (row: Row) => row.person_id === survivorId;
  const done = groupBy(rows[table], (row) => key.map((column) => textOf(row, column)).join(' ')).map((group) => {
    const { spans, groups } = unite(group.map(spanOf), isOwn);
    const changes = writeSpans(table, spans, (row) => {
      const united = groups.find(({ base }) => base.row === row);
      const extra = united ? more(row, [row, ...united.others], united.base) : {};
      return { ...(isOwn(row) ? {} : { person_id: survivorId }), ...extra };
    });
    return { changes, united: groups.reduce((sum, { others }) => sum + others.length, 0) };
  });
  return {
    changes: done.flatMap(({ changes }) => changes),
    united: done.reduce((sum, { united }) => sum + united, 0),
  };
}

/** Why it ended goes with the end: of a stretch that runs on there is no such reason. */
const reasonOf = (group: Row[], last: Span) =>
  last.to === null ? null : (group.find((row) => spanOf(row).to === last.to)?.end_reason ?? null);

/** Of what is to be set, only that which is something else. */
export const changed = (base: Row, set: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(set).filter(([column, value]) => base[column] !== value));

/** A core member recorded twice, once as a plain one, stays a core member. */
const kindAndReason: More = (base, group, last) =>
  changed(base, {
    kind: group.some(({ kind }) => kind === 'core') ? 'core' : base.kind,
    end_reason: reasonOf(group, last),
  });

const termAndReason: More = (base, group, last) =>
  changed(base, {
    term_id: base.term_id ?? group.find(({ term_id }) => term_id !== null)?.term_id ?? null,
    end_reason: reasonOf(group, last),
  });
