import 'server-only';
import type { Tag } from '@/app/cache-tags';
import type { ShownArticle } from '@/domain/articles/article';
import { type FrontSpot, partOf } from '@/domain/articles/front/front';
import { partsShowing } from '@/domain/articles/shown';
import { listPublishedOfPerson } from '@/domain/articles/subject-person/subject-person-queries';
import { listPublishedCommunesOf, type Moved } from '@/domain/coverage/moved-queries';
import { findPublishedLists } from '@/domain/trainings/published/listed-queries';
import { log } from '@/server/log';

/*
 * Which change drops which public pages: the one place where that is written. A change that knows what it touched drops those
 * parts; one that touches much, or cannot say, drops its concepts as a whole. What public pages do not show drops nothing.
 */

/** What is taken back leaves no last copy: for readers of a page that shows it, it is gone. */
export const forgetting = async (drops: readonly Tag[] | Promise<readonly Tag[]>): Promise<Tag[]> => [
  ...(await drops),
  'still:forget',
];

/** Told after the change: when the question itself fails, everything that it could have found is dropped. */
async function or(whole: Tag, parts: Promise<Tag[]>): Promise<Tag[]> {
  try {
    return await parts;
  } catch (error) {
    log.warn({ err: error, dropped: whole }, 'what a change touched could not be found out');
    return [whole];
  }
}

/** An article as readers found it before and find it now: its page, lists of its kind, of its topics and of its places; and whether it ages. */
export const articleDrops = (shown: readonly ShownArticle[]): Tag[] => [...partsShowing(shown), 'articles:ageing'];

/** What stands first in a spot: the front page and the list of that kind. */
export const frontDrops = (spot: FrontSpot): Tag[] => [partOf(spot)];

/** What of an article its own page alone says: the days of its review, by which it ages. */
export const articlePageDrops = (shown: readonly ShownArticle[]): Tag[] => [
  ...shown.map(({ id }) => `article:${id}` as const),
  'articles:ageing',
];

/** A session, or all of its series: its page, and the lists of its commune, which never changes, and of the province. */
export const sessionDrops = (sessionId: string, whole: 'session' | 'series' = 'session'): Promise<Tag[]> =>
  or(
    'trainings',
    findPublishedLists(sessionId, whole).then((found) => [
      ...new Set(
        found.flatMap(({ id, communeId }): Tag[] => [
          `session:${id}`,
          'sessions:province',
          `sessions:${communeId ?? 'communes'}`,
        ]),
      ),
    ]),
  );

/** A model, a pair, or a woman's days: the figures of their communes and of the province. */
export const figureDrops = (moved: Moved): Promise<Tag[]> =>
  or(
    'figures',
    listPublishedCommunesOf(moved).then((communes) =>
      communes.length === 0 ? [] : ['figures:province', ...communes.map((id) => `figures:${id}` as const)],
    ),
  );

/** A meeting of a pair, a member of a model, or an answer: they move what is asked about models of a commune, and no figure. */
export const hintDrops = (moved: Moved): Promise<Tag[]> =>
  or(
    'figures',
    listPublishedCommunesOf(moved).then((communes) => communes.map((id) => `hints:${id}` as const)),
  );

/** A target of a commune or beneath it: what its page says of its pace, and how many communes are at theirs; of the city all inherit. */
export const targetDrops = ({ communeId }: { communeId: string | null }): Tag[] =>
  communeId ? ['figures:province', `figures:${communeId}`] : ['figures'];

/** Lessons among women: the public indicators that count them. */
export const lessonDrops: Tag[] = ['lessons:province'];

/** A round of spot checks is announced, drawn or closed: what the figures of the province say of how far they hold. */
export const spotRoundDrops: Tag[] = ['figures:province'];

/** Courses and what they hand out: every page that names one, and the list to choose from. Halls: every page that names one. */
export const courseDrops: Tag[] = ['courses', 'trainings'];
export const venueDrops: Tag[] = ['trainings'];

/** A report is signed, accepted or opened again: which filed figures can be cited, and whether they were filed anew. */
export const reportDrops: Tag[] = ['reports'];

/** The map of boundaries: pages that draw it or lead to it. */
export const boundaryDrops: Tag[] = ['boundaries'];

/** What moves much at once: units that merge, women who are one, handovers and what leaves with a woman's data. */
export const unitDrops: Tag[] = ['units', 'figures', 'trainings', 'articles'];
export const womanDrops: Tag[] = ['figures', 'trainings'];
/** She is called otherwise: a note beside an article that tells of her may say her name by now. */
export const renamedDrops = (personId: string): Promise<Tag[]> =>
  or(
    'articles',
    listPublishedOfPerson(personId).then((ids) => ids.map((id) => `article:${id}` as const)),
  );
/** Two records that are one or two again, or what left with a woman's data: an article may tell of her, or a note beside it name her. */
export const recordDrops: Tag[] = [...womanDrops, 'articles'];
