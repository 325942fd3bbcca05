import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import { cleanLine } from '@/domain/texts/clean-text';
import type { Piece } from '@/domain/texts/excerpt';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { DayRange } from './range';

export const QUERY_MAX = 80;

/** A reader's question as it is shown back to her. */
export const askedFor = (text: string | undefined) =>
  cleanLine(text ?? '')
    .slice(0, QUERY_MAX)
    .trim();

/** What can be found, in the order in which it is shown. */
export const foundKinds = ['commune', 'session', 'model', ...articleKinds, 'indicator'] as const;
export type FoundKind = (typeof foundKinds)[number];

export const isArticleKind = (kind: FoundKind): kind is ArticleKind =>
  (articleKinds as readonly string[]).includes(kind);

/** To what a reader narrows her search: a commune by its slug, a topic by its code. `after`: behind the last one of a page before. */
export type Narrowing = {
  kind?: FoundKind;
  commune?: string;
  topic?: string;
  language?: Locale;
  after?: string;
} & DayRange;

/** What each kind of thing can be narrowed by: a commune has no topic, and is left out where one is asked for. */
const NARROWED_BY: Record<'commune' | 'session' | 'model' | 'article' | 'indicator', (keyof Narrowing)[]> = {
  commune: [],
  session: ['commune', 'topic', 'from', 'to', 'language'],
  model: ['commune'],
  article: ['commune', 'topic', 'from', 'to', 'language'],
  indicator: [],
};

/** Is something of this kind looked for? The next page of a list holds articles, or the one kind that it names. */
export function isLookedFor(kind: keyof typeof NARROWED_BY, { kind: only, after, ...narrowing }: Narrowing): boolean {
  const isIt = only ? (isArticleKind(only) ? 'article' : only) === kind : !after || kind === 'article';
  return isIt && Object.keys(narrowing).every((key) => NARROWED_BY[kind].includes(key as keyof Narrowing));
}

export type FoundArticle = {
  kind: ArticleKind;
  slug: string;
  title: Piece[];
  /** at most 160 letters around what was looked for */
  excerpt: Piece[];
  /** an instant in ISO form */
  publishedAt: string;
  demo: boolean;
};
export type FoundArticles = {
  articles: FoundArticle[];
  /** how many of each kind there are, whatever kind the list is narrowed to */
  counts: Partial<Record<ArticleKind, number>>;
  next: string | null;
};

/**
 * A place that lies in a commune of today, wholly or in part. Its kind and district are known of those before July
 * 2025.
 */
export type FormerPlace = {
  name: string;
  kind: 'commune' | 'ward' | 'town' | null;
  district: string | null;
  part: boolean;
};
export type FoundCommune = {
  slug: string;
  code: string | null;
  name: string;
  kind: string;
  former: FormerPlace | null;
  /** bears, or bore, just the name that was asked for, as nearly as anything here does */
  namesake: boolean;
};
/** `near`: names that nearly are what was typed, and may have been meant; only where no name is met. */
export type FoundCommunes = { communes: FoundCommune[]; near: string[] };

export type FoundSessions = { sessions: PublishedSession[]; count: number; next: string | null };
/** A kind of model explained, or a model by its name, which is told of on the page of its commune. */
export type FoundModel =
  | { kind: ModelKind; name: Piece[]; excerpt: Piece[]; place: null }
  | { id: string; kind: ModelKind; name: Piece[]; excerpt: null; place: { slug: string; name: string }; demo: boolean };
export type FoundIndicator = { code: IndicatorCode; name: Piece[]; excerpt: Piece[] };

export type Found = FoundCommunes & {
  sessions: FoundSessions;
  models: FoundModel[];
  articles: FoundArticles;
  indicators: FoundIndicator[];
};

export const NOTHING: Found = {
  communes: [],
  near: [],
  sessions: { sessions: [], count: 0, next: null },
  models: [],
  articles: { articles: [], counts: {}, next: null },
  indicators: [],
};

/** How many there are of each kind that was found. */
export function countsOf({ communes, sessions, models, articles, indicators }: Found): Record<FoundKind, number> {
  const ofArticles = Object.fromEntries(articleKinds.map((kind) => [kind, articles.counts[kind] ?? 0]));
  return {
    ...(ofArticles as Record<ArticleKind, number>),
    commune: communes.length,
    session: sessions.count,
    model: models.length,
    indicator: indicators.length,
  };
}
