import { type ArticleKind, kindsBeside, type ShownArticle } from './article';

/** One part of public pages that shows an article, as their tags name it. */
export type PartShowing = `article:${string}` | `articles:${ArticleKind}` | `topic:${string}` | `told:${string}`;

/** What shows these articles: the page of each, and lists of its kind, of its topics and of its places. */
export const partsShowing = (shown: readonly ShownArticle[]): PartShowing[] => [
  ...new Set(
    shown.flatMap(({ id, kind, topics, places }): PartShowing[] => [
      `article:${id}`,
      ...kindsBeside(kind).map((each) => `articles:${each}` as const),
      ...topics.map((code) => `topic:${code}` as const),
      ...places.map((slug) => `told:${slug}` as const),
    ]),
  ),
];
