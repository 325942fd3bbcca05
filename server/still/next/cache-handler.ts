import { shared } from '../shared';
import { GONE, MISSING } from '../tags';
import { lifetimes } from './lifetimes';
import './unwritten';

type Context = { kind?: string; tags?: string[]; fetchCache?: boolean; cacheControl?: unknown };
type Data = { kind?: string; status?: number; headers?: Record<string, unknown> } | null;

/**
 * Next's incremental cache, as the front uses it: the page store keeps, and Next is asked only for what it lacks.
 * What Next hands over says what the answer consists of, and whether it may be kept.
 */
export default class CacheHandler {
  async get(key: string, context: Context): Promise<unknown> {
    note(context.tags);
    // data (`unstable_cache`) is read from the database each time and only lends its tags
    if (context.kind === 'FETCH') return null;
    const kept = shared.values?.get(key) ?? null;
    note(kept?.tags);
    return kept;
  }

  async set(key: string, data: Data, context: Context): Promise<void> {
    note(context.tags);
    if (!data || data.kind === 'FETCH') return;
    lifetimes?.delete(key);
    const tags = tagsOf(data);
    note(tags);
    const drawing = shared.drawing.getStore();
    if (!drawing) return;
    drawing.keepable = true;
    const { values } = shared;
    const there = data.status !== 404 && !tags.includes(MISSING) && !tags.includes(GONE);
    if (values && drawing.since === values.changes && there) {
      values.set(key, data, tags, context.cacheControl);
    }
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    await shared.changed([tags].flat());
  }

  resetRequestCache(): void {}
}

function note(tags: string[] | undefined): void {
  const drawing = shared.drawing.getStore();
  if (drawing && tags) for (const tag of tags) drawing.tags.add(tag);
}

const tagsOf = (data: NonNullable<Data>) =>
  String(data.headers?.['x-next-cache-tags'] ?? '')
    .split(',')
    .filter(Boolean);
