import { z } from 'zod';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { optional } from '@/domain/texts/text';
import { lessonInput } from './peer-lesson';
import { usualMinutes } from './taps';

/** Who taught, as a tap says it: nobody by name, one woman, or a pair ("teacher.learner"). */
const WHO = /^(?:[0-9a-f-]{36}(?:\.[0-9a-f-]{36})?)?$/;

const { minutes, women, learnerIds } = lessonInput.shape;

/** A lesson as it is tapped: the length is the button that sends it. */
export const lessonFormInput = z
  .object({
    id: idInput,
    unitId: idInput,
    day: dayInput,
    topicId: z.guid('required'),
    who: z.string().regex(WHO, 'not-allowed-value').default(''),
    women,
    moreWomen: optional(women),
    learnerIds,
    minutes: z.enum([...usualMinutes.map(String), 'other']),
    otherMinutes: optional(minutes),
  })
  .refine((said) => said.minutes !== 'other' || said.otherMinutes !== undefined, {
    path: ['otherMinutes'],
    message: 'required',
  });
