import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { optional } from '@/domain/texts/text';

/** Lengths of a meeting that stand there to be tapped. */
export const usualMinutes = [15, 30, 45, 60] as const;

export const contactInput = z.object({
  /** of its form: the same form sent twice is the same contact */
  id: idInput,
  pairId: idInput,
  day: dayInput,
  /** what it was about; nothing is something else than a skill */
  skillId: optional(idInput),
  minutes: z.coerce.number('required').int().min(1, 'required').max(600, 'too-long'),
});
export type ContactInput = z.output<typeof contactInput>;

export const metTodayInput = contactInput.pick({ pairId: true });

/** Once the two of a pair met, called or wrote. */
export type Contact = {
  id: string;
  day: Day;
  minutes: number;
  /** null when it was about something else than a skill */
  topic: { nameVi: string; nameEn: string } | null;
};
