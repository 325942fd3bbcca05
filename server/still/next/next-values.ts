import { endOf } from '../tags';

type Value = { value: unknown; tags: string[]; lastModified: number; cacheControl: unknown };

const VALUES_MAX = 500;

/**
 * The values that Next keeps when it answers public pages by itself. In memory like its own, but dropped in every
 * process at once.
 */
export class NextValues {
  /** Grows with every drop: what was begun before the last one is not kept. */
  changes = 0;
  private readonly values = new Map<string, Value>();

  get(key: string): Value | null {
    const kept = this.values.get(key);
    if (!kept || Date.now() > endOf(kept.tags)) return null;
    return kept;
  }

  set(key: string, value: unknown, tags: string[], cacheControl: unknown): void {
    this.values.delete(key);
    const lastModified = performance.timeOrigin + performance.now();
    this.values.set(key, { value, tags, lastModified, cacheControl });
    if (this.values.size <= VALUES_MAX) return;
    const oldest = this.values.keys().next();
    if (!oldest.done) this.values.delete(oldest.value);
  }

  drop(tags: string[]): void {
    this.changes++;
    for (const [key, kept] of this.values) if (kept.tags.some((tag) => tags.includes(tag))) this.values.delete(key);
  }

  dropAll(): void {
    this.changes++;
    this.values.clear();
  }
}
