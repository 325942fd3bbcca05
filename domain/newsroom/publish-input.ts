import { z } from 'zod';
import type { ArticleKind } from '@/domain/articles/article';
import { type Day, instantAt } from '@/domain/days/day';
import { clockInput, dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { line, optional, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import { namingFields } from './namings/naming';

/** Which article, and which text of it she has read: nobody decides on what was changed behind her back. */
export const readInput = z.object({ articleId: idInput, version: versionInput });
export type ReadInput = z.output<typeof readInput>;

const languages = z.array(z.enum(locales)).max(2).default([]);

/** Which edition of an alert that went out at once she has read. */
export const confirmInput = readInput.extend({ editionId: idInput });
export type ConfirmInput = z.output<typeof confirmInput>;

export const returnInput = readInput.extend({ remark: prose(3, 2_000) });
export type ReturnInput = z.output<typeof returnInput>;

/**
 * In which languages it goes out, now or at a minute of Viet Nam, and until when; of a correction what it corrects, in each language; and why
 * each name may stand in it.
 */
export const publishInput = readInput.extend({
  locales: languages,
  day: optional(dayInput),
  time: optional(clockInput),
  endDay: optional(dayInput),
  endTime: optional(clockInput),
  noteVi: optional(line(3, 300)),
  noteEn: optional(line(3, 300)),
  ...namingFields,
});
export type PublishInput = z.output<typeof publishInput>;

/** What goes out before anybody has approved it says why it cannot wait: whoever approves it afterwards reads that first. */
export const forceInput = publishInput.omit({ day: true, time: true }).extend({ reason: prose(3, 400) });
export type ForceInput = z.output<typeof forceInput>;

/** Why, for colleagues; and what the address of each language says from then on, where it is to say something. */
export const withdrawInput = z.object({
  articleId: idInput,
  locales: languages,
  reason: prose(3, 400),
  address: z.enum(['notice', 'nothing']),
  noticeVi: optional(prose(3, 400)),
  noticeEn: optional(prose(3, 400)),
});
export type WithdrawInput = z.output<typeof withdrawInput>;

export const unscheduleInput = z.object({ articleId: idInput, locales: languages });
export type UnscheduleInput = z.output<typeof unscheduleInput>;

/** `at` is null for at once, `end` for no end. */
export type Hours = { at: Date | null; end: Date | null };
export type HoursProblem = 'hour-needed' | 'hour-past' | 'end-too-early' | 'end-needed';

/** The instants that a form means. A planned end without a clock time is the end of its day. */
export function hoursOf(input: PublishInput, now = new Date()): Result<Hours, HoursProblem> {
  const at = input.day && input.time ? instantAt(input.day, input.time) : null;
  if (!at && (input.day || input.time)) return problem('hour-needed');
  if (at && at <= now) return problem('hour-past');
  const end = input.endDay ? endAt(input.endDay, input.endTime) : null;
  if (input.endTime && !end) return problem('hour-needed');
  if (end && end <= (at ?? now)) return problem('end-too-early');
  return ok({ at, end });
}

/** The same of an article of a kind: an alert that goes out holds until an instant. */
export function hoursFor({ kind }: { kind: ArticleKind }, input: PublishInput): Result<Hours, HoursProblem> {
  const hours = hoursOf(input);
  const isEndless = hours.ok && hours.value.end === null && input.locales.length > 0;
  return kind === 'alert' && isEndless ? problem('end-needed') : hours;
}

const DAY_MS = 86_400_000;
const endAt = (day: Day, time: string | undefined) =>
  time ? instantAt(day, time) : new Date(instantAt(day, '00:00').getTime() + DAY_MS);

export const noteOf = ({ noteVi, noteEn }: Pick<PublishInput, 'noteVi' | 'noteEn'>, locale: Locale) =>
  (locale === 'vi' ? noteVi : noteEn) ?? null;

/** What the address of a language says once the article is withdrawn; nothing where somebody asked that it says nothing. */
export const noticeOf = ({ address, noticeVi, noticeEn }: WithdrawInput, locale: Locale) =>
  (address === 'notice' && (locale === 'vi' ? noticeVi : noticeEn)) || null;
