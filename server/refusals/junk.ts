const NETWORKS_MAX = 10_000;

type Bucket = { left: number; at: number };
type Measure = { burst: number; perSecond: number };

/** Made-up addresses cost a drawing each, since a missing page is never kept. */
export const MISSES: Measure = { burst: 30, perSecond: 1 };
/** Forms without an account, sent by a program: people behind one address fill in no hundred in a minute. */
export const FORMS: Measure = { burst: 300, perSecond: 5 };
/** Lines about what one network was refused. */
export const FLOODS: Measure = { burst: 200, perSecond: 0.5 };

/**
 * How much of something each network may do in a burst, and how much a second after that. In memory: it guards this
 * process, not the portal.
 */
export class JunkLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly measure: Measure,
    private readonly now: () => number = Date.now,
  ) {}

  get size(): number {
    return this.buckets.size;
  }

  /** Has this network done too much of it? */
  exceeded(network: string): boolean {
    const bucket = this.buckets.get(network);
    return bucket !== undefined && this.left(bucket) < 1;
  }

  /** It did so once more. */
  note(network: string): void {
    const bucket = this.buckets.get(network);
    const left = bucket ? this.left(bucket) : this.measure.burst;
    this.buckets.delete(network);
    this.buckets.set(network, { left: Math.max(0, left - 1), at: this.now() });
    if (this.buckets.size <= NETWORKS_MAX) return;
    const oldest = this.buckets.keys().next();
    if (!oldest.done) this.buckets.delete(oldest.value);
  }

  private left({ left, at }: Bucket): number {
    const { burst, perSecond } = this.measure;
    return Math.min(burst, left + ((this.now() - at) / 1_000) * perSecond);
  }
}
