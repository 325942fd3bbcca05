import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { type ConsentRow, type ConsentState, standingConsent } from './consent';

export const notInPictureInput = z.object({ personId: idInput, pictureId: idInput });
export type NotInPictureInput = z.output<typeof notInPictureInput>;

/** The place of a picture: an activity of a model, or a criterion that was judged by it. */
export type PicturePlace = { modelId: string; modelName: string; what: string; on: Day };

/** A picture as it is asked about: with words for who cannot see it, and whether it can be shown today. */
export type AskedPicture = {
  id: string;
  alt: string;
  width: number | null;
  height: number | null;
  shown: boolean;
  places: PicturePlace[];
};

/** A picture somebody can be recognised in, and what she answered. */
export type PictureConsent = AskedPicture & {
  state: ConsentState;
  standing: ConsentRow | null;
  /** answers for this picture alone, newest first */
  history: ConsentRow[];
};

type Answered = Pick<ConsentRow, 'answer' | 'answeredAt' | 'until' | 'purpose' | 'pictureId' | 'use'>;

/**
 * The answer that holds for one picture; null: she was not asked. The database says the same: `app.refuses_picture`.
 */
export function standingForPicture<Row extends Answered>(answers: readonly Row[], pictureId: string): Row | null {
  const own = standingConsent(answers, 'image', { pictureId });
  const whole = standingConsent(answers, 'image');
  if (!own || !whole) return own ?? whole;
  const isNo = (row: Row) => row.answer !== 'given';
  // A later "no" to pictures as a whole holds for this one too; a later "yes" does not take back her "no" to it.
  return isNo(whole) && !isNo(own) && whole.answeredAt > own.answeredAt ? whole : own;
}
