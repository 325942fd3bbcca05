import { isId } from './id';

type WithId = { id: string };

/**
 * A page out of rows of which one more was read than it holds: where that one is there, `next` is the key of the next
 * page, which begins behind the last row of this one.
 */
export function pageOf<Row extends WithId>(rows: readonly Row[], most: number): { page: Row[]; next: string | null };
export function pageOf<Row, Key>(
  rows: readonly Row[],
  most: number,
  keyOf: (row: Row) => Key,
): { page: Row[]; next: Key | null };
export function pageOf(
  rows: readonly unknown[],
  most: number,
  keyOf: (row: unknown) => unknown = (row) => (row as WithId).id,
) {
  const page = rows.slice(0, most);
  return { page, next: rows.length > most ? keyOf(page.at(-1)) : null };
}

/**
 * Rows of a list, in two statements: first their keys alone, sorted and cut from many; then the rows of these keys with all that
 * belongs to them, which would else be joined to every row before the cut.
 */
export async function rowsOfKeys<Row extends WithId>(
  keys: Promise<readonly WithId[]>,
  read: (ids: string[], take: number) => Promise<Row[]>,
): Promise<Row[]> {
  const ids = (await keys).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = new Map((await read(ids, ids.length)).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The id that an address names as the last row of the page before; null where it names none. */
export const readKey = (after: string | undefined): string | null => (after && isId(after) ? after : null);

/** The key of a row that stands by an instant, as an address holds it. It tells where it stands without being looked up. */
export const instantKeyOf = (instant: Date, id: string): string => `${instant.getTime().toString(36)}.${id}`;

/** The instant and id that such a key holds; null when it is none that we wrote. */
export function readInstantKey(after: string | undefined): { instant: Date; id: string } | null {
  const [, time, id] = /^([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return time && id && isId(id) ? { instant: new Date(Number.parseInt(time, 36)), id } : null;
}

type Beyond<Value> = { gt?: Value; lt?: Value };
type Behind<Field extends string, Value> = {
  OR?: ({ [F in Field]?: Value | Beyond<Value> } & { id?: Beyond<string> })[];
};

/** Behind the last row of the page before, in an order by id alone: it need not be looked up. */
export function behindId(after: string | undefined, way: 'asc' | 'desc'): { id?: Beyond<string> } {
  const key = readKey(after);
  return key ? { id: way === 'asc' ? { gt: key } : { lt: key } } : {};
}

/**
 * Behind the last row of the page before, in an order by one field and then by id. The row is looked up through the
 * viewer: of a stranger it would tell where she stands.
 */
export function behind<Field extends string, Row extends WithId & Record<Field, unknown>>(
  last: Row | null,
  field: Field,
  way: 'asc' | 'desc',
): Behind<Field, NonNullable<Row[Field]>> {
  const value = last?.[field];
  if (!last || value === null || value === undefined) return {};
  const beyond = <Of>(of: Of) => (way === 'asc' ? { gt: of } : { lt: of });
  const conditions: unknown = [{ [field]: beyond(value) }, { [field]: value, id: beyond(last.id) }];
  return { OR: conditions as NonNullable<Behind<Field, NonNullable<Row[Field]>>['OR']> };
}

/** The same in an order by an instant, whose key holds all that is to be known of the last row. */
export function behindInstant<Field extends string>(after: string | undefined, field: Field, way: 'asc' | 'desc') {
  const last = readInstantKey(after);
  return behind(last && ({ id: last.id, [field]: last.instant } as WithId & Record<Field, Date>), field, way);
}
