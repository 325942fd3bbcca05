import { z } from 'zod';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { isRunLong, line, optional, prose } from '@/domain/texts/text';
import type { Commune } from '@/domain/units/unit';
import { versionInput } from '@/domain/version';
import type { AlertParts } from './alerts/alert';
import { CARDS_MAX, keptCardsOf } from './cards/card';
import { type ArticleNode, plainOf } from './document';
import { bodyInput, documentOf } from './documents/written';
import { EASY_MAX } from './easy-read/easy-read';
import type { ShownPicture } from './pictures/lead-picture';
import { type Scene, scenes } from './scenes/scene';
import type { ShownSound } from './sounds/sound';
import { followingInput } from './translations/translation';
import { WHAT_CHANGED_MAX } from './what-changed/what-changed';

/** News, success stories, hands-on guides and alerts are one concept: an article of a kind, with editions and a text a language. */
export const articleKinds = ['news', 'story', 'guide', 'alert'] as const;
export type ArticleKind = (typeof articleKinds)[number];
export const toKind = (kind: string): ArticleKind => articleKinds.find((each) => each === kind) ?? 'news';

/** What readers find side by side, under one address: an alert stands among the news. */
export type ArticleShelf = 'news' | 'stories' | 'guides';
export const shelfOf = { news: 'news', alert: 'news', story: 'stories', guide: 'guides' } as const satisfies Record<
  ArticleKind,
  ArticleShelf
>;
/** The kinds that stand where this one stands, itself among them. */
export const kindsBeside = (kind: ArticleKind): ArticleKind[] =>
  articleKinds.filter((each) => shelfOf[each] === shelfOf[kind]);

export type Topic = { code: string; name: string };
export type ArticlePlace = Omit<Commune, 'id'>;

/** An article in a list, as readers see it. `publishedAt`: when it was first public, an instant in ISO form. */
export type ArticleCard = {
  id: string;
  kind: ArticleKind;
  slug: string;
  title: string;
  summary: string;
  publishedAt: string;
  places: ArticlePlace[];
  topics: Topic[];
  /** what its drawing shows, where an editor chose it */
  scene: Scene | null;
  /** the picture at its head; null where it has none, or may not be shown */
  lead: ShownPicture | null;
  demo: boolean;
  /** in a list: put first by hand */
  pinned?: boolean;
  /** the planned end of an alert, an instant in ISO form; null while none is planned */
  until?: string | null;
  /** in the bar of alerts: the language it is told in, where that is not the reader's */
  told?: Locale | undefined;
};

/** Alerts that a bar shows at once: more have hardly ever held, and each is a line. */
export const ALERTS_MAX = 6;

/** The instants at which what is said of some articles ends. */
export const endsOf = (articles: readonly Pick<ArticleCard, 'until'>[]): Date[] =>
  articles.flatMap(({ until }) => (until ? [new Date(until)] : []));

export type PublishedArticle = ArticleCard & {
  /** of its short address, for good */
  number: number;
  /** when the text that readers see was published: later than `publishedAt` after a correction */
  changedAt: string;
  body: ArticleNode;
  /** those within the text that may be shown at this moment */
  pictures: ShownPicture[];
  /** somebody who reads it, in these very words */
  sound: ShownSound | null;
  plain: string;
  /** slug of the same article in the other language, when that is public too */
  twinSlug: string | null;
  /** its own slug, under which the other language lends its text out while it has none; null where that address is another's */
  untranslatedSlug: string | null;
  /** of English that readers see: that Vietnamese was corrected since, and of when the translation is; instants in ISO form */
  behind: { correctedAt: string; translatedAt: string } | null;
  source: { name: string; url: string | null } | null;
  /** in short sentences and everyday words, where that is given */
  easyRead: string | null;
  /** of a story: what has changed for whom it tells of */
  whatChanged: string | null;
  /** of a story: the model it tells of, and the unit */
  subjectModelId: string | null;
  subjectUnitId: string | null;
  /** what an alert says line by line; null of every other kind */
  alert: AlertParts | null;
  /** what was corrected since it is public, newest first; `at` in ISO form */
  corrections: { at: string; note: string }[];
};

/** Whether its page has a picture that can be seen at this moment, at the head or within the text. */
export const hasPictures = ({ lead, pictures }: Pick<PublishedArticle, 'lead' | 'pictures'>): boolean =>
  lead !== null || pictures.length > 0;

/** An article as public lists find it: by its kind, its topics (codes) and its places (slugs of communes). */
export type ShownArticle = { id: string; kind: ArticleKind; topics: string[]; places: string[] };

/** The state of an article, as its editors see it. */
export type ArticleState = 'draft' | 'published' | 'changed' | 'withdrawn';

const worded = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.refine((text) => !isRunLong(text), 'run-too-long');
const easyRead = optional(worded(prose(1, EASY_MAX)));
const whatChanged = optional(worded(prose(1, WHAT_CHANGED_MAX)));
const body = bodyInput
  .refine((text) => !isRunLong(plainOf(documentOf(text))), 'run-too-long')
  .refine((text) => keptCardsOf(documentOf(text)).length <= CARDS_MAX, 'too-many-cards');

/**
 * The words of an editor. Vietnamese is required, English may follow later; its three parts come together or not at
 * all.
 */
export const draftInput = z.object({
  kind: z.enum(articleKinds),
  unitId: idInput,
  communeIds: z.array(idInput).max(10).default([]),
  wholeCity: z.literal('on').optional(),
  topics: z
    .array(z.string().regex(/^[a-z]+(-[a-z]+)*$/))
    .max(6)
    .default([]),
  subjectModelId: optional(idInput),
  subjectUnitId: optional(idInput),
  scene: optional(z.enum(scenes)),
  titleVi: worded(line(1, 160)),
  summaryVi: worded(prose(1, 400)),
  bodyVi: body,
  easyReadVi: easyRead,
  whatChangedVi: whatChanged,
  titleEn: optional(worded(line(1, 160))),
  summaryEn: optional(worded(prose(1, 400))),
  bodyEn: optional(body),
  easyReadEn: easyRead,
  whatChangedEn: whatChanged,
  following: followingInput,
  sourceName: optional(line(1, 200)),
  sourceUrl: optional(z.url({ protocol: /^https?$/, error: 'not-a-link' })),
});
export const editInput = draftInput
  .omit({ kind: true, unitId: true })
  .extend({ articleId: idInput, version: versionInput });

export type DraftInput = z.output<typeof draftInput>;
export type EditInput = z.output<typeof editInput>;

type Life = { editions: { state: string }[]; publications: { endedAt: Date | null }[] };

/** Draft: never public. Changed: public, and a newer edition is being written. */
export function stateOf({ editions, publications }: Life): ArticleState {
  if (publications.some(({ endedAt }) => endedAt === null))
    return editions[0]?.state === 'approved' ? 'published' : 'changed';
  return publications.length > 0 && editions[0]?.state === 'approved' ? 'withdrawn' : 'draft';
}
