/**
 * Values that hardly ever change and that nearly every page needs (communes, courses): read once, kept until one of their tags is
 * dropped, where somebody tells of every drop. Tests and scripts keep nothing.
 */
export type Kept = {
  tags: ReadonlySet<string>;
  value: Promise<unknown>;
  end: number;
  /** When something ends that it holds, counts apart: those may go on. */
  heldEnd: number;
  at?: string;
  within?: Kept | undefined;
  come?: true;
  /** The counts it holds, itself where it is one. */
  counts: ReadonlySet<Kept>;
  /** Of a count: how far the database was before it was made. */
  far?: string;
  /** Of a count: has it go on or be made anew, unless it is no longer the one that is kept. */
  again?: () => void;
};

/** Is it what would be read now, with all that it holds? */
export const isFresh = ({ end, heldEnd, counts }: Kept) =>
  Date.now() < Math.min(end, heldEnd, ...[...counts].map((count) => count.end));

/** Whatever ends or is dropped of `inner` ends `outer` as well, and whatever holds that. Counts tell for themselves whether they go on. */
export function take(outer: Kept | undefined, inner: Kept): void {
  if (!outer) return;
  outer.heldEnd = Math.min(outer.heldEnd, inner.heldEnd, inner.again ? Number.POSITIVE_INFINITY : inner.end);
  outer.tags = new Set([...outer.tags, ...inner.tags]);
  outer.counts = new Set([...outer.counts, ...inner.counts]);
  take(outer.within, inner);
}

/** All but one of these counts. */
export const without = (counts: ReadonlySet<Kept>, one: Kept) => new Set([...counts].filter((count) => count !== one));

/** Values that stand at one moment: of more than these the oldest is let go, for each of many who ask has her own. */
const MOMENTS_MAX = 256;

/** Of what stands at one moment the newest come last. */
export function makeRoom(values: Map<string, Kept>, name: string): void {
  values.delete(name);
  const moments = [...values].filter(([, { at }]) => at !== undefined);
  for (const [oldest] of moments.slice(0, Math.max(0, moments.length - MOMENTS_MAX + 1))) values.delete(oldest);
}
