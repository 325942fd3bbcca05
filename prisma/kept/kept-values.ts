import { AsyncLocalStorage } from 'node:async_hooks';
import { openOutside, outside } from '../outside';
import { frozen } from './frozen';
import { isFresh, type Kept, makeRoom, take, without } from './kept';
import { lineUp } from './turns';

/** Milliseconds after which one is read again even if nobody said that it changed, as with a kept page. */
const MAX_AGE_MS = 3_600_000;

// One store a process: Next loads modules in more than one graph.
const KEY = Symbol.for('portal.values');
const READING = Symbol.for('portal.reading');
const world = globalThis as { [KEY]?: Map<string, Kept>; [READING]?: AsyncLocalStorage<Kept> };
world[READING] ??= new AsyncLocalStorage();
/** The value that is being read: what it holds of others is no younger for it. */
const reading = world[READING];

/** From now on values are kept. Whoever calls this drops them wherever a page is dropped, before the next one is drawn. */
export function keepValues(): void {
  world[KEY] ??= new Map();
  openOutside();
}

/** Is anything kept at all? */
export const isKeeping = (): boolean => world[KEY] !== undefined;

/** From now on every reading is a new one again. */
export function keepNothing(): void {
  delete world[KEY];
}

/**
 * What `read` answers, kept under its name until one of `tags` is dropped. Who asks after a drop never gets what was read before
 * it. Frozen, for many share it. `age`: milliseconds after which it is read again.
 */
export const keptValue = <Value>(
  name: string,
  tags: readonly string[],
  read: () => Promise<Value>,
  age = MAX_AGE_MS,
): Promise<Value> => kept({ name, tags, age }, read);

/** The same of what stands as long as `at` is told the same: who asks with another gets what is read from then on. */
export const keptAt = <Value>(name: string, at: string, read: () => Promise<Value>): Promise<Value> =>
  kept({ name, tags: ['today'], age: MAX_AGE_MS, at }, read);

/** The same of what says of itself until when it holds, at the first of these instants: who asks from then on has it read again. */
export const keptUntilOver = <Value>(
  name: string,
  tags: readonly string[],
  read: () => Promise<Value>,
  endsOf: (value: Value) => readonly Date[],
): Promise<Value> => kept({ name, tags, age: MAX_AGE_MS, endsOf: endsOf as Keeping['endsOf'] }, read);

type Far = () => Promise<string>;
type Keeping = {
  name: string;
  tags: readonly string[];
  age: number;
  at?: string;
  count?: { far?: Far | undefined };
  endsOf?: ((value: unknown) => readonly Date[]) | undefined;
};

/** What is read ahead stands among the others while it is under way: a drop takes it away as well, and who comes after its end waits for it. */
const aheadOf = (name: string) => `ahead of ${name}`;

function kept<Value>(keeping: Keeping, read: () => Promise<Value>): Promise<Value> {
  const values = world[KEY];
  if (!values) return read();
  const { name, at } = keeping;
  const known = values.get(name);
  if (known && known.at === at && isFresh(known)) {
    countAhead(known);
    // the last to be let go
    if (at !== undefined) values.delete(name);
    if (at !== undefined) values.set(name, known);
    return held(known) as Promise<Value>;
  }
  const next = values.get(aheadOf(name));
  if (next && isFresh(next)) return held(goOn(values, name, next)) as Promise<Value>;
  if (next) values.delete(aheadOf(name));
  if (at !== undefined) makeRoom(values, name);
  const begun = begin(values, keeping, read, { within: reading.getStore(), before: known });
  values.set(name, begun);
  take(begun.within, begun);
  return begun.value as Promise<Value>;
}

type Beside = { within?: Kept | undefined; before?: Kept | undefined };

/** Begins to read a value. Whoever calls this keeps it, until it has failed. `before`: what was kept in its place. */
function begin(values: Map<string, Kept>, keeping: Keeping, read: () => Promise<unknown>, beside: Beside = {}): Kept {
  const { name, tags, age, at, count, endsOf } = keeping;
  const now = Date.now();
  const begun: Kept = {
    // a count may turn out to be the one before it, until it is known whether anything was written: a drop of what that holds drops it by then
    tags: new Set([...tags, ...((count && beside.before?.tags) ?? [])]),
    value: Promise.resolve(),
    end: now + age,
    heldEnd: now + MAX_AGE_MS,
    within: beside.within,
    counts: new Set(),
  };
  if (at !== undefined) begun.at = at;
  if (count) {
    begun.counts = new Set([begun]);
    const isWanted = () => values.get(name) === begun;
    begun.again = () => lineUp({ name, isWanted, run: () => goOnOrReadAhead(values, begun, keeping, read) });
  }
  begun.value = reading
    .run(begun, () => (count?.far ? countFrom(begun, count.far, read, beside.before) : read()))
    .then(frozen)
    .then((value) => {
      begun.end = Math.min(begun.end, ...(endsOf?.(value) ?? []).map(Number));
      take(begun.within, begun);
      return value;
    });
  const come = (value: unknown) =>
    Object.assign(begun, { value: outside(() => Promise.resolve(value)), come: true, within: undefined });
  begun.value.then(come, () => {
    for (const [under, value] of values) if (value === begun) values.delete(under);
  });
  return begun;
}

/** It is known how far the database is before anything is counted: what is written meanwhile has it counted anew. */
async function countFrom(begun: Kept, far: Far, read: () => Promise<unknown>, before?: Kept): Promise<unknown> {
  begun.far = await far();
  if (!before?.come || before.far !== begun.far) return read();
  // nothing was written since: what was counted is what would be counted now
  const held = { ...before, end: before.heldEnd, counts: without(before.counts, before) };
  if (!isFresh(held)) return read();
  take(begun, held);
  return before.value;
}

/** Whoever asks for a count in the last third of its minute, or for what holds it, has it made anew. */
function countAhead({ counts }: Kept): void {
  for (const count of counts) if (count.come && Date.now() >= count.end - COUNTED_AHEAD_MS) count.again?.();
}

/** A count since which nothing was written is what would be counted now. */
async function goOnOrReadAhead(values: Map<string, Kept>, count: Kept, keeping: Keeping, read: () => Promise<unknown>) {
  const now = Date.now();
  if (keeping.count?.far && (await keeping.count.far()) === count.far) count.end = now + keeping.age;
  else if (values.get(keeping.name) === count) await readAhead(values, keeping, read);
}

function readAhead(values: Map<string, Kept>, keeping: Keeping, read: () => Promise<unknown>): Promise<unknown> {
  const name = aheadOf(keeping.name);
  const next = begin(values, keeping, read);
  values.set(name, next);
  // one that failed is made by who asks next
  return next.value.then(() => values.get(name) === next && goOn(values, keeping.name, next));
}

/** What was read ahead is the value from now on. */
function goOn(values: Map<string, Kept>, name: string, next: Kept): Kept {
  values.delete(aheadOf(name));
  values.set(name, next);
  return next;
}

/** What is kept until it ends, or until a tag of it is dropped, ends whatever is read with it. */
function held(inner: Kept): Promise<unknown> {
  const outer = reading.getStore();
  take(outer, inner);
  // whoever came while it was being read is told of what it holds of others once it has come
  return outer ? inner.value.finally(() => take(outer, inner)) : inner.value;
}

/** Milliseconds for which counts that go through all women of the city, or all that was ever written, are kept: something of them changes in every one of them. */
const COUNTED_MS = 60_000;
const COUNTED_AHEAD_MS = 20_000;

/**
 * A count that takes long, of a minute ago at most. Who asks in its last third has it counted for those who come later. `far`: how far the
 * database is; told as before, the count goes on.
 */
export const keptEachMinute = <Value>(
  name: string,
  tags: readonly string[],
  count: () => Promise<Value>,
  far?: Far,
): Promise<Value> => kept({ name, tags, age: COUNTED_MS, count: { far } }, count);

/** Everything made of one of these has changed; `all`: nobody knows what has. */
export function dropValues(dropped: readonly string[] | 'all'): void {
  const values = world[KEY];
  for (const [name, { tags }] of values ?? []) {
    if (dropped === 'all' || dropped.some((tag) => tags.has(tag))) values?.delete(name);
  }
}
