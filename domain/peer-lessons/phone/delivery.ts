import { z } from 'zod';
import { idInput } from '@/domain/id';
import { BATCH_MAX } from '@/domain/phone/phone';
import { type LessonMonth, lessonInput } from '../peer-lesson';

/** the phone's own count, from 1 */
const sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What a phone noted: a lesson, or that one is undone. */
const entryInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lesson'), sequence, lesson: lessonInput }),
  z.strictObject({ kind: z.literal('undoing'), sequence, lessonId: idInput }),
]);

export const lessonDeliveryInput = z.strictObject({
  deviceId: idInput,
  entries: z.array(entryInput).min(1).max(BATCH_MAX),
});
export type LessonDelivery = z.output<typeof lessonDeliveryInput>;
export type Entry = z.output<typeof entryInput>;

/** Of which place she wants to know whom a lesson may be about. */
export const nearInput = z.strictObject({ unitId: idInput });

/** An entry that the portal does not take, and why. */
export type RefusedEntry = { sequence: number; problem: string; detail: Record<string, string> };

/** The portal's answer: `safe` entries may be forgotten, those that are refused stay on the phone until she drops them. */
export type LessonsDelivered = {
  safe: number[];
  refused: RefusedEntry[];
  /** how this month stands at the place of the last one */
  month: LessonMonth | null;
};

/** A place that she notes lessons for. */
export type LessonPlace = { id: string; name: string };
