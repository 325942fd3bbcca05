import { z } from 'zod';
import { may } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { problem } from '@/domain/result';
import { optional } from '@/domain/texts/text';
import type { UnitLevel } from '@/domain/units/unit';
import { versionInput } from '@/domain/version';
import { MINUTES_MAX, NAMED_MAX, WOMEN_MAX } from './taps';

/** For so many days whoever noted a lesson may correct it or take it back; later the commune's official does. */
export const OWN_DAYS = 7;

const count = (most: number) =>
  z.coerce.number('required').int('not-a-number').min(1, 'too-small').max(most, 'too-large');

const facts = {
  unitId: idInput,
  day: dayInput,
  topicId: z.guid('required'),
  minutes: count(MINUTES_MAX),
  /** a member who taught; nothing: one who is not named */
  teacherId: optional(idInput),
  /** those who learned and are named */
  learnerIds: z.array(idInput).max(NAMED_MAX, 'too-many').default([]),
  /** how many learned, with those who are named */
  women: count(WOMEN_MAX),
};

export const lessonInput = z.object({
  /** made where it is noted: sent twice it is one lesson */ id: idInput,
  ...facts,
});
export type LessonInput = z.output<typeof lessonInput>;

export const correctLessonInput = z.object({ lessonId: idInput, version: versionInput, ...facts });
export type CorrectLessonInput = z.output<typeof correctLessonInput>;

export const takeBackLessonInput = z.object({ lessonId: idInput });
export type TakeBackLessonInput = z.output<typeof takeBackLessonInput>;

/** A topic of the campaign, as data has it. */
export type LessonTopic = { id: string; code: string; nameVi: string; nameEn: string };

type Named = { id: string; name: string | null };

/** One lesson, as lists and its page show it; the name of a woman whose data was erased is null. */
export type PeerLesson = {
  id: string;
  day: Day;
  unit: { id: string; level: UnitLevel; name: string; path: UnitPath };
  communeName: string | null;
  subAssociationName: string | null;
  topic: LessonTopic;
  minutes: number;
  women: number;
  /** null: a member who is not named */
  teacher: Named | null;
  learners: Named[];
  recordedBy: string | null;
  recordedAt: Date;
  takenBackAt: Date | null;
  demo: boolean;
  version: number;
  /** she may correct it and take it back */
  own: boolean;
};

export type WomanNear = { id: string; name: string };
/** Whom a lesson at a place is likely to be about; `me`: her own record, where she is a member. */
export type WomenNear = {
  pairs: { teacher: WomanNear; learner: WomanNear }[];
  women: WomanNear[];
  me: WomanNear | null;
};

/** What stands of a month in a place; women are counted each time they learned. */
export type LessonMonth = { month: Day; lessons: number; minutes: number; women: number };

/** Lessons happen in a unit of the union on the ground, never in the whole city at once. */
export const isPlaceOfLessons = (level: UnitLevel) => level !== 'province';

type Noted = { unitPath: UnitPath; recordedById: string | null; recordedAt: Date };

/** May she correct it or take it back: an official of the place, or whoever noted it, for a week. */
export function mayChange(viewer: Viewer, { unitPath, recordedById, recordedAt }: Noted, now = new Date()): boolean {
  if (may(viewer, 'peer-lessons.correct', unitPath)) return true;
  const days = (now.getTime() - recordedAt.getTime()) / 86_400_000;
  return recordedById === viewer.accountId && days < OWN_DAYS && may(viewer, 'peer-lessons.record', unitPath);
}

type Said = Pick<LessonInput, 'day' | 'teacherId' | 'learnerIds'>;

/** What cannot be, whoever says it: a lesson of a day to come, or a woman who teaches herself. */
export function refusalOf({ day, teacherId, learnerIds }: Said) {
  if (day > today()) return problem('not-yet', { day: today() });
  return teacherId && learnerIds.includes(teacherId) ? problem('teaches-herself') : null;
}
