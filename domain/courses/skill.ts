import { z } from 'zod';
import { idInput } from '@/domain/id';
import { cleanLine } from '@/domain/texts/clean-text';

/** A tag of the competence framework. `neededToInstruct`: whoever is recognised as an instructor does this alone. */
export type Skill = {
  id: string;
  code: string;
  domain: string;
  nameVi: string;
  nameEn: string;
  neededToInstruct: boolean;
};

/** A choice of skills: one that is named twice is one, none at all is a slip. */
export const skillIdsInput = (most: number) =>
  z
    .array(idInput)
    .transform((ids) => [...new Set(ids)])
    .pipe(z.array(z.string()).min(1, 'skill-required').max(most, 'too-many-skills'))
    .prefault([]);

const NEEDED_MAX = 50;

/** Skills that an instructor has to master alone. `version`: theirs when the form was drawn (`versionOfNeeded`). */
export const setNeededSkillsInput = z.object({
  skillIds: skillIdsInput(NEEDED_MAX),
  version: z
    .string()
    .max(NEEDED_MAX * 37)
    .transform(cleanLine),
});
export type SetNeededSkillsInput = z.output<typeof setNeededSkillsInput>;

/** The skills that are needed, as one text: what has changed since a form was drawn is seen by comparing. */
export const versionOfNeeded = (skills: readonly Pick<Skill, 'id' | 'neededToInstruct'>[]): string =>
  idsOfNeeded(skills).toSorted().join(' ');

/** The needed skills in the order of the framework. */
export const idsOfNeeded = (skills: readonly Pick<Skill, 'id' | 'neededToInstruct'>[]): string[] =>
  skills.filter(({ neededToInstruct }) => neededToInstruct).map(({ id }) => id);
