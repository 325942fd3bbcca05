import { z } from 'zod';
import { type Day, today } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { PictureUse } from '@/domain/pictures/library';
import { type ConsentRow, type ConsentState, consentState, standingConsent } from './consent';

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

/** Somebody who can be recognised in a picture of the library, and what she answered for each use of it. */
export type PictureWoman = { id: string; name: string; uses: Record<PictureUse, ConsentState> };
/** Those of them whom the viewer may see, and how many more there are; `agreed`: for each use whether all of them agree. */
export type PictureWomen = { women: PictureWoman[]; others: number; agreed: Record<PictureUse, boolean> };

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

/**
 * What an answer for one use of one picture comes to on a day. A no to the picture, or a later one to all, is a no to each use. The database says the same: `app.agrees_to_picture`.
 */
export function stateForUse(
  answers: readonly Answered[],
  pictureId: string,
  use: PictureUse,
  day: Day = today(),
): ConsentState {
  const standing = standingForPicture(answers, pictureId);
  const own = consentState(standingConsent(answers, 'image', { pictureId, use }), day);
  return standing && standing.answer !== 'given' ? standing.answer : own;
}
