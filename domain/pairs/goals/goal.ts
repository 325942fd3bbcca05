import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';
import { optional } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

/** A skill that a pair sets out to learn. */
export type Goal = {
  id: string;
  skillId: string;
  nameVi: string;
  nameEn: string;
  level: LearnedLevel | null;
  markedOn: Day | null;
  version: number;
};

export const addGoalInput = z.object({ pairId: idInput, skillId: idInput });
export type AddGoalInput = z.output<typeof addGoalInput>;

export const removeGoalInput = z.object({ goalId: idInput });
export type RemoveGoalInput = z.output<typeof removeGoalInput>;

export const markGoalInput = z.object({
  goalId: idInput,
  version: versionInput,
  /** the level that shall stand there; left out, none shall */
  level: optional(z.enum(learnedLevels)),
  day: dayInput,
});
export type MarkGoalInput = z.output<typeof markGoalInput>;

/** Whether a pair has come to where it wanted: there are goals, and she does every one of them alone. */
export const isReached = (goals: readonly Pick<Goal, 'level'>[]) =>
  goals.length > 0 && goals.every(({ level }) => level === 'alone');
