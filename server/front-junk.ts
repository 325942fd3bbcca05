const MISSES = 30;
const REFILL_PER_SECOND = 1;
const NETWORKS_MAX = 10_000;

type Bucket = { left: number; at: number };

/**
 * Made-up addresses cost a drawing each, since a missing page is never kept. Each network may have thirty in a burst and
 * one a second after that; pages that are kept are not counted. In memory: it guards this process, not the portal.
 */
export class JunkLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {}

  get size(): number {
    return this.buckets.size;
  }

  /** Has this network asked for too much that is not there? */
  exceeded(network: string): boolean {
    const bucket = this.buckets.get(network);
    return bucket !== undefined && this.left(bucket) < 1;
  }

  /** It asked for something that is not there. */
  note(network: string): void {
    const bucket = this.buckets.get(network);
    const left = bucket ? this.left(bucket) : MISSES;
    this.buckets.delete(network);
    this.buckets.set(network, { left: Math.max(0, left - 1), at: this.now() });
    if (this.buckets.size <= NETWORKS_MAX) return;
    const oldest = this.buckets.keys().next();
    if (!oldest.done) this.buckets.delete(oldest.value);
  }

  private left({ left, at }: Bucket): number {
    return Math.min(MISSES, left + ((this.now() - at) / 1_000) * REFILL_PER_SECOND);
  }
}
