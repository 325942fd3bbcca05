import type { ArticleKind } from '@/domain/articles/article';

/** Why a text is to be looked at again, the most pressing first. */
export const ageingReasons = [
  'review-due',
  'link-broken',
  'translation-behind',
  'alert-ended',
  'old-and-read',
] as const;
export type AgeingReason = (typeof ageingReasons)[number];

/** A text that is older than a year is looked at again if it is read at all: so often in the last thirty days. */
export const READ_MUCH = 30;
/** For so many days after an alert has ended somebody is asked whether more is to be said. */
export const ENDED_DAYS = 30;

/** A text that is to be looked at again. `since`: when readers got the words they see, an instant; `reviewOn`: a day of Viet Nam. */
export type AgeingText = {
  id: string;
  kind: ArticleKind;
  title: string;
  unitName: string;
  demo: boolean;
  reasons: AgeingReason[];
  since: Date | null;
  reviewOn: string | null;
  reads: number;
};
