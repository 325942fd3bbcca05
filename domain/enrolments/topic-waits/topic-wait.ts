import { z } from 'zod';
import { idInput } from '@/domain/id';
import { nameInput } from '@/domain/people/name';
import { phoneInput } from '@/domain/people/phones/phone-input';

const slugInput = z.string().regex(/^[a-z0-9-]{1,100}$/, 'required');

/** "Tell me when there is a class on this": five fields of a plain form. */
export const topicWaitInput = z
  .object({
    locale: z.enum(['vi', 'en']),
    /** code of the course, and slug of the commune she can come to */
    course: slugInput,
    commune: slugInput,
    name: nameInput,
    phone: phoneInput,
    consentText: z.guid('consent-needed'),
    consent: z.literal('yes', 'consent-needed'),
    homepage: z.literal('', 'robot').optional(),
  })
  .strict();
export type TopicWaitInput = z.output<typeof topicWaitInput>;

export const inviteWaitingInput = z.object({ sessionId: idInput });

/** How many women wait for a course, commune by commune; the most wanted first. */
export type TopicWaits = {
  courseId: string;
  title: string;
  women: number;
  communes: { id: string; name: string; women: number }[];
};
