import { z } from 'zod';
import { type Day, dayOf, today } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { PictureUse } from '@/domain/pictures/library';
import {
  type ConsentChannel,
  type ConsentRow,
  type ConsentState,
  consentState,
  lastDayOf,
  standingConsent,
} from './consent';

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
  /** of the library: asked about use by use */
  inLibrary: boolean;
  places: PicturePlace[];
};

/** Somebody who can be recognised in a picture of the library, and what she answered for each use of it. */
export type PictureWoman = { id: string; name: string; uses: UseAnswers };
/** Those of them whom the viewer may see, and how many more there are; `allowed`: for each use whether it may be used so, by the rule of the database. */
export type PictureWomen = { women: PictureWoman[]; others: number; allowed: Record<PictureUse, boolean> };

/** A picture that a course hands out, who can be recognised in it as far as the viewer sees them, and how many more there are. */
export type MaterialPicture = {
  id: string;
  title: string;
  course: { id: string; title: string };
  /** nobody in it says no */
  shown: boolean;
  /** somebody was taken off it who had said no: another is to look */
  facesWait: boolean;
  width: number | null;
  height: number | null;
  women: { id: string; name: string; state: ConsentState }[];
  others: number;
};

/** A picture somebody can be recognised in, and what she answered. */
export type PictureConsent = AskedPicture & {
  state: ConsentState;
  standing: ConsentRow | null;
  /** of a picture of the library, for each use of it */
  uses: UseAnswers | null;
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
 * The answer that holds for one use of one picture: a no to the picture, or a later one to all, is a no to each use; silence to a use is none.
 * The database says the same: `app.agrees_to_picture`.
 */
export function standingForUse<Row extends Answered>(
  answers: readonly Row[],
  pictureId: string,
  use: PictureUse,
): Row | null {
  const standing = standingForPicture(answers, pictureId);
  return standing && standing.answer !== 'given' ? standing : standingConsent(answers, 'image', { pictureId, use });
}

/** What she answered for a use, how, and until when; `on`, `channel`: null where she was not asked. */
export type UseAnswer = { state: ConsentState; on: Day | null; channel: ConsentChannel | null; lastDay: Day | null };
export type UseAnswers = Record<PictureUse, UseAnswer>;

/** What her answers come to for each use of one picture on a day. */
export function usesOf(
  answers: readonly (Answered & Pick<ConsentRow, 'channel'>)[],
  pictureId: string,
  day: Day = today(),
): UseAnswers {
  const of = (use: PictureUse): UseAnswer => {
    const row = standingForUse(answers, pictureId, use);
    return {
      state: consentState(row, day),
      on: row && dayOf(row.answeredAt),
      channel: row?.channel ?? null,
      lastDay: row && lastDayOf(row),
    };
  };
  return { portal: of('portal'), share_card: of('share_card'), print: of('print') };
}
