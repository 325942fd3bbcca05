import { revalidateTag, unstable_cache, updateTag } from 'next/cache';
import { shared } from '@/server/still/shared';
import { until } from '@/server/still/tags';

/**
 * The concepts that public pages are made of: one tag each, coarse on purpose, since writes are rare and rendering is
 * cheap. Pages that say "this week" or "as of today" carry `today`, dropped at midnight in Viet Nam.
 */
export type Tag =
  | 'articles'
  | 'digital-models'
  | 'pairs'
  | 'trainings'
  | 'coverage'
  | 'units'
  | 'today'
  | SeatsTag
  | Forget;

/** The seats of one session: its own page is drawn anew after each sign-up, and no other for it. */
export type SeatsTag = `seats:${string}`;

/**
 * A tag that goes along with others when something is taken back: pages made of those are gone for everybody at once, and
 * leave no last copy for an outage either.
 */
type Forget = 'still:forget';

/** This page must be drawn anew when one of these changes. (The cached nothing lends its tags to the page.) */
export async function dependsOn(...tags: Tag[]): Promise<void> {
  await lend(tags);
}

/** This page says what is true until the first of these instants that is to come, and is drawn anew then. */
export async function dependsUntil(...instants: Date[]): Promise<void> {
  const coming = instants.filter((instant) => instant.getTime() > Date.now());
  const [first] = coming.sort((one, other) => one.getTime() - other.getTime());
  if (first) await lend([until(first)]);
}

/** This address leads to nothing: the page is answered with status 404 and never kept. */
export async function markMissing(): Promise<void> {
  await lend(['status:404']);
}

/** Too much was tried from where this reader is: the page is answered with status 429. Only for pages that nobody keeps. */
export async function markWaiting(): Promise<void> {
  await lend(['status:429']);
}

const lend = (tags: string[]) => unstable_cache(async () => null, tags, { tags })();

/**
 * Tells, from a server action after its change, that the pages made of these are drawn anew: at once for whoever works
 * here, within a second for readers.
 */
export function changed(...tags: Tag[]): void {
  for (const tag of tags) updateTag(tag);
}

/** The same, said by the handler of a public form. */
export function changedByForm(...tags: Tag[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
}

/** Milliseconds for which lists may still show the number of free seats before. */
const SOON = 10_000;
let soon: NodeJS.Timeout | undefined;

/**
 * Draws the session's own page anew for the very next reader, lists of trainings within ten seconds. So two hundred
 * sign-ups in a row drop the lists, the home page and communes' pages once or twice.
 */
export function seatsChanged(sessionId: string, by: 'form' | 'action' = 'form'): void {
  (by === 'form' ? changedByForm : changed)(`seats:${sessionId}`);
  soon ??= setTimeout(() => {
    soon = undefined;
    void shared.changed(['trainings' satisfies Tag]);
  }, SOON);
  soon.unref();
}
