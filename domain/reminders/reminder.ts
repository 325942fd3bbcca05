import { z } from 'zod';
import type { MissingPart } from '@/domain/coverage/coverage';
import { addDays, type Day, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';

/** What is asked for: a kind has its own way to say what is due at a unit. */
export const reminderKinds = ['coverage_gap', 'report'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What is missing at a unit; of a commune also that it keeps its records here at all. */
export type ReminderPart = MissingPart | 'records';

/** So many days nobody asks for the same again, whoever she is. */
export const REPEAT_DAYS = 7;
/** The day that is offered, and how far ahead another may lie. */
const USUAL_DAYS = 7;
const DAYS_MAX = 60;
/** As many as a page of an official shows. */
export const REMINDED_MAX = 500;

export const usualLastDay = (): Day => addDays(today(), USUAL_DAYS);
export const latestLastDay = (): Day => addDays(today(), DAYS_MAX);

/** Everybody who answers for these units is asked for what is missing there, by the last day. Sent twice with one `askingId` it is one. */
export const remindInput = z.object({
  askingId: idInput,
  unitIds: z.array(idInput).min(1, 'nothing-chosen').max(REMINDED_MAX),
  lastDay: dayInput,
});
export type RemindInput = z.output<typeof remindInput>;

/** What is due at a unit, and those whose heads answer for it: its own, else those of its sub-association. */
export type Due = {
  unitId: string;
  level: 'commune' | 'sub_association' | 'group';
  name: string;
  /** of a group: its sub-association */
  parentName: string | null;
  /** null where the unit is a commune itself */
  communeId: string | null;
  parts: ReminderPart[];
  answering: string[];
  /** whether it is the viewer's to ask */
  mayRemind: boolean;
};

/** When it was last asked for, by whom, and from when on it may be again. */
export type LastReminder = { unitId: string; askedOn: Day; by: string; again: Day; lastDay: Day };

/** Something that a viewer is asked for. */
export type AskedOfHer = { unitId: string; parts: ReminderPart[]; by: string; askedOn: Day; lastDay: Day };

export type RemindProblem =
  | 'not-found'
  | 'not-allowed'
  | 'day-passed'
  | 'too-far'
  | 'nothing-missing'
  | 'nobody-to-remind'
  | 'reminded-already';

/** How many units were asked for, and how many of those who answer see it. */
export type Reminded = { units: number; people: number };
