import type { ArticleKind, ShownArticle } from './article';

/** One part of public pages that shows an article, as their tags name it. */
export type PartShowing = `article:${string}` | `articles:${ArticleKind}` | `topic:${string}` | `told:${string}`;

/** What shows these articles: the page of each, and lists of its kind, of its topics and of its places. */
export const partsShowing = (shown: readonly ShownArticle[]): PartShowing[] => [
  ...new Set(
    shown.flatMap(({ id, kind, topics, places }): PartShowing[] => [
      `article:${id}`,
      ...listsOf(kind, places),
      ...topics.map((code) => `topic:${code}` as const),
      ...places.map((slug) => `told:${slug}` as const),
    ]),
  ),
];

/** An alert stands among the news too; news stand in no bar of alerts. One of some communes stands in theirs alone, which `told` says. */
const listsOf = (kind: ArticleKind, places: readonly string[]): PartShowing[] =>
  kind === 'alert'
    ? ['articles:news', ...(places.length === 0 ? ['articles:alert' as const] : [])]
    : [`articles:${kind}`];
