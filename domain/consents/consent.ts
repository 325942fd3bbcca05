import { z } from 'zod';
import { addDays, type Day, startOf, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { pictureUses } from '@/domain/pictures/library';
import { optional } from '@/domain/texts/text';

export const consentPurposes = [
  'record_keeping',
  'sensitive_data',
  'contact',
  'image',
  'name_in_story',
  'open_roster',
  'training',
  'topic_wait',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Purposes to which a woman may say yes up to a last day; to a use of a picture she may as well. */
const endingPurposes = ['name_in_story'] as const satisfies readonly ConsentPurpose[];
export const mayEnd = (purpose: ConsentPurpose): purpose is (typeof endingPurposes)[number] =>
  endingPurposes.some((each) => each === purpose);

export const consentChannels = ['paper', 'in_person', 'phone', 'web', 'zalo'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

export type ConsentAnswer = 'given' | 'refused' | 'withdrawn';

const someUses = z.array(z.enum(pictureUses)).max(pictureUses.length).optional();

export const takeConsentInput = z
  .object({
    personId: idInput,
    purpose: z.enum(consentPurposes),
    /** the one picture it was asked for; without it the purpose as a whole */
    pictureId: optional(idInput),
    /** the uses of that picture that she was asked about, one by one */
    asked: someUses,
    /** those of them that she agreed to; a yes to a use is a yes to keeping the picture too */
    uses: someUses,
    /** the last day on which a yes to those uses, or to a purpose that may end, holds; without one until she takes it back */
    lastDay: optional(dayInput),
    /** the wording she was asked with */
    textId: idInput,
    answer: z.enum(['given', 'refused']),
    channel: z.enum(consentChannels),
    day: dayInput,
  })
  .refine(({ answer, asked, uses }) => answer === 'refused' || !asked?.length || uses?.length, {
    path: ['uses'],
    error: 'choose-one',
  });
export type TakeConsentInput = z.output<typeof takeConsentInput>;

const ofPurposes = <Value extends z.ZodType>(value: Value) =>
  z.partialRecord(z.enum(consentPurposes), value).default({});

/** One sheet: what she answered to several purposes, on one day and by one way. A purpose without an answer was not asked. */
export const takeConsentsInput = z.object({
  personId: idInput,
  /** the wording of each purpose as the sheet shows it */
  text: ofPurposes(idInput),
  answer: ofPurposes(z.enum(['', 'given', 'refused'])).refine(
    (answers) => Object.values(answers).some((answer) => answer !== ''),
    'choose-one',
  ),
  /** of each purpose that may end: the last day on which a yes holds */
  lastDay: z.partialRecord(z.enum(endingPurposes), optional(dayInput)).optional(),
  channel: z.enum(consentChannels),
  day: dayInput,
});
export type TakeConsentsInput = z.output<typeof takeConsentsInput>;

export const withdrawConsentInput = z.object({
  personId: idInput,
  purpose: z.enum(consentPurposes),
  pictureId: optional(idInput),
  /** the one use of that picture; without it the picture, and each use with it */
  use: optional(z.enum(pictureUses)),
  channel: z.enum(consentChannels),
  day: dayInput,
});
export type WithdrawConsentInput = z.output<typeof withdrawConsentInput>;

/** One answer, with the wording she was asked with. */
export type ConsentRow = {
  id: string;
  purpose: ConsentPurpose;
  answer: ConsentAnswer;
  channel: ConsentChannel;
  answeredAt: Date;
  /** first day on which a consent given for a time no longer holds */
  until: Day | null;
  /** for one picture and one use of it; null for the purpose as a whole */
  pictureId: string | null;
  use: string | null;
  takenBy: string | null;
  text: { edition: number; locale: string; body: string };
};

/** The last day on which an answer holds; null where it holds until another. */
export const lastDayOf = ({ until }: Pick<ConsentRow, 'until'>): Day | null => until && addDays(until, -1);

type Answered = Pick<ConsentRow, 'answer' | 'answeredAt' | 'until' | 'purpose' | 'pictureId' | 'use'>;

/**
 * The answer that holds for a purpose, out of those of a person and of records merged into her; null: she was not
 * asked. Of two on one instant the refusal wins. The database says the same: `app.standing_consent`.
 */
export function standingConsent<Row extends Answered>(
  answers: readonly Row[],
  purpose: ConsentPurpose,
  { pictureId = null, use = null }: { pictureId?: string | null; use?: string | null } = {},
): Row | null {
  const asked = answers.filter((row) => row.purpose === purpose && row.pictureId === pictureId && row.use === use);
  return asked.reduce<Row | null>((standing, row) => (standing && !outweighs(row, standing) ? standing : row), null);
}

function outweighs(row: Answered, other: Answered): boolean {
  const later = row.answeredAt.getTime() - other.answeredAt.getTime();
  return later > 0 || (later === 0 && row.answer !== 'given' && other.answer === 'given');
}

export type ConsentState = 'given' | 'refused' | 'withdrawn' | 'lapsed' | 'not-asked';

/** The meaning of an answer in hand on a day. */
export const consentState = (row: Pick<ConsentRow, 'answer' | 'until'> | null, day: Day = today()): ConsentState => {
  if (!row) return 'not-asked';
  return row.answer === 'given' && row.until && row.until <= day ? 'lapsed' : row.answer;
};

/**
 * The instant from which an answer of a day counts: now for today, a past day's beginning for a "yes" and its end for
 * a "no". So of both on one day the "no" holds.
 */
export function answeredAt(day: Day, answer: ConsentAnswer, now: Date = new Date()): Date {
  if (day === today()) return now;
  return answer === 'given' ? startOf(day) : new Date(startOf(addDays(day, 1)).getTime() - 1);
}

/** A purpose on the page of consents: the answer that holds, the wording to ask with, and earlier answers. */
export type PurposeConsents = {
  purpose: ConsentPurpose;
  state: ConsentState;
  standing: ConsentRow | null;
  /** the newest wording in the viewer's language */
  text: { id: string; edition: number; body: string } | null;
  /** newest first; answers for single pictures stand with the picture */
  history: ConsentRow[];
};

/** A person as the pages of this concept name her. */
export type ConsentPerson = {
  id: string;
  name: string;
  keeperUnitId: string;
  demo: boolean;
  version: number;
};
