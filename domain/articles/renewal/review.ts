import { z } from 'zod';
import type { ArticleKind } from '@/domain/articles/article';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { versionInput } from '@/domain/version';

/** `reviewed`: she has just made sure that it is true. `reviewOn`: the day on which it is to be looked at again. */
export const reviewInput = z.object({
  articleId: idInput,
  version: versionInput,
  reviewed: z.literal('on').optional(),
  reviewOn: dayInput,
});
export type ReviewInput = z.output<typeof reviewInput>;

/** For how many months what a piece says holds by itself: screens change, rules too. What a woman told stays told. */
const HOLDS_MONTHS = { guide: 6, news: 12, alert: 1, story: null } as const satisfies Record<
  ArticleKind,
  number | null
>;
export const holdsMonths = (kind: ArticleKind): number | null => HOLDS_MONTHS[kind];

/** The days of an article's review, of Viet Nam, `reviewOn` the one that holds, noted or not; `version`: of the article. */
export type Review = { kind: ArticleKind; reviewedOn: Day | null; reviewOn: Day | null; version: number };
