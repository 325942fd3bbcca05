import { z } from 'zod';
import { consentChannels } from '@/domain/consents/consent';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';

/** Whose name in an article, by its field, and how and when she said that she does not agree any more. */
export const takeNameBackInput = z.object({
  articleId: idInput,
  name: z.string({ error: 'choose-one' }).regex(/^[0-9a-f]{4,600}$/, { error: 'choose-one' }),
  channel: z.enum(consentChannels),
  day: dayInput,
});
export type TakeNameBackInput = z.output<typeof takeNameBackInput>;
