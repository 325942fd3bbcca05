import { z } from 'zod';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import { type Day, daysBetween } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

/** A unit is as recorded, differs from it, or could not be seen. */
export const spotResults = ['held', 'differs', 'unseen'] as const;
export type SpotResult = (typeof spotResults)[number];

export const spotParts = ['family', 'pair', 'tie'] as const;
export type SpotPart = (typeof spotParts)[number];

/** With so many days left or fewer, what is not answered is late. */
export const LATE_DAYS = 3;

/** How an unanswered check stands on a day: time is left, few days are left (0: today is the last), or its last day is over. */
export type Standing = { name: 'open' | 'soon' | 'late'; days: number };

export function standingOf({ lastDay }: Pick<SpotCheck, 'lastDay'>, today: Day): Standing {
  const left = daysBetween(today, lastDay);
  if (left < 0) return { name: 'late', days: -left };
  return { name: left < LATE_DAYS ? 'soon' : 'open', days: left };
}

const partsOf: Record<SignableReading, readonly SpotPart[]> = {
  family: ['family'],
  pair: ['pair'],
  both: ['family', 'pair'],
  tied: spotParts,
};

/** What a visitor looks at: only what the unit was counted for. */
export const partsToSee = (reading: SignableReading): readonly SpotPart[] => partsOf[reading];

/** What a check is about, for whoever visits it: no woman, no number but that of the office. */
export type CheckPlace = {
  name: string;
  level: CoverageLevel;
  /** the sub-association of a group */
  parentName: string | null;
  /** as it is called today; null of one that is closed */
  commune: { name: string; kind: string } | null;
};

export type CheckAnswer = {
  result: SpotResult;
  parts: SpotPart[];
  seenOn: Day | null;
  note: string | null;
  at: Date;
};

/** Who looks at a check: the one who visits, the province, or the commune that was visited. */
export type CheckSide = 'visitor' | 'province' | 'commune';

export type SpotCheck = {
  id: string;
  roundId: string;
  place: CheckPlace;
  look: readonly SpotPart[];
  countedOn: Day;
  drawnAt: Date | null;
  lastDay: Day;
  closed: boolean;
  demo: boolean;
  version: number;
  side: CheckSide;
  answer: CheckAnswer | null;
  /** what the commune says to it; not told to who visited */
  remark: string | null;
  /** the unit's record, for those whose it is; null for who visits */
  unitId: string | null;
  communeId: string | null;
  /** her name, for the province alone */
  visitor: string | null;
  may: { answer: boolean; remark: boolean; takeOver: boolean };
};

const note = optional(line(3, 200));

/** A check is answered: what differs is said where something does. */
export const answerInput = z
  .object({
    checkId: idInput,
    version: versionInput,
    result: z.enum(spotResults, { error: 'required' }),
    parts: z.array(z.enum(spotParts)).optional(),
    seenOn: dayInput,
    note,
  })
  .refine(({ result, parts }) => result !== 'differs' || (parts?.length ?? 0) > 0, {
    path: ['parts'],
    message: 'part-needed',
  });
export type AnswerInput = z.output<typeof answerInput>;

export const remarkInput = z.object({ checkId: idInput, version: versionInput, remark: line(3, 300) });
export type RemarkInput = z.output<typeof remarkInput>;

export const takeOverInput = z.object({ checkId: idInput, version: versionInput });
export type TakeOverInput = z.output<typeof takeOverInput>;

export type CheckProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'round-closed'
  | 'round-open'
  | 'answered-already'
  | 'seen-outside-round'
  | 'part-not-counted';
