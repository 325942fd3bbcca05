import { revalidateTag, unstable_cache, updateTag } from 'next/cache';
import type { ArticleKind } from '@/domain/articles/article';
import { shared } from '@/server/still/shared';
import { over, until } from '@/server/still/tags';

/**
 * What public pages are made of, concept by concept: dropped as a whole by a change that cannot say what it touched. Pages that say
 * "this week" or "as of today" carry `today`, dropped at midnight in Viet Nam.
 */
type Concept =
  | 'articles'
  | 'trainings'
  | 'figures'
  | 'courses'
  | 'units'
  | 'boundaries'
  | 'reports'
  | 'pictures'
  | 'today';

/** Concepts that no page shows a part of. */
type Whole = 'courses' | 'units' | 'boundaries' | 'reports' | 'today';

/** The same as finely as a page shows it. Which change drops which of these stands in `app/kept/drops.ts`. */
type Part =
  /** one article: its own page, and those that name it as something to read next */
  | `article:${string}`
  /** which texts are to be looked at again, for those who publish them: no page of readers */
  | 'articles:ageing'
  /** one picture of the library: its own address */
  | `picture:${string}`
  /** which articles of a kind there are, and which of them name a commune (its slug) or have a topic (its code) */
  | `articles:${ArticleKind}`
  | `told:${string}`
  | `topic:${string}`
  /** one session: its own page */
  | `session:${string}`
  /** which sessions there are in the province, or in a commune (its id); `communes`: what is held for all of them */
  | `sessions:${string}`
  /** the seats of one session: its own page at once, and soon the lists that say how many are free */
  | `seats:${string}`
  | `free:${string}`
  /** lessons among women in the whole city, which indicators alone tell */
  | 'lessons:province'
  /** figures of the province, or of a commune (its id): coverage, models, pairs */
  | `figures:${string}`
  /** questions about models of a commune (its id): what of them no figure tells */
  | `hints:${string}`;

const conceptOf: Record<string, Concept> = {
  article: 'articles',
  articles: 'articles',
  told: 'articles',
  topic: 'articles',
  picture: 'pictures',
  session: 'trainings',
  sessions: 'trainings',
  seats: 'trainings',
  free: 'trainings',
  lessons: 'figures',
  figures: 'figures',
};

/**
 * A tag that goes along with others when something is taken back: pages made of those are gone for everybody at once, and
 * leave no last copy for an outage either.
 */
type Forget = 'still:forget';

export type Tag = Concept | Part | Forget;

/**
 * This page must be drawn anew when one of these changes, or the concept of one as a whole. (The cached nothing lends its tags to
 * the page.)
 */
export async function dependsOn(...tags: (Whole | Part)[]): Promise<void> {
  const concepts = tags.flatMap((tag) => conceptOf[tag.split(':', 1)[0] ?? ''] ?? []);
  await lend([...new Set([...tags, ...concepts])]);
}

/** This page says what is true until the first of these instants that is to come, and is drawn anew then, within a second. */
export const dependsUntil = (...instants: Date[]): Promise<void> => endsAtFirst(instants, until);

/** Something on this page is over at the first of these instants that is to come: nobody reads the page as it was from then on. */
export const isOverAt = (...instants: Date[]): Promise<void> => endsAtFirst(instants, over);

async function endsAtFirst(instants: Date[], tagOf: (instant: Date) => string): Promise<void> {
  const coming = instants.filter((instant) => instant.getTime() > Date.now());
  const [first] = coming.sort((one, other) => one.getTime() - other.getTime());
  if (first) await lend([tagOf(first)]);
}

/** This address leads to nothing: the page is answered with status 404 and never kept. */
export async function markMissing(): Promise<void> {
  await lend(['status:404']);
}

/** What was at this address was withdrawn, and it says so: the page is answered with status 410 and never kept. */
export async function markGone(): Promise<void> {
  await lend(['status:410']);
}

/** Too much was tried from where this reader is: the page is answered with status 429. Only for pages that nobody keeps. */
export async function markWaiting(): Promise<void> {
  await lend(['status:429']);
}

/** Of a page that is drawn for once Next tells nobody what it is made of: it is noted here as well. */
const lend = (tags: string[]) => {
  for (const tag of tags) shared.drawing.getStore()?.tags.add(tag);
  return unstable_cache(async () => null, tags, { tags })();
};

/** This page is the same for everybody, and breaks where it asks for cookies or fields of a request: it may be kept. */
export function sameForEverybody(): void {
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.keepable = true;
}

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
const soon = new Set<string>();

/**
 * Draws the session's own page anew for the very next reader, and what else says how many of its seats are free within ten
 * seconds. So two hundred sign-ups in a row drop the lists once or twice.
 */
export function seatsChanged(sessionId: string, by: 'form' | 'action' = 'form'): void {
  (by === 'form' ? changedByForm : changed)(`seats:${sessionId}`);
  if (soon.size === 0) setTimeout(() => void tellNow(), SOON).unref();
  soon.add(sessionId);
  // a process that ends before tells it first
  shared.tellNow = tellNow;
}

async function tellNow(): Promise<void> {
  const tags = [...soon].map((id): Tag => `free:${id}`);
  soon.clear();
  if (tags.length > 0) await shared.changed(tags);
}
