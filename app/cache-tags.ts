import { unstable_cache, updateTag } from 'next/cache';

/**
 * What public pages are made of: one tag a concept, coarse on purpose, since writes are rare and rendering is cheap.
 * `today` is dropped when the day turns in Viet Nam: pages that show "this week" or a figure "as of today" carry it.
 */
export type Tag = 'articles' | 'digital-models' | 'pairs' | 'trainings' | 'coverage' | 'units' | 'today' | Forget;

/** Said along with others when something is taken back: pages made of those leave no last copy for an outage either. */
type Forget = 'still:forget';

/** This page must be drawn anew when one of these changes. (The cached nothing lends its tags to the page.) */
export async function dependsOn(...tags: Tag[]): Promise<void> {
  await lend(tags);
}

/** This address leads to nothing: the page is answered with status 404 and never kept. */
export async function markMissing(): Promise<void> {
  await lend(['status:404']);
}

const lend = (tags: string[]) => unstable_cache(async () => null, tags, { tags })();

/** Said by a server action after its change: the pages made of these are drawn anew for the very next reader. */
export function changed(...tags: Tag[]): void {
  for (const tag of tags) updateTag(tag);
}
