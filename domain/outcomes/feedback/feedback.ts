import { z } from 'zod';
import { addDays, dayOf, startOf } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import type { SessionFacts } from '@/domain/trainings/session';
import { hasOutcomes } from '../outcome';

/** Three faces, from sad to glad, as they are kept. */
export const faces = [1, 2, 3] as const;
export type Face = (typeof faces)[number];

/** Fewer answers are not shown: of two women each would know what the other one said. */
export const ANSWERS_MIN = 3;

/**
 * Feedback is asked for until the second day after the session began is over: then the phone is nobody's kiosk any
 * more.
 */
export const feedbackIsOpen = (session: SessionFacts, now = new Date()) =>
  hasOutcomes(session, now) && now < startOf(addDays(dayOf(session.startsAt), 2));

export const feedbackInput = z.object({
  sessionId: idInput,
  /** made with the page, so that a face touched twice is one answer */
  answerId: idInput,
  face: z.coerce.number().pipe(z.literal([...faces])),
  comment: optional(line(1, 200)),
});
export type FeedbackInput = z.output<typeof feedbackInput>;

/** The answers about a session; null faces: too few to be shown. */
export type Feedback = { answers: number; faces: Record<Face, number> | null; comments: string[] };
