import { z } from 'zod';
import { type ArticleKind, type ArticleShelf, kindsBeside } from '@/domain/articles/article';
import { type Day, toDate, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { cleanLine } from '@/domain/texts/clean-text';
import { optional } from '@/domain/texts/text';

/** Where pieces can be put first: three sections of the front page, and the tops of the three lists. */
export const frontSpots = [
  'home_story',
  'home_news',
  'home_guide',
  'list_news',
  'list_stories',
  'list_guides',
] as const;
export type FrontSpot = (typeof frontSpots)[number];

/** The spot on the front page of a kind; alerts stand in their bar. */
export const homeSpotOf = {
  story: 'home_story',
  news: 'home_news',
  guide: 'home_guide',
  alert: null,
} as const satisfies Record<ArticleKind, FrontSpot | null>;

/** Whether it stands on the front page: there nothing comes by itself but what the city let out. */
export const isHome = (spot: FrontSpot) => Object.values<FrontSpot | null>(homeSpotOf).includes(spot);

/** The spot at the top of a list. */
export const listSpotOf = {
  news: 'list_news',
  stories: 'list_stories',
  guides: 'list_guides',
} as const satisfies Record<ArticleShelf, FrontSpot>;

const kindOf = {
  home_story: 'story',
  home_news: 'news',
  home_guide: 'guide',
  list_news: 'news',
  list_stories: 'story',
  list_guides: 'guide',
} as const satisfies Record<FrontSpot, ArticleKind>;

/** What can stand in a spot: on the front page one kind, in a list all that stands there. */
export const kindsIn = (spot: FrontSpot): ArticleKind[] =>
  spot.startsWith('list_') ? kindsBeside(kindOf[spot]) : [kindOf[spot]];

/** The kind whose lists a spot belongs to, as public pages name what they are made of. */
export const partOf = (spot: FrontSpot): `articles:${ArticleKind}` => `articles:${kindOf[spot]}`;

/** As many stand first at one time: the front page shows three of a kind, and a list is to stay a list. */
export const PLACES = 3;
/** As many lines may be planned ahead. */
export const LINES_MAX = 12;

/** A piece in its place. Days of Viet Nam; `to` is its last day, null where it has none. */
export type FrontLine = { articleId: string; from: Day; to: Day | null };

/**
 * A piece by its title, and in which languages readers find it now, or will by its hour. `waits`: words of it came after its place on the front
 * page, and not from the city.
 */
export type FrontPiece = {
  articleId: string;
  title: string;
  publicIn: Locale[];
  plannedIn: Locale[];
  waits?: boolean;
};
export type FrontOrder = {
  version: number;
  lines: (FrontLine & FrontPiece)[];
  arrangedBy: string | null;
  arrangedAt: Date | null;
};

/** One piece as it will stand on a day; `byHand`: put there, not by its newness. */
export type Foreseen = { spot: FrontSpot; id: string; title: string; byHand: boolean };

const TITLE_MAX = 500;
const keyInput = z.string().regex(/^line-\d{1,2}$/);

/** "line-3": the name of a line of the form, which it keeps wherever it is moved. */
export const lineOf = (at: number) => `line-${at}`;

const lines = z.object({
  spot: z.enum(frontSpots),
  version: z.coerce.number().int().min(0),
  /** when the form was drawn: what a commune changed since stands nowhere by it */
  drawnAt: z.iso.datetime().optional(),
  articleId: z.record(keyInput, idInput).default({}),
  from: z.record(keyInput, dayInput).default({}),
  to: z.record(keyInput, optional(dayInput)).default({}),
  /** what the form calls its pieces: it comes back with a refusal, when what stands there by now may be others */
  title: z.record(keyInput, z.string().max(TITLE_MAX).transform(cleanLine)).default({}),
  /** without a script a button moves its line, and saves */
  move: z
    .string()
    .regex(/^(up|down|remove):line-\d{1,2}$/)
    .optional(),
  /** one more piece, whose button stands beside the form */
  add: idInput.optional(),
});
type Sent = z.output<typeof lines>;

/** The lines of a form in the order in which it has them, one of them moved where a button says so; one more stands last, from today on. */
export function linesOf({ articleId, from, to, move, add }: Omit<Sent, 'spot' | 'version' | 'title'>): FrontLine[] {
  const sent = movedBy(Object.keys(articleId), move).map((key) => ({
    articleId: articleId[key] ?? '',
    from: from[key] as Day,
    to: to[key] ?? null,
  }));
  return add ? [...sent, { articleId: add, from: today(), to: null }] : sent;
}

/** A line with the name that it has in its form. */
export type NamedLine = FrontLine & FrontPiece & { name: string };

/** The lines of a form that came back, in the order in which they were sent. Of a piece that stands there no more the title alone is known. */
export function linesSent(values: Record<string, string>, there: readonly (FrontLine & FrontPiece)[]): NamedLine[] {
  return Object.entries(values).flatMap(([field, articleId]) => {
    const [, name] = /^articleId\[(line-\d{1,2})\]$/.exec(field) ?? [];
    if (name === undefined) return [];
    const gone = { title: values[`title[${name}]`] ?? '', publicIn: [...locales], plannedIn: [] };
    const piece = there.find((line) => line.articleId === articleId) ?? gone;
    return [{ ...piece, name, articleId, from: values[`from[${name}]`] as Day, to: null }];
  });
}

function movedBy(keys: string[], move: string | undefined): string[] {
  const [way, key = ''] = move?.split(':') ?? [];
  const at = keys.indexOf(key);
  if (at < 0) return keys;
  const others = keys.filter((other) => other !== key);
  if (way === 'remove') return others;
  const to = Math.max(0, way === 'up' ? at - 1 : at + 1);
  return [...others.slice(0, to), key, ...others.slice(to)];
}

/** The form of a spot: its lines in their order, each from a day to a last one. */
export const arrangeInput = lines.superRefine(({ articleId, from, to }, { addIssue }) => {
  for (const key of Object.keys(articleId)) {
    const [first, last] = [from[key], to[key]];
    if (!first) addIssue({ code: 'custom', path: [`from[${key}]`], message: 'day-needed' });
    else if (last && last < first) addIssue({ code: 'custom', path: [`to[${key}]`], message: 'ends-before-it-begins' });
  }
});
export type ArrangeInput = Omit<z.output<typeof arrangeInput>, 'title'>;

const isThere = ({ from, to }: FrontLine, day: Day) => from <= day && (to === null || day <= to);

/** The first day on which more than three stand there at once, or one of them twice; null where there is none. */
export function crowdedDay(all: readonly FrontLine[]): { day: Day; why: 'too-many' | 'twice' } | null {
  for (const day of [...new Set(all.map(({ from }) => from))].sort()) {
    const there = all.filter((line) => isThere(line, day));
    if (new Set(there.map(({ articleId }) => articleId)).size < there.length) return { day, why: 'twice' };
    if (there.length > PLACES) return { day, why: 'too-many' };
  }
  return null;
}

/** Behind its last day a line says nothing any more; it is left out when the spot is arranged anew. */
export const isOver = ({ to }: FrontLine, day: Day) => to !== null && to < day;

/** The columns of a line: the database keeps the first day after. */
export const daysOf = ({ from, to }: FrontLine) => ({
  validFrom: toDate(from),
  validTo: to === null ? null : new Date(toDate(to).getTime() + 24 * 60 * 60 * 1000),
});

/** How many days a piece of news is called new, the day on which it came included or not: seven days later it still is. */
const NEW_DAYS = 7;

/** Whether a piece of news that came on a day is still new on another. */
export const isNew = (publishedOn: Day, day: Day) =>
  publishedOn <= day && toDate(day).getTime() - toDate(publishedOn).getTime() <= NEW_DAYS * 24 * 60 * 60 * 1000;
