import { z } from 'zod';
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
