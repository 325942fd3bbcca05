import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { cleanLine } from '@/domain/texts/clean-text';
import { optional, prose } from '@/domain/texts/text';
import { tick } from '@/domain/tick';
import { versionInput } from '@/domain/version';
import type { ModelStatus } from '../status';

const LESSONS_MAX = 60;

/** A practice that another club can learn from: how it is run, what it plans, what it teaches. No people in it. */
const practice = z.object({ charter: z.string(), plan: z.string(), lessons: z.array(z.string()) });
export type Practice = z.output<typeof practice>;

/** The practice in the column; anything else there is none. */
export function toPractice(charter: unknown): Practice | null {
  const parsed = practice.safeParse(charter);
  return parsed.success ? parsed.data : null;
}

export const isEmpty = ({ charter, plan, lessons }: Practice) => !charter && !plan && lessons.length === 0;

/** One lesson a line. */
const lessons = prose(0, 6_000)
  .transform((text) => text.split('\n').map(cleanLine).filter(Boolean))
  .refine((all) => all.length <= LESSONS_MAX, 'too-long')
  .refine((all) => all.every((lesson) => lesson.length <= 160), 'lesson-too-long');

const versioned = { modelId: idInput, version: versionInput };

export const practiceInput = z.object({
  ...versioned,
  charter: prose(0, 8_000),
  plan: prose(0, 8_000),
  lessons,
  shared: tick,
});
export type PracticeInput = z.output<typeof practiceInput>;

export const copyInput = z.object({ ...versioned, fromId: idInput, replace: optional(z.literal('on')) });
export type CopyInput = z.output<typeof copyInput>;

/** A club whose owner shares its practice, as officials of other places see it: its public name, and the texts. */
export type SharedPractice = {
  id: string;
  name: string;
  communeName: string | null;
  foundedOn: Day;
  lessonCount: number;
  /** how many clubs took it over */
  copies: number;
};

/** The club that a practice came from, or went to. One that is not public and out of reach has no name. */
export type Kin = { id: string; name: string | null; communeName: string | null; status: ModelStatus; within: boolean };
export type Lineage = { from: Kin | null; to: Kin[] };
