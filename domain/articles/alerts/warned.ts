import type { PublishedArticle } from '../article';

/**
 * Of which communes, by their slugs, the page of a piece warns its readers beside the whole city: all that it names. Null of an alert, which
 * speaks for itself.
 */
export const warnedIn = ({ kind, places }: Pick<PublishedArticle, 'kind' | 'places'>): string[] | null =>
  kind === 'alert' ? null : places.map(({ slug }) => slug);
