import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';

export const skillSources = ['seen', 'session', 'pair'] as const;

/** The knowledge of one skill of hers, from one of the places where it was seen. */
export type KnownSkill = {
  skillId: string;
  nameVi: string;
  nameEn: string;
  level: LearnedLevel;
  on: Day;
  source: (typeof skillSources)[number];
};

/** A skill that somebody saw in her outside of sessions and pairs, as it can be corrected. */
export type SeenSkill = Omit<KnownSkill, 'source'> & { recordedBy: string | null; version: number };

export const markSkillInput = z.object({
  personId: idInput,
  skillId: idInput,
  /** `none` takes back what was written down here */
  level: z.enum([...learnedLevels, 'none']),
  on: dayInput,
  /** the one the form was drawn from; 0 where nothing was written down */
  version: z.coerce.number().int().nonnegative(),
});
export type MarkSkillInput = z.output<typeof markSkillInput>;
