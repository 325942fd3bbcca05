import type { PublishedArticle } from '@/domain/articles/article';
import type { Guide } from '@/domain/guides/guide';
import type { Locale } from '@/domain/locale';

/** Whether readers have had an edition in any language: never, at this moment, or before and no more. */
export type Publicity = 'never' | 'now' | 'before';

/** One language of one edition, as its readers will see it. */
export type Preview = {
  article: PublishedArticle;
  /** of a guide */
  guide: Guide | null;
  /** the number of its edition, and whether a newer one was begun */
  edition: number;
  superseded: boolean;
  /** its edition was public, in whatever language: it is no secret */
  published: boolean;
  /** languages that its edition has */
  locales: Locale[];
  /** it has a picture that may not be shown */
  pictureHidden: boolean;
  /** until when the address leads here; null for who is signed in */
  expiresAt: Date | null;
};
