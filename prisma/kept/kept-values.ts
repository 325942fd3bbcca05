import { AsyncLocalStorage } from 'node:async_hooks';
import { frozen } from './frozen';
import { lineUp, openTurns } from './turns';

/**
 * Values that hardly ever change and that nearly every page needs (communes, courses): read once, kept until one of their tags is
 * dropped, where somebody tells of every drop. Tests and scripts keep nothing.
 */
type Kept = {
  tags: ReadonlySet<string>;
  value: Promise<unknown>;
  end: number;
  at?: string;
  within?: Kept | undefined;
  come?: true;
  /** The counts it holds, itself where it is one. */
  counts: ReadonlySet<Kept>;
  /** Of a count: makes it anew, unless it is no longer the one that is kept. */
  again?: () => void;
};

/** Values that stand at one moment: of more than these the oldest is let go, for each of many who ask has her own. */
const MOMENTS_MAX = 128;

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
  openTurns();
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

type Keeping = { name: string; tags: readonly string[]; age: number; at?: string; isCount?: true };

/** What is read ahead stands among the others while it is under way: a drop takes it away as well, and who comes after its end waits for it. */
const aheadOf = (name: string) => `ahead of ${name}`;

function kept<Value>(keeping: Keeping, read: () => Promise<Value>): Promise<Value> {
  const values = world[KEY];
  if (!values) return read();
  const { name, at } = keeping;
  const known = values.get(name);
  if (known && known.at === at && Date.now() < known.end) {
    countAhead(known);
    return held(known) as Promise<Value>;
  }
  const next = values.get(aheadOf(name));
  if (next && Date.now() < next.end) return held(goOn(values, name, next)) as Promise<Value>;
  if (next) values.delete(aheadOf(name));
  if (at !== undefined) makeRoom(values, name);
  const begun = begin(values, keeping, read, reading.getStore());
  values.set(name, begun);
  take(begun.within, begun);
  return begun.value as Promise<Value>;
}

/** Begins to read a value. Whoever calls this keeps it, until it has failed. */
function begin(values: Map<string, Kept>, keeping: Keeping, read: () => Promise<unknown>, within?: Kept): Kept {
  const { name, tags, age, at, isCount } = keeping;
  const begun: Kept = {
    tags: new Set(tags),
    value: Promise.resolve(),
    end: Date.now() + age,
    within,
    counts: new Set(),
  };
  if (at !== undefined) begun.at = at;
  if (isCount) {
    begun.counts = new Set([begun]);
    const isWanted = () => values.get(name) === begun;
    begun.again = () => lineUp({ name, isWanted, run: () => readAhead(values, keeping, read) });
  }
  begun.value = reading.run(begun, read).then(frozen);
  const come = () => Object.assign(begun, { come: true, within: undefined });
  begun.value.then(come, () => {
    for (const [under, value] of values) if (value === begun) values.delete(under);
  });
  return begun;
}

/** Whoever asks for a count in the last third of its minute, or for what holds it, has it made anew. */
function countAhead({ counts }: Kept): void {
  for (const count of counts) if (count.come && Date.now() >= count.end - COUNTED_AHEAD_MS) count.again?.();
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

function take(outer: Kept | undefined, inner: Kept): void {
  if (!outer) return;
  outer.end = Math.min(outer.end, inner.end);
  outer.tags = new Set([...outer.tags, ...inner.tags]);
  outer.counts = new Set([...outer.counts, ...inner.counts]);
  take(outer.within, inner);
}

/** Of what stands at one moment the newest come last. */
function makeRoom(values: Map<string, Kept>, name: string): void {
  values.delete(name);
  const moments = [...values].filter(([, { at }]) => at !== undefined);
  for (const [oldest] of moments.slice(0, Math.max(0, moments.length - MOMENTS_MAX + 1))) values.delete(oldest);
}

/** Milliseconds for which counts that go through all women of the city, or all that was ever written, are kept: something of them changes in every one of them. */
const COUNTED_MS = 60_000;
const COUNTED_AHEAD_MS = 20_000;

/**
 * A count that takes long, of a minute ago at most. Who asks in the last third of its minute gets what is kept, and has it counted anew
 * for those who come later.
 */
export const keptCount = <Value>(name: string, tags: readonly string[], count: () => Promise<Value>): Promise<Value> =>
  kept({ name, tags, age: COUNTED_MS, isCount: true }, count);

/** What is counted of all women of the city, kept where it is of today. Another day is read anew: it would be kept for whoever turns over a calendar. */
export const keptToday = <Value>(name: string, isToday: boolean, read: () => Promise<Value>): Promise<Value> =>
  isToday ? keptCount(name, ['today'], read) : read();

/**
 * The same of several parts, each kept under a name and with tags of its own: those that are not kept are read in one question.
 * Answers in the order of `ids`.
 */
export function keptParts<Value>(
  ids: readonly string[],
  of: (id: string) => { name: string; tags: readonly string[] },
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<(Value | undefined)[]> {
  const missing: string[] = [];
  // asked once all parts that are missing have said so
  const together = Promise.resolve().then(() => (missing.length > 0 ? read(missing) : new Map<string, Value>()));
  const parts = ids.map((id) => {
    const { name, tags } = of(id);
    return keptValue(name, tags, () => {
      missing.push(id);
      return together.then((values) => values.get(id));
    });
  });
  return Promise.all(parts);
}

/** Everything made of one of these has changed; `all`: nobody knows what has. */
export function dropValues(dropped: readonly string[] | 'all'): void {
  const values = world[KEY];
  for (const [name, { tags }] of values ?? []) {
    if (dropped === 'all' || dropped.some((tag) => tags.has(tag))) values?.delete(name);
  }
}
